"""From a recognised table to the rows and cells of a preview."""

from __future__ import annotations

import re

from lpd_desktop.excel.amount_cells import Reading, questioned, read_amount
from lpd_desktop.excel.preview import PreviewCell, PreviewRow
from lpd_desktop.excel.recognition import LabelledRow, RecognisedTable, own_key
from lpd_desktop.excel.row_matching import SURE, score_of
from lpd_desktop.excel.stored_results import StoredResults
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import (
    BUDGET_COLUMNS,
    BudgetColumn,
    BudgetItem,
    BudgetRole,
    BudgetRow,
)
from lpd_desktop.plan.amounts import Unit

UNIT_NAMES: dict[Unit, str] = {"eur": "Euro", "teur": "T€", "mio": "Mio. €"}


class PreviewBuilder:
    """Reads every cell of the table once; what is not sure is asked, never guessed.

    Attributes:
        unit: The unit in which numbers were read.
        is_unit_asked: Whether the sheet named it and nobody confirmed it.
        rows, cells: In the order of the workbook.
        twice: Rows left out because they name a row of the form once more.
    """

    def __init__(
        self,
        item: BudgetItem,
        table: RecognisedTable,
        unit: Unit | None,
        results: StoredResults,
    ) -> None:
        """Takes the unit that a person named; None asks about what the sheet says."""
        self.item = item
        self._results = results
        self.table = table
        named = table.columns.unit
        self.unit: Unit = unit or named or "eur"
        self.is_unit_asked = unit is None and named is not None
        self.twice: list[tuple[LabelledRow, BudgetRow]] = []
        self.rows: list[PreviewRow] = []
        self.cells: list[PreviewCell] = []
        self._again = self._rows_named_again()
        self._read_all()

    def _read_all(self) -> None:
        for row in self.table.rows:
            known = self._row_of(row)
            if known is not None:
                self.rows.append(known)
                self.cells += self._cells_of(row, known)

    def _row_of(self, row: LabelledRow) -> PreviewRow | None:
        label = row.name
        if row.match is not None:
            known, score = row.match.row, row.match.score
            return PreviewRow(
                key=known.key,
                label=known.label,
                role=known.role,
                workbook_label=label,
                score=score,
            )
        if row.own is not None:
            return PreviewRow(
                key=row.own.key,
                label=row.own.label,
                role=row.own.role,
                workbook_label=label,
                score=100,
                is_own=True,
            )
        again = self._row_named_again(label)
        if again is not None:
            self.twice.append((row, again))
            return None
        if not self._has_digits(row):
            return None
        taken = {each.key for each in self.rows} | {each.key for each in self.item.rows}
        return PreviewRow(
            key=own_key(label, taken),
            label=" ".join(label.split()),
            role="for_information",
            workbook_label=label,
            score=0,
            is_own=True,
        )

    def _has_digits(self, row: LabelledRow) -> bool:
        """An unknown row with words alone in the columns of the years is a remark."""
        cells = (row.cells.get(column) for column in self.table.columns.amounts.values())
        return any(
            cell.kind != "text" or re.search(r"\d", cell.shows)
            for cell in cells
            if cell is not None
        )

    def _row_named_again(self, label: str) -> BudgetRow | None:
        """The row of the form that this label names although another row has it already."""
        scored = [(score_of(label, row), row) for row in self.item.rows]
        score, best = max(scored, key=lambda pair: pair[0])
        return best if score >= SURE else None

    def _cells_of(self, row: LabelledRow, known: PreviewRow) -> list[PreviewCell]:
        cells = []
        for column in BUDGET_COLUMNS:
            number = self.table.columns.amounts.get(column)
            cell = row.cells.get(number) if number is not None else None
            if cell is None:
                continue
            reading = self._questioned(row, column, self._amount(cell, known.role))
            cells.append(
                PreviewCell(
                    row=known.key,
                    column=column,
                    cell=cell.address,
                    shows=cell.shows,
                    read_as=reading.cents,
                    status=reading.status,
                    note=reading.note,
                )
            )
        return cells

    def _amount(self, cell: WorkbookCell, role: BudgetRole) -> Reading:
        """The amount of a cell, asked where its formula gives another than was stored."""
        reading = read_amount(cell, self.unit, role)
        stale = self._results.stale(self.table.sheet, cell) if reading.cents is not None else None
        return reading if stale is None else questioned(cell, stale, self.unit, role)

    def _questioned(self, row: LabelledRow, column: BudgetColumn, reading: Reading) -> Reading:
        """The reading, asked where row, column or unit are not sure."""
        doubt = self._doubt(row, column)
        if reading.status not in ("ok", "asked") or not doubt:
            return reading
        note = f"{reading.note}; {doubt}" if reading.note else doubt
        return Reading("asked", reading.cents, note)

    def _doubt(self, row: LabelledRow, column: BudgetColumn) -> str:
        if row.match is not None and not row.match.is_sure:
            return f"die Zeile ist nur ähnlich benannt wie „{row.match.row.label}“"
        if row.match is not None and row.match.row.key in self._again:
            return "die Zeile steht mehrmals in der Mappe"
        if column in self.table.columns.rivals:
            return "eine weitere Spalte nennt dasselbe Jahr"
        if self.is_unit_asked:
            return f"die Mappe nennt als Einheit {UNIT_NAMES[self.unit]}"
        return ""

    def _rows_named_again(self) -> set[str]:
        """The keys of rows that are named again with other amounts than the first time."""
        return {
            again.key
            for row in self.table.rows
            if not row.is_known
            and (again := self._row_named_again(row.name)) is not None
            and not self._has_same_amounts(row, again)
        }

    def _has_same_amounts(self, row: LabelledRow, again: BudgetRow) -> bool:
        matches = (each for each in self.table.rows if each.match and each.match.row is again)
        first = next(matches, None)
        columns = self.table.columns.amounts.values()
        return first is None or all(
            _shown(row, column) in ("", _shown(first, column)) for column in columns
        )


def _shown(row: LabelledRow, column: int) -> str:
    cell = row.cells.get(column)
    return cell.shows if cell else ""
