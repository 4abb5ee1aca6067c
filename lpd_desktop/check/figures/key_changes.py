"""A key figure that is a rate of change, beside the numbers that it should follow from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.from_to import Change, changes_in
from lpd_desktop.check.figures.numbers import german
from lpd_desktop.check.figures.rules import KEY_CHANGE
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.plan.addresses import Address

_LONG_TERM = re.compile(r"\bLZB\b|Langzeitleistungsb")
_ELIGIBLE = re.compile(r"\be[Ll][Bb]\b|\bELB\b|[Ee]rwerbsfähige\w*\sLeistungsb")
_SUBJECTS = {"K3": _LONG_TERM, "K1E2": _ELIGIBLE}
"""What the rates of change of the regulation on key figures (§ 48a SGB II) count."""
_KEY = re.compile(r"\b(K3|K1E2)\b")
_REACH = 60
_NEAR = Decimal("0.3")


def key_changes(context: Context) -> Iterator[Finding]:
    """Rates of change in one field that differ from what its numbers give."""
    told: dict[Address, dict[str, Figure]] = {}
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            field = told.setdefault(stretch.where.field, {})
            field.update(_told(sentence.text))
            for key, figure in field.items():
                for change in _changes_of(sentence, key):
                    percent = _percent(change)
                    if abs(percent - figure.value) > _NEAR:
                        yield _finding(context, sentence, (key, figure), change)


def _told(text: str) -> Iterator[tuple[str, Figure]]:
    """The percentage beside the name of a key figure."""
    for match in _KEY.finditer(text):
        near = [
            figure
            for figure in figures_in(text)
            if figure.kind == "percent"
            and (
                0 <= match.start() - figure.end <= _REACH
                or 0 <= figure.start - match.end() <= _REACH
            )
        ]
        if len(near) == 1:
            yield match[1], near[0]


def _changes_of(sentence: Sentence, key: str) -> Iterator[Change]:
    """Changes of the number that a key figure is about."""
    for change in changes_in(sentence.text):
        before = change.text[: change.start]
        is_about = _SUBJECTS[key].search(before) is not None
        is_other = key != "K3" and _LONG_TERM.search(before) is not None
        is_count = change.kind == "count" and change.before.value >= 100
        if is_about and not is_other and is_count and not change.is_open:
            yield change


def _percent(change: Change) -> Decimal:
    return abs(change.after.value - change.before.value) * 100 / change.before.value


def _finding(
    context: Context, sentence: Sentence, told: tuple[str, Figure], change: Change
) -> Finding:
    key, figure = told
    return context.finding(
        KEY_CHANGE,
        sentence.where,
        f"Von {change.before.quote} auf {change.after.quote} sind es "
        f"{german(round(_percent(change), 1))} %, {key} ist mit {figure.quote} angegeben.",
        "Bitte nennen Sie zu beiden Angaben den Monat oder Zeitraum, oder prüfen Sie die Zahlen.",
        change.after.quote,
    )
