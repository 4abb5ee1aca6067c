"""The same figure given twice and differently: a slip of the fingers in one of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.budget_scene import amounts_in_text
from lpd_desktop.check.figures.rules import FIGURE_TWICE
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.slips import SLIP_NAMES, significant_digits, slip_between
from lpd_desktop.check.prose.stretches import Sentence

_DIGITS_OF_NO_CHANCE = 6
_ROUND_DIFFERENCE = 10_000
"""Amounts that differ by a larger round sum may well differ by a transfer."""
_MONTHS = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
    r"\s20\d\d"
)
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
_KEY_FIGURE = re.compile(
    r"\b(K[123](?:E[1-4])?)\b(?P<between>[^.;:0-9]{0,60}[:=]?\s?[^.;:0-9]{0,20})$"
)
_GROUPS = re.compile(
    r"\b(?:Frauen|[Ww]eiblich\w*|Männer\w*|[Mm]ännlich\w*|[UÜ]\s?\d\d|[Uu]nter|[Üü]ber|NRW|Land|Landes\w*|"
    r"Bund\w*|Vergleich\w*|Alleinerziehend\w*|Geflüchtet\w*|Ukrain\w*|Ausländ\w*|Ziel\w*|Soll|Ist|"
    r"Plan\w*|Prognose|[tT]-?[0-3]|davon|darunter|ohne|mit|neue?\w*|Zugäng\w*|Abgäng\w*|arbeitslos\w*)\b"
)
_CASES = re.compile(r"(?:e?[Ll][Bb]|ELB|LZB|BG|Bedarfsgemeinschaften|Leistungsberechtigte\w*)$")


@dataclass(frozen=True)
class _Said:
    """A figure with what it is a figure of."""

    key: tuple[str, ...]
    figure: Figure
    sentence: Sentence


def figures_twice(context: Context) -> Iterator[Finding]:
    """Figures of the same thing that differ."""
    yield from _amounts(context)
    yield from _differing(context, list(_key_figures(context)), by_slip=False)
    yield from _differing(context, list(_counts(context)), by_slip=True)


def _amounts(context: Context) -> Iterator[Finding]:
    """Exact amounts with many digits that differ by one slip."""
    seen: list[tuple[int, Figure]] = []
    for sentence, figure in amounts_in_text(context):
        euros = int(figure.value)
        is_exact = figure.hedge == "exact" and figure.step <= 1
        if not is_exact or significant_digits(euros) < _DIGITS_OF_NO_CHANCE:
            continue
        for other, earlier in seen:
            slip = slip_between(euros, other)
            if slip == "swap" or (slip == "digit" and abs(euros - other) < _ROUND_DIFFERENCE):
                reason = SLIP_NAMES[slip]
                yield _finding(context, sentence, figure, f"{earlier.quote} ({reason})")
                break
        seen.append((euros, figure))


def _finding(context: Context, sentence: Sentence, figure: Figure, other: str) -> Finding:
    return context.finding(
        FIGURE_TWICE,
        sentence.where,
        f"Hier steht {figure.quote}, an anderer Stelle dagegen {other}.",
        "Bitte prüfen Sie, welche der beiden Zahlen stimmt.",
        figure.quote,
    )


def _differing(context: Context, said: list[_Said], *, by_slip: bool) -> Iterator[Finding]:
    first: dict[tuple[str, ...], _Said] = {}
    for each in said:
        earlier = first.setdefault(each.key, each)
        if earlier is each or earlier.figure.interval.meets(each.figure.interval):
            continue
        if by_slip and not _is_slip(each.figure, earlier.figure):
            continue
        other = f"{earlier.figure.quote} für {' '.join(each.key)}"
        yield _finding(context, each.sentence, each.figure, other)


def _is_slip(one: Figure, other: Figure) -> bool:
    step = min(one.step, other.step)
    typed, meant = int(one.value / step), int(other.value / step)
    slip = slip_between(typed, meant)
    return slip == "swap" or (slip in ("digit", "missing", "extra") and min(typed, meant) >= 100)


def _key_figures(context: Context) -> Iterator[_Said]:
    """Key figures of one month, where no group or other place is named beside them."""
    for sentence, figure in _in_sentences_with_month(context):
        before = _MONTHS.sub(lambda month: " " * len(month[0]), sentence.text[: figure.start])
        name = _KEY_FIGURE.search(before)
        is_rate = figure.kind == "percent" or (figure.kind == "count" and figure.step < 1)
        if name and is_rate and not _names_another(name["between"]):
            yield _Said((name[1], _month(sentence)), figure, sentence)


def _names_another(words: str) -> bool:
    names = re.findall(r"\b[A-ZÄÖÜ]\w+", words)
    return any(name not in ("Im", "Integrationsquote", "Aktivierungsquote") for name in names)


def _counts(context: Context) -> Iterator[_Said]:
    """Numbers of persons and households of one month."""
    for sentence, figure in _in_sentences_with_month(context):
        if figure.kind == "count" and _CASES.match(figure.noun) and figure.value >= 100:
            yield _Said((figure.noun.casefold(), _month(sentence)), figure, sentence)


def _in_sentences_with_month(context: Context) -> Iterator[tuple[Sentence, Figure]]:
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            text = sentence.text
            if "20" not in text or len(set(_MONTHS.findall(text))) != 1:
                continue
            if len(set(_YEARS.findall(text))) == 1 and not _GROUPS.search(text):
                yield from ((sentence, each) for each in figures_in(text) if each.is_bounded)


def _month(sentence: Sentence) -> str:
    match = _MONTHS.search(sentence.text)
    return match[0] if match else ""
