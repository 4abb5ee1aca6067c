"""The cells of a workbook as a table: what Excel shows, how it is read, how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from lpd_desktop.excel.choices import OWN, SKIP
from lpd_desktop.excel.preview import BudgetPreview, LeftOutRow, PreviewCell, PreviewRow
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.model_index import Index
from lpd_desktop.plan.amounts import format_amount

IN_BOOK, IN_PLAN, YEAR, CELL, SHOWS, READ, STATUS = range(7)
HEADERS = ("In der Mappe", "Im Plan", "Jahr", "Zelle", "Excel zeigt", "Gelesen als", "Status")
STATUSES = {
    "ok": ("done", "gelesen"),
    "asked": ("warning", "bitte bestätigen"),
    "refused": ("error", "kein Betrag"),
    "skipped": ("empty", "nicht übernommen"),
}
OPEN = ("asked", "refused")
_SKIPPED = "skipped:"


class PreviewModel(QAbstractTableModel):
    """One line for each cell; `amount_typed` and `row_picked` tell what a person decided."""

    amount_typed = Signal(object, str)
    row_picked = Signal(object, str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._year = year
        self._rows: dict[str, PreviewRow] = {}
        self._decided: dict[tuple[str, str], str] = {}
        self.cells: tuple[PreviewCell, ...] = ()

    def show(self, preview: BudgetPreview | None, decided: dict[tuple[str, str], str]) -> None:
        """Shows a preview; `decided` says of a cell how a person decided."""
        cells = (*preview.cells, *map(_as_cell, preview.left_out)) if preview else ()
        same = [(c.row, c.column) for c in cells] == [(c.row, c.column) for c in self.cells]
        rows = {row.key: row for row in _rows(preview)} if preview else {}
        if same and rows == self._rows:
            self.cells, self._decided = cells, dict(decided)
            self.dataChanged.emit(self.index(0, 0), self.index(len(cells) - 1, STATUS))
            return
        self.beginResetModel()
        self.cells, self._rows, self._decided = cells, rows, dict(decided)
        self.endResetModel()

    def row_named(self, key: str) -> PreviewRow | None:
        """The row of the workbook that goes to a row of the plan."""
        return self._rows.get(key)

    def candidates(self, place: int) -> tuple[str, ...]:
        """The keys of the rows of the form that the row on a line may mean, best first."""
        row = self._rows.get(self.cells[place].row)
        return tuple(each.row for each in row.candidates) if row else ()

    def next_open(self, after: int) -> int:
        """The line of the next cell that waits for a decision, -1 for none."""
        places = [place for place, cell in enumerate(self.cells) if cell.status in OPEN]
        return next((place for place in places if place > after), places[0] if places else -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (IN_PLAN, READ) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell, column = self.cells[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(index.row(), column)
            case Qt.ItemDataRole.EditRole:
                return self._edited(index.row(), column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.DecorationRole:
                return mark(STATUSES[cell.status][0]) if column == STATUS else None
            case Qt.ItemDataRole.AccessibleTextRole:
                label = self._label(cell)
                return f"{label}, {HEADERS[column]}: {self._text(index.row(), column)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cells[index.row()]
        is_same = value == self._edited(index.row(), index.column())
        if role != Qt.ItemDataRole.EditRole or (is_same and cell.status != "asked"):
            return False
        signal = self.row_picked if index.column() == IN_PLAN else self.amount_typed
        signal.emit(cell, str(value))
        return True

    def _edited(self, place: int, column: int) -> str:
        cell = self.cells[place]
        if column == IN_PLAN:
            return self._meaning(cell.row)
        if column == READ and cell.read_as is None:
            return cell.shows
        return self._text(place, column)

    def _text(self, place: int, column: int) -> str:
        cell = self.cells[place]
        row = self._rows.get(cell.row)
        texts = {
            IN_BOOK: row.workbook_label if row else "",
            IN_PLAN: self._label(cell),
            YEAR: str(self._year if cell.column == "plan" else self._year - 1),
            CELL: cell.cell,
            SHOWS: cell.shows,
            READ: "–" if cell.read_as is None else format_amount(cell.read_as),
            STATUS: self._status(cell),
        }
        return texts[column]

    def _meaning(self, key: str) -> str:
        """What the box of rows shows for a row."""
        row = self._rows.get(key)
        if row is None or key.startswith(_SKIPPED):
            return SKIP
        return OWN if row.is_own else key

    def _label(self, cell: PreviewCell) -> str:
        row = self._rows.get(cell.row)
        if row is None:
            return ""
        return f"eigene Zeile „{row.label}“" if row.is_own else row.label

    def _status(self, cell: PreviewCell) -> str:
        decided = self._decided.get((cell.row, cell.column))
        if decided:
            return decided
        status = STATUSES[cell.status][1]
        return f"{status}: {cell.note}" if cell.note else status


def _rows(preview: BudgetPreview) -> Iterator[PreviewRow]:
    yield from preview.rows
    for row in preview.left_out:
        yield PreviewRow(
            key=_SKIPPED + row.cell,
            label="nicht übernommen",
            role="for_information",
            workbook_label=row.label,
            score=0,
            cell=row.cell,
        )


def _as_cell(row: LeftOutRow) -> PreviewCell:
    """A row that is not read has one line, so that it can be brought back."""
    return PreviewCell(
        row=_SKIPPED + row.cell,
        column="plan",
        cell=row.cell,
        shows="",
        read_as=None,
        status="skipped",
        note=row.reason,
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    right = column in (SHOWS, READ)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
