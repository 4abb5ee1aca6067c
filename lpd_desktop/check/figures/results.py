"""`um 3,9 % (1,2 Mio. €) auf 29,5 Mio. €`: percentage and difference lead to one result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.from_to import changes_in, clauses, starts_a_change
from lpd_desktop.check.figures.how_much import says_how_much
from lpd_desktop.check.figures.numbers import german, meant_by
from lpd_desktop.check.figures.rules import FIGURE_CHANGE
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import direction_of
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import exactly
from lpd_desktop.check.prose.stretches import Sentence

_HUNDRED = exactly(100)
_BESIDE = 14
_NEAR = 60
_RESULT = re.compile(r"\bauf\s(?:(?:nun|nunmehr|jetzt|rund|ca\.|etwa|knapp|gut)\s)*$")
_OTHER = re.compile(r",|\b(?:und|sowie|für)\b")
_BREAK = re.compile(r"[.,;]\s\w|,")


def results(context: Context) -> Iterator[Finding]:
    """Differences that do not follow from the percentage beside them and the result behind."""
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            if len(figures_in(sentence.text)) > 2:
                for clause in clauses(sentence.text):
                    yield from _in_clause(context, sentence, clause)


def _in_clause(context: Context, sentence: Sentence, clause: str) -> Iterator[Finding]:
    figures = [figure for figure in figures_in(clause) if not figure.spelled]
    if any(True for _change in changes_in(clause)):
        return
    for one, two, result in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = {one.kind: one, two.kind: two}
        if set(kinds) != {"percent", result.kind} or result.kind == "percent":
            continue
        if _belong_together(clause, one, two, result):
            percent, told = kinds["percent"], kinds[result.kind]
            finding = _compared(context, sentence, clause, (percent, told, result))
            if finding:
                yield finding


def _belong_together(clause: str, one: Figure, two: Figure, result: Figure) -> bool:
    beside, behind = clause[one.end : two.start], clause[two.end : result.start]
    return (
        one.is_bounded
        and two.is_bounded
        and result.is_bounded
        and says_how_much(clause, one)
        and not any(starts_a_change(clause, figure) for figure in (one, two, result))
        and len(beside) <= _BESIDE
        and not _BREAK.search(beside)
        and len(behind) <= _NEAR
        and not _OTHER.search(behind)
        and _RESULT.search(behind) is not None
    )


def _compared(
    context: Context, sentence: Sentence, clause: str, figures: tuple[Figure, Figure, Figure]
) -> Finding | None:
    percent, told, result = figures
    direction = direction_of(clause) or percent.sign or told.sign
    if not direction or percent.value >= 100:
        return None
    share = percent.interval.widened(percent.step / 2) / _HUNDRED
    rate = share if direction > 0 else exactly(0) - share
    difference = meant_by(result, figures) * share / (exactly(1) + rate)
    if told.interval.widened(told.step / 2).meets(difference):
        return None
    exact = result.value * percent.value / (100 + direction * percent.value)
    return context.finding(
        FIGURE_CHANGE,
        sentence.where,
        f"{percent.quote} bis zu {result.quote} sind rund "
        f"{german(round(exact, 0), result.kind)}, genannt sind {told.quote}.",
        "Bitte prüfen Sie alle Zahlen dieses Satzes.",
        told.quote,
    )
