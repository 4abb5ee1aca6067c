"""Why a cell that can be read is asked about all the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lpd_desktop.excel.amount_cells import CellStatus, Reading
from lpd_desktop.excel.cell_units import TableUnits, format_unit, own_unit
from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.labelled_rows import LabelledRow
from lpd_desktop.excel.questions import QuestionKind
from lpd_desktop.excel.unit_words import UNIT_NAMES
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import BudgetColumn, BudgetRole
from lpd_desktop.plan.amounts import Unit

ANOTHER_COLUMN = "eine weitere Spalte nennt dasselbe Jahr"


class Doubts:
    """Everything that speaks against taking a cell unasked, by the kind of question."""

    def __init__(
        self, units: TableUnits, choices: ImportChoices, named_again: Collection[str], year: int
    ) -> None:
        """Takes the units, what was accepted, the rows that stand there twice, the plan year."""
        self._units = units
        self._accepted = frozenset(choices.accepted)
        self._again = named_again
        self._years: dict[BudgetColumn, int] = {"plan": year, "previous": year - 1}

    def about(
        self,
        row: LabelledRow,
        column: BudgetColumn,
        cell: WorkbookCell,
        reading: Reading,
        is_stale: bool,
    ) -> dict[QuestionKind, str]:
        """The open questions about a cell with their notes."""
        unit = self._units.of_cell(row, column, cell)
        found: dict[QuestionKind, str] = dict(self._of_reading(row, cell, reading, unit, is_stale))
        found |= dict(self._of_place(row, column))
        found |= dict(self._of_unit(row, column, cell))
        return {kind: note for kind, note in found.items() if kind not in self._accepted}

    def status(self, reading: Reading) -> CellStatus:
        """The status of a cell without open questions: what was accepted is no question."""
        return "ok" if reading.status == "asked" else reading.status

    def _of_reading(
        self, row: LabelledRow, cell: WorkbookCell, reading: Reading, unit: Unit, is_stale: bool
    ) -> Iterator[tuple[QuestionKind, str]]:
        if reading.status == "asked":
            role = row.match.row.role if row.match else "for_information"
            yield _kind(cell, role, is_stale), reading.note
        elif cell.kind == "text" and _is_ambiguous(cell.shows, unit):
            yield "comma", f"in „{cell.shows}“ kann das Zeichen Tausender oder Dezimalen trennen"
        elif cell.kind == "number" and cell.number > 0 and _looks_negative(cell.shows):
            note = f"die Zelle zeigt „{cell.shows}“, enthält aber eine positive Zahl"
            yield "display", note

    def _of_place(
        self, row: LabelledRow, column: BudgetColumn
    ) -> Iterator[tuple[QuestionKind, str]]:
        if row.match is not None and not row.match.is_sure:
            yield "row", f"die Zeile ist nur ähnlich benannt wie „{row.match.row.label}“"
        if row.other_name and row.match is not None and not row.match.is_chosen:
            yield "row", f"mit der Zeile darüber hieße die Bezeichnung „{row.other_name}“"
        if row.match is not None and row.match.row.key in self._again:
            yield "twice", "die Zeile steht mehrmals in der Mappe"
        if column in row.rivals:
            yield "column", ANOTHER_COLUMN
        elif column in row.columns.doubts:
            yield "column", row.columns.doubts[column]
        if row.years and self._years[column] not in row.years:
            named = ", ".join(map(str, sorted(row.years)))
            yield "year", f"die Bezeichnung nennt {named}"

    def _of_unit(
        self, row: LabelledRow, column: BudgetColumn, cell: WorkbookCell
    ) -> Iterator[tuple[QuestionKind, str]]:
        table, own = self._units.unit, own_unit(row, cell)
        by_caption = row.columns.units.get(column) or row.columns.title_unit
        if own is not None and own != table and cell.kind != "text":
            yield "mixed", f"die Zeile nennt {UNIT_NAMES[own]}, die Tabelle {UNIT_NAMES[table]}"
            return
        if self._units.is_confirmed or (own is not None and cell.kind == "text"):
            return
        formatted = format_unit(cell)
        named = by_caption or formatted
        if by_caption and formatted and by_caption != formatted:
            names = f"{UNIT_NAMES[by_caption]}, das Zahlenformat {UNIT_NAMES[formatted]}"
            yield "mixed", f"die Überschrift nennt {names}"
        elif named is not None and named != table:
            names = f"{UNIT_NAMES[named]} und {UNIT_NAMES[table]}"
            yield "mixed", f"die Mappe nennt verschiedene Einheiten: {names}"
        elif named not in (None, "eur"):
            yield "unit", f"die Mappe nennt als Einheit {UNIT_NAMES[table]}"


def _kind(cell: WorkbookCell, role: BudgetRole, is_stale: bool) -> QuestionKind:
    if is_stale:
        return "stale"
    if cell.decimals is not None and round(cell.number, cell.decimals) != cell.number:
        return "display"
    shown_negative = cell.number < 0 if cell.kind == "number" else _looks_negative(cell.shows)
    if shown_negative:
        return "minus" if role == "subtrahend" else "negative"
    return "display"


def _looks_negative(text: str) -> bool:
    bare = text.strip()
    return bare[:1] in ("-", "−", "–", "(") or bare[-1:] in ("-", "−")


def _is_ambiguous(text: str, unit: Unit) -> bool:
    """`29,521` in thousands may be written in English; so may `4.554` in millions."""
    if unit == "eur":
        return False
    return bool(re.search(r"\d,\d{3}(?!\d)", text)) or (
        unit == "mio" and bool(re.search(r"\d\.\d", text))
    )
