"""Where in an editor the words of a finding stand."""

from __future__ import annotations

import pytest

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.text_places import cursor_at
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.rich_text import Table, paragraph, text_run


def cell(words: str):
    return (text_run(words),)


TABLE = Table(
    "t1",
    (
        (cell("Bereich"), cell("Stellen")),
        (cell("78,0"), cell("Ü 25: 78,0\nU 25: 20,5")),
        (cell("Stand 2021"), cell("9")),
    ),
)


@pytest.fixture
def edit(qtbot) -> RichTextEdit:
    edit = RichTextEdit(None)
    qtbot.addWidget(edit)
    edit.set_blocks((paragraph("Im Text steht Stand 2021."), TABLE, paragraph("Danach.")))
    return edit


@pytest.mark.parametrize(
    ("quote", "selected"),
    [
        ("Ü 25: 78,0\nU 25: 20,5", "Ü 25: 78,0 U 25: 20,5"),
        ("Stellen", "Stellen"),
        ("Stand 2021", "Stand 2021"),
    ],
)
def test_the_words_of_a_cell_are_selected_in_their_table(edit, quote: str, selected: str) -> None:
    cursor = cursor_at(edit.document(), "t1", quote)
    assert " ".join(cursor.selectedText().split()) == selected
    assert cursor.currentTable() is not None


def test_without_its_words_the_cursor_stands_in_the_first_cell(edit) -> None:
    cursor = cursor_at(edit.document(), "t1", "gibt es nicht")
    assert cursor.currentTable() is not None
    assert not cursor.hasSelection()


def test_a_finding_in_a_cell_leads_to_that_cell(qtbot, sample_wizard: PlanWizard) -> None:
    found: list[Finding] = [
        each for each in sample_wizard._session.findings if each.rule == "CELL-TWO-VALUES"
    ]
    for each in found:
        sample_wizard.lead_to(each.where, each.quote)
        edit = sample_wizard.page.findChild(RichTextEdit)
        qtbot.waitUntil(edit.hasFocus)
        words = " ".join(edit.textCursor().selectedText().split())
        assert words == " ".join(each.quote.split())
    assert len(found) > 1
