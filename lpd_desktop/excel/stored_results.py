"""Whether the stored results of formulas follow from the cells that they name."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from lpd_desktop.excel.formula_terms import Area, Inputs, NotUnderstoodError, areas_of, reckon
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell

_NOISE = Decimal("0.000001")
_RELATIVE_NOISE = Decimal("1e-12")
_RANGE_LIMIT = 20_000
_CHAIN_LIMIT = 40
_VISITS_LIMIT = 100_000
_FUNCTION = re.compile(r"[A-Za-z]\(")


class StaleResult(msgspec.Struct, frozen=True):
    """A stored result that contradicts its inputs.

    Attributes:
        expected: What follows from the inputs; None where only so much is clear that the stored
            zero cannot be right.
    """

    expected: Decimal | None


class StoredResults:
    """Reckons simple formulas of one workbook again; each cell once."""

    def __init__(self, book: Workbook) -> None:
        """Takes the workbook as it was read."""
        self._sheets = {sheet.name.casefold(): sheet for sheet in book.sheets}
        self._known: dict[tuple[str, int, int], Decimal | None] = {}
        self._open: set[tuple[str, int, int]] = set()
        self._visits = 0

    def stale(self, sheet: Sheet, cell: WorkbookCell) -> StaleResult | None:
        """What contradicts the stored result of a cell; None for nothing."""
        if cell.kind != "number" or not cell.formula:
            return None
        expected = self._safe_result(sheet, cell)
        if expected is not None:
            return None if _is_same(expected, cell.number) else StaleResult(expected)
        if cell.number == 0 and self._zero_is_doubtful(sheet, cell):
            return StaleResult(None)
        return None

    def _safe_result(self, sheet: Sheet, cell: WorkbookCell) -> Decimal | None:
        try:
            return self._result(sheet, cell, 0)
        except RecursionError:  # deeply nested formulas that name each other
            self._open.clear()
            return None

    def _result(self, sheet: Sheet, cell: WorkbookCell, depth: int) -> Decimal | None:
        """The result of a formula by its inputs, None where it cannot be told."""
        key = (sheet.name, cell.row, cell.column)
        if key in self._open:
            raise NotUnderstoodError  # it names itself
        if key not in self._known:
            self._open.add(key)
            is_near = depth < _CHAIN_LIMIT and self._visits < _VISITS_LIMIT
            self._known[key] = self._reckoned(sheet, cell, depth) if is_near else None
            self._open.discard(key)
        return self._known[key]

    def _reckoned(self, sheet: Sheet, cell: WorkbookCell, depth: int) -> Decimal | None:
        inputs = Inputs(
            lambda area: self._single(self._sheet_of(area, sheet), area, depth),
            lambda area, flag: self._values(self._sheet_of(area, sheet), area, depth, flag),
        )
        try:
            return reckon(cell.formula, inputs)
        except NotUnderstoodError:
            return None

    def _sheet_of(self, area: Area, own: Sheet) -> Sheet:
        sheet = self._sheets.get(area.sheet.casefold()) if area.sheet else own
        if sheet is None:
            raise NotUnderstoodError
        return sheet

    def _single(self, sheet: Sheet, area: Area, depth: int) -> Decimal:
        cell = sheet.cell_at(area.top, area.left)
        if cell is None:
            self._refuse_unread(sheet, area)
            return Decimal(0)
        if cell.kind == "text" or (cell.kind == "other" and not cell.number):
            raise NotUnderstoodError
        return self._number(sheet, cell, depth)

    def _values(self, sheet: Sheet, area: Area, depth: int, is_subtotal: bool) -> list[Decimal]:
        size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
        self._visits += size
        if size > _RANGE_LIMIT or self._visits > _VISITS_LIMIT:
            raise NotUnderstoodError
        self._refuse_unread(sheet, area)
        found = []
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                cell = sheet.cell_at(row, column)
                if cell is not None and self._counts(cell, is_subtotal):
                    found.append(self._number(sheet, cell, depth))
        return found

    def _counts(self, cell: WorkbookCell, is_subtotal: bool) -> bool:
        """Text and truth values do not count in a sum, nor subtotals in another one."""
        if is_subtotal and cell.is_hidden:
            raise NotUnderstoodError
        if is_subtotal and "SUBTOTAL(" in cell.formula.upper():
            return False
        return cell.kind != "text" and not (cell.kind == "other" and not cell.number)

    def _refuse_unread(self, sheet: Sheet, area: Area) -> None:
        """Cells beyond the limits were not read, so a sum over them cannot be told."""
        last = len(sheet.rows)
        if (sheet.is_cut_below and area.bottom > last) or (sheet.is_cut_right and area.right > 100):
            raise NotUnderstoodError

    def _number(self, sheet: Sheet, cell: WorkbookCell, depth: int) -> Decimal:
        """What a cell holds; of a formula, what follows from its inputs where that can be told."""
        if cell.kind == "error":
            raise NotUnderstoodError
        self._visits += 1
        if cell.formula or cell.kind == "no_result":
            expected = self._result(sheet, cell, depth + 1)
            if expected is not None:
                return expected
            if cell.kind == "no_result":
                raise NotUnderstoodError
        return cell.number

    def _zero_is_doubtful(self, sheet: Sheet, cell: WorkbookCell) -> bool:
        """A zero although some input is none; functions that are not reckoned may well give it."""
        if _FUNCTION.search(cell.formula) and not _stores_only_zeros(sheet):
            return False
        for area in areas_of(cell.formula):
            named = self._sheets.get(area.sheet.casefold()) if area.sheet else sheet
            found = named.cell_at(area.top, area.left) if named else None
            if found is not None and found.kind == "number" and found.number:
                return True
        return False


def _stores_only_zeros(sheet: Sheet) -> bool:
    """Programs that cannot reckon store a zero for every formula."""
    results = [cell for cell in sheet.cells if cell.formula]
    return len(results) > 1 and all(cell.kind == "number" and not cell.number for cell in results)


def _is_same(left: Decimal, right: Decimal) -> bool:
    return abs(left - right) <= _NOISE + _RELATIVE_NOISE * max(abs(left), abs(right))
