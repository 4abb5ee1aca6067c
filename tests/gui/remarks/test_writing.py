"""Remarks are made, answered, settled, changed and deleted in the window, with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from lpd_desktop.gui.remarks.author_dialog import AuthorDialog
from lpd_desktop.gui.remarks.remark_dialog import RemarkDialog
from lpd_desktop.plan.remark import Author
from tests.gui.remarks.conftest import (
    FIRST,
    JAN,
    SECOND,
    all_of,
    dialog,
    editor,
    marked,
    press,
    said,
    select,
    set_cursor,
    with_remarks,
    write,
    written,
)

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def new(qtbot, window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Qt.Key.Key_K, CTRL_ALT)


def button(wizard, key: str) -> QPushButton:
    found = wizard.panel.remarks.findChild(QPushButton, key)
    assert isinstance(found, QPushButton)
    return found


def choose(wizard, text: str) -> None:
    """Makes the remark that says this the current one of the list."""
    tab = wizard.panel.remarks
    wizard.panel.setCurrentWidget(tab)
    found = next(each for each in all_of(wizard.window()) if each.text == text)
    assert tab.go_to(found.id)


def test_a_remark_on_selected_words_is_made_with_the_keyboard_and_marked(
    qtbot, window, open_plan, remarks_of
):
    wizard = open_plan(written())
    select(editor(wizard), "20 Prozent")
    new(qtbot, window)
    labels = dialog(window, RemarkDialog).findChildren(QLabel)
    assert "Zu: „20 Prozent“" in [label.text() for label in labels]
    write(qtbot, window, "Warum nicht mehr?")
    remarks_of(window)
    assert said(window) == [("20 Prozent", "Warum nicht mehr?", "Jan Beispiel")]
    assert marked(wizard) == ["20 Prozent"]
    assert not dialog_is_open(window)


def dialog_is_open(window) -> bool:
    return any(each.isVisible() for each in window.findChildren(RemarkDialog))


def test_without_a_selection_the_remark_is_about_the_paragraph(
    qtbot, window, open_plan, remarks_of
):
    wizard = open_plan(written())
    set_cursor(editor(wizard), "Juni")
    new(qtbot, window)
    write(qtbot, window, "Unklar.")
    remarks_of(window)
    assert said(window) == [(SECOND, "Unklar.", "Jan Beispiel")]
    assert marked(wizard) == [SECOND]


def test_of_a_selection_over_paragraphs_the_first_is_remarked_on(qtbot, window, open_plan):
    wizard = open_plan(written())
    edit = editor(wizard)
    select(edit, "Januar.")
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionStart())
    behind = edit.document().find("Bis").selectionEnd()
    cursor.setPosition(behind, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    new(qtbot, window)
    write(qtbot, window, "Unklar.")
    assert said(window)[0][0] == "Januar."


def test_a_remark_on_a_cell_of_the_budget_names_its_amount(qtbot, window, open_plan):
    wizard = open_plan(written())
    wizard.lead_to("A.budget/table/administration_total/plan")
    new(qtbot, window)
    write(qtbot, window, "Bitte prüfen.")
    (remark,) = all_of(window)
    assert remark.where == "A.budget/table/administration_total/plan"
    assert remark.quote


def test_on_a_page_without_a_place_the_remark_is_about_the_document(qtbot, window, open_plan):
    wizard = open_plan(written())
    wizard.go_to("review")
    wizard.focus_page()
    new(qtbot, window)
    write(qtbot, window, "Insgesamt gut.")
    assert [each.where for each in all_of(window)] == [""]


def test_who_remarks_is_asked_once_and_remembered(qtbot, window, open_plan):
    wizard = open_plan(written(), author=None)
    select(editor(wizard), "20 Prozent")
    new(qtbot, window)
    asked = dialog(window, AuthorDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert asked.isVisible()
    qtbot.keyClicks(asked.name.edit, "Eva Muster")
    qtbot.keyClicks(asked.role.edit, "Fachaufsicht")
    asked.sides["ministry"].setChecked(True)
    qtbot.keyClick(asked.name.edit, Qt.Key.Key_Return)
    write(qtbot, window, "Warum nicht mehr?")
    select(editor(wizard), "Januar")
    new(qtbot, window)
    write(qtbot, window, "Welches Jahr?")
    assert {(each.name, each.role, each.kind) for each in all_of(window)} == {
        ("Eva Muster", "Fachaufsicht", "ministry")
    }
    assert window.services.memory.remark_author() == ("Eva Muster", "Fachaufsicht", "ministry")


def test_an_empty_remark_is_refused_and_the_dialog_stays(qtbot, window, open_plan):
    wizard = open_plan(written())
    select(editor(wizard), "20 Prozent")
    new(qtbot, window)
    write(qtbot, window, " ")
    assert dialog(window, RemarkDialog)._error.text().startswith("⚠ Bitte schreiben Sie")
    assert all_of(window) == ()


def test_what_was_written_and_not_finished_is_offered_again(qtbot, window, open_plan):
    wizard = open_plan(written())
    edit = editor(wizard)
    select(edit, "20 Prozent")
    new(qtbot, window)
    qtbot.keyClicks(dialog(window, RemarkDialog).text, "Warum")
    qtbot.keyClick(dialog(window, RemarkDialog), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog_is_open(window))
    select(editor(wizard), "20 Prozent")
    new(qtbot, window)
    assert dialog(window, RemarkDialog).text.toPlainText() == "Warum"


def test_a_remark_is_answered_settled_and_opened_again(qtbot, window, open_plan, remarks_of):
    wizard = open_plan(with_remarks())
    choose(wizard, "Warum nicht mehr?")
    button(wizard, "answer").click()
    write(qtbot, window, "Mehr Stellen gibt es nicht.")
    remarks_of(window)
    assert [reply.text for reply in all_of(window)[0].replies] == ["Mehr Stellen gibt es nicht."]
    button(wizard, "settle").click()
    remarks_of(window)
    assert all_of(window)[0].resolved_by == "Jan Beispiel"
    assert [line.subject for line in wizard.panel.remarks.list.lines].count(
        all_of(window)[0].id
    ) == 0
    wizard.panel.remarks.want("all")
    choose(wizard, "Warum nicht mehr?")
    assert button(wizard, "settle").text() == "Wieder öffnen"
    button(wizard, "settle").click()
    remarks_of(window)
    assert all_of(window)[0].is_open


def test_only_ones_own_remark_is_changed_or_deleted(qtbot, window, open_plan, remarks_of):
    wizard = open_plan(with_remarks())
    select(editor(wizard), "Stellen")
    new(qtbot, window)
    write(qtbot, window, "Planstellen?")
    remarks_of(window)
    choose(wizard, "Welches Jahr?")
    assert not button(wizard, "change").isEnabled()
    assert not button(wizard, "delete").isEnabled()
    choose(wizard, "Planstellen?")
    button(wizard, "change").click()
    write(qtbot, window, "Sind das Planstellen?")
    remarks_of(window)
    choose(wizard, "Sind das Planstellen?")
    button(wizard, "delete").click()
    remarks_of(window)
    assert "Stellen" not in marked(wizard)
    assert all(each.name != JAN.name or not each.text for each in all_of(window))


def test_each_step_with_a_remark_is_undone_and_done_again(qtbot, window, open_plan, remarks_of):
    wizard = open_plan(written())
    select(editor(wizard), "20 Prozent")
    new(qtbot, window)
    write(qtbot, window, "Warum nicht mehr?")
    window.actions_by_key["undo"].trigger()
    remarks_of(window)
    assert (all_of(window), marked(wizard)) == ((), [])
    window.actions_by_key["redo"].trigger()
    remarks_of(window)
    assert marked(wizard) == ["20 Prozent"]
    assert FIRST in wizard.page.rows["A.staff"].field.toPlainText()


@pytest.mark.parametrize("state", ["in_review", "approved", "submitted", "returned"])
def test_a_plan_that_is_no_draft_is_remarked_on_with_the_keyboard(
    qtbot, window, open_plan, remarks_of, state
):
    file = written()
    wizard = open_plan(replace(file, work=changed(file.work, state=state)))
    edit = editor(wizard)
    assert edit.isReadOnly()
    before = window.session.file.plan
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    for _ in FIRST.split()[:2]:
        qtbot.keyClick(
            edit,
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    new(qtbot, window)
    write(qtbot, window, "Schon im Januar?")
    remarks_of(window)
    assert [each[0].strip() for each in said(window)] == ["Die Beratung"]
    assert window.session.file.plan == before
    assert window.plan.save()
    stored = window.services.drafts.load(window.session.draft_id)
    assert [each.text for each in stored.work.remarks] == ["Schon im Januar?"]
    assert stored.work.state == state
    window.actions_by_key["undo"].trigger()
    assert all_of(window) == ()


def test_a_remark_is_in_the_menu_of_the_text(qtbot, window, open_plan):
    wizard = open_plan(written())
    edit = editor(wizard)
    select(edit, "20 Prozent")
    menu = edit.createStandardContextMenu(edit.cursorRect().center())
    assert isinstance(menu, QMenu)
    entry = next(each for each in menu.actions() if each.text().startswith("&Anmerkung…"))
    entry.trigger()
    menu.deleteLater()
    write(qtbot, window, "Warum nicht mehr?")
    assert said(window)[0][0] == "20 Prozent"


def test_while_only_remarks_are_made_the_text_is_locked(qtbot, window, open_plan, open_window):
    wizard = open_plan(written())
    window.actions_by_key["only_remarks"].trigger()
    edit = editor(wizard)
    assert edit.isReadOnly()
    assert "nur angemerkt" in wizard.page.fixed.sentence.text()
    select(edit, "20 Prozent")
    new(qtbot, window)
    write(qtbot, window, "Warum nicht mehr?")
    assert len(all_of(window)) == 1
    window.actions_by_key["only_remarks"].trigger()
    assert not edit.isReadOnly()
    assert not window.actions_by_key["only_remarks"].isChecked()


def test_a_locked_draft_is_locked_when_it_is_opened_again(qtbot, window, open_plan):
    wizard = open_plan(written())
    window.actions_by_key["only_remarks"].trigger()
    draft = window.session.draft_id
    window.show_start()
    assert not window.actions_by_key["only_remarks"].isChecked()
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(draft)
    assert window.wizard is not wizard
    assert editor(window.wizard).isReadOnly()
    assert window.actions_by_key["only_remarks"].isChecked()


def test_the_user_of_the_settings_is_who_remarks(qtbot, window, open_plan, isolated_data_folder):
    from lpd_desktop.editing.office_settings import keep_settings

    keep_settings(isolated_data_folder, {"own_name": "Ada Beispiel", "own_role": "Leitung"})
    wizard = open_plan(written(), author=None)
    select(editor(wizard), "20 Prozent")
    new(qtbot, window)
    write(qtbot, window, "Warum?")
    assert all_of(window)[0].author == Author(name="Ada Beispiel", role="Leitung")
