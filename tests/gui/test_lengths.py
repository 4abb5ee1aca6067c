"""Words and pages below each text and of the whole plan; cleaning up with its preview."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.changes.changes_dialog import ChangesDialog
from lpd_desktop.gui.lengths.length_dialog import LengthDialog
from lpd_desktop.gui.lengths.length_line import length_sentence
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields, with_blocks
from lpd_desktop.plan.counting import Limits, count_blocks
from lpd_desktop.plan.passages import passages_of
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from tests.gui.conftest import inputs

STAFF = Address("A.staff")


@pytest.fixture
def staff(window, take):
    """The row of the staff with two words."""
    file = sample_file()
    plan = with_blocks(file.form, file.plan, STAFF, (paragraph("Zwei Wörter"),))
    wizard = take(window, replace(file, plan=plan))
    wizard.lead_to(str(STAFF))
    return wizard.page.rows[str(STAFF)]


@pytest.mark.parametrize(
    ("words", "limits", "said"),
    [
        (0, Limits(), ""),
        (1, Limits(), "1 Wort · weniger als ½ Seite"),
        (1412, Limits(), "1.412 Wörter · etwa 4 Seiten"),
        (412, Limits(300, 0), "412 Wörter · gewünscht etwa 300 · etwa 1 Seite"),
        (412, Limits(0, 400), "412 Wörter · höchstens 400, 12 zu viel · etwa 1 Seite"),
    ],
)
def test_the_line_says_words_wishes_and_pages(words, limits, said):
    assert length_sentence(words, limits) == said


def test_the_words_below_a_text_follow_when_typing_pauses(qtbot, staff):
    assert staff.length.text() == "2 Wörter · weniger als ½ Seite"
    qtbot.keyClicks(staff.edit, "drei ")
    staff.edit.flush()
    assert staff.length.text().startswith("2 Wörter")
    qtbot.waitUntil(lambda: staff.length.text().startswith("3 Wörter"))


def test_the_length_is_part_of_the_description_but_not_while_typing(qtbot, window, staff):
    assert "2 Wörter" in staff.edit.accessibleDescription()
    qtbot.keyClicks(staff.edit, "drei ")
    staff.edit.flush()
    qtbot.waitUntil(lambda: staff.length.text().startswith("3 Wörter"))
    assert "2 Wörter" in staff.edit.accessibleDescription()
    window.wizard.bar.next.setFocus()
    assert "3 Wörter" in staff.edit.accessibleDescription()


def test_the_dialog_tells_the_length_of_all_texts_and_the_pages(qtbot, window, sample_wizard):
    window.actions_by_key["lengths"].trigger()
    dialog = window.findChild(LengthDialog)
    file = window.session.file
    fields = list(text_fields(file.form, file.plan))
    table = dialog.table
    assert table.rowCount() == len(fields)
    assert table.item(0, 1).text() == str(count_blocks(fields[0][1]).words)
    qtbot.waitUntil(lambda: "gedruckt" in dialog._sum.text())
    assert "," in table.item(0, 4).text()
    said = table.item(0, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("A Budget, Seiten: ")
    assert all(each.accessibleName() or each.text() for each in inputs(dialog))
    dialog.reject()


def test_the_dialog_may_be_closed_before_the_pages_are_counted(qtbot, window, sample_wizard):
    window.actions_by_key["lengths"].trigger()
    window.findChild(LengthDialog).reject()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


@pytest.fixture
def typed(window, take):
    """A plan with slips in one text; the others are clean."""
    file = sample_file()
    plan = file.plan
    for where, _blocks in text_fields(file.form, plan):
        text = 'Nach § 16i  ist das "gut" ...' if where == STAFF else "Wort"
        plan = with_blocks(file.form, plan, where, (paragraph(text),))
    return take(window, replace(file, plan=plan))


def cleaning(qtbot, window) -> ChangesDialog:
    window.actions_by_key["clean"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ChangesDialog) is not None)
    return window.findChild(ChangesDialog)


def staff_text(window) -> str:
    file = window.session.file
    return next(passages_of(STAFF, blocks_at(file.form, file.plan, STAFF))).text


def test_cleaning_up_shows_blanks_and_is_one_step(qtbot, window, typed):
    dialog = cleaning(qtbot, window)
    assert dialog.apply.text() == "Bereinigen (4)"
    assert dialog.model.piece(0, 2).text.startswith("Nach §°16i")
    said = dialog.model.data(dialog.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Bisher Leerzeichen, danach festes Leerzeichen" in said
    before = window.session.file
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert staff_text(window) == "Nach §\u00a016i ist das „gut“ …"
    assert window.session.draft.undo_title == "Typografie bereinigen"
    window.session.draft.undo()
    assert window.session.file.plan == before.plan


def test_what_is_not_ticked_stays(qtbot, window, typed):
    dialog = cleaning(qtbot, window)
    dialog._none.click()
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert staff_text(window) == 'Nach § 16i ist das "gut" ...'


def test_a_clean_plan_is_told_to_be_clean(qtbot, window, typed):
    qtbot.mouseClick(cleaning(qtbot, window).apply, Qt.MouseButton.LeftButton)
    window.actions_by_key["clean"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()
    assert "nichts zu bereinigen" in box.text()
    box.reject()


def test_an_approved_plan_is_not_cleaned(qtbot, window, take):
    file = sample_file()
    take(window, replace(file, work=changed(file.work, state="approved")))
    window.actions_by_key["clean"].trigger()
    box = QApplication.activeModalWidget()
    assert "nur ein Entwurf" in box.text()
    box.reject()
    assert window.findChild(ChangesDialog) is None
