"""Differences of two percentages in percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.from_to import changes_in
from lpd_desktop.check.figures.numbers import german
from lpd_desktop.check.figures.rules import FIGURE_POINTS
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Sentence

_RESULT = re.compile(r"[Pp]unkte?n?\s+auf\s")
_BEHIND = 25
"""How far behind the points a percentage may stand and still belong to them (`auf 36,2 %`)."""

_PLANNED = re.compile(
    r"\b(?:soll\w*|will|wollen|Ziel\w*|angestrebt|geplant|zu senken|zu erhöhen|weitere\w*)\b"
)


def differences_of_rates(context: Context) -> Iterator[Finding]:
    """Percentage points that two percentages beside them do not give."""
    for stretch in context.stretches:
        previous: Sentence | None = None
        for sentence in stretch.sentences:
            if "unkt" in sentence.text:
                yield from _in_sentence(context, sentence, previous)
            previous = sentence


def _in_sentence(
    context: Context, sentence: Sentence, previous: Sentence | None
) -> Iterator[Finding]:
    text = sentence.text
    told = [each for each in figures_in(text) if each.kind == "points"]
    if len(told) != 1 or not told[0].is_bounded or _PLANNED.search(text) or _RESULT.search(text):
        return
    if any(change.kind == "percent" for change in changes_in(text)):
        return
    rates = _rates(text)
    before = _rates(previous.text) if previous and "gegenüber" not in text else []
    if len(rates) == len(before) == 1 and rates[0].start - told[0].end <= _BEHIND:
        rates = [*before, *rates]
    if len(rates) == 2 and not _fits(told[0], *rates):
        yield _finding(context, sentence, told[0], rates)


def _rates(text: str) -> list[Figure]:
    """The percentages of a sentence that are no differences themselves."""
    return [
        each
        for each in figures_in(text)
        if each.kind == "percent" and not each.sign and not _is_change(text, each)
    ]


def _is_change(text: str, figure: Figure) -> bool:
    return text[: figure.start].rstrip().endswith((" um", "Um"))


def _fits(told: Figure, one: Figure, other: Figure) -> bool:
    difference = one.interval - other.interval
    opposite = other.interval - one.interval
    return told.interval.meets(difference) or told.interval.meets(opposite)


def _finding(context: Context, sentence: Sentence, told: Figure, rates: list[Figure]) -> Finding:
    right = german(abs(rates[0].value - rates[1].value), "points")
    return context.finding(
        FIGURE_POINTS,
        sentence.where,
        f"Zwischen {rates[0].quote} und {rates[1].quote} liegen {right}, "
        f"genannt sind {told.quote}.",
        "Bitte prüfen Sie beide Prozentwerte und ihren Abstand.",
        told.quote,
    )
