"""From a recognised table to the rows and cells of a preview."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.excel.amount_cells import Reading, questioned, read_amount
from lpd_desktop.excel.cell_classes import is_amount
from lpd_desktop.excel.cell_units import TableUnits, is_scaled, table_units
from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.doubts import Doubts
from lpd_desktop.excel.own_table import OwnRow
from lpd_desktop.excel.preview import LeftOutRow, PreviewCell, PreviewRow, RowCandidate
from lpd_desktop.excel.recognition import LabelledRow, RecognisedTable, own_key
from lpd_desktop.excel.row_matching import SURE, RowMatcher
from lpd_desktop.excel.stored_results import StoredResults
from lpd_desktop.excel.workbook import Sheet, WorkbookCell
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, BudgetRole, BudgetRow
from lpd_desktop.plan.amounts import Unit, possible_readings

NO_AMOUNT = "in den Spalten der Jahre steht kein Betrag"
LEFT_OUT = "von Ihnen ausgelassen"
NAMED_AGAIN = "die Zeile steht schon einmal in der Mappe"


class PreviewBuilder:
    """Reads every cell of the table once; what is not sure is asked, never guessed.

    Attributes:
        units: The unit in which numbers were read, and who named it.
        rows, cells: In the order of the workbook.
        twice: Rows left out because they name a row of the form once more.
        left_out: All rows that are not read.
    """

    def __init__(
        self,
        item: BudgetItem,
        table: RecognisedTable,
        choices: ImportChoices,
        results: StoredResults,
        *,
        year: int,
        unit: Unit | None = None,
    ) -> None:
        """Takes the table and the plan year; `unit` is one to try where nobody chose any."""
        self.item = item
        self.table = table
        self._results = results
        self._matcher = RowMatcher(item)
        self.units: TableUnits = table_units(_known(table), choices.unit)
        if unit is not None:
            self.units = TableUnits(unit, self.units.named, self.units.is_confirmed)
        self.twice: list[tuple[LabelledRow, BudgetRow]] = []
        self.rows: list[PreviewRow] = []
        self.cells: list[PreviewCell] = []
        self.left_out: list[LeftOutRow] = []
        self._again = self._rows_named_again()
        self._doubts = Doubts(self.units, choices, self._again, year)
        for row in table.rows:
            self._read(row)

    def _read(self, row: LabelledRow) -> None:
        known = self._row_of(row)
        if known is None:
            return
        earlier = {each.key for each in self.rows}
        if known.key not in earlier:
            self.rows.append(known)
        taken = {(cell.row, cell.column) for cell in self.cells}
        self.cells += (
            cell for cell in self._cells_of(row, known) if (cell.row, cell.column) not in taken
        )

    def _row_of(self, row: LabelledRow) -> PreviewRow | None:
        if row.match is not None:
            return self._matched(row, row.match.row, row.match.score)
        if row.own is not None:
            return self._own(row, row.own)
        again = None if row.is_own_by_choice else self._row_named_again(row.name)
        if again is not None:
            self.twice.append((row, again))
            self._leave_out(row, NAMED_AGAIN)
            return None
        if not any(_is_amount(cell) for cell in row.cells.values()):
            self._leave_out(row, NO_AMOUNT)
            return None
        taken = {each.key for each in self.rows} | {each.key for each in self.item.rows}
        return PreviewRow(
            key=self._own_key(row, taken),
            label=" ".join(row.name.split()),
            role="for_information",
            workbook_label=row.name,
            score=0,
            is_own=True,
            cell=row.label.address,
            candidates=self._candidates(row.name),
        )

    def _own(self, row: LabelledRow, own: OwnRow) -> PreviewRow:
        """A row of the plan's own that the program wrote into the workbook."""
        return PreviewRow(
            key=own.key,
            label=own.label,
            role=own.role,
            workbook_label=row.name,
            score=100,
            is_own=True,
            cell=row.label.address,
        )

    def _own_key(self, row: LabelledRow, taken: set[str]) -> str:
        """Both sheets of a workbook with one sheet for each year speak of the same own row."""
        if self.table.second is row.sheet:
            key = own_key(row.name, {each.key for each in self.item.rows})
            filled = {cell.column for cell in self.cells if cell.row == key}
            if key in taken and not filled & set(row.cells):
                return key
        return own_key(row.name, taken)

    def _matched(self, row: LabelledRow, known: BudgetRow, score: int) -> PreviewRow:
        return PreviewRow(
            key=known.key,
            label=known.label,
            role=known.role,
            workbook_label=row.name,
            score=score,
            cell=row.label.address,
            is_asked=row.match is not None and not row.match.is_sure,
            candidates=self._candidates(row.name),
        )

    def _leave_out(self, row: LabelledRow, reason: str) -> None:
        self.left_out.append(LeftOutRow(row.name, row.label.address, reason))

    def _candidates(self, name: str) -> tuple[RowCandidate, ...]:
        found = self._matcher.candidates(name)
        return tuple(RowCandidate(each.row.key, each.row.label, each.score) for each in found)

    def _row_named_again(self, label: str) -> BudgetRow | None:
        """The row of the form that this label names although another row has it already."""
        best = next(iter(self._matcher.candidates(label)), None)
        return best.row if best is not None and best.score >= SURE else None

    def _cells_of(self, row: LabelledRow, known: PreviewRow) -> Iterator[PreviewCell]:
        for column in BUDGET_COLUMNS:
            cell = row.cells.get(column)
            if cell is not None:
                yield self._cell(row, column, cell, known)

    def _cell(
        self, row: LabelledRow, column: BudgetColumn, cell: WorkbookCell, known: PreviewRow
    ) -> PreviewCell:
        unit = self.units.of_cell(row, column, cell)
        reading, stale = self._amount(row.sheet, cell, unit, known.role)
        asked = self._doubts.about(row, column, cell, reading, stale) if _is_read(reading) else {}
        notes = [reading.note, *asked.values()]
        return PreviewCell(
            row=known.key,
            column=column,
            cell=address_in(self.table, row.sheet, cell),
            shows=cell.shows,
            read_as=reading.cents,
            status="asked" if asked else self._doubts.status(reading),
            note="; ".join(dict.fromkeys(note for note in notes if note)),
            is_text=cell.kind == "text",
            questions=tuple(asked),
            readings=_readings(reading, cell, known.role),
        )

    def _amount(
        self, sheet: Sheet, cell: WorkbookCell, unit: Unit, role: BudgetRole
    ) -> tuple[Reading, bool]:
        """The amount of a cell, and whether its formula gives another than was stored."""
        reading = read_amount(cell, unit, role)
        stale = self._results.stale(sheet, cell) if reading.cents is not None else None
        return (reading, False) if stale is None else (questioned(cell, stale, unit, role), True)

    def _rows_named_again(self) -> set[str]:
        """The keys of rows that are named again with other amounts than the first time."""
        firsts = {row.match.row.key: row for row in self.table.rows if row.match is not None}
        return {
            again.key
            for row in self.table.rows
            if not row.is_known
            and (again := self._row_named_again(row.name)) is not None
            and not _is_same(row, firsts.get(again.key))
        }


