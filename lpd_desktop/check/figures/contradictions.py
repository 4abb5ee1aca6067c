"""Amounts in the texts that contradict the budget table: slips, other years, other amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.budget_scene import (
    Budget,
    amounts_in_text,
    budgets,
    columns_meant,
    words_before,
)
from lpd_desktop.check.figures.rules import AMOUNT_OTHER, AMOUNT_SLIP, AMOUNT_YEAR
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.federal import federal_budget
from lpd_desktop.check.prose.directions import is_difference, speaks_of_change
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.slips import SLIP_NAMES, Slip, significant_digits, slip_between
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.check.replaced.derivations import Derivation, cents_of
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn
from lpd_desktop.plan.amounts import format_euro

_DIGITS_OF_NO_CHANCE = 5
_DIGITS_OF_A_SWAP = 4
_REACH_OF_VERB = 120
_MOVED = re.compile(r"\b(?:\w+ge\w+t|\w+zu\w+en)\s+(?:werden|wird|worden)\b")
_INTENDED = re.compile(r"\b(?:soll|sollen|werden|wird|geplant|vorgesehen|beabsichtigt)\b")
_PART_OF_TRANSFER = re.compile(
    r"\b(?:[Dd]avon|[Dd]arunter|[Zz]unächst|[Ww]eitere\w*|[Zz]usätzlich\w*|[Nn]ochmals|[Jj]e|[Ee]twaige\w*|"
    r"[Uu]rsprünglich|[Bb]is zu|[Mm]aximal|[Hh]öchstens|[Mm]onatlich|[Ff]rüher\w*|[Bb]ereits)\b"
)
_TOTAL = re.compile(
    r"\b(?:[Ii]nsgesamt|[Gg]esamt\w*|[Zz]usammen|[Ss]umme|[\w-]*[Bb]udget\w*|Bundesmittel\w*)\b"
)
_FACTORS = (10, 1_000, 1_000_000)
_NEAR = 10
_OTHER_AMOUNT = re.compile(
    r"\b(?:ursprünglich|bisher\w*|zunächst|zuvor|vorläufig\w*|Prognose|Schätz\w*|Eckwert\w*|maximal|höchstens|"
    r"[Dd]avon|[Dd]arunter|anteilig\w*|je|pro|monatlich\w*|zusätzlich\w*|weitere\w*|erst\w*|Entwurf\w*|"
    r"letzt\w*|Rest\w*|noch|ohne|abzüglich|zuzüglich|inklusive|einschließlich|inkl\.|rechnerisch\w*|aus|"
    r"für(?!\s(?:das\s(?:Haushalts)?jahr\s)?20\d\d)|an)\b",
    re.IGNORECASE,
)


def contradictions(context: Context) -> Iterator[Finding]:
    """Amounts that the table has otherwise, only where both clearly mean the same."""
    for budget in budgets(context):
        replaced = _replaced(context, budget)
        for sentence, figure in amounts_in_text(context):
            if figure.cents not in replaced:
                found = _found(context, budget, sentence, figure)
                if found:
                    yield found


def _found(context: Context, budget: Budget, sentence: Sentence, figure: Figure) -> Finding | None:
    derived = _derivations(budget, figure)
    if any(derivation.kind == "cell" for derivation in derived):
        return _other_year(context, budget, sentence, figure)
    slip = None if _is_plain(derived) else _slip(context, budget, sentence, figure)
    slip = slip or (None if derived else _total_slip(context, budget, sentence, figure))
    return slip or (None if derived else _other(context, budget, sentence, figure))


def _derivations(budget: Budget, figure: Figure) -> list[Derivation]:
    """How an exact amount may follow from the table; no sum counts one transfer twice."""
    if not _is_exact(figure):
        return []
    return [
        each
        for each in budget.index.of_size(figure.cents)
        if not (budget.transfers and budget.transfers <= each.rows)
    ]


def _is_plain(derived: list[Derivation]) -> bool:
    """Whether one amount or two give the figure; with three some sum may do so by chance."""
    return any(len(each.rows) < 3 for each in derived)


def _replaced(context: Context, budget: Budget) -> set[int]:
    """Amounts of earlier versions of the table, which a rule of their own looks for."""
    versions = (
        version for version in context.work.budget_versions if version.item == budget.item.key
    )
    return {abs(old) for version in versions for old in cents_of(version.table).values()}


def _is_exact(figure: Figure) -> bool:
    has_digits = significant_digits(int(figure.value)) > _DIGITS_OF_NO_CHANCE
    return figure.hedge == "exact" and (figure.step <= 1 or has_digits)


def _slip(context: Context, budget: Budget, sentence: Sentence, figure: Figure) -> Finding | None:
    if figure.hedge != "exact" or significant_digits(int(figure.value)) < _DIGITS_OF_A_SWAP:
        return None
    for (row, column), cents in budget.cents.items():
        slip = _slip_of(figure, cents) if _is_exact(figure) else None
        if slip or _is_swapped(budget, sentence, figure, row, cents):
            how = SLIP_NAMES[slip or "swap"]
            return context.finding(
                AMOUNT_SLIP,
                sentence.where,
                f"{figure.quote} steht so nicht in der Budgettabelle; dort nennt "
                f"„{budget.label(row)}“ {budget.year_of(column)} {format_euro(cents)} "
                f"({how}).",
                "Bitte prüfen Sie, welcher der beiden Beträge stimmt.",
                figure.quote,
            )
    return None


def _total_slip(
    context: Context, budget: Budget, sentence: Sentence, figure: Figure
) -> Finding | None:
    """A slip in the sum of the federal titles, which no row of the table holds."""
    if not (_is_exact(figure) and _TOTAL.search(sentence.text)):
        return None
    for column in columns_meant(budget, sentence, figure):
        total = _federal_total(budget, column)
        slip = _slip_of(figure, total)
        if slip:
            return context.finding(
                AMOUNT_SLIP,
                sentence.where,
                f"{figure.quote} folgt so nicht aus der Budgettabelle; die Bundesmittel für "
                f"Verwaltung und Eingliederung ergeben {budget.year_of(column)} zusammen "
                f"{format_euro(total)} ({SLIP_NAMES[slip]}).",
                "Bitte prüfen Sie, welcher der beiden Beträge stimmt.",
                figure.quote,
            )
    return None


def _federal_total(budget: Budget, column: BudgetColumn) -> int:
    """The federal money of both titles in cents; zero where one is missing."""
    amounts = [
        budget.cents.get((title.row_with_more, column), budget.cents.get((title.row, column), 0))
        for title in federal_budget().titles
    ]
    return sum(amounts) if all(amounts) else 0


def _slip_of(figure: Figure, cents: int) -> Slip | None:
    euros = abs(cents) // 100
    if significant_digits(euros) < _DIGITS_OF_NO_CHANCE:
        return None
    return slip_between(int(figure.value), euros)


def _is_swapped(budget: Budget, sentence: Sentence, figure: Figure, row: str, cents: int) -> bool:
    """Whether a rounder amount is that of a row which its sentence names, two digits swapped."""
    euros = abs(cents) // 100
    if max(significant_digits(euros), significant_digits(int(figure.value))) < _DIGITS_OF_A_SWAP:
        return False
    if slip_between(int(figure.value), euros) != "swap":
        return False
    before = words_before(sentence.text, figure)
    is_named = row in budget.words.rows_in(sentence.text) and not _OTHER_AMOUNT.search(before)
    return is_named and not is_difference(sentence.text, *figure.span)


def _other(context: Context, budget: Budget, sentence: Sentence, figure: Figure) -> Finding | None:
    """An amount beside the name of a row that is near to it, or off by a power of ten."""
    text, before = sentence.text, words_before(sentence.text, figure)
    rows = _transfer_behind(budget, sentence, figure)
    if not rows and not _OTHER_AMOUNT.search(before):
        rows = budget.words.rows_in(before)
    if not rows or not figure.is_bounded or is_difference(text, *figure.span):
        return None
    if speaks_of_change(before) or figure.hedge == "above":
        return None
    columns = columns_meant(budget, sentence, figure)
    values = {abs(value) for value in budget.sums(rows, columns)}
    if not values or any(_means(figure, value) for value in values):
        return None
    nearest = min(values, key=lambda value: abs(value - figure.cents))
    is_transfer = rows <= budget.transfers and _is_exact(figure)
    is_scaled = any(_is_scaled(figure, value) for value in values)
    if not is_transfer and not is_scaled and abs(nearest - figure.cents) * _NEAR > nearest:
        return None
    names = "“, „".join(sorted({budget.label(row) for row in rows})[:2])
    return context.finding(
        AMOUNT_OTHER,
        sentence.where,
        f"Der Text nennt {figure.quote}; in der Budgettabelle steht für „{names}“ "
        f"{format_euro(nearest)}.",
        "Bitte prüfen Sie, welcher der beiden Beträge stimmt.",
        figure.quote,
    )


def _transfer_behind(budget: Budget, sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The transfer where its verb follows the amount: `… 140.000 € … umgeschichtet werden`."""
    behind = sentence.text[figure.end : figure.end + _REACH_OF_VERB]
    is_alone = sum(other.kind == "money" for other in figures_in(sentence.text)) == 1
    columns = columns_meant(budget, sentence, figure)
    is_intended = len(columns) > 1 and _INTENDED.search(sentence.text) is not None
    is_planned = columns == ("plan",) or is_intended
    if not (is_alone and is_planned and _MOVED.search(behind)):
        return frozenset()
    if _PART_OF_TRANSFER.search(sentence.text[: figure.start]):
        return frozenset()
    return budget.words.rows_in(behind) & budget.transfers


