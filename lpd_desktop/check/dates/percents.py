"""Percent where percentage points are meant, and points where percent is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.rules import PERCENT_OR_POINTS, POINTS_OR_PERCENT
from lpd_desktop.check.figures.from_to import clauses
from lpd_desktop.check.figures.how_much import says_how_much
from lpd_desktop.check.figures.numbers import german
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import exactly
from lpd_desktop.check.prose.stretches import Sentence

_RATE = (
    r"(?:[\w-]*(?:[Qq]uote|[Aa]nteil|[Rr]ate)(?:n|e|en|s)?\b|\bK2(?:E[1-4])?\b|\bK3E[1-4]\b|"
    r"[Pp]rozentsatz\w*)"
)
_NAMES_RATE = re.compile(_RATE)
_LEVEL_BEFORE = re.compile(
    r"\b(?:bei|von|auf|beträgt|betrug|betragen|mit|erreicht|erreichte|liegt|lag|zuletzt|aktuell|"
    r"derzeit|rund|ca\.|etwa|knapp|über|gut)\s(?:nun\s|jetzt\s|noch\s|zuletzt\s)?$"
)
_GAP = re.compile(
    r"(?:[Aa]bst[aä]nd|[Aa]bweichung|[Dd]ifferenz|[Ll]ücke|[Uu]nterschied|\b[Gg]ap\b|[Ss]chere\b|"
    r"[Vv]orsprung|[Rr]ückstand|[Dd]iskrepanz|[Ss]pread|[Dd]isparität|[Gg]efälle|[Vv]eränderung|"
    r"[Aa]nstieg|[Rr]ückgang|[Zz]uwachs|[Ss]teigerung|[Ss]enkung|[Zz]unahme|[Aa]bnahme|[Ee]rhöhung|"
    r"[Vv]erringerung|[Vv]erbesserung|[Pp]lus\b|[Mm]inus\b|\b(?:mehr|weniger|höher|niedriger|"
    r"geringer|über|unter|um|besser|schlechter|oberhalb|unterhalb)\b)"
)
_COUNT = re.compile(
    r"\b(?:(?:An|Fall|Personen|Teilnehm\w*)?[Zz]ahl(?:en)?|Bestand|Budget|Gesamtbudget|Mittel|"
    r"Eingliederungsmittel|Verwaltungsmittel|Eingliederungstitel|Verwaltungskosten|Kosten|Ausgaben|"
    r"Einnahmen|EGT|VWT|Zuteilung|Zuweisung|Summe|Betrag|Integrationen|Bedarfsgemeinschaften|"
    r"Anträge|Löhne|Preise|Kaufkraft)\b"
)
_GAP_OF = re.compile(
    r"\b(?:[Aa]bstand|[Dd]ifferenz|[Ll]ücke|[Uu]nterschied|[Aa]bweichung)\b[^;]*\b"
    r"(?:beträgt|betrug|liegt bei|lag bei|von|ist|sind)\s(?:rund\s|ca\.\s)?$"
)
_AT_MOST = 3
"""Two percentages and their difference; with more it is open which belong together."""


def differences_in_percent(context: Context) -> Iterator[Finding]:
    """`von 33,5 % auf 38,9 %, also um 5,4 %`."""
    for stretch in context.stretches:
        previous: Sentence | None = None
        for sentence in stretch.sentences:
            if "%" in sentence.text or "rozent" in sentence.text:
                wrong = _difference_in_percent(sentence, previous)
                if wrong:
                    yield _points_finding(context, sentence, wrong)
            previous = sentence


def _difference_in_percent(sentence: Sentence, previous: Sentence | None) -> Figure | None:
    for clause in clauses(sentence.text):
        levels, told = _levels_and_told(clause)
        wrong = _wrong(levels, told)
        if wrong:
            return wrong
    levels, told = _levels_and_told(sentence.text)
    if len(levels) == 1 and previous is not None:
        before, changes = _levels_and_told(previous.text)
        levels = [*before, *levels] if len(before) == 1 and not changes else levels
    elif not levels and previous is not None:
        levels = _levels_and_told(previous.text)[0]
    return _wrong(levels, told)


def _levels_and_told(text: str) -> tuple[list[Figure], list[Figure]]:
    """The percentages that are levels, and those by which something changes."""
    percents = [figure for figure in figures_in(text) if figure.kind == "percent"]
    if len(percents) > _AT_MOST:
        return [], []
    told = [
        each
        for each in percents
        if each.is_bounded and (says_how_much(text, each) or _GAP_OF.search(text[: each.start]))
    ]
    return [each for each in percents if each not in told], told


def _wrong(levels: Sequence[Figure], told: Sequence[Figure]) -> Figure | None:
    """The told change if it is the difference of the levels, and not in relation to the first."""
    if len(levels) != 2 or len(told) != 1 or not levels[0].value or not levels[1].value:
        return None
    one, other = levels
    difference = abs(one.value - other.value)
    ways = (abs(difference * 100 / base.value) for base in levels)
    tolerance = told[0].step / 2 + Decimal("0.0001")
    is_points = abs(told[0].value - difference) <= tolerance and difference > 0
    is_relative = any(told[0].interval.meets(exactly(round(way, 2))) for way in ways)
    return told[0] if is_points and not is_relative else None


def _points_finding(context: Context, sentence: Sentence, told: Figure) -> Finding:
    return context.finding(
        PERCENT_OR_POINTS,
        sentence.where,
        f"„{told.quote}“ ist der Abstand zweier Prozentwerte; gemeint sind "
        f"{german(told.value, 'points')}.",
        "Bitte schreiben Sie „Prozentpunkte“.",
        told.quote,
    )


def points_for_percent(context: Context) -> Iterator[Finding]:
    """`eine Quote von 25 Prozentpunkten`, `die Zahl sank um 5 Prozentpunkte`."""
    for stretch in context.stretches:
        text = stretch.text
        if not (("unkt" in text or "P" in text) and ("rozent" in text or "%" in text)):
            continue
        for sentence in stretch.sentences:
            for clause in clauses(sentence.text):
                wrong = next(
                    (each for each in _points_in(clause) if _is_percent(clause, each)), None
                )
                if wrong:
                    yield _percent_finding(context, sentence, wrong)


def _points_in(text: str) -> Iterator[Figure]:
    return (figure for figure in figures_in(text) if figure.kind == "points")


def _is_percent(text: str, figure: Figure) -> bool:
    before = text[: figure.start]
    is_change = figure.sign != 0 or is_difference(text, *figure.span)
    if _NAMES_RATE.search(text):
        return not is_change and bool(_LEVEL_BEFORE.search(before)) and not _GAP.search(text)
    has_rates = any(each.kind == "percent" for each in figures_in(text))
    return is_change and not has_rates and bool(_COUNT.search(text)) and not _names_gap(text)


def _names_gap(text: str) -> bool:
    return bool(
        re.search(r"[Aa]bst[aä]nd|[Dd]ifferenz|[Ll]ücke|\bK[123]\b|[Qq]uote|[Aa]nteil", text)
    )


def _percent_finding(context: Context, sentence: Sentence, figure: Figure) -> Finding:
    return context.finding(
        POINTS_OR_PERCENT,
        sentence.where,
        f"„{figure.quote}“ ist kein Abstand zweier Prozentwerte; gemeint sind vermutlich "
        f"{german(figure.value, 'percent')}.",
        "Bitte schreiben Sie „Prozent“, wenn keine Differenz zweier Quoten gemeint ist.",
        figure.quote,
    )
