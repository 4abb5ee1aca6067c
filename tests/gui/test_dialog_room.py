"""Every dialog fits small screens: what has no room scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from lpd_desktop.gui.crash_report import CrashDialog
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.wizard import PlanWizard
from tests.gui.conftest import checked, inputs
from tests.gui.test_every_dialog import MAKERS, Make, asked, chosen, finding, table_size, told

SCROLLING = [make for kind, make in MAKERS.items() if issubclass(kind, ScrollingDialog)]
SMALLEST = QSize(320, 180)
"""A screen of 1280 × 720 at 400 %."""


def place_in(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("make", SCROLLING, ids=lambda make: make.__name__)
def test_all_of_a_dialog_is_reached_on_the_smallest_screen(
    qtbot, lasting_wizard: PlanWizard, make: Make
) -> None:
    checked(qtbot, lasting_wizard.window())
    dialog = make(lasting_wizard)
    dialog.make_room(SMALLEST)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.width() <= SMALLEST.width()
    assert dialog.height() <= SMALLEST.height()
    areas = dialog.findChildren(QScrollArea)
    for widget in inputs(dialog):
        for area in (each for each in reversed(areas) if each.isAncestorOf(widget)):
            area.ensureWidgetVisible(widget, 0, 0)
        seen = QRect(QPoint(0, 0), dialog.size())
        assert seen.intersects(place_in(dialog, widget)), widget.accessibleName()
    dialog.close()


@pytest.mark.parametrize("make", [told, asked, chosen])
def test_a_long_message_scrolls_on_the_smallest_screen(
    qtbot, lasting_wizard: PlanWizard, make: Make
) -> None:
    box = make(lasting_wizard)
    qtbot.waitExposed(box)
    box.setText("Das ging nicht, weil der Ordner voll ist. " * 12)
    needed = box.width()
    box.make_room(SMALLEST)
    area = box.findChild(QScrollArea, "room")
    qtbot.waitUntil(lambda: area.width() == box.width() and area.verticalScrollBar().maximum() > 0)
    assert box.height() == SMALLEST.height()
    assert box.width() == min(needed, SMALLEST.width())
    for button in box.buttons():
        area.ensureWidgetVisible(button, 0, 0)
        assert QRect(QPoint(0, 0), box.size()).intersects(place_in(box, button)), button.text()
    box.close()


def test_sentences_that_wrap_into_more_lines_are_not_cut_off(
    qtbot, lasting_wizard: PlanWizard
) -> None:
    checked(qtbot, lasting_wizard.window())
    dialog = finding(lasting_wizard)
    dialog.make_room(QSize(384, 700))
    dialog.show()
    qtbot.waitExposed(dialog)
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    dialog.close()


def test_a_small_dialog_stays_small(lasting_wizard: PlanWizard) -> None:
    dialog = table_size(lasting_wizard)
    dialog.make_room(QSize(1920, 1080))
    assert dialog.height() < 250
    dialog.close()


def test_a_dialog_with_room_enough_stays_as_it_is(qtbot, lasting_wizard: PlanWizard) -> None:
    dialog = CrashDialog(lasting_wizard, "", "LPD Desktop")
    dialog.make_room(QSize(1920, 1080))
    assert dialog.findChild(QScrollArea, "room") is None
    dialog.close()
