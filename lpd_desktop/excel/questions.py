"""The kinds of question that an import asks about a cell."""

from __future__ import annotations

from typing import Literal

QuestionKind = Literal[
    "row",
    "twice",
    "column",
    "unit",
    "mixed",
    "magnitude",
    "swapped",
    "year",
    "minus",
    "negative",
    "display",
    "comma",
    "stale",
    "sum",
]
"""What is not sure:

- row: the label only resembles a row of the form, or fits two
- twice: the row stands in the workbook once more with other amounts
- column: another column may be meant, or the caption does not say the year for certain
- unit: the workbook names thousands or millions
- mixed: the cell is in another unit than the table
- magnitude: the amount is implausibly small or large in this unit
- swapped: the plan holds this amount in the other year
- year: the label names another year than the column
- minus: a deduction with a minus
- negative: a negative amount
- comma: a comma or point may part thousands or decimals
- display: the cell shows another amount than it holds
- stale: the stored result does not follow from the inputs of the formula
- sum: two sums at least prove another amount
"""

LASTING: frozenset[str] = frozenset({"column", "year", "minus", "negative", "display"})
"""Answers that hold for every workbook of the same layout; the others depend on its amounts, or
are remembered as unit and meaning of rows."""
