from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.gui.wording.wording_dialog import WordingDialog
from lpd_desktop.gui.wording.wording_row import WordingRow
from lpd_desktop.plan.sample import sample_file
from tests.gui.beside.conftest import next_year

WHY = "B.topics/questions/why"


@pytest.fixture
def wizard(window: MainWindow, take) -> PlanWizard:
    """A plan whose form was derived."""
    return take(window, next_year(sample_file()))


@pytest.fixture
def dialog(wizard: PlanWizard) -> WordingDialog:
    button = next(
        each
        for each in wizard.page.findChildren(QPushButton)
        if "berichtigen" in each.text().replace("&", "")
    )
    button.click()
    return wizard.window().findChild(WordingDialog)


def row_of(dialog: WordingDialog, where: str) -> WordingRow:
    return next(row for row in dialog.rows if row.wording.where == where)


def write(qtbot, row: WordingRow, text: str) -> None:
    row.edit.setFocus()
    row.edit.selectAll()
    qtbot.keyClicks(row.edit, text)


def test_a_corrected_question_stands_on_its_page_and_is_undone_in_one_step(
    qtbot, wizard: PlanWizard, dialog: WordingDialog
) -> None:
    before = wizard._session.file
    write(qtbot, row_of(dialog, WHY), "Wozu das Thema?")
    assert dialog._count.text() == "1 Stelle geändert"
    dialog.take.click()
    topic = f"B.topics/{wizard.page.file.plan.topics[0].key}"
    wizard.go_to(topic)
    assert wizard.page.text_rows()[0].edit.accessibleName() == "Wozu das Thema?"
    assert wizard._session.file.plan == before.plan
    wizard.window().actions_by_key["undo"].trigger()
    assert wizard._session.file == before
    assert wizard.page.text_rows()[0].edit.accessibleName() != "Wozu das Thema?"


def test_a_page_in_front_is_shown_anew_with_the_cursor_in_it(
    qtbot, wizard: PlanWizard, dialog: WordingDialog
) -> None:
    dialog.reject()
    topic = f"B.topics/{wizard.page.file.plan.topics[0].key}"
    wizard.go_to(topic)
    wizard.focus_page()
    wizard.page.text_rows()[1].edit.setFocus()
    qtbot.keyClicks(wizard.page.text_rows()[1].edit, "Meine Antwort")
    wizard.window().actions_by_key["wording"].trigger()
    opened = wizard.window().findChildren(WordingDialog)[-1]
    write(qtbot, row_of(opened, WHY), "Wozu das Thema?")
    opened.take.click()
    assert "Wozu das Thema?" in [label.text() for label in wizard.page.findChildren(QLabel)]
    assert "Meine Antwort" in wizard.page.text_rows()[1].edit.toPlainText()
    assert wizard.page.isAncestorOf(wizard.window().focusWidget())


def test_a_title_is_renamed_in_the_list_of_steps(
    qtbot, wizard: PlanWizard, dialog: WordingDialog
) -> None:
    write(qtbot, row_of(dialog, "B.topics/topics/long_term/short"), "Ein kurzer Name")
    write(qtbot, row_of(dialog, "B.topics/topics/long_term"), "Ein anderer Titel")
    dialog.take.click()
    step = wizard.steps.with_key("B.topics/long_term")
    assert step.label == "B.1 Ein kurzer Name"
    assert step.heading == "B.1 Ein anderer Titel"


def test_a_fault_is_told_at_its_field_and_nothing_is_changed(
    qtbot, wizard: PlanWizard, dialog: WordingDialog
) -> None:
    before = wizard._session.file
    write(qtbot, row_of(dialog, WHY), "Wozu?")
    row = row_of(dialog, "A.staff/title")
    row.edit.selectAll()
    qtbot.keyClick(row.edit, Qt.Key.Key_Delete)
    dialog.take.click()
    assert "darf nicht leer sein" in row.edit.accessibleDescription()
    assert row.edit.hasFocus()
    assert wizard._session.file is before
    assert dialog.isVisible()


def test_the_original_comes_back_field_by_field(
    qtbot, wizard: PlanWizard, dialog: WordingDialog
) -> None:
    row = row_of(dialog, WHY)
    original = row.text
    assert not row.restore.isVisible()
    write(qtbot, row, "Anders")
    assert row.restore.isVisible()
    assert "Wortlaut von 2023" in row.restore.accessibleName()
    row.restore.click()
    assert row.text == original
    assert not row.is_changed
    assert not dialog.take.isEnabled()
    assert row.edit.hasFocus()


def test_enter_and_tab_write_nothing(qtbot, dialog: WordingDialog) -> None:
    first, second = dialog.rows[:2]
    first.edit.setFocus()
    qtbot.keyClick(first.edit, Qt.Key.Key_Return)
    qtbot.keyClick(first.edit, Qt.Key.Key_Tab)
    assert not first.is_changed
    assert second.edit.hasFocus() or first.restore.hasFocus()


def test_an_approved_plan_is_refused_with_a_reason(wizard: PlanWizard) -> None:
    draft = wizard._session.draft
    draft.move_on("x", replace(draft.file, work=changed(draft.file.work, state="approved")))
    wizard.window().actions_by_key["wording"].trigger()
    assert wizard.window().findChild(WordingDialog) is None
    assert "freigegeben" in wizard.window().findChild(QMessageBox).text()


def test_long_titles_are_seen_whole(qtbot, dialog: WordingDialog) -> None:
    qtbot.wait(20)
    row = max(dialog.rows, key=lambda each: len(each.text))
    lines = row.edit.document().size().height()
    assert lines > 1
    assert row.edit.viewport().height() >= lines * row.edit.fontMetrics().lineSpacing()
