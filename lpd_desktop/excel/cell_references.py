"""References to cells in the text of formulas."""

from __future__ import annotations

import re

from lpd_desktop.excel.workbook import column_letters

_REFERENCE = re.compile(
    r"(?P<other>\"[^\"]*\"|'(?:[^']|'')*'!?|\[[^\]]*\])"
    r"|(?<![A-Za-z0-9_.$])(?P<fixed_column>\$?)(?P<column>[A-Za-z]{1,3})"
    r"(?P<fixed_row>\$?)(?P<row>[0-9]{1,7})(?![A-Za-z0-9_.(!])"
)


def shifted(formula: str, rows: int, columns: int) -> str:
    """A formula as it reads when it is copied so many rows down and columns to the right."""
    if not rows and not columns:
        return formula

    def moved(match: re.Match[str]) -> str:
        if match["other"] is not None:
            return match[0]
        column = column_number(match["column"]) + (0 if match["fixed_column"] else columns)
        row = int(match["row"]) + (0 if match["fixed_row"] else rows)
        if row < 1 or column < 1:
            return "#REF!"
        return f"{match['fixed_column']}{column_letters(column)}{match['fixed_row']}{row}"

    return _REFERENCE.sub(moved, formula)


def column_number(letters: str) -> int:
    """`A` as 1, `AB` as 28; 0 where these are no letters of a column."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z" or number > 20_000:
            return 0
        number = number * 26 + ord(letter) - 64
    return number
