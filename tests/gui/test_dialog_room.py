"""Every dialog fits small screens: what has no room scrolls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QScrollArea, QWidget

from lpd_desktop.gui.budget_versions_dialog import BudgetVersionsDialog
from lpd_desktop.gui.crash_report import CrashDialog
from lpd_desktop.gui.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.finding_dialog import FindingDialog
from lpd_desktop.gui.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.text_import_dialog import TextImportDialog
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.sample import sample_workbook
from tests.gui.conftest import checked, inputs

DOCUMENT = Path(__file__).resolve().parent.parent / "data" / "documents" / "wiesenland.md"
SMALLEST = QSize(320, 180)
"""A screen of 1280 × 720 at 400 %."""


def excel(wizard: PlanWizard, context: object) -> ScrollingDialog:
    item = next(iter(wizard._session.file.form.budgets))
    return ExcelImportDialog(wizard, context, item, sample_workbook())


def versions(wizard: PlanWizard, context: object) -> ScrollingDialog:
    return BudgetVersionsDialog(wizard, context, "A.budget")


def finding(wizard: PlanWizard, context: object) -> ScrollingDialog:
    return FindingDialog(wizard, wizard._session.findings[0])


def text(wizard: PlanWizard, context: object) -> ScrollingDialog:
    window = wizard.window()
    return TextImportDialog(window, context.jobs, DOCUMENT, window.services.added_forms)


def crash(wizard: PlanWizard, context: object) -> ScrollingDialog:
    return CrashDialog(wizard, "", "LPD Desktop")


def place_in(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("make", [excel, versions, finding, text, crash])
def test_all_of_a_dialog_is_reached_on_the_smallest_screen(
    qtbot, sample_wizard: PlanWizard, make: Callable[..., ScrollingDialog]
) -> None:
    checked(qtbot, sample_wizard.window())
    dialog = make(sample_wizard, sample_wizard._context)
    dialog.make_room(SMALLEST)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.width() <= SMALLEST.width()
    assert dialog.height() <= SMALLEST.height()
    area = dialog.findChild(QScrollArea, "room")
    for widget in inputs(dialog):
        if area is not None:
            area.ensureWidgetVisible(widget, 0, 0)
        seen = QRect(QPoint(0, 0), dialog.size())
        assert seen.intersects(place_in(dialog, widget)), widget.accessibleName()
    dialog.close()


def test_a_dialog_with_room_enough_stays_as_it_is(qtbot, sample_wizard: PlanWizard) -> None:
    dialog = CrashDialog(sample_wizard, "", "LPD Desktop")
    dialog.make_room(QSize(1920, 1080))
    assert dialog.findChild(QScrollArea, "room") is None
    dialog.close()
