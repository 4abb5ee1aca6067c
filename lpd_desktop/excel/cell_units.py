"""The unit of every cell: what the workbook says at the cell, its row, its column, its title."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from lpd_desktop.excel.labelled_rows import LabelledRow
from lpd_desktop.excel.unit_words import one_unit, unit_in
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.plan.amounts import Unit


class TableUnits(msgspec.Struct, frozen=True):
    """The unit of a table.

    Attributes:
        unit: In which most of its numbers are read.
        named: What the workbook names, None for nothing.
        is_confirmed: Whether a person or a profile said it.
    """

    unit: Unit
    named: Unit | None
    is_confirmed: bool

    def of_cell(self, row: LabelledRow, column: BudgetColumn, cell: WorkbookCell) -> Unit:
        """The unit in which a cell is read."""
        own = own_unit(row, cell)
        if own is not None:
            return own
        if is_scaled(cell):
            return "eur"
        if self.is_confirmed:
            return self.unit
        return row.columns.units.get(column) or row.columns.title_unit or self.unit


def own_unit(row: LabelledRow, cell: WorkbookCell) -> Unit | None:
    """The unit that a text cell itself or its row names."""
    named = unit_in(cell.shows) if cell.kind == "text" else None
    return named or row.unit


def format_unit(cell: WorkbookCell) -> Unit | None:
    """The unit that the number format writes behind a number."""
    return unit_in(cell.shows) if cell.kind == "number" else None


def is_scaled(cell: WorkbookCell) -> bool:
    """Whether the number format leaves thousands out, so that the cell itself holds euros."""
    return cell.kind == "number" and cell.decimals is not None and cell.decimals < 0


def table_units(rows: Iterable[LabelledRow], chosen: Unit | None) -> TableUnits:
    """The unit of the whole table, from captions and titles, then from the number formats."""
    some = list(rows)
    by_caption = one_unit(
        row.columns.units.get(column) or row.columns.title_unit
        for row in some
        for column in row.cells
    )
    formats = one_unit(
        unit for row in some for cell in row.cells.values() if (unit := format_unit(cell))
    )
    named = by_caption or formats
    return TableUnits(chosen or named or "eur", named, chosen is not None)
