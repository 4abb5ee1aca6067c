"""Amount, percentage and direction of one change against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.from_to import Change, changes_in
from lpd_desktop.check.figures.numbers import german, meant_by
from lpd_desktop.check.figures.rules import FIGURE_CHANGE, FIGURE_DIRECTION
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import direction_of
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import Interval, exactly
from lpd_desktop.check.prose.slips import significant_digits
from lpd_desktop.check.prose.stretches import Sentence

_HUNDRED = exactly(100)
_SLACK = Decimal("0.005")
_RESULT = re.compile(
    r"(?:Das|Dies)\s(?:ist|sind|war|waren|entspr\w+|bedeute\w+|ergib\w+|mach\w+)\b|"
    r"(?:Damit|Somit)\s(?:ergib\w+|beträgt|betrug|liegt|lag)\b|"
    r"(?:Der|Dieser|Die|Diese)\s(?:Rückgang|Anstieg|Zuwachs|Senkung|Steigerung|Veränderung)\s"
    r"(?:beträgt|betrug|entspr\w+|liegt|lag)\b"
)
_SUGGESTION = "Bitte prüfen Sie alle Zahlen dieses Satzes."

Wrong = tuple[Figure, str]
"""A figure that does not follow, and the right one in German notation."""


def changes(context: Context) -> Iterator[Finding]:
    """Differences, percentages and words of a change that do not fit its two figures."""
    for stretch in context.stretches:
        following = (*stretch.sentences[1:], None)
        for sentence, after in zip(stretch.sentences, following, strict=True):
            if len(figures_in(sentence.text)) > 1:
                for change in changes_in(_with_result(sentence, after)):
                    yield from _of_change(context, sentence, change)


def _with_result(sentence: Sentence, after: Sentence | None) -> str:
    """The sentence with the next one where that one gives its result (`Das sind 5 % weniger.`)."""
    gives_result = after is not None and _RESULT.match(after.text)
    return f"{sentence.text} {after.text}" if after and gives_result else sentence.text


def _of_change(context: Context, sentence: Sentence, change: Change) -> Iterator[Finding]:
    wrong = _wrong_percent(change) or _wrong_difference(change)
    if wrong:
        figure, right = wrong
        yield context.finding(
            FIGURE_CHANGE,
            sentence.where,
            f"Von {change.before.quote} auf {change.after.quote} sind es {right}, genannt sind "
            f"{figure.quote}.",
            _SUGGESTION,
            figure.quote,
        )
    elif _is_against_its_words(change):
        yield _direction(context, sentence, change)


def _difference(change: Change) -> Interval:
    figures = (change.before, change.after)
    return meant_by(change.after, figures) - meant_by(change.before, figures)


def _wrong_percent(change: Change) -> Wrong | None:
    """The percentage that does not follow, with the right one; rates may change in points too."""
    told = change.differences("percent")
    before, after = _perhaps_rounded(change.before), _perhaps_rounded(change.after)
    if len(told) != 1 or before.least <= 0 or change.kind == "ratio" or change.before.sign:
        return None
    if any(_says(told[0], way) for way in _percents(change, before, after)):
        return None
    exact = (change.after.value - change.before.value) * 100 / change.before.value
    return told[0], f"{_signed(exact)}\u00a0%"


def _percents(change: Change, before: Interval, after: Interval) -> Iterator[Interval]:
    """All percentages that the words may mean."""
    yield (after - before) * _HUNDRED / before
    if change.kind in ("percent", "points"):
        yield after - before
    if change.is_open and after.least > 0:
        yield (before - after) * _HUNDRED / after
    if change.may_be_part and not after.meets(before):
        yield before * _HUNDRED / (after - before)
        yield before * _HUNDRED / (after + before)


def _perhaps_rounded(figure: Figure) -> Interval:
    """A number of two digits and zeros (`1.800`) may be rounded, a percentage shows it."""
    is_round = figure.round_to >= 100 and significant_digits(int(figure.value)) <= 2
    if figure.hedge == "exact" and is_round:
        return figure.interval.widened(figure.round_to / 2)
    return meant_by(figure, (figure,))


def _says(told: Figure, reckoned: Interval) -> bool:
    """Whether a told difference fits a reckoned one, the sign apart where none is written."""
    interval = meant_by(told, (told,))
    if told.kind == "percent":
        interval = interval.widened(max(told.step / 2, told.value * _SLACK))
    opposite = exactly(0) - reckoned
    if told.sign:
        return interval.meets(opposite if told.sign < 0 else reckoned)
    return interval.meets(reckoned) or interval.meets(opposite)


def _signed(value: Decimal) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + german(abs(round(value, 1)))


def _wrong_difference(change: Change) -> Wrong | None:
    told = change.differences("points" if change.kind == "percent" else change.kind)
    if len(told) != 1 or not _is_same_thing(change, told[0]) or change.may_be_part:
        return None
    if _says(told[0], _difference(change)):
        return None
    return told[0], german(abs(change.after.value - change.before.value), told[0].kind)


def _is_same_thing(change: Change, told: Figure) -> bool:
    """A difference of counts names the same things or none."""
    nouns = {figure.noun for figure in (change.before, change.after) if figure.noun}
    return told.kind != "count" or not told.noun or not nouns or told.noun in nouns


def _is_against_its_words(change: Change) -> bool:
    """Whether a figure rises though the words speak of falling, or the other way round.

    `Rückgang von 5 auf 100` may mean that it fell by 5.
    """
    is_sure = not (change.is_open or change.is_listed or change.before.sign or change.after.sign)
    if not is_sure or change.kind == "ratio":
        return False
    if change.may_be_part and change.after.value > 2 * change.before.value:
        return False
    difference = _difference(change)
    real = 1 if difference.least > 0 else -1 if difference.greatest < 0 else 0
    return real != 0 and direction_of(change.words) == -real


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
