"""Letters that Qt counts as two, such as emoji, move no place of the text."""

from __future__ import annotations

from lpd_desktop.gui.rich_text.editor import RichTextEdit


def test_a_footnote_is_made_behind_an_emoji_where_the_cursor_stands(edit: RichTextEdit) -> None:
    edit.textCursor().insertText("Los 😀😀 jetzt")
    cursor = edit.textCursor()
    cursor.setPosition(8)
    edit.setTextCursor(cursor)
    opened: list[int] = []
    edit.notes.opened.connect(opened.append)
    edit.run("footnote")
    assert opened == [0]
    assert edit.textCursor().position() == 9
    assert edit.notes.numbers() == [1]
