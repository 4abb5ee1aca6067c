"""Figures without their unit, persons with decimals, two values in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.caseload_words import CASES, group_in
from lpd_desktop.check.figures.rules import CELL_TWO_VALUES, COUNT_DECIMALS, UNIT_MISSING
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Stretch

_MONEY_BEFORE = re.compile(
    r"\b(?:[Bb]udgets?|[Bb]etr[aä]g\w*|[Ss]umme|[Mm]itteln?|[Vv]olumen|[Kk]osten|[\w-]*(?:budget|(?:s|förder|sach|finanz)mitteln?|"
    r"betrag|kosten|titel|volumen))\s(?:(?:in\sHöhe\s)?von|beträgt|betragen|liegt\sbei|liegen\sbei|über)\s"
    r"(?:rund\s|ca\.\s|etwa\s|knapp\s)?$"
)
_CURRENCY = re.compile(r"€|\bEuro|\bEUR\b|TEUR|Dollar|Franken")
_RATE_WORDS = re.compile(r"\b(?:je|pro|Durchschnitt\w*|durchschnittlich\w*|Mittel|Schnitt|1\s?:)\b")


def missing_units(context: Context) -> Iterator[Finding]:
    """Sums of money without a currency."""
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            if _CURRENCY.search(sentence.text):
                continue
            for figure in figures_in(sentence.text):
                if _is_money_without_currency(sentence.text, figure):
                    yield context.finding(
                        UNIT_MISSING,
                        sentence.where,
                        f"Bei „{figure.quote}“ fehlt die Währung.",
                        "Bitte ergänzen Sie „€“ oder „Euro“.",
                        figure.quote,
                    )


def _is_money_without_currency(text: str, figure: Figure) -> bool:
    if figure.kind == "money":
        return not figure.with_currency
    is_large = figure.kind == "count" and not figure.noun and figure.value >= 10_000
    return is_large and bool(_MONEY_BEFORE.search(text[: figure.start]))


def persons_with_decimals(context: Context) -> Iterator[Finding]:
    """Counts of persons or households with decimals, once in a field: a ratio is meant."""
    fields: set[str] = set()
    for stretch in context.stretches:
        where = str(stretch.where.field)
        if where in fields or stretch.kind == "heading":
            continue
        found = _first_with_decimals(stretch)
        if found:
            fields.add(where)
            quote = stretch.text[found.start : found.end] + f" {found.noun}"
            quote = quote if quote in stretch.text else found.quote
            yield context.finding(
                COUNT_DECIMALS,
                stretch.where,
                f"„{quote}“ ist vermutlich ein Schlüssel; es fehlt, worauf er sich bezieht.",
                f"Bitte schreiben Sie etwa „1:{found.quote}“ oder „{quote} je VZÄ“.",
                quote,
            )


def _first_with_decimals(stretch: Stretch) -> Figure | None:
    for sentence in stretch.sentences:
        for figure in figures_in(sentence.text):
            is_person = figure.kind == "count" and figure.step < 1 and CASES.match(figure.noun)
            if is_person and not figure.scaled and not _RATE_WORDS.search(sentence.text):
                return _shifted(figure, sentence.start)
    return None


def _shifted(figure: Figure, by: int) -> Figure:
    return replace(figure, span=(figure.start + by, figure.end + by))


def cells_with_two_values(context: Context) -> Iterator[Finding]:
    """Cells that hold a figure for each of two groups."""
    for stretch in context.stretches:
        if stretch.kind == "cell" and _holds_two(stretch.text):
            yield context.finding(
                CELL_TWO_VALUES,
                stretch.where,
                f"In einer Zelle stehen mehrere Werte: „{' '.join(stretch.text.split())}“.",
                "Bitte geben Sie jeder Gruppe eine eigene Zeile oder Spalte.",
                stretch.text,
            )


def _holds_two(text: str) -> bool:
    figures = figures_in(text)
    if len(figures) < 2 or len({figure.kind for figure in figures}) > 1 or len(text) > 60:
        return False
    is_grouped = not group_in(text) and re.search(r"[ÜüUu]\s?-?25", text)
    return bool(is_grouped) or _are_alone(text, figures)


def _are_alone(text: str, figures: tuple[Figure, ...]) -> bool:
    return all(
        re.fullmatch(r"\s*[/;\n]\s*", text[one.end : two.start]) for one, two in pairwise(figures)
    )