def _means(figure: Figure, cents: int) -> bool:
    interval = figure.interval.widened(figure.step / 2) if figure.scaled else figure.interval
    return interval.least * 100 <= cents <= interval.greatest * 100


def _is_scaled(figure: Figure, cents: int) -> bool:
    """Whether the amount would fit in another unit: `T€` for `€`, `Mio.` for `Mrd.`."""
    interval = figure.interval
    return any(
        interval.least * 100 <= cents * factor <= interval.greatest * 100
        or interval.least * 100 * factor <= cents <= interval.greatest * 100 * factor
        for factor in _FACTORS
    )


def _other_year(
    context: Context, budget: Budget, sentence: Sentence, figure: Figure
) -> Finding | None:
    """An amount of the one year that the sentence gives for the other."""
    columns = columns_meant(budget, sentence, figure)
    if len(columns) != 1 or not _is_meant(budget, sentence, figure):
        return None
    holding = {
        column: {row for row, cents in _column(budget, column) if abs(cents) == figure.cents}
        for column in BUDGET_COLUMNS
    }
    (other,) = (column for column in BUDGET_COLUMNS if column != columns[0])
    if holding[columns[0]] or not holding[other]:
        return None
    row = next(iter(holding[other]))
    return context.finding(
        AMOUNT_YEAR,
        sentence.where,
        f"Der Satz nennt {figure.quote} für {budget.year_of(columns[0])}; in der Budgettabelle ist "
        f"das der Betrag von „{budget.label(row)}“ für {budget.year_of(other)}.",
        "Bitte prüfen Sie Betrag und Jahr.",
        figure.quote,
    )


def _is_meant(budget: Budget, sentence: Sentence, figure: Figure) -> bool:
    """Whether an amount has enough digits, or stands beside the name of its row."""
    if is_difference(sentence.text, *figure.span):
        return False
    before = words_before(sentence.text, figure)
    rows = budget.words.rows_in(before) if not _OTHER_AMOUNT.search(before) else frozenset()
    is_named = any(abs(budget.cents.get((row, column), 0)) == figure.cents
                   for row in rows for column in BUDGET_COLUMNS)  # fmt: skip
    return is_named or significant_digits(int(figure.value)) >= _DIGITS_OF_NO_CHANCE


def _column(budget: Budget, column: str) -> Iterator[tuple[str, int]]:
    return ((row, cents) for (row, of), cents in budget.cents.items() if of == column)
