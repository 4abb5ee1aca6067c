"""„Einstellungen des Jobcenters“: values with examples, told faults, standards, fixed ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from lpd_desktop.editing.cover import set_as_of
from lpd_desktop.editing.office_settings import (
    STANDARD,
    OfficeSettings,
    ReadSettings,
    keep_settings,
    office_settings,
    read_settings,
)
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.office_settings.settings_dialog import SettingsDialog
from lpd_desktop.gui.office_settings.settings_rows import FIXED, SwitchSettingRow
from lpd_desktop.plan.sample import sample_file
from tests.gui.looked_over import faults_in


@pytest.fixture
def open_dialog(qtbot, open_window):
    def opened():
        window = open_window()
        window.actions_by_key["office_settings"].trigger()
        qtbot.waitUntil(lambda: window.findChild(SettingsDialog) is not None)
        dialog = window.findChild(SettingsDialog)
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return opened


def take(qtbot, dialog):
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)


def typed(qtbot, dialog, key, text):
    edit = dialog.text_row(key).edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def told_at(dialog, key):
    return dialog.text_row(key).edit.accessibleDescription()


def test_values_are_kept_when_they_are_taken(qtbot, open_dialog, isolated_data_folder):
    dialog = open_dialog()
    typed(qtbot, dialog, "own_name", "Erika Beispiel")
    dialog.rows["four_eyes"].box.setChecked(True)
    assert office_settings(isolated_data_folder) == STANDARD
    with qtbot.waitSignal(dialog.accepted):
        take(qtbot, dialog)
    settings = office_settings(isolated_data_folder)
    assert settings == OfficeSettings(own_name="Erika Beispiel", four_eyes=True)


def test_leaving_with_escape_keeps_nothing(qtbot, open_dialog, isolated_data_folder):
    dialog = open_dialog()
    typed(qtbot, dialog, "own_name", "Erika Beispiel")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not (isolated_data_folder / "office.json").exists()


def test_the_name_of_the_file_is_shown_while_it_is_typed(qtbot, open_dialog):
    dialog = open_dialog()
    example = dialog.text_row("file_name_rule").example
    assert example.sentence == "Beispiel: LPD_2023_Kreis_Talbrueck_v1.pdf"
    typed(qtbot, dialog, "file_name_rule", "Plan {year}")
    assert example.sentence == "Beispiel: Plan_2023.pdf"
    dialog.take.setFocus()
    assert example.sentence in told_at(dialog, "file_name_rule")
    typed(qtbot, dialog, "file_name_rule", "{year")
    assert not example.isVisible()
    assert "geschweifte Klammer" in dialog.text_row("file_name_rule").fault


def test_the_subject_is_shown_as_it_will_be(qtbot, open_dialog):
    dialog = open_dialog()
    typed(qtbot, dialog, "mail_subject", "{year}: {file}")
    sentence = dialog.text_row("mail_subject").example.sentence
    assert sentence == "Beispiel: 2023: LPD_2023_Kreis_Talbrueck_v1.pdf"


def test_what_cannot_be_is_told_at_the_field_and_nothing_is_kept(
    qtbot, open_dialog, isolated_data_folder
):
    dialog = open_dialog()
    typed(qtbot, dialog, "recipient_email", "niemand")
    dialog.take.setFocus()
    assert "keine Adresse" in told_at(dialog, "recipient_email")
    take(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.text_row("recipient_email").edit.hasFocus()
    assert not (isolated_data_folder / "office.json").exists()


def test_an_empty_field_shows_the_standard_in_it(qtbot, open_dialog, isolated_data_folder):
    keep_settings(isolated_data_folder, {"file_name_rule": "Plan_{year}.pdf"})
    dialog = open_dialog()
    row = dialog.text_row("file_name_rule")
    row.edit.clear()
    assert row.edit.placeholderText() == STANDARD.file_name_rule
    assert row.example.sentence == "Beispiel: LPD_2023_Kreis_Talbrueck_v1.pdf"
    with qtbot.waitSignal(dialog.accepted):
        take(qtbot, dialog)
    assert office_settings(isolated_data_folder) == STANDARD


def test_standards_come_back_and_the_users_own_stay(qtbot, open_dialog, isolated_data_folder):
    keep_settings(
        isolated_data_folder,
        {"own_name": "Erika Beispiel", "four_eyes": True, "mail_text": "Anders."},
    )
    dialog = open_dialog()
    back = next(
        each for each in dialog.findChildren(QPushButton) if "gaben einsetzen" in each.text()
    )
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.accepted):
        take(qtbot, dialog)
    assert office_settings(isolated_data_folder) == OfficeSettings(own_name="Erika Beispiel")


def test_what_is_fixed_for_all_can_be_read_but_not_changed(qtbot, open_window):
    window = open_window()
    fixed = frozenset({"four_eyes", "file_name_rule", "hand_over_folder"})
    read = ReadSettings(OfficeSettings(four_eyes=True), fixed=fixed)
    folder = window.services.data_folder
    dialog = SettingsDialog(window, window.services.jobs, folder, read, sample_file())
    dialog.open()
    assert not dialog.rows["four_eyes"].box.isEnabled()
    assert FIXED in dialog.rows["four_eyes"].box.accessibleDescription()
    assert dialog.text_row("file_name_rule").edit.isReadOnly()
    assert FIXED in told_at(dialog, "file_name_rule")
    dialog.show_standard()
    assert dialog.rows["four_eyes"].value is True
    assert faults_in(dialog) == []


def test_what_could_not_be_read_is_said_above(open_dialog, isolated_data_folder):
    (isolated_data_folder / "office.json").write_text("{")
    sentences = [each.sentence for each in open_dialog().findChildren(WrappedLabel)]
    assert any("lassen sich nicht lesen" in sentence for sentence in sentences)


def test_a_file_of_a_later_version_stays_and_the_dialog_too(
    qtbot, open_dialog, isolated_data_folder
):
    (isolated_data_folder / "office.json").write_text('{"schema": 9}')
    dialog = open_dialog()
    typed(qtbot, dialog, "own_name", "Erika Beispiel")
    take(qtbot, dialog)
    qtbot.waitUntil(lambda: any(b.isVisible() for b in dialog.findChildren(QMessageBox)))
    (box,) = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    assert "neuere Version" in box.text()
    box.reject()
    assert dialog.isVisible()
    assert (isolated_data_folder / "office.json").read_text() == '{"schema": 9}'


def test_every_setting_has_a_field_with_words_for_screen_readers(open_dialog, isolated_data_folder):
    dialog = open_dialog()
    assert set(dialog.rows) == set(vars(read_settings(isolated_data_folder).settings))
    assert faults_in(dialog) == []
    for row in dialog.rows.values():
        field = row.box if isinstance(row, SwitchSettingRow) else row.edit
        assert field.accessibleName()
        assert field.accessibleDescription()
    assert dialog.findChildren(FormRow)


def test_who_writes_is_noted_under_the_name_of_the_settings(qtbot, open_dialog):
    dialog = open_dialog()
    typed(qtbot, dialog, "own_name", "Erika Beispiel")
    with qtbot.waitSignal(dialog.accepted):
        take(qtbot, dialog)
    window = dialog.parent()
    window.opening.take(sample_file())
    qtbot.waitUntil(lambda: window.plan is not None)
    draft = window.plan.draft
    draft.change("Stand ändern", lambda file: set_as_of(file, "2022-11-05"))
    assert draft.file.work.editors[-1].name == "Erika Beispiel"
