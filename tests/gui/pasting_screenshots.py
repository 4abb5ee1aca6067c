"""Pictures of what is said after a paste, in a text and in the budget, and of its questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.cell_pasting import CellPasting
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.rich_text.editor import RichTextEdit

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait

_CLIPBOARD = Path(__file__).resolve().parent.parent / "data" / "clipboard"
_BLOCK = "<table><tr><td sdval='1234567,89'>1.235</td><td>12 %</td></tr></table>"


def shoot_pasting(camera: Camera, wait: Wait) -> None:
    """A text from Word, amounts by place, a unit that is asked about, rows that are not sure."""
    _shoot_text(camera)
    _shoot_cells(camera)
    _shoot_unit(camera, wait)
    _shoot_labels(camera, wait)


def _hold(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def _shoot_text(camera: Camera) -> None:
    window = camera.window
    window.wizard.lead_to("A.staff")
    edit = window.wizard.page.findChild(RichTextEdit)
    edit.setFocus()
    edit.selectAll()
    _hold("", (_CLIPBOARD / "word-document.html").read_text("utf-8"))
    edit.paste()
    camera.shoot("pasted-text")
    edit.undo()


def _grid(camera: Camera) -> BudgetGrid:
    camera.window.wizard.lead_to("A.budget/table")
    grid = camera.window.wizard.page.findChild(BudgetGrid)
    grid.select_cell(1, 1)
    return grid


def _shoot_cells(camera: Camera) -> None:
    grid = _grid(camera)
    _hold("1.235\t12 %", _BLOCK)
    grid.paste()
    camera.shoot("pasted-cells")
    camera.window.actions_by_key["undo"].trigger()


def _shoot_unit(camera: Camera, wait: Wait) -> None:
    grid = _grid(camera)
    year = camera.window.session.file.form.year
    _hold(f"{year} in T€\t{year - 1} in T€\n1,5\t2")
    grid.paste()
    wait(lambda: camera.window.findChild(QMessageBox) is not None)
    box = camera.window.findChild(QMessageBox)
    camera.shoot("paste-unit", box)
    box.close()


def _shoot_labels(camera: Camera, wait: Wait) -> None:
    grid = _grid(camera)
    label = grid.model().index(4, 0).data()
    _hold(f"{label}\t9.000.000\t8.000.000\nSonderposten\t5.000\t4.000")
    grid.findChild(CellPasting).paste()
    window = camera.window
    wait(lambda: window.findChild(ExcelImportDialog) is not None)
    dialog = window.findChild(ExcelImportDialog)
    wait(lambda: dialog.page.preview is not None)
    camera.shoot("paste-assistant", dialog)
    dialog.reject()
