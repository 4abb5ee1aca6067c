"""A block of cells from the clipboard into a budget table, from one cell on.

Nothing is guessed: a block that does not fit is refused before anything changes, an exact value is
taken where the clipboard names one, and what is no amount stays visible as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from msgspec import UNSET
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import table_of, typed_amount, with_table
from lpd_desktop.excel.captions import caption_of
from lpd_desktop.excel.cell_classes import is_amount, is_word
from lpd_desktop.excel.pasted_block import PastedBlock, block_of_cells, block_of_text
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.amounts import UNIT_FACTORS, AmountError, Unit, parse_amount
from lpd_desktop.plan.budget import Amount, TableRow, TypedText
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.german import counted
from lpd_desktop.word.html_cells import cells_of_html

LABELS = 0
"""The column of labels; behind it those of `BUDGET_COLUMNS`, then columns that are reckoned."""

_RECKONED = 2
_LARGEST = Decimal(10) ** 15


class BlockDoesNotFitError(NotAllowedError):
    """The block is larger than the table from the chosen cell on, or belongs to other columns."""


@dataclass(frozen=True)
class Target:
    """The cell from which on a block goes in, both counted from 0."""

    item: str
    row: int
    column: int


@dataclass(frozen=True)
class Filled:
    """The file with the cells taken in, and what there is to tell; empty for nothing."""

    file: LpdFile
    told: str = ""


def block_of_clip(html: str, text: str) -> PastedBlock:
    """The cells of a clipboard; those of the HTML where it holds exactly one table.

    LibreOffice's and Excel's plain text has hidden rows too, and no exact values.

    Raises:
        TooMuchToPasteError: more than can be taken in at once.
    """
    found = cells_of_html(html) if html else None
    if found is None:
        return block_of_text(text)
    rows = [[(cell.text, cell.value) for cell in row] for row in found.rows]
    return block_of_cells(rows, hidden=found.hidden)


def names_rows(block: PastedBlock, item: BudgetItem) -> bool:
    """Whether the block has labels that mean rows of the form beside amounts."""
    from lpd_desktop.excel.row_matching import RowMatcher

    if block.width < 2:
        return False
    matcher = RowMatcher(item)
    texts = {cell.shows for row in block.rows for cell in row if is_word(cell)}
    has_amounts = any(is_amount(cell) for row in block.rows for cell in row)
    return has_amounts and any(matcher.names_row(text) for text in texts)


def unit_of_header(block: PastedBlock) -> Unit | None:
    """The unit that the first row names in words, where it is a header; None for none or euros."""
    if block.height < 2 or any(is_amount(cell) for cell in block.rows[0]):
        return None
    units = [caption_of(cell).unit for cell in block.rows[0] if cell.kind == "text"]
    return next((unit for unit in units if unit not in (None, "eur")), None)


def fill_from(file: LpdFile, target: Target, block: PastedBlock, unit: Unit = "eur") -> Filled:
    """Fills cells by their place.

    Args:
        file: The draft.
        target: The cell for the first one of the block.
        block: What was copied.
        unit: That of amounts which name none themselves.

    Raises:
        BlockDoesNotFitError: there is no room; nothing was changed.
    """
    block = _without_header(block, file.form.year, target)
    table = table_of(file, target.item)
    _refuse_what_does_not_fit(block, target, len(table.rows))
    reading = _Reading(unit)
    rows = list(table.rows)
    for offset, cells in enumerate(block.rows):
        rows[target.row + offset] = reading.filled(rows[target.row + offset], cells, target.column)
    after = with_table(file, target.item, changed(table, rows=tuple(rows)))
    return Filled(after, reading.told(block.hidden))


def clear_cells(file: LpdFile, item: str, cells: Iterable[tuple[int, BudgetColumn]]) -> LpdFile:
    """Empties amounts by row and column."""
    table = table_of(file, item)
    rows = list(table.rows)
    for row, column in cells:
        rows[row] = changed(rows[row], **{column: UNSET})
    return with_table(file, item, changed(table, rows=tuple(rows)))


def _without_header(block: PastedBlock, year: int, target: Target) -> PastedBlock:
    """The block without a first row that names years or a unit.

    Raises:
        BlockDoesNotFitError: a year stands above another column than the one it goes to.
    """
    first = block.rows[0] if block.rows else ()
    captions = [(place, caption_of(cell)) for place, cell in enumerate(first) if cell.shows]
    years = dict(zip(range(1, 3), (year, year - 1), strict=True))
    if block.height < 2 or not captions:
        return block
    if not all(len(caption.years) == 1 for _place, caption in captions):
        is_unit = all(each.unit and not is_amount(first[place]) for place, each in captions)
        return block.below(1) if is_unit else block
    for place, caption in captions:
        wanted, found = years.get(target.column + place), next(iter(caption.years))
        if found != wanted:
            raise BlockDoesNotFitError(
                f"Über den kopierten Beträgen steht {found}, sie kämen aber in die Spalte "
                f"{wanted or 'der Veränderung'}. Bitte wählen Sie die Zelle, in die der erste "
                "Betrag gehört."
            )
    return block.below(1)


def _refuse_what_does_not_fit(block: PastedBlock, target: Target, rows: int) -> None:
    room = rows - target.row
    if block.is_cut or block.height > room:
        raise BlockDoesNotFitError(
            f"Der kopierte Block hat {counted(block.height, 'Zeile', 'Zeilen')}, von der gewählten "
            f"Zelle an hat die Tabelle noch {counted(room, 'Zeile', 'Zeilen')}. Es wurde nichts "
            "eingefügt."
        )
    last = len(BUDGET_COLUMNS) + _RECKONED
    if target.column > len(BUDGET_COLUMNS) or target.column + block.width - 1 > last:
        raise BlockDoesNotFitError(
            f"Der kopierte Block hat {counted(block.width, 'Spalte', 'Spalten')}; von der "
            "gewählten Zelle an ist dafür kein Platz. Es wurde nichts eingefügt."
        )


class _Reading:
    """Reads cells and counts what is worth a word."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._exact = 0
        self._unread = 0

    def filled(self, row: TableRow, cells: tuple[WorkbookCell, ...], first: int) -> TableRow:
        """A row with the cells of one line; an empty label leaves the one that is there."""
        for place, cell in enumerate(cells, first):
            if place == LABELS and cell.shows:
                row = changed(row, label=" ".join(cell.shows.split()))
            elif LABELS < place <= len(BUDGET_COLUMNS):
                row = changed(row, **{BUDGET_COLUMNS[place - 1]: self._amount(cell)})
        return row

    def _amount(self, cell: WorkbookCell) -> Amount:
        cents = self._cents(cell)
        if cents is not None:
            self._exact += cell.kind == "number" and _shown_cents(cell, self._unit) != cents
            return cents
        amount = typed_amount(cell.shows) if self._unit == "eur" else _in_unit(cell, self._unit)
        self._unread += isinstance(amount, TypedText)
        return amount

    def _cents(self, cell: WorkbookCell) -> int | None:
        """The exact value in cents; None where none is known, or it has parts of a cent."""
        if cell.kind != "number" or cell.is_percent:
            return None
        cents = cell.number * 100 * UNIT_FACTORS[self._unit]
        is_whole = cents == cents.to_integral_value() and abs(cents) < _LARGEST
        return int(cents) if is_whole else None

    def told(self, hidden: int) -> str:
        """One line about what was not plain."""
        parts = []
        if self._unread:
            parts.append(
                "1 Zelle enthält keinen Betrag und bleibt stehen, wie sie geschrieben ist."
                if self._unread == 1
                else f"{self._unread} Zellen enthalten keinen Betrag und bleiben stehen, wie sie "
                "geschrieben sind."
            )
        if self._exact:
            amounts = counted(self._exact, "Betrag war", "Beträge waren")
            parts.append(f"{amounts} gerundet angezeigt; übernommen ist der genaue Wert.")
        if hidden:
            lines = counted(hidden, "verborgene Zeile oder Spalte", "verborgene Zeilen und Spalten")
            parts.append(f"Ausgelassen: {lines}.")
        return " ".join(parts)


def _shown_cents(cell: WorkbookCell, unit: Unit) -> int | None:
    """What the displayed text says; the cell's own value where its form is not German."""
    try:
        return parse_amount(cell.shows, unit)
    except AmountError:
        is_all = cell.decimals is not None and cell.decimals >= 0
        places = Decimal(1).scaleb(-(cell.decimals or 0))
        if is_all and cell.number == cell.number.quantize(places):
            return int(cell.number * 100 * UNIT_FACTORS[unit])
        return None


def _in_unit(cell: WorkbookCell, unit: Unit) -> Amount:
    if not cell.shows:
        return UNSET
    try:
        return parse_amount(cell.shows, unit)
    except AmountError:
        return TypedText(cell.shows)
