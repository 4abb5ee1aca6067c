"""Stored values into cells: what each kind of value is and what Excel shows of it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import msgspec

from lpd_desktop.excel.display import NumberFormat, shown_by
from lpd_desktop.excel.error_values import german_error, is_error_text
from lpd_desktop.excel.workbook import CellKind, WorkbookCell

_EXACT_DIGITS = 15
_LARGEST_EXPONENT = 308
_LONGEST_NUMBER = 400


class CellPlace(msgspec.Struct, gc=False):
    """Where a cell stands, and what is known of it besides its value."""

    row: int
    column: int
    is_hidden: bool = False
    formula: str = ""
    comment: str = ""


def text_cell(place: CellPlace, text: str, footnote: str = "") -> WorkbookCell:
    """A cell of text; the name of an error value is one."""
    cleaned = text.strip()
    if cleaned[:1] in ("#", "E") and is_error_text(cleaned):
        return error_cell(place, cleaned)
    return _cell(place, "text" if cleaned else "empty", cleaned, footnote=footnote)


def error_cell(place: CellPlace, stored: str) -> WorkbookCell:
    """A cell with an error value, shown in German."""
    return _cell(place, "error", german_error(stored))


def no_result_cell(place: CellPlace) -> WorkbookCell:
    """A formula whose result was never stored."""
    return _cell(place, "no_result", "")


def other_cell(place: CellPlace, shows: str, number: Decimal = Decimal(0)) -> WorkbookCell:
    """A day, a time or a truth value."""
    return _cell(place, "other", shows, number)


def number_cell(place: CellPlace, number: Decimal, how: NumberFormat) -> WorkbookCell:
    """A number as its format displays it."""
    section = how.section_for(number)
    decimals = None if section.decimals is None else section.decimals - 3 * section.scale
    shows = shown_by(number, how, section)
    return shown_number_cell(place, number, shows, decimals, section.is_percent)


def shown_number_cell(
    place: CellPlace, number: Decimal, shows: str, decimals: int | None, is_percent: bool
) -> WorkbookCell:
    """A number of which it is known what is displayed."""
    return WorkbookCell(
        place.row,
        place.column,
        "number",
        shows,
        number,
        decimals,
        is_percent,
        place.is_hidden,
        place.formula,
        "",
        place.comment,
    )


def _cell(
    place: CellPlace,
    kind: CellKind,
    shows: str,
    number: Decimal = Decimal(0),
    footnote: str = "",
) -> WorkbookCell:
    return WorkbookCell(
        place.row,
        place.column,
        kind,
        shows,
        number,
        None,
        False,
        place.is_hidden,
        place.formula,
        footnote,
        place.comment,
    )


def exact(value: float | Decimal) -> Decimal:
    """The decimal number a float stands for: the shortest that gives the same float.

    Excel reckons with 15 digits; what lies beyond is noise of the binary fraction.
    """
    number = Decimal(str(value))
    return Decimal(format(number, ".15g")) if isinstance(value, float) else number


def exact_of_text(text: str) -> Decimal | None:
    """The number a file writes as text with a point; None for what is no number."""
    if len(text) <= _EXACT_DIGITS and text.isdecimal():
        return Decimal(text)
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or number.adjusted() > _LARGEST_EXPONENT or "_" in text:
        return None
    if len(text) <= _EXACT_DIGITS and "e" not in text.lower():
        return number
    return Decimal(format(number, ".15g"))