def _known(table: RecognisedTable) -> list[LabelledRow]:
    return [row for row in table.rows if row.match is not None]


def _is_same(row: LabelledRow, first: LabelledRow | None) -> bool:
    """Whether a row repeats the amounts of the first one, or a person chose that one."""
    if first is None or (first.match is not None and first.match.is_chosen):
        return True
    return all(
        name in first.cells and cell.shows in ("", first.cells[name].shows)
        for name, cell in row.cells.items()
    )


def _is_amount(cell: WorkbookCell) -> bool:
    """An unknown row with words, days or percentages alone is a remark."""
    if cell.kind == "text":
        return any(sign.isdigit() for sign in cell.shows) and is_near_amount(cell)
    return cell.kind in ("number", "error", "no_result") and not cell.is_percent


def is_near_amount(cell: WorkbookCell) -> bool:
    """Whether a text is meant as an amount rather than as a remark."""
    letters = sum(sign.isalpha() for sign in cell.shows)
    return is_amount(cell) or letters <= 12


def _is_read(reading: Reading) -> bool:
    return reading.status in ("ok", "asked")


def _readings(reading: Reading, cell: WorkbookCell, role: BudgetRole) -> tuple[int, ...]:
    """What a cell may mean: the reading, or what its malformed text could have meant."""
    if reading.cents is not None:
        return (reading.cents,)
    if cell.kind != "text" or reading.status != "refused":
        return ()
    found = possible_readings(cell.shows)
    return tuple(dict.fromkeys(abs(each) if role == "subtrahend" else each for each in found))


def address_in(table: RecognisedTable, sheet: Sheet, cell: WorkbookCell) -> str:
    """The address of a cell, with the name of the sheet where it is another one."""
    if sheet is table.sheet:
        return cell.address
    name = sheet.name if sheet.name.isalnum() else f"'{sheet.name}'"
    return f"{name}!{cell.address}"


__all__ = ["PreviewBuilder", "address_in", "is_scaled"]
