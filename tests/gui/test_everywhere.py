"""Pages, bars, menus and windows beside the main one, by keyboard and screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.menus import MENUS
from lpd_desktop.gui.preview.preview import Preview
from lpd_desktop.gui.reading.reading import Reading
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.search.find_bar import FindBar
from lpd_desktop.gui.wizard import PlanWizard
from tests.gui.looked_over import (
    faults_in,
    is_english,
    mnemonic,
    texts_of_action,
    trap_in,
    twice,
)

BAR = "".join(mnemonic(caption) for caption, _entries in MENUS)


def faults_of_menu(menu: QMenu) -> list[str]:
    """English or empty entries and letters that mean two of them, in a menu and those below it."""
    shown = [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]
    captions = [texts_of_action(each)[0] for each in shown]
    letters = [key for caption in captions if (key := mnemonic(caption))]
    own = [f"zweimal {key}" for key in twice(letters)]
    own += [f"englisch: {each}" for each in captions if is_english(each)]
    own += ["ohne Wort"] if "" in captions else []
    below = [fault for each in shown if each.menu() for fault in faults_of_menu(each.menu())]
    return [*own, *below]


def test_every_page_is_named_german_and_its_letters_lead_to_one_thing(
    lasting_wizard: PlanWizard,
) -> None:
    found = {}
    for step in list(lasting_wizard.steps):
        lasting_wizard.go_to(step.key)
        found[step.key] = faults_in(lasting_wizard.window(), taken=BAR)
    assert {key: faults for key, faults in found.items() if faults} == {}


def test_every_menu_is_german_and_its_letters_lead_to_one_entry(
    lasting_wizard: PlanWizard,
) -> None:
    window = lasting_wizard.window()
    menus = {*window.findChildren(QMenu), *window.actions_by_key.menus.values()}
    found = {menu.title(): faults_of_menu(menu) for menu in menus}
    assert {key: faults for key, faults in found.items() if faults} == {}


def test_the_start_page_is_named_and_german(window: MainWindow) -> None:
    assert faults_in(window, taken=BAR) == []
    assert trap_in(window) == ""


def test_the_bar_for_search_is_named_german_and_no_trap(qtbot, lasting_wizard: PlanWizard) -> None:
    window = lasting_wizard.window()
    lasting_wizard.go_to("A.staff")
    window.actions_by_key["replace"].trigger()
    bar = lasting_wizard.findChild(FindBar)
    bar.wanted.setText("Jobcenter")
    qtbot.waitUntil(lambda: bool(bar.list.lines))
    assert faults_in(window, taken=BAR) == []
    assert trap_in(window) == ""


def test_the_preview_beside_and_in_its_own_window_is_named_german_and_no_trap(
    qtbot, lasting_wizard: PlanWizard
) -> None:
    window = lasting_wizard.window()
    window.actions_by_key["preview"].trigger()
    shown = window.findChild(Preview).shown
    qtbot.waitUntil(lambda: shown.redrawing.is_newest)
    shown.pane.show_trouble("Die Seiten lassen sich gerade nicht darstellen.", "A.staff")
    assert faults_in(window, taken=BAR) == []
    lasting_wizard.focus_page()
    assert trap_in(window) == ""
    shown._on_move_wanted()
    own = shown.pane.window()
    own.activateWindow()
    shown.pane.page.setFocus()
    qtbot.waitUntil(own.isActiveWindow)
    assert faults_in(own) == []
    assert trap_in(own) == ""


def test_the_window_for_reading_is_named_german_and_no_trap(
    qtbot, lasting_wizard: PlanWizard
) -> None:
    window = lasting_wizard.window()
    window.actions_by_key["read_text"].trigger()
    reading = window.findChild(Reading)
    qtbot.waitUntil(lambda: reading.is_newest)
    own = reading.shown
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    assert faults_in(own) == []
    assert trap_in(own) == ""
    QTest.keyClick(own.focusWidget(), Qt.Key.Key_Escape)
    assert not own.isVisible()


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QTextEdit, RichTextEdit])
def test_the_menu_under_the_right_button_of_a_text_is_german(qtbot, make: type[QWidget]) -> None:
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert len(menu.actions()) > 5
    assert faults_of_menu(menu) == []
    menu.deleteLater()


@pytest.mark.parametrize("caption", ["&Select All", "&Step up", "Step &down"])
def test_the_menu_under_the_right_button_of_a_number_is_german(qapp, caption: str) -> None:
    german = QCoreApplication.translate("QAbstractSpinBox", caption)
    assert german != caption
    assert not is_english(german)
