"""Amount, percentage and direction of one change against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.from_to import Change, changes_in, says_how_much
from lpd_desktop.check.figures.numbers import german, meant_by
from lpd_desktop.check.figures.rules import FIGURE_CHANGE, FIGURE_DIRECTION
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import direction_of
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import Interval, exactly
from lpd_desktop.check.prose.slips import significant_digits
from lpd_desktop.check.prose.stretches import Sentence

_HUNDRED = exactly(100)
_SUGGESTION = "Bitte prüfen Sie alle Zahlen dieses Satzes."


def changes(context: Context) -> Iterator[Finding]:
    """Differences, percentages and words of a change that do not fit its two figures."""
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            if len(figures_in(sentence.text)) > 1:
                yield from _in_sentence(context, sentence)


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Finding]:
    found = list(changes_in(sentence.text))
    for change in found:
        wrong = _wrong_percent(change) or _wrong_difference(change)
        if wrong:
            message = f"Von {change.before.quote} auf {change.after.quote} sind es {_told(wrong)}."
            yield context.finding(
                FIGURE_CHANGE, sentence.where, message, _SUGGESTION, wrong[0].quote
            )
        elif _is_against_its_words(change):
            yield _direction(context, sentence, change)
    if not found:
        yield from _around_result(context, sentence)


Wrong = tuple[Figure, str]


def _told(wrong: Wrong) -> str:
    figure, right = wrong
    return f"{right}, genannt sind {figure.quote}"


def _difference(change: Change) -> Interval:
    figures = (change.before, change.after)
    return meant_by(change.after, figures) - meant_by(change.before, figures)


def _wrong_percent(change: Change) -> Wrong | None:
    """The percentage that does not follow, with the right one; rates may change in points too."""
    told = change.differences("percent")
    before = _perhaps_rounded(change.before)
    if len(told) != 1 or before.least <= 0 or change.kind == "ratio" or change.before.sign:
        return None
    difference = _perhaps_rounded(change.after) - before
    percent = difference * _HUNDRED / before
    ways = [percent] if change.kind not in ("percent", "points") else [percent, difference]
    if change.is_reversible:
        ways.append(
            (before - _perhaps_rounded(change.after)) * _HUNDRED / _perhaps_rounded(change.after)
        )
    if any(_says(told[0], way) for way in ways):
        return None
    exact = (change.after.value - change.before.value) * 100 / change.before.value
    return told[0], f"{_signed(exact)}\u00a0%"


def _perhaps_rounded(figure: Figure) -> Interval:
    """A number of two digits and zeros (`1.800`) may be rounded, a percentage shows it."""
    is_round = figure.round_to >= 100 and significant_digits(int(figure.value)) <= 2
    if figure.hedge == "exact" and is_round:
        return figure.interval.widened(figure.round_to / 2)
    return meant_by(figure, (figure,))


def _says(told: Figure, reckoned: Interval) -> bool:
    """Whether a told difference fits a reckoned one, the sign apart where none is written."""
    told_interval = meant_by(told, (told,))
    if told.kind == "percent":
        told_interval = told_interval.widened(told.step / 2)
    opposite = exactly(0) - reckoned
    if told.sign:
        return told_interval.meets(opposite if told.sign < 0 else reckoned)
    return told_interval.meets(reckoned) or told_interval.meets(opposite)


def _signed(value: Decimal) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + german(abs(round(value, 1)))


def _wrong_difference(change: Change) -> Wrong | None:
    told = change.differences(change.kind)
    if change.kind == "percent":
        told = change.differences("points")
    if len(told) != 1 or not _is_same_thing(change, told[0]):
        return None
    if _says(told[0], _difference(change)):
        return None
    kind = told[0].kind
    return told[0], german(abs(change.after.value - change.before.value), kind)


def _is_same_thing(change: Change, told: Figure) -> bool:
    """A difference of counts names the same things or none."""
    nouns = {figure.noun for figure in (change.before, change.after) if figure.noun}
    return told.kind != "count" or not told.noun or not nouns or told.noun in nouns


def _is_against_its_words(change: Change) -> bool:
    if change.kind == "ratio" or change.is_reversible or change.before.sign:
        return False
    difference = _difference(change)
    real = 1 if difference.least > 0 else -1 if difference.greatest < 0 else 0
    return real != 0 and direction_of(change.text) == -real


def _direction(context: Context, sentence: Sentence, change: Change) -> Finding:
    rises = change.after.value > change.before.value
    return context.finding(
        FIGURE_DIRECTION,
        sentence.where,
        f"Der Satz spricht von einem {'Rückgang' if rises else 'Anstieg'}, "
        f"{change.after.quote} ist aber {'mehr' if rises else 'weniger'} als "
        f"{change.before.quote}.",
        "Bitte prüfen Sie, ob die Zahlen vertauscht sind oder das Wort falsch ist.",
        change.after.quote,
    )


def _around_result(context: Context, sentence: Sentence) -> Iterator[Finding]:
    """`um 3,9 % (1,2 Mio. €) auf 29,5 Mio. €`: percentage and difference lead to one result."""
    text = sentence.text
    figures = figures_in(text)
    percents = [each for each in figures if each.kind == "percent" and says_how_much(text, each)]
    results = [each for each in figures if text[: each.start].endswith(("auf ", "auf rund "))]
    if (
        len(percents) != 1
        or len(results) != 1
        or results[0].kind not in ("money", "count", "posts")
    ):
        return
    told = [
        each
        for each in figures
        if each.kind == results[0].kind
        and each != results[0]
        and _is_beside(text, each, percents[0])
    ]
    direction = direction_of(text) or percents[0].sign
    if len(told) != 1 or not direction or not told[0].is_bounded or percents[0].value >= 100:
        return
    share = percents[0].interval.widened(percents[0].step / 2) / _HUNDRED
    rate = share if direction > 0 else exactly(0) - share
    difference = meant_by(results[0], figures) * share / (exactly(1) + rate)
    if not told[0].interval.widened(told[0].step / 2).meets(difference):
        exact = results[0].value * percents[0].value / (100 + direction * percents[0].value)
        yield context.finding(
            FIGURE_CHANGE,
            sentence.where,
            f"{percents[0].quote} bis zu {results[0].quote} sind rund "
            f"{german(round(exact, 0), results[0].kind)}, genannt sind {told[0].quote}.",
            _SUGGESTION,
            told[0].quote,
        )


def _is_beside(text: str, one: Figure, other: Figure) -> bool:
    """Whether only a sign or a few words stand between amount and percentage."""
    first, second = sorted((one, other), key=lambda figure: figure.span)
    between = text[first.end : second.start]
    return len(between) <= 14 and not re.search(r"[.,;]\s\w", between)
