"""Changes of the budget told in the text: against the table, and percentage against amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.budget_scene import Budget, budgets
from lpd_desktop.check.figures.from_to import changes_in, clauses
from lpd_desktop.check.figures.how_much import says_how_much
from lpd_desktop.check.figures.numbers import german
from lpd_desktop.check.figures.rules import BUDGET_CHANGE_TOLD
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.statements import budget_sentences, statements
from lpd_desktop.check.prose.directions import Direction, direction_of
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import Interval, exactly
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.form.model import BudgetItem

_COMPARED = re.compile(
    r"\b(?:Vorjahr\w*|[Gg]egenüber|[Ii]m Vergleich|[Vv]erglichen|zum?\s(?:Jahr\s)?20\d\d)\b"
)
_WHOLE = re.compile(r"\bGesamt\w*|\bBudgets?\b|\bMittelverteilung|\binsgesamt\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s?(?:,|/|;|\(|\bbzw\.|\boder|\bd\. ?h\.)?\s?"
    r"(?:(?:das sind|also|rund|ca\.|etwa|minus|plus)\s)*"
)
_HUNDRED = Decimal(100)
_SUGGESTION = "Bitte prüfen Sie Prozentwert, Betrag und den Vergleichswert, den sie meinen."


def changes_against_table(context: Context) -> Iterator[Finding]:
    """Percentages of change that no row which the sentence names has in the table."""
    for budget in budgets(context):
        for sentence in budget_sentences(context, budget.item):
            for clause in clauses(sentence.text):
                yield from _in_clause(context, budget, sentence, clause)


def _in_clause(
    context: Context, budget: Budget, sentence: Sentence, clause: str
) -> Iterator[Finding]:
    told = [
        figure
        for figure in figures_in(clause)
        if figure.kind == "percent" and figure.is_bounded and says_how_much(clause, figure)
    ]
    rows = budget.words.rows_in(clause) if told and _COMPARED.search(clause) else frozenset()
    real = _changes_of(budget, rows)
    if len(told) != 1 or not real or any(True for _change in changes_in(clause)):
        return
    direction = told[0].sign or direction_of(clause)
    if not any(_is(told[0], direction, percent) for percent in real):
        nearest = min(real, key=lambda percent: abs(abs(percent) - told[0].value))
        yield context.finding(
            BUDGET_CHANGE_TOLD,
            sentence.where,
            f"Der Text nennt eine Veränderung um {told[0].quote}; nach der Budgettabelle sind es "
            f"{_signed(nearest)} %.",
            _SUGGESTION,
            told[0].quote,
        )


def _changes_of(budget: Budget, rows: frozenset[str]) -> set[Decimal]:
    """The changes in percent of rows and of the sums of two of them."""
    both = [
        (budget.cents[row, "plan"], budget.cents[row, "previous"])
        for row in rows
        if (row, "plan") in budget.cents and budget.cents.get((row, "previous"), 0) > 0
    ]
    both += [(one[0] + two[0], one[1] + two[1]) for one, two in combinations(both, 2)]
    return {(Decimal(plan) / previous - 1) * _HUNDRED for plan, previous in both}


def _is(told: Figure, direction: Direction, percent: Decimal) -> bool:
    interval = told.interval.widened(told.step / 2)
    if direction and percent and (direction > 0) != (percent > 0):
        return False
    return interval.least <= abs(percent) <= interval.greatest


def _signed(percent: Decimal) -> str:
    sign = "−" if percent < 0 else "+"
    return sign + german(abs(round(percent, 1)))


def changes_of_the_whole(context: Context) -> Iterator[Finding]:
    """`−7,9 %, ca. 2,4 Mio. €` of the whole budget, whose amounts the text gives elsewhere."""
    for item in context.form.budgets:
        totals = _totals(context, item)
        pairs = list(_pairs(context, item)) if totals else []
        for sentence, percent, amount in pairs:
            bases = [*totals, *_years_before(totals, pairs, percent)]
            direction = percent.sign or direction_of(sentence.text)
            if direction and not any(_leads_to(base, percent, amount, direction) for base in bases):
                right = _difference(totals[0].least, percent.value, direction)
                yield context.finding(
                    BUDGET_CHANGE_TOLD,
                    sentence.where,
                    f"{percent.quote} und {amount.quote} passen nicht zusammen; vom genannten "
                    f"Gesamtbetrag aus wären es rund {german(round(right, -5), 'money')}.",
                    _SUGGESTION,
                    amount.quote,
                )


Pair = tuple[Sentence, Figure, Figure]


def _pairs(context: Context, item: BudgetItem) -> Iterator[Pair]:
    """A percentage and a sum of money side by side, in sentences about the whole budget."""
    for sentence in budget_sentences(context, item):
        text = sentence.text
        figures = [figure for figure in figures_in(text) if figure.is_bounded]
        if not _WHOLE.search(text) or any(True for _change in changes_in(text)):
            continue
        for one, two in pairwise(figures):
            kinds = {one.kind: one, two.kind: two}
            if set(kinds) != {"percent", "money"} or not says_how_much(text, one):
                continue
            if _BESIDE.fullmatch(text[one.end : two.start]):
                yield sentence, kinds["percent"], kinds["money"]


def _totals(context: Context, item: BudgetItem) -> list[Interval]:
    """What all titles give together, by the text or the table, for the year of the plan."""
    named: dict[str, Decimal] = {}
    for statement in statements(context, item):
        exact = statement.figure.hedge == "exact" and statement.figure.step <= 1
        if exact and statement.year in (context.form.year, None):
            named.setdefault(statement.title.key, statement.figure.value)
    if len(named) > 1:
        return [exactly(sum(named.values(), Decimal(0)))]
    return []


def _years_before(totals: list[Interval], pairs: list[Pair], percent: Figure) -> Iterator[Interval]:
    """The totals of the year before by the other percentages, whose own change may be meant."""
    for _sentence, other, _amount in pairs:
        direction = other.sign or direction_of(_sentence.text)
        if other != percent and direction:
            rate = exactly(1) + _rate(other, direction)
            yield from (total / rate for total in totals)


def _rate(percent: Figure, direction: int) -> Interval:
    share = percent.interval / exactly(_HUNDRED)
    return share if direction > 0 else exactly(0) - share


def _leads_to(total: Interval, percent: Figure, amount: Figure, direction: int) -> bool:
    rate = _rate(percent, direction)
    difference = total * rate / (exactly(1) + rate)
    size = difference if direction > 0 else exactly(0) - difference
    return amount.interval.widened(amount.step / 2).meets(size)


def _difference(total: Decimal, percent: Decimal, direction: int) -> Decimal:
    return total * percent / (_HUNDRED + direction * percent)
