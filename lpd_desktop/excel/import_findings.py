"""What the import of a budget has to say, by stable codes; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.finding import Finding, Level

CELL_REFUSED = "B-CELL-REFUSED"
CELL_ASKED = "B-CELL-ASKED"
ROW_ASKED = "B-ROW-ASKED"
ROW_TWICE = "B-ROW-TWICE"
OWN_ROW = "B-OWN-ROW"
UNIT_ASKED = "B-UNIT-ASKED"
COLUMN_ASKED = "B-COLUMN-ASKED"
COLUMN_MISSING = "B-COLUMN-MISSING"
UNIT_DOUBTFUL = "B-UNIT-DOUBTFUL"
COLUMN_SWAPPED = "B-COLUMN-SWAPPED"
SUM_BROKEN = "B-SUM-BROKEN"
ROWS_LEFT_OUT = "B-ROWS-LEFT-OUT"
SECOND_SHEET = "B-SECOND-SHEET"
OTHER_SHEETS = "B-OTHER-SHEETS"
PROFILE = "B-PROFILE"
HIDDEN_SKIPPED = "B-HIDDEN-SKIPPED"
HIDDEN_SHEET = "B-HIDDEN-SHEET"
OTHER_FORMAT = "B-OTHER-FORMAT"
CUT_OFF = "B-CUT-OFF"
SHEETS_UNREAD = "B-SHEETS-UNREAD"
FILTERED = "B-FILTERED"
MERGED_AMOUNT = "B-MERGED-AMOUNT"
FOOTNOTE = "B-FOOTNOTE"
COMMENT = "B-COMMENT"
OTHER_FILES = "B-OTHER-FILES"
MACROS = "B-MACROS"

BUDGET_IMPORT_RULES: dict[str, Level] = {
    CELL_REFUSED: "error",
    CELL_ASKED: "warning",
    ROW_ASKED: "warning",
    ROW_TWICE: "warning",
    OWN_ROW: "hint",
    UNIT_ASKED: "warning",
    COLUMN_ASKED: "warning",
    COLUMN_MISSING: "warning",
    UNIT_DOUBTFUL: "warning",
    COLUMN_SWAPPED: "warning",
    SUM_BROKEN: "warning",
    ROWS_LEFT_OUT: "hint",
    SECOND_SHEET: "hint",
    OTHER_SHEETS: "hint",
    PROFILE: "hint",
    HIDDEN_SKIPPED: "hint",
    HIDDEN_SHEET: "warning",
    OTHER_FORMAT: "hint",
    CUT_OFF: "warning",
    SHEETS_UNREAD: "warning",
    FILTERED: "warning",
    MERGED_AMOUNT: "warning",
    FOOTNOTE: "hint",
    COMMENT: "hint",
    OTHER_FILES: "hint",
    MACROS: "hint",
}


def import_finding(
    rule: str, where: str, place: str, message: str, suggestion: str = "", *, quote: str = ""
) -> Finding:
    """A finding with the level of its rule.

    Args:
        rule: One of the codes above.
        where: The address in the plan that is concerned.
        place: Sheet and cell, for people.
        message: What is the matter.
        suggestion: What to do.
        quote: What the cell shows.
    """
    return Finding(
        rule=rule,
        level=BUDGET_IMPORT_RULES[rule],
        where=where,
        place=place,
        message=message,
        suggestion=suggestion,
        quote=quote,
    )
