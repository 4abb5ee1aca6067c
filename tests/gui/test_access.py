from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.menus import MENUS
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.sample import sample_file
from tests.gui.conftest import inputs
from tests.gui.looked_over import mnemonic, mnemonics_on, spoken_name

PROJECT = Path(__file__).resolve().parent.parent.parent
GUI = PROJECT / "lpd_desktop" / "gui"


def test_every_input_on_every_page_has_a_name(lasting_wizard: PlanWizard):
    for step in list(lasting_wizard.steps):
        lasting_wizard.go_to(step.key)
        nameless = [child for child in inputs(lasting_wizard) if not spoken_name(child)]
        assert nameless == [], step.key


def test_no_mnemonic_stands_twice_on_a_page_or_in_the_menu_bar(lasting_wizard: PlanWizard):
    bar = [mnemonic(caption) for caption, _entries in MENUS]
    for step in list(lasting_wizard.steps):
        lasting_wizard.go_to(step.key)
        found = Counter([*bar, *mnemonics_on(lasting_wizard)])
        assert [key for key, count in found.items() if count > 1] == [], step.key


def test_no_mnemonic_stands_twice_in_a_menu(window: MainWindow):
    for menu in window.menuBar().findChildren(QMenu):
        keys = [key for action in menu.actions() if (key := mnemonic(action.text().split("\t")[0]))]
        assert len(keys) == len(set(keys)), menu.title()


def test_no_shortcut_belongs_to_two_actions(window: MainWindow):
    keys = [
        action.shortcut().toString()
        for action in window.findChildren(type(window.actions_by_key["new"]))
        if not action.shortcut().isEmpty()
    ]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_the_start_page_has_unique_mnemonics_and_names(window: MainWindow):
    bar = [mnemonic(caption) for caption, _entries in MENUS]
    found = Counter([*bar, *mnemonics_on(window.start)])
    assert [key for key, count in found.items() if count > 1] == []
    assert all(spoken_name(child) for child in inputs(window.start))


def test_tab_goes_round_on_every_page_without_a_trap(qtbot, lasting_wizard: PlanWizard):
    window = lasting_wizard.window()
    for step in list(lasting_wizard.steps):
        lasting_wizard.go_to(step.key)
        lasting_wizard.focus_page()
        start = window.focusWidget()
        seen = set()
        for _ in range(200):
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            if window.focusWidget() is start:
                break
            seen.add(window.focusWidget())
        assert window.focusWidget() is start, step.key
        assert lasting_wizard.bar.back in seen or not lasting_wizard.bar.back.isEnabled(), step.key


def test_the_wheel_changes_no_field_without_focus(qtbot, window: MainWindow, take):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    wizard = take(window, sample_file())
    from lpd_desktop.gui.jobcenter_box import JobcenterBox

    box = wizard.page.findChild(JobcenterBox)
    wizard.bar.next.setFocus()
    before = box.currentText()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.wheelEvent(event)
    assert box.currentText() == before
    assert not event.isAccepted()


@pytest.mark.parametrize("forbidden", ["processEvents", "setStyleSheet", ".exec_(", "QRunnable"])
def test_the_window_does_without(forbidden: str):
    found = [path.name for path in GUI.rglob("*.py") if forbidden in path.read_text("utf-8")]
    assert found == []


def test_the_event_loop_is_the_only_thing_that_is_executed():
    found = {path.name for path in GUI.rglob("*.py") if ".exec(" in path.read_text("utf-8")}
    assert found == {"application.py"}
