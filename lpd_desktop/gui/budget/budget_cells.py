"""What single cells of the budget grid show and say. No widgets."""

from __future__ import annotations

from PySide6.QtGui import QFont

from lpd_desktop.form.model import BudgetRole
from lpd_desktop.gui.budget_versions.version_list import BASIS_STATUS
from lpd_desktop.plan.amounts import AmountError, format_amount, format_euro, parse_amount
from lpd_desktop.plan.budget import Amount, Basis, TableRow, TypedText

ROLE_NAMES: dict[BudgetRole, str] = {
    "total": "Summe",
    "addend": "Summand",
    "subtrahend": "Abzug",
    "of_which": "davon",
    "for_information": "nachrichtlich",
}
_SAME_WIDTH = "tnum"
"""The feature of a font that gives all digits one width."""


def amount_text(amount: Amount) -> str:
    """An amount as it is shown; what is none stands as it was typed."""
    if isinstance(amount, TypedText):
        return amount.text
    return format_amount(amount) if isinstance(amount, int) else ""


def reason_of(amount: Amount) -> str:
    """Why a cell holds no amount; empty for a sound or an empty one."""
    if not isinstance(amount, TypedText):
        return ""
    try:
        parse_amount(amount.text)
    except AmountError as error:
        return str(error)
    return ""


def change_text(row: TableRow, *, in_percent: bool) -> str:
    """The change from the year before, with its sign."""
    plan, previous = row.cents("plan"), row.cents("previous")
    if plan is None or previous is None:
        return ""
    if not in_percent:
        return ("+" if plan > previous else "") + format_amount(plan - previous)
    return percent_text(plan - previous, previous)


def spoken_change(row: TableRow, *, in_percent: bool) -> str:
    """The change with a word, for those who listen: `97.730 € weniger`."""
    plan, previous = row.cents("plan"), row.cents("previous")
    if plan is None or previous is None:
        return ""
    if plan == previous:
        return "unverändert"
    word = "mehr" if plan > previous else "weniger"
    if not in_percent:
        return f"{format_euro(abs(plan - previous))} {word}"
    percent = percent_text(abs(plan - previous), abs(previous)).lstrip("+")
    return f"{percent} {word}" if percent else ""


def percent_text(change: int, base: int) -> str:
    """The change in percent of the base with one decimal, empty where the base is zero."""
    if base == 0:
        return ""
    tenths = (abs(change) * 2000 + abs(base)) // (2 * abs(base))
    sign = "" if not tenths else "+" if change > 0 else "\u2212"
    return f"{sign}{tenths // 10},{tenths % 10}\u00a0%"


def header_text(year: int, basis: Basis) -> str:
    """The head of a column of amounts: the year, and below it how sure its amounts are."""
    named = bool(basis.source or basis.date)
    status = BASIS_STATUS[basis.status] if basis.status else "Status offen"
    return f"{year}\n{status if basis.status or named else 'ohne Grundlage'}"


def plain_digits() -> QFont:
    """The font of the grid with digits of one width."""
    font = QFont()
    font.setFeature(QFont.Tag(_SAME_WIDTH), 1)
    return font


def bold_digits() -> QFont:
    """The same for totals."""
    font = plain_digits()
    font.setWeight(QFont.Weight.DemiBold)
    return font
