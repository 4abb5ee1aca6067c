"""From the XML of an OpenDocument spreadsheet to its sheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal

from lpd_desktop.excel.cell_values import (
    CellPlace,
    error_cell,
    exact_of_text,
    no_result_cell,
    other_cell,
    shown_number_cell,
    text_cell,
)
from lpd_desktop.excel.displayed_text import displayed_decimals
from lpd_desktop.excel.limits import CELLS_LIMIT, ELEMENTS_LIMIT
from lpd_desktop.excel.opendocument.formulas import plain_formula
from lpd_desktop.excel.opendocument.sheet_events import OdsCell, OdsSheet, SheetEvents
from lpd_desktop.excel.package import refusal
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell
from lpd_desktop.excel.xml_events import Allowance, XmlReader

_MANIFEST = "META-INF/manifest.xml"
_NUMBERS = ("float", "currency", "percentage")


def read_opendocument(data: bytes, name: str) -> Workbook:
    """The sheets of an OpenDocument spreadsheet.

    Args:
        data: The bytes of the file, looked at before by `kind_of_package`.
        name: Its name.

    Raises:
        UnreadableWorkbookError: it is protected by a password.
        BadXmlError: damaged.
        TooMuchError: more XML than any budget has.
    """
    events = SheetEvents(CELLS_LIMIT)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _refuse_encrypted(package, name)
        with package.open("content.xml") as source:
            reader = XmlReader(
                Allowance(ELEMENTS_LIMIT), events.starts(), events.ends(), events.take
            )
            reader.read(source)
        has_macros = any(each.startswith(("Basic/", "Scripts/")) for each in package.namelist())
    sheets = tuple(_sheet(each, events.hidden_styles) for each in events.sheets)
    has_links = any("file:" in cell.formula for sheet in sheets for cell in sheet.cells)
    return Workbook(
        name,
        sheets,
        unread_sheets=tuple(events.unread),
        has_macros=has_macros,
        has_links=has_links,
    )


def _refuse_encrypted(package: zipfile.ZipFile, name: str) -> None:
    names = package.namelist()
    manifest = b""
    if _MANIFEST in names:
        with package.open(_MANIFEST) as source:
            manifest = source.read(1024 * 1024)
    if "encrypted-package" in names or b"encryption-data" in manifest:
        advice = "bitte speichern Sie sie in LibreOffice ohne Kennwort oder als .xlsx"
        raise refusal(name, "sie ist mit einem Kennwort geschützt", advice)


def _sheet(raw: OdsSheet, hidden_styles: set[str]) -> Sheet:
    return Sheet(
        raw.name,
        tuple(_rows(raw)),
        is_hidden=raw.style in hidden_styles,
        merged=tuple(raw.merged),
        is_filtered=raw.is_filtered,
        is_cut_below=raw.is_cut_below,
        is_cut_right=raw.is_cut_right,
    )


def _rows(raw: OdsSheet) -> Iterator[tuple[WorkbookCell, ...]]:
    for number in range(1, max(raw.rows, default=0) + 1):
        cells = [_cell(raw, each) for each in raw.rows.get(number, ())]
        yield tuple(cell for cell in cells if cell.kind != "empty")


def _cell(sheet: OdsSheet, raw: OdsCell) -> WorkbookCell:
    place = CellPlace(
        raw.row,
        raw.column,
        is_hidden=raw.row in sheet.hidden_rows or raw.column in sheet.hidden_columns,
        formula=plain_formula(raw.attributes.get("table:formula", "")),
        comment=raw.comment,
    )
    kind = raw.attributes.get("office:value-type", "")
    if raw.attributes.get("calcext:value-type") == "error":
        return error_cell(place, raw.shows)
    if kind in _NUMBERS:
        return _number(raw, place, is_percent=kind == "percentage")
    if kind in ("date", "time", "boolean"):
        return other_cell(place, raw.shows or raw.attributes.get(f"office:{kind}-value", kind))
    if not kind and place.formula and not raw.shows:
        return no_result_cell(place)
    return text_cell(place, raw.shows or raw.attributes.get("office:string-value", ""))


def _number(raw: OdsCell, place: CellPlace, *, is_percent: bool) -> WorkbookCell:
    number = exact_of_text(raw.attributes.get("office:value", ""))
    if number is None:
        return text_cell(place, raw.shows)
    decimals = None if is_percent else displayed_decimals(number, raw.shows)
    return shown_number_cell(place, number, _shown(number, raw.shows), decimals, is_percent)


def _shown(number: Decimal, shows: str) -> str:
    text = shows or format(number.normalize(), "f").replace(".", ",")
    return f"\u2212{text[1:]}" if text.startswith("-") else text
