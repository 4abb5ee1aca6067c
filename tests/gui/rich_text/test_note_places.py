"""Where the footnotes of a text stand is known after every change."""

from __future__ import annotations

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.plan.rich_text import Paragraph, Run, text_run


def test_footnotes_are_found_between_the_parts_of_one_step(edit: RichTextEdit) -> None:
    note = Run(footnote=(text_run("n"),))
    edit.set_blocks((Paragraph("p", (text_run("abc"), note)),))
    with edit.step("Trial") as cursor:
        for count in (1, 2, 3):
            cursor.setPosition(0)
            cursor.insertText("x")
            assert edit.notes._marks.positions() == [3 + count]
