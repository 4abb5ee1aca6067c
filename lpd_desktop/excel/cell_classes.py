"""Which cells of a sheet may be amounts and which are words, before anything is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lpd_desktop.excel.captions import is_year
from lpd_desktop.excel.workbook import WorkbookCell

_UNIT = r"(?:T\.?€|T ?EUR|TEUR|Tsd\.?|Mio\.?|Mill\.?|€|EUR|Euro)"
_AMOUNT = re.compile(
    rf"[\s(\[+\-−–]*{_UNIT}?[\s+\-−–]*\d[\d.,'’\s]*(?:,-{{1,2}}|,–)?[\s]*(?:{_UNIT}\s?){{0,2}}[\])\-−–\s]*",
    re.IGNORECASE,
)
_GROUPED = re.compile(
    r"(?<![\d.,])(?!1[.\s]000\b)\d{1,3}(?:[.,'’\s]\d{3})+(?!\d)|\d[.,]\d+E[+-]?\d"
)
_LETTERS_BESIDE = 4
_YEAR = re.compile(rf"(?:19|20|21)\d\d(?:\s*[(\[]?{_UNIT}[)\]]?)?", re.IGNORECASE)
_NUMBERING = re.compile(
    r"\d{1,2}[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}[.)]|\d{1,2}(?:\.\d{1,2}){2,3}|\(\d{1,2}\)"
)
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})?")
_FIGURES = re.compile(r"\d{3}|\d[.,]\d")
_COUNTER_STEP = 3


def is_amount(cell: WorkbookCell) -> bool:
    """Whether a cell below a year would be read as an amount, or refused as a malformed one."""
    if cell.kind == "number":
        return not is_year(cell)
    if cell.kind == "text":
        return is_amount_text(cell.shows)
    return cell.kind in ("error", "no_result")


def is_body(cells: Sequence[WorkbookCell]) -> bool:
    """Whether a line belongs to the body of a table: it holds an amount, or a word and a number."""
    if any(is_amount(cell) for cell in cells):
        return True
    has_number = any(_NUMBERING.fullmatch(cell.shows) for cell in cells[1:])
    return has_number and is_word(cells[0])


def may_be_amount(cell: WorkbookCell) -> bool:
    """As `is_amount`; in a column of amounts a bare `7` or `2023` is one too."""
    return cell.kind == "number" or is_amount(cell) or bool(_NUMBERING.fullmatch(cell.shows))


@lru_cache(maxsize=8192)
def is_amount_text(text: str) -> bool:
    """Whether a text is meant as an amount, well written or not; a bare year is none."""
    if any(pattern.fullmatch(text) for pattern in (_YEAR, _NUMBERING, _DAY)):
        return False
    return bool(_AMOUNT.fullmatch(text)) or _is_amount_with_signs(text)


def _is_amount_with_signs(text: str) -> bool:
    """`8.905.863*` or `ca. 85.000 €`: an amount with a mark or a short word beside it."""
    beside = re.sub(_UNIT, "", _GROUPED.sub("", text), flags=re.IGNORECASE)
    is_short = sum(sign.isalpha() for sign in beside) <= _LETTERS_BESIDE
    return is_short and bool(_GROUPED.search(text)) and not re.search(r"(?:19|20)\d\d", beside)


def is_word(cell: WorkbookCell) -> bool:
    """Whether a cell may be a label: text with a letter in it."""
    return cell.kind == "text" and bool(re.search(r"[^\W\d_]", cell.shows))


def is_column_of_amounts(cells: Sequence[WorkbookCell]) -> bool:
    """Whether the cells below a caption are amounts rather than words or numbers of rows."""
    amounts = [cell for cell in cells if cell.kind == "other" or _has_figures(cell)]
    words = [cell for cell in cells if is_word(cell) and not _FIGURES.search(cell.shows)]
    return len(amounts) >= max(1, len(words))


def _has_figures(cell: WorkbookCell) -> bool:
    return may_be_amount(cell) or bool(_FIGURES.search(cell.shows))


def is_counter(cells: Sequence[WorkbookCell]) -> bool:
    """Whether a column only numbers the rows: small whole numbers that rise."""
    numbers = [cell.number for cell in cells if cell.kind == "number"]
    if len(numbers) < 2 or len(numbers) < len(cells):
        return False
    is_rising = all(0 < after - before <= _COUNTER_STEP for before, after in pairwise(numbers))
    is_whole = all(number == number.to_integral_value() for number in numbers)
    return is_rising and is_whole and 0 <= numbers[0] <= _COUNTER_STEP


def is_column_numbering(cells: Sequence[WorkbookCell]) -> bool:
    """Whether a row only numbers the columns below the header: `1`, `2`, `3`."""
    if len(cells) < 2:
        return False
    texts = [re.fullmatch(r"\(?(\d{1,2})[.)]?", cell.shows) for cell in cells]
    numbers = [int(found[1]) for found in texts if found]
    if len(numbers) < len(cells):
        return False
    return all(after - before == 1 for before, after in pairwise(numbers))
