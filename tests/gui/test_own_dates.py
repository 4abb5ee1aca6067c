"""„Termine“: own days and those of the form, each change at once, in every state of a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from lpd_desktop.form.model import Deadline
from lpd_desktop.gui.own_dates import date_row, dates_dialog
from lpd_desktop.gui.own_dates.dates_dialog import DatesDialog
from lpd_desktop.gui.pages import cover
from lpd_desktop.plan.own_dates import OwnDate
from tests.gui.looked_over import faults_in

_TODAY = "2022-10-20"
_COUNCIL = OwnDate(label="Kreistag", date="2022-12-14")
_DEADLINE = Deadline(date="2022-11-04", label="Abgabe {year}")


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    for module in (dates_dialog, cover):
        monkeypatch.setattr(module, "today", lambda: _TODAY)
    assert not hasattr(date_row, "today")


@pytest.fixture
def draft(sample_wizard):
    return sample_wizard._session.draft


def with_deadline(draft):
    draft.move_on("x", replace(draft.file, form=changed(draft.file.form, deadlines=(_DEADLINE,))))


@pytest.fixture
def open_dialog(qtbot, sample_wizard):
    def opened():
        window = sample_wizard.window()
        window.actions_by_key["dates"].trigger()
        dialog = window.findChild(DatesDialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def typed(qtbot, edit, text):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def added(qtbot, dialog, label, day=""):
    typed(qtbot, dialog.new_label.lineEdit(), label)
    row = dialog.rows[-1]
    if day:
        typed(qtbot, row.day.edit, day)
    return row


def proposals(dialog):
    return [dialog.new_label.itemText(number) for number in range(dialog.new_label.count())]


def told(dialog):
    return next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())


def test_a_date_is_added_and_given_its_day_by_keyboard(qtbot, open_dialog, draft):
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag", "14.12.22")
    assert draft.file.work.dates == (_COUNCIL,)
    assert row.day.edit.text() == "14.12.2022"
    assert row.words.text() == "Mittwoch, noch 55 Tage"
    assert dialog.isVisible()


def test_after_a_name_the_focus_is_at_the_day(qtbot, open_dialog):
    dialog = open_dialog()
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert dialog.rows[0].own == OwnDate(label="Beirat")
    assert dialog.rows[0].day.edit.hasFocus()
    assert proposals(dialog) == ["Kreisausschuss", "Kreistag", "MAGS"]


def test_each_change_is_a_step_that_is_undone(qtbot, open_dialog, draft):
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag", "14.12.2022")
    row.done.click()
    assert draft.file.work.dates[0].done
    assert row.words.text() == "Mittwoch, erledigt"
    dialog.reject()
    for _ in range(2):
        draft.undo()
    assert draft.file.work.dates == (OwnDate(label="Kreistag"),)
    draft.undo()
    assert draft.file.work.dates == ()


def test_an_approved_plan_has_its_dates_changed(qtbot, open_dialog, draft):
    work = changed(draft.file.work, state="approved")
    draft.move_on("Freigabe", replace(draft.file, work=work))
    added(qtbot, open_dialog(), "Kreistag", "14.12.2022")
    assert draft.file.work.dates == (_COUNCIL,)


def test_what_is_no_day_is_told_and_not_stored(qtbot, open_dialog, draft):
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag", "bald")
    assert draft.file.work.dates == (OwnDate(label="Kreistag"),)
    assert row.day.edit.text() == "bald"
    dialog.new_label.setFocus()
    assert "kein Datum" in row.day.edit.accessibleDescription()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert row.day.edit.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert draft.file.work.dates == (OwnDate(label="Kreistag"),)


def test_a_wrong_day_stays_to_be_mended_while_the_rest_is_stored(qtbot, open_dialog, draft):
    row = added(qtbot, open_dialog(), "Kreistag", "bald")
    row.done.click()
    assert row.day.edit.text() == "bald"
    assert draft.file.work.dates[0].done


def test_a_name_that_is_emptied_is_told_and_the_old_one_kept(qtbot, open_dialog, draft):
    row = added(qtbot, open_dialog(), "Kreistag")
    row.label.edit.setFocus()
    row.label.edit.clear()
    qtbot.keyClick(row.label.edit, Qt.Key.Key_Return)
    assert draft.file.work.dates[0].label == "Kreistag"
    assert row.wrong_field is row.label.edit


def test_the_same_date_twice_is_told(qtbot, open_dialog, draft):
    dialog = open_dialog()
    added(qtbot, dialog, "Kreistag")
    typed(qtbot, dialog.new_label.lineEdit(), "Kreistag")
    assert "gibt es schon" in told(dialog).text()
    told(dialog).reject()
    assert len(draft.file.work.dates) == 1
    assert len(dialog.rows) == 1


def test_what_is_typed_last_is_stored_when_the_dialog_is_closed(qtbot, open_dialog, draft):
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag")
    row.day.edit.setFocus()
    qtbot.keyClicks(row.day.edit, "14.12.2022")
    qtbot.keyClick(row.day.edit, Qt.Key.Key_Escape)
    assert draft.file.work.dates == (_COUNCIL,)


def test_a_date_is_removed(qtbot, open_dialog, draft):
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag", "14.12.2022")
    row.remove.click()
    assert draft.file.work.dates == ()
    assert dialog.rows == []
    assert dialog.new_label.hasFocus() or dialog.new_label.lineEdit().hasFocus()


def test_rows_stand_by_time_when_the_dialog_is_opened(qtbot, open_dialog, draft):
    dialog = open_dialog()
    added(qtbot, dialog, "Beirat")
    added(qtbot, dialog, "Kreistag", "14.12.2022")
    added(qtbot, dialog, "Kreisausschuss", "23.11.2022")
    dialog.reject()
    labels = [row.own.label for row in DatesDialog(dialog.parent(), dialog._context).rows]
    assert labels == ["Kreisausschuss", "Kreistag", "Beirat"]


def test_a_deadline_of_the_form_is_only_settled(qtbot, open_dialog, draft):
    with_deadline(draft)
    dialog = open_dialog()
    (row,) = dialog.form_rows
    assert row.words.sentence == "Abgabe 2023: Freitag, 04.11.2022, noch 15 Tage"
    assert proposals(dialog) == ["Beirat", "Kreisausschuss", "Kreistag"]
    row.done.click()
    assert draft.file.work.dates == (OwnDate(label="Abgabe 2023", date="2022-11-04", done=True),)
    assert row.words.sentence.endswith("erledigt (noch 15 Tage)")
    assert draft.file.form.deadlines == (_DEADLINE,)
    dialog.reject()
    again = DatesDialog(dialog.parent(), dialog._context)
    assert again.rows == []
    assert again.form_rows[0].done.isChecked()


def test_a_name_that_is_being_typed_lives_through_other_changes(qtbot, open_dialog):
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag")
    dialog.new_label.setEditText("Sozialausschuss")
    row.done.click()
    assert dialog.new_label.currentText() == "Sozialausschuss"


def test_everything_has_words_for_screen_readers(qtbot, open_dialog, draft):
    with_deadline(draft)
    dialog = open_dialog()
    row = added(qtbot, dialog, "Kreistag", "14.12.2022")
    assert faults_in(dialog) == []
    assert row.day.edit.accessibleName() == "Tag des Termins „Kreistag“"
    assert row.remove.accessibleName() == "Entfernen: „Kreistag“"
    close = dialog.findChild(QDialogButtonBox).buttons()[0]
    assert not close.isDefault()


def test_the_cover_page_names_the_next_day_and_leads_to_all(qtbot, sample_wizard, draft):
    page = sample_wizard.window().findChild(cover.CoverPage)
    assert page._dates_words.text() == "Noch ist kein Tag eingetragen."
    page._dates_button.click()
    dialog = sample_wizard.window().findChild(DatesDialog)
    added(qtbot, dialog, "Kreistag", "14.12.2022").done.click()
    assert page._dates_words.text() == "Alle Termine sind erledigt."
    dialog.rows[0].done.click()
    sentence = "Kreistag am Mittwoch, 14.12.2022: noch 55 Tage."
    assert page._dates_words.text() == sentence
    assert sentence in page._dates_button.accessibleDescription()


def test_the_button_works_on_an_approved_plan(sample_wizard, draft):
    work = changed(draft.file.work, state="approved")
    draft.move_on("Freigabe", replace(draft.file, work=work))
    page = sample_wizard.window().findChild(cover.CoverPage)
    assert page._dates_button.isEnabled()
