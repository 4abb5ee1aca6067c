"""Formulas for a written budget out of the identities of its form.

Totals become sums; a share becomes a product, or where its total contains it the equation solved
for it. A cell gets a formula only where that gives exactly the amount that stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lpd_desktop.excel.table_layout import TableLayout
from lpd_desktop.form.identities import ShareIdentity, SumIdentity
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.budget import BudgetTable, TypedText
from lpd_desktop.plan.rounding import half_up

Formulas = dict[tuple[str, BudgetColumn], str]
"""By row and column the formula with its `=`."""

_EURO = 100


@dataclass(frozen=True)
class _Sum:
    """The sum of `plus` less `minus`, times `factor`, rounded to whole euros or cents."""

    row: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]
    percent: tuple[Decimal, Decimal] | None = None

    @property
    def inputs(self) -> tuple[str, ...]:
        return (*self.plus, *self.minus)


def formulas_of(item: BudgetItem, table: BudgetTable, layout: TableLayout) -> Formulas:
    """The formulas of a filled table."""
    return {
        (each.row, column): formula
        for column in BUDGET_COLUMNS
        for each in _without_circles(_equations(item))
        if (formula := _fitting(each, table, column, layout))
    }


def formulas_of_template(item: BudgetItem, layout: TableLayout) -> Formulas:
    """The formulas of an empty table: they show nothing until there is something to reckon with."""
    return {
        (each.row, column): f'=IF(COUNT({",".join(cells)})=0,"",{_reckoning(each, layout, column)})'
        for column in BUDGET_COLUMNS
        for each in _without_circles(_equations(item))
        if (cells := _addresses(each.inputs, layout, column)) and layout.address(each.row, column)
    }


def _equations(item: BudgetItem) -> Iterator[_Sum]:
    sums = [each for each in item.identities if isinstance(each, SumIdentity)]
    for total in sums:
        yield _Sum(total.total, total.plus, total.minus)
    for share in (each for each in item.identities if isinstance(each, ShareIdentity)):
        percent = Decimal(share.percent)
        containing = [each for each in sums if each.total == share.of and share.row in each.plus]
        for total in containing:
            others = tuple(row for row in total.plus if row != share.row)
            yield _Sum(share.row, others, total.minus, (percent, 100 - percent))
        yield _Sum(share.row, (share.of,), (), (percent, Decimal(100)))


def _without_circles(equations: Iterable[_Sum]) -> Iterator[_Sum]:
    """The first equation for each row that does not rest on the row itself."""
    taken: dict[str, tuple[str, ...]] = {}
    for each in equations:
        if each.row not in taken and each.row not in _all_inputs(each.inputs, taken):
            taken[each.row] = each.inputs
            yield each


def _all_inputs(rows: Iterable[str], taken: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(rows)
    while waiting:
        row = waiting.pop()
        if row not in found:
            found.add(row)
            waiting += taken.get(row, ())
    return found


def _fitting(equation: _Sum, table: BudgetTable, column: BudgetColumn, layout: TableLayout) -> str:
    """The formula, or nothing where it would not give the amount of the cell."""
    amounts = {row.key: row.amount(column) for row in table.rows}
    inputs = [amounts.get(key) for key in equation.inputs]
    has = amounts.get(equation.row)
    if not isinstance(has, int) or any(isinstance(each, TypedText) for each in inputs):
        return ""
    if not any(isinstance(amounts.get(key), int) for key in equation.plus):
        return ""
    plus, minus = (
        sum(cents for key in keys if isinstance(cents := amounts.get(key), int))
        for keys in (equation.plus, equation.minus)
    )
    if equation.percent is None:
        return f"={_terms(equation, layout, column)}" if has == plus - minus else ""
    part, whole = equation.percent
    exact = Fraction(part) * (plus - minus) / Fraction(whole)
    for digits, unit in ((0, _EURO), (2, 1)):
        if half_up(exact / unit) * unit == has:
            return f"=ROUND(({_terms(equation, layout, column)})*{part}/{whole},{digits})"
    return ""


def _terms(equation: _Sum, layout: TableLayout, column: BudgetColumn) -> str:
    plus = "+".join(_addresses(equation.plus, layout, column))
    minus = "".join(f"-{each}" for each in _addresses(equation.minus, layout, column))
    return plus + minus


def _reckoning(equation: _Sum, layout: TableLayout, column: BudgetColumn) -> str:
    """With SUM, which passes over cells that show nothing."""
    plus = ",".join(_addresses(equation.plus, layout, column))
    minus = ",".join(_addresses(equation.minus, layout, column))
    terms = f"SUM({plus})" + (f"-SUM({minus})" if minus else "")
    if equation.percent is None:
        return terms
    part, whole = equation.percent
    return f"ROUND(({terms})*{part}/{whole},0)"


def _addresses(keys: Iterable[str], layout: TableLayout, column: BudgetColumn) -> list[str]:
    return [address for key in keys if (address := layout.address(key, column))]
