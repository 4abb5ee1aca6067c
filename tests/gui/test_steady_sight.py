"""Findings above the field somebody writes in do not push it away."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.budget.budget_grid import BudgetGrid


def test_a_finding_that_appears_above_leaves_the_table_where_it_is(qtbot, sample_wizard):
    sample_wizard.go_to("A.budget")
    page = sample_wizard.page
    grid = page.findChild(BudgetGrid)
    area = page.scroll_area()
    assert isinstance(area, QScrollArea)
    grid.setFocus()
    area.verticalScrollBar().setValue(grid.mapTo(page, QPoint()).y() - 50)
    qtbot.wait(50)
    inside, port = grid.mapTo(page, QPoint()).y(), grid.mapTo(area.viewport(), QPoint()).y()

    said = Finding(rule="X", level="warning", where="A.budget", place="A", message="Neu. " * 30)
    sample_wizard._session.findings = (*sample_wizard._session.findings, said)
    sample_wizard._session.findings_changed.emit()
    qtbot.waitUntil(lambda: grid.mapTo(page, QPoint()).y() > inside)
    qtbot.wait(20)
    assert grid.mapTo(area.viewport(), QPoint()).y() == port
