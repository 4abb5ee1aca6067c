"""Both columns of a budget against each other: copied, swapped, much larger or smaller."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.budget import tables
from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.federal import allotments, entry_of, federal_budget
from lpd_desktop.check.money.rules import BUDGET_CHANGE, BUDGET_SAME, BUDGET_SWAPPED
from lpd_desktop.check.money.statements import budget_sentences
from lpd_desktop.check.prose.directions import speaks_of_change
from lpd_desktop.check.prose.slips import significant_digits
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.form.similarity import normalised
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import format_amount, format_euro
from lpd_desktop.plan.budget import BudgetTable, TableRow

_DIGITS_OF_NO_CHANCE = 5
_ROWS_AT_LEAST = 3
_WORTH_A_WORD = 1_000_000


def same_amounts(context: Context) -> Iterator[Finding]:
    """Amounts with many digits that are the same in both years."""
    for item, table in tables(context):
        same = [row for row in table.rows if _is_same(row)]
        filled = [row for row in table.rows if row.cents("plan") and row.cents("previous")]
        if len(same) == len(filled) >= _ROWS_AT_LEAST:
            yield _all_the_same(context, item)
            continue
        for row in same:
            yield context.finding(
                BUDGET_SAME,
                cell_address(item.key, row.key, "plan"),
                f"„{row.label}“ ist in beiden Jahren {format_euro(row.cents('plan') or 0)}; "
                "ein so genauer Betrag bleibt selten gleich.",
                "Bitte prüfen Sie, ob der Betrag des Vorjahres stehen geblieben ist.",
                format_amount(row.cents("plan") or 0),
            )


def _is_same(row: TableRow) -> bool:
    plan = row.cents("plan")
    if not plan or plan != row.cents("previous"):
        return False
    return significant_digits(plan // 100) >= _DIGITS_OF_NO_CHANCE


def _all_the_same(context: Context, item: BudgetItem) -> Finding:
    return context.finding(
        BUDGET_SAME,
        Address(item.key, ("table",)),
        "Beide Spalten der Budgettabelle nennen dieselben Beträge.",
        "Bitte prüfen Sie, ob eine Spalte aus der anderen kopiert ist.",
    )


def swapped_columns(context: Context) -> Iterator[Finding]:
    """Columns whose amounts fit the other year: by the official shares or last year's plan."""
    for item, table in tables(context):
        if _fit_other_year(context, table) or _repeat_last_plan(context, item, table):
            year = context.form.year
            yield context.finding(
                BUDGET_SWAPPED,
                Address(item.key, ("table",)),
                f"In der Spalte {year} stehen offenbar Beträge für {year - 1} und umgekehrt.",
                "Bitte prüfen Sie, ob die beiden Spalten vertauscht sind.",
            )


def _fit_other_year(context: Context, table: BudgetTable) -> bool:
    jobcenter, year = entry_of(context.plan.jobcenter), context.form.year
    if jobcenter is None:
        return False
    tolerance = federal_budget().thresholds.tolerance / 4
    for title in federal_budget().titles:
        row = table.row(title.row)
        plan, previous = (row.cents("plan"), row.cents("previous")) if row else (None, None)
        now, before = (allotments(jobcenter, title, each) for each in (year, year - 1))
        if plan and previous and plan != previous:
            is_old = any(each.is_met_by(plan, tolerance) for each in before)
            if is_old and any(each.is_met_by(previous, tolerance) for each in now):
                return True
    return False


def _repeat_last_plan(context: Context, item: BudgetItem, table: BudgetTable) -> bool:
    """Whether the plan column is that of last year's plan, and the other one is not."""
    last = context.previous.answer(item.key).table if context.previous else None
    if last is None:
        return False
    pairs = [
        (row, then)
        for row in table.rows
        if row.cents("plan") and (of_last := last.row(row.key)) and (then := of_last.cents("plan"))
    ]
    repeated = [row for row, then in pairs if row.cents("plan") == then != row.cents("previous")]
    return len(repeated) == len(pairs) >= _ROWS_AT_LEAST


def large_changes(context: Context) -> Iterator[Finding]:
    """Changes beyond the threshold that no sentence of the budget's text speaks of."""
    for item, table in tables(context):
        said = [
            normalised(sentence.text)
            for sentence in budget_sentences(context, item)
            if speaks_of_change(sentence.text)
        ]
        told: set[tuple[int, int]] = set()
        for row in table.rows:
            plan, previous = row.cents("plan"), row.cents("previous")
            if plan is None or not previous or (plan, previous) in told:
                continue
            told.add((plan, previous))
            if _is_large(plan, previous) and not _is_explained(row, item, said):
                yield _change(context, item, row, plan, previous)


def _is_large(plan: int, previous: int) -> bool:
    difference = abs(plan - previous)
    threshold = federal_budget().thresholds.change
    return difference >= _WORTH_A_WORD and difference * 100 > threshold * abs(previous)


def _is_explained(row: TableRow, item: BudgetItem, said: list[str]) -> bool:
    words = _names_of(row, item)
    return any(word in sentence for sentence in said for word in words)


def _names_of(row: TableRow, item: BudgetItem) -> set[str]:
    """The long words of label and synonyms, without their endings."""
    of_form = item.row(row.key)
    labels = [row.label, *(of_form.synonyms if of_form else ())]
    words = (word.strip("(),.;") for label in labels for word in normalised(label).split())
    return {word[:12] for word in words if len(word) >= 6 or word in ("egt", "vwt", "kfa", "pat")}


def _change(context: Context, item: BudgetItem, row: TableRow, plan: int, previous: int) -> Finding:
    percent = round(100 * abs(plan - previous) / abs(previous))
    verb = "steigt" if plan > previous else "sinkt"
    return context.finding(
        BUDGET_CHANGE,
        cell_address(item.key, row.key, "plan"),
        f"„{row.label}“ {verb} um {percent} % von {format_euro(previous)} auf {format_euro(plan)}, "
        "ohne dass der Text etwas dazu sagt.",
        "Bitte prüfen Sie beide Beträge und erklären Sie die Veränderung mit einem Satz.",
        format_amount(plan),
    )
