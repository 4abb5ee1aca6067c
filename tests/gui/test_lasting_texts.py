"""Texts last as long as their page; what goes earlier is not asked any more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.gui.wizard import PlanWizard


def test_a_text_outlives_the_widget_before_it_in_the_order_of_tab(
    qtbot, sample_wizard: PlanWizard
) -> None:
    wizard = sample_wizard
    wizard.go_to("A.staff")
    edit = wizard.page.findChild(RichTextEdit)
    document = edit.document()
    passing = QPushButton(wizard.page)
    passing.show()
    QWidget.setTabOrder(passing, edit)
    wizard.go_to("cover")
    qtbot.wait(10)
    passing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(document)
    assert edit.notes.count == 1


def test_a_page_comes_back_after_the_field_of_a_cell_is_gone(
    qtbot, sample_wizard: PlanWizard
) -> None:
    wizard = sample_wizard
    wizard.go_to("A.budget")
    grid = wizard.page.findChild(BudgetGrid)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    grid.edit(grid.currentIndex())
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    wizard._book.focus_page(wizard.steps.current)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(field)
    wizard.go_to("cover")
    wizard.go_to("A.budget")
    assert wizard.page.findChild(BudgetGrid) is grid
