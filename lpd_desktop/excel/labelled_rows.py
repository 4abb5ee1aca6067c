"""The rows of a table: which cell labels a line, and what it is called with its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from lpd_desktop.excel.captions import caption_of, years_in
from lpd_desktop.excel.cell_classes import is_amount, is_word
from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.columns import Columns
from lpd_desktop.excel.grid import Grid, Line
from lpd_desktop.excel.label_words import words_of
from lpd_desktop.excel.own_table import OwnRow
from lpd_desktop.excel.row_matching import RowMatch, RowMatcher
from lpd_desktop.excel.segments import Segment
from lpd_desktop.excel.unit_words import unit_behind
from lpd_desktop.excel.workbook import Sheet, WorkbookCell
from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.plan.amounts import Unit

_LABELS_LOOKED_AT = 60
_REST = re.compile(r"\s*(?:\((?!\d)|(?:den|der|des|dem|und|im Rahmen)\b)")
_WAITING = re.compile(
    r"(?:\b(?:abzgl\.?|abzüglich|zzgl\.?|zuzüglich):?"
    r"|\b(?:aus|aus den|von|vom|zu|zum|zur|der|des|den|dem|im|in|in den|und|ohne|mit|für|nach)"
    r"|[-–,(/§])\s*$",
    re.IGNORECASE,
)


class LabelledRow(msgspec.Struct, frozen=True):
    """One row below a header: its label and its cells.

    Attributes:
        name: The label, with the heading or the second line that completes it.
        cells: From plan or previous year to the cell.
        columns: The header that stands above it.
        unit: The unit behind the label.
        years: The years that the label names.
        rivals: Which columns have another candidate that holds an amount in this row.
        other_name: What the label says with the line above, where that is another row.
        is_own_by_choice: Whether a person said that it is a row of the plan's own.
        own: A row of the plan's own in a workbook that the program wrote.
    """

    name: str
    label: WorkbookCell
    cells: dict[BudgetColumn, WorkbookCell]
    columns: Columns
    sheet: Sheet
    unit: Unit | None = None
    years: frozenset[int] = frozenset()
    rivals: frozenset[BudgetColumn] = frozenset()
    match: RowMatch | None = None
    other_name: str = ""
    own: OwnRow | None = None
    is_own_by_choice: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is clear which row it is."""
        return self.match is not None or self.own is not None or self.is_own_by_choice


