"""What makes the layout of a sheet: its captions and labels, not its amounts, nor the year."""

from __future__ import annotations

import hashlib
import json
import re

from lpd_desktop.excel.captions import is_year, years_in
from lpd_desktop.excel.cell_classes import is_amount, is_word
from lpd_desktop.excel.workbook import Sheet, WorkbookCell
from lpd_desktop.form.similarity import normalised

_LINES = 400
_CAPTIONS_AT_LEAST = 2
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_NAMES = {0: "{year}", -1: "{previous_year}"}
_LONG_NUMBER = re.compile(r"\d{4}|\d[.,]\d{3}")


def year_neutral(text: str, year: int) -> str:
    """A text with the plan year and the year before as placeholders."""
    return _YEAR.sub(lambda found: _NAMES.get(int(found[0]) - year, found[0]), text)


def of_year(text: str, year: int) -> str:
    """A text with placeholders, for one plan year."""
    return text.replace("{year}", str(year)).replace("{previous_year}", str(year - 1))


def fingerprint_of(sheet: Sheet, year: int) -> str:
    """The same for all sheets with the same captions and labels in the same order.

    Captions stand on lines without amounts that have two texts at least: a title line, a remark or
    the day on which somebody saved the workbook are no part of the layout.
    """
    captions: list[list[str]] = []
    labels: list[str] = []
    for line in sheet.rows[:_LINES]:
        texts = [cell for cell in line if is_word(cell) and not is_amount(cell)]
        if any(is_amount(cell) for cell in line):
            labels += [_plain(cell.shows, year) for cell in texts if _is_label(cell, year)]
        elif sum(_is_caption(cell) for cell in line) >= _CAPTIONS_AT_LEAST:
            captions.append([_caption(cell, year) for cell in line if _is_caption(cell)])
    content = json.dumps([captions, labels], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _is_caption(cell: WorkbookCell) -> bool:
    return cell.kind in ("text", "other") or is_year(cell)


def _is_label(cell: WorkbookCell, year: int) -> bool:
    return not _LONG_NUMBER.search(_plain(cell.shows, year))


def _caption(cell: WorkbookCell, year: int) -> str:
    """A caption; a day is its year, however it is displayed."""
    if cell.kind == "number":
        return year_neutral(str(int(cell.number)), year)
    plain = _plain(cell.shows, year)
    return plain or "/".join(_NAMES.get(each - year, str(each)) for each in years_in(cell.shows))


def _plain(text: str, year: int) -> str:
    return year_neutral(normalised(_DAY.sub(" ", text)), year)
