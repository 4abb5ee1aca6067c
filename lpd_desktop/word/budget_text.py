"""The budget's table out of a document: real tables, and rows that lost their grid."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from msgspec import UNSET

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, BudgetRole, Form
from lpd_desktop.form.similarity import best_match, normalised
from lpd_desktop.plan.amounts import AmountError, Unit, parse_amount
from lpd_desktop.plan.budget import Amount, BudgetTable, TableRow, TypedText
from lpd_desktop.plan.import_rules import (
    AMOUNT_SIGN,
    BUDGET_OWN_ROW,
)
from lpd_desktop.plan.import_rules import (
    BUDGET_COLUMNS as COLUMNS_RULE,
)
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.word.budget_lines import (
    BudgetLine,
    is_amount,
    is_prose,
    line_with_amounts,
    line_with_typed_figures,
)
from lpd_desktop.word.source import SourceLine, spans_text

_LINES_OF_A_LABEL = 3
_SAME_ROW = 80
_PROBABLY_A_ROW = 70
_ROWS_OF_A_TABLE = 3
_ROWS_AT_MOST = 200
_NO_COLUMN = -1


@dataclass
class BudgetParts:
    """A budget field divided: its table, the prose above and below, and what fitted nowhere."""

    rows: list[TableRow] = field(default_factory=list)
    prose: list[SourceLine] = field(default_factory=list)
    below: list[SourceLine] = field(default_factory=list)
    unplaced: list[SourceLine] = field(default_factory=list)
    form_lines: list[SourceLine] = field(default_factory=list)
    row_lines: list[SourceLine] = field(default_factory=list)

    @property
    def table(self) -> BudgetTable | None:
        """The table, None where the document has none."""
        return BudgetTable(rows=tuple(self.rows)) if self.rows else None


def divide(
    form: Form,
    item: BudgetItem,
    lines: list[SourceLine],
    captions: list[BudgetColumn],
    notes: list[ImportNote],
) -> BudgetParts:
    """Divides the lines of a budget field into table and prose.

    `captions` are the columns whose captions stood in the text, in their order.
    """
    reader = _Reader(form, item, notes)
    tables = {line.table for line in lines if line.cells}
    ours = {table for table in tables if reader.is_budget([x for x in lines if x.table == table])}
    if ours:
        reader.read_tables(lines, ours)
    elif captions or reader.looks_like_rows(lines):
        reader.read_rows(lines, captions)
    else:
        reader.parts.prose = list(lines)
    return reader.parts


class _Reader:
    """Reads the rows of one budget item."""

    def __init__(self, form: Form, item: BudgetItem, notes: list[ImportNote]) -> None:
        self.parts = BudgetParts()
        self._form = form
        self._item = item
        self._notes = notes
        self._taken: set[str] = set()

    def is_budget(self, rows: list[SourceLine]) -> bool:
        """Whether a real table is the budget's: half of its rows are known."""
        labels = [spans_text(row.cells[0]) for row in rows[:_ROWS_AT_MOST] if row.cells]
        if len(rows) > _ROWS_AT_MOST:
            return False
        known = sum(self._score(label) >= _PROBABLY_A_ROW for label in labels)
        return known * 2 >= len(labels) - 1 and known > 0

    def looks_like_rows(self, lines: list[SourceLine]) -> bool:
        """Whether several lines are known rows with amounts behind them."""
        found = [row for row in map(line_with_amounts, lines) if row is not None]
        if len(found) > _ROWS_AT_MOST:
            return False
        known = sum(self._score(row.label) >= _PROBABLY_A_ROW for row in found)
        return known >= _ROWS_OF_A_TABLE

    def read_rows(self, lines: list[SourceLine], captions: list[BudgetColumn]) -> None:
        """Rows of plain text: a label, over several lines perhaps, and amounts at its end."""
        columns = _columns(captions)
        if columns != list(BUDGET_COLUMNS):
            self._notes.append(ImportNote(rule=COLUMNS_RULE, quote=self._caption(columns[0])))
        last = max((i for i, line in enumerate(lines) if self._row_of(line)), default=-1)
        behind = self.parts.below if last >= 0 else self.parts.prose
        waiting: list[SourceLine] = []
        for index, line in enumerate(lines):
            row = self._row_of(line, below=bool(waiting))
            if index > last:
                behind.append(line)
            elif row is None and is_prose(line):
                self.parts.prose += [*waiting, line]
                waiting = []
            elif row is None:
                waiting.append(line)
            else:
                self._add_with(waiting, row, columns, line)
                self.parts.row_lines += [*waiting, line]
                waiting = []

    def _row_of(self, line: SourceLine, *, below: bool = False) -> BudgetLine | None:
        """A row with its amounts, also with figures that are none."""
        return line_with_typed_figures(line, line_with_amounts(line), self._score, below=below)

    def _caption(self, column: BudgetColumn) -> str:
        item = self._item
        wording = item.plan_caption if column == "plan" else item.previous_caption
        return self._form.text(wording)

    def _add_with(
        self,
        waiting: list[SourceLine],
        row: BudgetLine,
        columns: list[BudgetColumn],
        line: SourceLine,
    ) -> None:
        """Lines without amounts before a row begin its label, if it fits better with them."""
        texts = [" ".join(each.text.split()) for each in waiting]
        first = max(0, len(texts) - _LINES_OF_A_LABEL)
        starts = range(first, len(texts) + 1)
        tries = [" ".join([*texts[start:], row.label]).strip() for start in starts]
        scores = [self._score(label) for label in tries]
        best = max(range(len(tries)), key=lambda place: (scores[place], bool(tries[place]), -place))
        apart = first + best
        for text, each in zip(texts[:apart], waiting[:apart], strict=True):
            self._add(BudgetLine(text, ()), columns, each.number)
        self._add(BudgetLine(tries[best], row.amounts), columns, line.number)

    def read_tables(self, lines: list[SourceLine], ours: set[int]) -> None:
        """Real tables, with or without a header."""
        columns: list[int] = []
        unit: Unit = "eur"
        current = 0
        last = max(index for index, line in enumerate(lines) if line.table in ours)
        for index, line in enumerate(lines):
            if line.table not in ours:
                prose = self.parts.below if index > last else self.parts.prose
                prose.append(line)
                continue
            texts = [" ".join(spans_text(cell).split()) for cell in line.cells]
            if line.table != current:
                current = line.table
                columns = self._columns_of(texts)
                unit = _unit_of(texts)
                if not any(map(is_amount, texts[1:])):
                    self.parts.form_lines.append(line)
                    continue
            self._table_row(texts, columns, line, unit)

    def _table_row(
        self, texts: list[str], columns: list[int], line: SourceLine, unit: Unit
    ) -> None:
        cells = {
            column: texts[i]
            for column, i in zip(BUDGET_COLUMNS, columns, strict=True)
            if 0 <= i < len(texts)
        }
        if not any(texts):
            return
        self._append(texts[0], cells, line.number, unit)
        used = [0, *(place for place in columns if place > 0)]
        kept = tuple(cell for place, cell in enumerate(line.cells) if place in used)
        self.parts.row_lines.append(replace(line, cells=kept))
        self.parts.unplaced += [
            SourceLine(line.number, line.cells[place])
            for place, text in enumerate(texts)
            if text and place not in used
        ]

    def _columns_of(self, header: list[str]) -> list[int]:
        """Which cell holds the plan year and which the year before."""
        years = (self._form.year, self._form.year - 1)
        found = [
            next((i for i, text in enumerate(header) if i and str(year) in text), _NO_COLUMN)
            for year in years
        ]
        if found == [_NO_COLUMN, _NO_COLUMN]:
            return [1, 2]
        if _NO_COLUMN in found:
            other = 1 if max(found) != 1 else 2
            found = [other if place == _NO_COLUMN else place for place in found]
            found = [place if place < len(header) else _NO_COLUMN for place in found]
        elif found[0] > found[1]:
            self._notes.append(ImportNote(rule=COLUMNS_RULE, quote=" | ".join(header)))
        return found

    def _add(self, row: BudgetLine, columns: list[BudgetColumn], number: int) -> None:
        self._append(row.label, dict(zip(columns, row.amounts, strict=False)), number, "eur")

    def _append(self, label: str, cells: dict[BudgetColumn, str], number: int, unit: Unit) -> None:
        key, known, role = self._key(label)
        amounts = {column: self._amount(text, role, number, unit) for column, text in cells.items()}
        wording = known if known and normalised(known) == normalised(label) else label
        plan, previous = amounts.get("plan", UNSET), amounts.get("previous", UNSET)
        self.parts.rows.append(
            TableRow(key=key, label=wording, role=role, plan=plan, previous=previous)
        )
        if not known and amounts:
            self._notes.append(ImportNote(rule=BUDGET_OWN_ROW, quote=label, line=number))

    def _candidates(self) -> list[tuple[str, tuple[str, ...]]]:
        rows = [row for row in self._item.rows if row.key not in self._taken]
        return [(row.key, (row.label, *row.synonyms)) for row in rows]

    def _score(self, label: str) -> int:
        match = best_match(label, self._candidates()) if label.strip() else None
        return match.score if match else 0

    def _key(self, label: str) -> tuple[str, str, BudgetRole]:
        """Key, label and role of the form's row, or those of a row of the plan's own."""
        match = best_match(label, self._candidates())
        row = self._item.row(match.key) if match and match.score >= _SAME_ROW else None
        if row is None:
            own = sum(each.key.startswith("own_") for each in self.parts.rows) + 1
            return f"own_{own}", "", "for_information"
        self._taken.add(row.key)
        return row.key, row.label, row.role

    def _amount(self, text: str, role: BudgetRole, number: int, unit: Unit) -> Amount:
        if not any(sign.isalnum() for sign in text):
            return UNSET
        try:
            cents = parse_amount(text, unit)
        except AmountError:
            return TypedText(text.strip())
        if role == "subtrahend" and cents < 0:
            self._notes.append(ImportNote(rule=AMOUNT_SIGN, quote=text, line=number))
            return -cents
        return cents


def _columns(captions: list[BudgetColumn]) -> list[BudgetColumn]:
    first = captions[0] if captions else "plan"
    return ["plan", "previous"] if first == "plan" else ["previous", "plan"]


def _unit_of(header: list[str]) -> Unit:
    text = " ".join(header)
    if re.search(r"T€|TEUR|Tsd", text):
        return "teur"
    return "mio" if re.search(r"Mio", text) else "eur"
