"""Blocks of cells into the budget grid and out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing.pasted_cells import block_of_clip
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.cell_pasting import CellPasting
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.budget import TypedText

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(lasting_wizard: PlanWizard) -> BudgetGrid:
    lasting_wizard.go_to("A.budget")
    return lasting_wizard.page.findChild(BudgetGrid)


@pytest.fixture
def told(grid):
    sentences: list[str] = []
    grid.findChild(CellPasting).told.connect(sentences.append)
    return sentences


def paste(qtbot, grid, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)


def rows_of(wizard: PlanWizard):
    return wizard.page.file.plan.answer("A.budget").table.rows


def box_of(wizard: PlanWizard) -> QMessageBox:
    return wizard.window().findChild(QMessageBox)


def test_hidden_rows_stay_out_and_what_is_no_amount_shows_its_reason(
    qtbot, lasting_wizard, grid, told
):
    grid.select_cell(1, 1)
    html = (
        "<table><tr><td sdval='1234,5'>1.234,50 €</td></tr><tr style='display:none'><td>9</td></tr>"
        "<tr><td>12 %</td></tr></table>"
    )
    paste(qtbot, grid, "1.234,50 €\n9\n12 %", html)
    rows = rows_of(lasting_wizard)

    assert (rows[1].plan, rows[2].plan) == (123_450, TypedText("12 %"))
    reason = grid.model().index(2, 1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "neben der Zahl steht anderer Text" in reason
    assert told[-1].startswith("1 Zelle enthält keinen Betrag")
    assert "verborgene Zeile" in told[-1]


def test_grid_paste_tsv_that_does_not_fit_changes_nothing_and_says_so(qtbot, lasting_wizard, grid):
    before = lasting_wizard.page.file
    grid.select_cell(grid.model().rowCount() - 1, 1)
    paste(qtbot, grid, "1\n2")

    box = box_of(lasting_wizard)
    assert "hat 2 Zeilen" in box.text()
    box.close()
    assert lasting_wizard.page.file is before


def test_a_unit_in_the_header_is_asked_about(qtbot, lasting_wizard, grid):
    grid.select_cell(0, 1)
    paste(qtbot, grid, "2023 in T€\t2022 in T€\n1,5\t2")
    qtbot.waitUntil(lambda: box_of(lasting_wizard) is not None)
    box = box_of(lasting_wizard)

    assert "mit 1.000 malgenommen" in box.text()
    box.buttons()[0].click()
    assert (rows_of(lasting_wizard)[0].plan, rows_of(lasting_wizard)[0].previous) == (
        150_000,
        200_000,
    )


def test_rows_with_labels_find_their_places_in_one_step(qtbot, lasting_wizard, grid, told):
    before = lasting_wizard.page.file
    labels = [row.label for row in rows_of(lasting_wizard)]
    year = before.form.year
    grid.select_cell(0, 0)
    lines = [f"{labels[4]}\t9.000.000\t8.000.000", f"{labels[0]}\t7.500.000\t7.000.000"]
    text = "\n".join([f"\t{year}\t{year - 1}", *lines])
    with qtbot.waitSignal(grid.findChild(CellPasting).told):
        paste(qtbot, grid, text)
    rows = rows_of(lasting_wizard)

    assert (rows[4].plan, rows[0].previous) == (900_000_000, 700_000_000)
    assert told == ["2 Zeilen nach ihren Bezeichnungen eingefügt."]
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Z, CTRL)
    assert lasting_wizard.page.file.plan == before.plan


def test_rows_that_are_not_sure_open_the_assistant(qtbot, lasting_wizard, grid):
    labels = [row.label for row in rows_of(lasting_wizard)]
    grid.select_cell(0, 0)
    paste(qtbot, grid, f"{labels[4]}\t9.000.000\t8.000.000\nSonderposten\t5.000\t4.000")
    window = lasting_wizard.window()
    qtbot.waitUntil(lambda: window.findChild(ExcelImportDialog) is not None)
    dialog = window.findChild(ExcelImportDialog)
    qtbot.waitUntil(lambda: dialog.page.preview is not None)

    assert dialog.page.preview.captions["plan"].endswith("(angenommen)")
    dialog.reject()


def test_copied_cells_are_text_with_tabs_and_html_with_exact_values(qtbot, lasting_wizard, grid):
    grid.select_cell(1, 1)
    with qtbot.waitSignal(grid.findChild(CellPasting).told):
        paste(qtbot, grid, "1.000\t2,50\n−3\tk. A.")
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
    model = grid.model()
    chosen = grid.selectionModel().selection()
    chosen.clear()
    chosen.select(model.index(1, 1), model.index(2, 3))
    grid.selectionModel().select(chosen, select)
    qtbot.keyClick(grid, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()

    assert data.text() == "1.000\t2,50\t+997,50\n-3\tk. A.\t"
    block = block_of_clip(data.html(), "")
    assert [[str(cell.number) for cell in row] for row in block.rows] == [
        ["1000.00", "2.50", "0"],
        ["-3.00", "0", "0"],
    ]
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    rows = rows_of(lasting_wizard)
    assert all(row.cents("plan") is None for row in rows[1:3])
    assert not isinstance(rows[2].previous, TypedText)


def test_one_copied_cell_is_its_text(qtbot, lasting_wizard, grid):
    grid.select_cell(1, 1)
    paste(qtbot, grid, "−1.000")
    qtbot.keyClick(grid, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()

    assert (data.text(), data.hasHtml()) == ("-1.000", False)