class RowReader:
    """Reads the rows of one segment of a grid."""

    def __init__(
        self, grid: Grid, segment: Segment, matcher: RowMatcher, choices: ImportChoices
    ) -> None:
        """Takes the grid, one of its tables, and what was chosen."""
        self._grid = grid
        self._segment = segment
        self._matcher = matcher
        self._places = segment.columns.places
        self._lines = range(segment.first, min(segment.last, len(grid.lines)) + 1)
        self.label_place = self._chosen_place(choices) or self._best_place()
        self.unlabelled: list[int] = []

    def _chosen_place(self, choices: ImportChoices) -> int | None:
        return self._grid.place_named(choices.label_column) if choices.label_column else None

    def _best_place(self) -> int:
        """The place whose words name most rows of the form, else that with most words."""
        found: dict[int, list[str]] = {}
        for line in self._lines:
            if self._amounts(line):
                for place, cell in self._words(line):
                    found.setdefault(place, []).append(cell.shows)
        scored = [
            (self._known(texts), len(set(texts)), -place, place) for place, texts in found.items()
        ]
        return max(scored)[-1] if scored else 1

    def _known(self, texts: list[str]) -> int:
        some = texts[:_LABELS_LOOKED_AT]
        return sum(10 * self._matcher.names_row(text) for text in some) + sum(
            bool(self._matcher.candidates(text)) for text in some
        )

    def _words(self, line: int) -> Iterator[tuple[int, WorkbookCell]]:
        """The labels on a line by place, merged ones too."""
        last = max((self._grid.place_of(each) for each in self._grid.lines[line - 1]), default=0)
        last = min(last, self._grid.places_looked_at, self._segment.last_place)
        for place in range(self._segment.first_place, last + 1):
            cell = self._grid.caption(line, place)
            if cell is not None and place not in self._places and is_word(cell):
                yield place, cell

    def _amounts(self, line: int) -> dict[BudgetColumn, WorkbookCell]:
        cells = self._segment.columns.amounts.items()
        return {name: cell for name, at in cells if (cell := self._grid.cell(line, at))}

    def rows(self) -> Iterator[LabelledRow]:
        """The rows with something in a column of amounts, from above."""
        section, before = "", ""
        for line in self._lines:
            label = self._label(line)
            cells = self._amounts(line)
            if not cells or self._is_header(line, cells, label):
                heading = label.shows if label and not cells else ""
                section, before = heading or section, heading
                continue
            if label is None:
                if any(is_amount(cell) for cell in cells.values()):
                    self.unlabelled.append(line)
                continue
            name = self._name(line, label, before, section)
            section = "" if self._begins_anew(name, section) else section
            row = self._row(line, name, label, cells)
            yield replace(row, other_name=self._other_name(name, label, before))
            before = ""

    def _begins_anew(self, name: str, section: str) -> bool:
        """Whether a row is the total of another section than the heading above names."""
        totals = [row for row in self._matcher.named(name) if row.role == "total"]
        return bool(totals) and not set(words_of(section)) & set(words_of(name))

    def _label(self, line: int) -> WorkbookCell | None:
        """The label of a line: at the place of labels, else the word nearest to the amounts."""
        cell = self._grid.caption(line, self.label_place)
        if cell is not None and is_word(cell):
            return cell
        first = min(self._segment.columns.amounts.values())
        words = list(self._words(line))
        left = [each for place, each in words if place < first]
        return left[-1] if left else next((each for _place, each in words), None)

    def _is_header(
        self, line: int, cells: dict[BudgetColumn, WorkbookCell], label: WorkbookCell | None
    ) -> bool:
        """Whether a line repeats the header or numbers the columns."""
        if line in self._grid.numbering_lines:
            return True
        if any(is_amount(cell) for cell in cells.values()):
            return False
        shown = {name: " ".join(cell.shows.split()) for name, cell in cells.items()}
        captions = self._segment.columns.captions
        if len(shown) > 1 and all(captions[name] == text for name, text in shown.items()):
            return True
        if label is not None and self._matcher.names_row(label.shows):
            return False
        return all(
            shown[name] in captions[name] or caption_of(cell).names_year
            for name, cell in cells.items()
        )

    def _name(self, line: int, label: WorkbookCell, before: str, section: str) -> str:
        """The label, with what stands around it where only together they name a row."""
        whole = f"{before} {label.shows}"
        if before and (_waits(before) or _is_rest(label.shows)):
            return whole
        if label.shows.strip()[:1].islower() and self._adds_to(whole, label.shows, before):
            return whole
        if self._matcher.names_row(label.shows):
            return label.shows
        around = self._surroundings(line, label, before, section)
        joined = [f"{text} {label.shows}" for text in around]
        joined += [f"{label.shows} {text}" for text in self._next_line(line)]
        return next((each for each in joined if self._matcher.names_row(each)), label.shows)

    def _adds_to(self, whole: str, label: str, before: str) -> bool:
        """Whether the line above makes the label that of another row."""
        named = self._matcher.named(whole) if before else ()
        return bool(named) and named != self._matcher.named(label)

    def _other_name(self, name: str, label: WorkbookCell, before: str) -> str:
        """The label with the line above, where that names another row than the label alone."""
        whole = f"{before} {label.shows}"
        is_other = name == label.shows and self._adds_to(whole, name, before)
        return whole if is_other else ""

    def _surroundings(
        self, line: int, label: WorkbookCell, before: str, section: str
    ) -> Iterator[str]:
        place = self._grid.place_of(label)
        left = [each.shows for at, each in self._words(line) if at < place and each is not label]
        yield from (text for text in (before, " ".join(dict.fromkeys(left)), section) if text)

    def _next_line(self, line: int) -> Iterator[str]:
        """The next line where it goes on with the label and holds no amounts."""
        if line < len(self._grid.lines) and not self._amounts(line + 1):
            cell = self._grid.cell(line + 1, self.label_place)
            if cell is not None and is_word(cell):
                yield cell.shows

    def _row(
        self, line: int, name: str, label: WorkbookCell, cells: dict[BudgetColumn, WorkbookCell]
    ) -> LabelledRow:
        columns = self._segment.columns
        return LabelledRow(
            name=name,
            label=label,
            cells=cells,
            columns=columns,
            sheet=self._grid.sheet,
            unit=unit_behind(label.shows),
            years=years_in(label.shows),
            rivals=frozenset(
                column
                for column, places in columns.rivals.items()
                if any(self._grid.cell(line, place) for place in places)
            ),
        )

    def line_of(self, row: LabelledRow) -> Line:
        """All cells of a row."""
        return self._grid.lines[self._grid.line_of(row.label) - 1]


def _waits(before: str) -> bool:
    """Whether a line without amounts ends in the middle of a label."""
    return bool(_WAITING.search(before))


def _is_rest(label: str) -> bool:
    """Whether a label begins in the middle: with an article, or in brackets."""
    return bool(_REST.match(label))
