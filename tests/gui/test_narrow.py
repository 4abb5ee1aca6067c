"""Small screens: the page keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton

from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.budget_model import PLAN, PREVIOUS
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file


@pytest.mark.parametrize("size", [(1024, 700), (800, 600)])
def test_no_page_is_cut_off_at_the_right(
    qtbot, lasting_wizard: PlanWizard, size: tuple[int, int]
) -> None:
    window = lasting_wizard.window()
    window.resize(*size)
    qtbot.waitUntil(lambda: lasting_wizard.width() == size[0])
    for step in list(lasting_wizard.steps):
        lasting_wizard.go_to(step.key)
        qtbot.wait(30)
        area = lasting_wizard.page.scroll_area()
        if area is not None:
            assert area.horizontalScrollBar().maximum() == 0, step.key


def test_the_panel_folds_in_a_narrow_window_and_comes_back(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window: MainWindow = sample_wizard.window()
    action = window.actions_by_key["panel"]
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not sample_wizard.panel.isVisible())
    assert not action.isChecked()
    window.resize(1300, 700)
    qtbot.waitUntil(sample_wizard.panel.isVisible)
    assert action.isChecked()


def test_a_panel_that_somebody_folded_stays_folded(qtbot, sample_wizard: PlanWizard) -> None:
    window: MainWindow = sample_wizard.window()
    window.actions_by_key["panel"].trigger()
    for width in (1000, 1300):
        window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: sample_wizard.width() == width)
        assert not sample_wizard.panel.isVisible()


def test_a_narrow_window_does_not_make_the_next_one_forget_the_panel(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window: MainWindow = sample_wizard.window()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not sample_wizard.panel.isVisible())
    window.actions_by_key["steps"].trigger()
    assert window.services.memory.shows("panel")
    assert not window.services.memory.shows("steps")


def test_whoever_asks_for_help_in_a_narrow_window_gets_the_panel(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window: MainWindow = sample_wizard.window()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not sample_wizard.panel.isVisible())
    window.actions_by_key["page_help"].trigger()
    assert sample_wizard.panel.isVisible()


def test_empty_columns_of_years_have_room_for_an_amount(window: MainWindow, take) -> None:
    sample = sample_file()
    wizard = take(window, new_file(sample.form, sample.plan.jobcenter))
    wizard.go_to("A.budget")
    grid = wizard.page.findChild(BudgetGrid)
    assert min(grid.columnWidth(column) for column in (PLAN, PREVIOUS)) >= 110


def test_what_the_tool_bar_has_no_room_for_hides_behind_a_named_button(
    lasting_wizard: PlanWizard,
) -> None:
    button = lasting_wizard.toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert button.accessibleName() == "Weitere Formate"
