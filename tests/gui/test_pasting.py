"""Pasting in the window: the setting, and the line that says what went."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.paste_setting import CAPTION, PasteSetting
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.paste_default import PasteDefault
from lpd_desktop.gui.window_memory import WindowMemory
from lpd_desktop.gui.wizard import PlanWizard

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def default(monkeypatch):
    monkeypatch.setattr(PasteDefault, "is_plain", False)


def test_the_setting_stands_in_the_menu_and_is_remembered(window: MainWindow, default):
    menu = window.actions_by_key.menus["Format"]
    action = next(each for each in menu.actions() if each.text() == CAPTION)
    assert not action.isChecked()
    action.trigger()

    assert PasteDefault.is_plain
    memory = window.services.memory
    assert PasteSetting(menu, memory).action.isChecked()
    action.trigger()
    assert not WindowMemory(window.services.data_folder).pastes_plain()


def test_the_line_that_says_what_went_stays_until_the_field_is_left(
    qtbot, sample_wizard: PlanWizard, default
):
    sample_wizard.go_to("A.staff")
    page = sample_wizard.page
    edit = page.findChild(RichTextEdit)
    edit.setFocus()
    data = QMimeData()
    data.setHtml("<p>neu <del>geheim</del>da</p>")
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(page.context.session.findings_changed):
        qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)
    row = page.text_rows()[0]

    assert "1 gelöschte Stelle" in edit.accessibleDescription()
    shown = [each.text() for each in sample_wizard.bar.findChildren(QLabel) if each.isVisible()]
    assert any("1 gelöschte Stelle" in each for each in shown)
    edit.clearFocus()
    qtbot.waitUntil(lambda: "gelöschte" not in edit.accessibleDescription())
    assert row.edit is edit
