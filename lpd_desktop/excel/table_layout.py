"""Where everything stands on the sheet of a written budget."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, BudgetRole, Form

SHEET = "Budget"
NOTES_SHEET = "Hinweise"
HEADER_ROW = 3
LABEL_COLUMN, ROLE_COLUMN, KEY_COLUMN = 1, 4, 5
AMOUNT_COLUMNS: dict[BudgetColumn, int] = {"plan": 2, "previous": 3}
LABEL_CAPTION, ROLE_CAPTION, KEY_CAPTION = "Bezeichnung", "Art", "Kennung"
ROLE_WORDS: dict[BudgetRole, str] = {
    "total": "Summe",
    "addend": "Summand",
    "subtrahend": "Abzug",
    "of_which": "davon",
    "for_information": "nachrichtlich",
}


@dataclass(frozen=True)
class TableLayout:
    """The row of the sheet for each row of a table."""

    keys: tuple[str, ...]

    def row(self, key: str) -> int | None:
        """The number of a row, from 1; None where the table does not have it."""
        return HEADER_ROW + 1 + self.keys.index(key) if key in self.keys else None

    def address(self, key: str, column: BudgetColumn) -> str:
        """The address of a cell such as `B6`, empty where the table does not have the row."""
        row = self.row(key)
        return "" if row is None else f"{'ABC'[AMOUNT_COLUMNS[column] - 1]}{row}"


def captions(form: Form, item: BudgetItem) -> dict[BudgetColumn, str]:
    """The captions of the form; each names its year and no other, so that it is found again."""
    wanted = {"plan": item.plan_caption, "previous": item.previous_caption}
    years = {"plan": form.year, "previous": form.year - 1}
    found: dict[BudgetColumn, str] = {}
    for column in BUDGET_COLUMNS:
        text, year = form.text(wanted[column]), years[column]
        is_clear = years_in(text) == {year}
        found[column] = text if is_clear else f"{year} in €"
    return found


def years_in(text: str) -> set[int]:
    """The years that a caption names."""
    return set(map(int, re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", text)))
