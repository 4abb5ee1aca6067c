"""What the amounts of a budget rest on: source, date and status of each column."""

from __future__ import annotations

from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import table_of, with_table
from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.plan.budget import Basis
from lpd_desktop.plan.file import LpdFile


def basis_of(file: LpdFile, item: str, column: BudgetColumn) -> Basis:
    """The basis of one column, an empty one where nothing is named."""
    return table_of(file, item).basis.of(column) or Basis()


def set_basis(file: LpdFile, item: str, column: BudgetColumn, basis: Basis) -> LpdFile:
    """Names the basis of one column; an empty one takes it away."""
    table = table_of(file, item)
    value = None if basis == Basis() else basis
    return with_table(file, item, changed(table, basis=changed(table.basis, **{column: value})))
