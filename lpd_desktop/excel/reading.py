"""Workbooks into plain sheets of cells."""

from __future__ import annotations

import warnings

from lpd_desktop.excel.cell_values import exact
from lpd_desktop.excel.limits import COLUMNS_LIMIT, ROWS_LIMIT
from lpd_desktop.excel.package import (
    SMALLER,
    PackageKind,
    UnreadableWorkbookError,
    damaged,
    kind_of_package,
    refusal,
)
from lpd_desktop.excel.workbook import Workbook
from lpd_desktop.excel.xml_events import TooMuchError

__all__ = ["COLUMNS_LIMIT", "ROWS_LIMIT", "exact", "read_workbook"]


def read_workbook(
    data: bytes, name: str, *, sheet: str | None = None, password: str | None = None
) -> Workbook:
    """The sheets of a workbook with their cells; charts are left out, macros never run.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        sheet: The sheet that is wanted; it is read first where not all can be read.
        password: Opens a protected workbook, in memory only.

    Raises:
        PasswordNeededError: protected, and no password was given.
        WrongPasswordError: the password does not open it.
        UnreadableWorkbookError: no workbook, damaged or too large.
    """
    kind = kind_of_package(data, name)
    if kind == "encrypted":
        from lpd_desktop.excel.passwords import opened

        data = opened(data, name, password)
        kind = kind_of_package(data, name)
    book = _read(data, name, kind, sheet)
    if not book.sheets:
        raise refusal(name, "sie enthält kein lesbares Tabellenblatt")
    return book


def _read(data: bytes, name: str, kind: PackageKind, sheet: str | None) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read_kind(data, name, kind, sheet)
    except UnreadableWorkbookError:
        raise
    except (MemoryError, TooMuchError) as error:
        raise refusal(name, "sie ist zu umfangreich", SMALLER) from error
    except Exception as error:  # the libraries raise whatever a damaged file leads them to
        raise damaged(name) from error


def _read_kind(data: bytes, name: str, kind: PackageKind, sheet: str | None) -> Workbook:
    if kind == "openxml":
        from lpd_desktop.excel.openxml.book_reading import read_openxml

        return read_openxml(data, name, sheet)
    if kind == "ods":
        from lpd_desktop.excel.opendocument.book_reading import read_opendocument

        return read_opendocument(data, name)
    from lpd_desktop.excel.binary.book_reading import read_xls, read_xlsb

    return read_xls(data, name) if kind == "xls" else read_xlsb(data, name)
