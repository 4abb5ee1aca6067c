"""What somebody is led to or goes to is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from lpd_desktop.editing.budget_rows import add_row, set_amount, table_of
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.budget_model import PREVIOUS
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file


def many_rows() -> LpdFile:
    """The sample with a long table whose last row holds a malformed amount."""
    file = sample_file()
    for number in range(25):
        file = add_row(file, "A.budget", f"Zeile {number}")
    key = table_of(file, "A.budget").rows[-1].key
    return set_amount(file, "A.budget", key, "plan", "100.0000")


@pytest.fixture
def long_wizard(window, take) -> PlanWizard:
    return take(window, many_rows())


def is_cell_seen(wizard: PlanWizard) -> bool:
    grid = wizard.page.findChild(BudgetGrid)
    area = wizard.page.scroll_area()
    cell = grid.visualRect(grid.currentIndex())
    top = grid.viewport().mapTo(area.viewport(), cell.topLeft()).y()
    return top >= 0 and top + cell.height() <= area.viewport().height()


def test_the_first_jump_to_a_cell_shows_it(qtbot, long_wizard: PlanWizard) -> None:
    key = table_of(long_wizard.page.file, "A.budget").rows[-1].key
    long_wizard.lead_to(f"A.budget/table/{key}/plan")
    grid = long_wizard.page.findChild(BudgetGrid)
    qtbot.wait(300)
    assert grid.hasFocus()
    assert grid.currentIndex().row() == grid.model().rowCount() - 1
    qtbot.waitUntil(lambda: is_cell_seen(long_wizard), timeout=1000)


def test_the_page_follows_the_cell_that_the_arrow_keys_choose(
    qtbot, long_wizard: PlanWizard
) -> None:
    long_wizard.lead_to("A.budget/table")
    grid = long_wizard.page.findChild(BudgetGrid)
    qtbot.waitUntil(lambda: grid.hasFocus() and is_cell_seen(long_wizard))
    for _ in range(grid.model().rowCount() - 1):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
        assert is_cell_seen(long_wizard)
    for _ in range(grid.model().rowCount() - 1):
        qtbot.keyClick(grid, Qt.Key.Key_Up)
        assert is_cell_seen(long_wizard)


def type_amount(qtbot, grid: BudgetGrid, end: Qt.Key) -> None:
    qtbot.keyClicks(grid.viewport(), "7")
    editor = next(each for each in grid.findChildren(QLineEdit) if each.isVisible())
    qtbot.keyClick(editor, end)
    qtbot.waitUntil(lambda: grid.state() != QAbstractItemView.State.EditingState)


@pytest.mark.parametrize("end", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_page_follows_the_cell_that_typing_leads_to(
    qtbot, long_wizard: PlanWizard, end: Qt.Key
) -> None:
    long_wizard.lead_to("A.budget/table")
    grid = long_wizard.page.findChild(BudgetGrid)
    qtbot.waitUntil(lambda: grid.hasFocus() and is_cell_seen(long_wizard))
    for row in range(6, grid.model().rowCount() - 1, 6):
        grid.select_cell(row, PREVIOUS)
        type_amount(qtbot, grid, end)
        assert grid.currentIndex().row() == row + 1
        qtbot.wait(50)  # while the page is laid out anew
        qtbot.waitUntil(lambda: is_cell_seen(long_wizard))
