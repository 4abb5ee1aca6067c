"""Shares: parts of a hundred, two sides of one thing, a number out of a larger one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.numbers import german, meant_by
from lpd_desktop.check.figures.rules import FIGURE_SHARE
from lpd_desktop.check.figures.sum_words import announcements, is_partial, parts_end
from lpd_desktop.check.figures.sums import parts_between
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import exactly
from lpd_desktop.check.prose.stretches import Sentence

_SHARE_BEFORE = re.compile(r"\b(?:[\w-]*[Aa]nteil\w*|Quote\s+von)\b[^.;0-9]{0,40}$")
_SHARE_BEHIND = re.compile(
    r"\s(?:aller\b|(?:der|von den)\s"
    r"(?:e?[Ll]b|ELB|LZB|BG|Personen|Leistungsb|Kund|Frauen|Männer|Befragt))"
)
_SIDES = (
    (
        re.compile(r"\b(?:weiblich\w*|Frauen(?:anteil)?)\b"),
        re.compile(r"\b(?:männlich\w*|Männer\w*)\b"),
    ),
    (re.compile(r"\b(?:befristet\w*)\b"), re.compile(r"\b(?:unbefristet\w*)\b")),
    (
        re.compile(r"\b(?:Deutsche\w*|deutsche\w*)\b"),
        re.compile(r"\b(?:Ausländer\w*|ausländisch\w*)\b"),
    ),
)
_TO_EACH = re.compile(r"\bzu\s(?:rund\s|etwa\s|ca\.\s|knapp\s|gut\s)?$")
_DISTRIBUTED = re.compile(
    r"verteil|zusammen|aufgeteilt|teilen sich|entfallen|entfällt|finanzier|stammen|bestehen|besteht"
)
_OF_ALL = re.compile(r"\b(?:sind|waren|ist|war|Anteil\w*|anteil\w*|beträgt)\b")
_RATES = re.compile(
    r"quote|rate\b|Rückgang|Anstieg|gestiegen|gesunken|Veränderung|Vorjahr", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\b(?:[Vv]on|[Uu]nter)\s(?:(?:den|insgesamt|allen|diesen|rund|ca\.|derzeit)\s){0,3}$"
)
_OF = re.compile(r"\s(?:[\w*-]+\s){0,2}?von\s(?:den\s|insgesamt\s|rund\s|ca\.\s)*$")
_HUNDRED = Decimal(100)
_FAR = Decimal(15)


def shares(context: Context) -> Iterator[Finding]:
    """Shares that cannot be."""
    for stretch in context.stretches:
        if stretch.kind == "heading":
            continue
        for sentence in stretch.sentences:
            if any(figure.kind == "percent" for figure in figures_in(sentence.text)):
                yield from _above_hundred(context, sentence)
                yield from _parts(context, sentence)
                yield from _sides(context, sentence)
                yield from _out_of(context, sentence)


def _percents(text: str) -> list[Figure]:
    return [
        figure
        for figure in figures_in(text)
        if figure.kind == "percent" and not figure.sign and not is_difference(text, *figure.span)
    ]


def _finding(context: Context, sentence: Sentence, message: str, quote: str) -> Finding:
    suggestion = "Bitte prüfen Sie die Zahlen dieses Satzes."
    return context.finding(FIGURE_SHARE, sentence.where, message, suggestion, quote)


def _above_hundred(context: Context, sentence: Sentence) -> Iterator[Finding]:
    for figure in _percents(sentence.text):
        before, behind = sentence.text[: figure.start], sentence.text[figure.end :]
        is_share = _SHARE_BEFORE.search(before) or _SHARE_BEHIND.match(behind)
        if figure.value > _HUNDRED and is_share:
            message = f"Ein Anteil kann nicht {figure.quote} betragen."
            yield _finding(context, sentence, message, figure.quote)


def _parts(context: Context, sentence: Sentence) -> Iterator[Finding]:
    """`verteilen sich zu 45 % auf A, zu 30 % auf B und zu 35 % auf C`."""
    parts = _parts_of_hundred(sentence.text)
    total = sum((part.value for part in parts), Decimal(0))
    slack = sum((part.interval.greatest - part.value for part in parts), Decimal(0))
    surplus = total - _HUNDRED
    if parts and (surplus > slack or slack < -surplus <= _FAR):
        message = f"Die Anteile ergeben zusammen {german(total, 'percent')}."
        yield _finding(context, sentence, message, parts[-1].quote)


def _parts_of_hundred(text: str) -> list[Figure]:
    """All percentages of a sentence that names the parts of one whole, else none."""
    rates = _percents(text)
    if len(rates) < 3 or is_partial(text) or not all(rate.is_bounded for rate in rates):
        return []
    each_to = all(_TO_EACH.search(text[: rate.start]) for rate in rates)
    if each_to and _DISTRIBUTED.search(text):
        return rates
    for strength, start, begin in announcements(text):
        inside = parts_between(text, begin, parts_end(text, begin))
        if strength == "all" and len(inside) == len(rates) and rates[0].start > start:
            return rates
    return []


def _sides(context: Context, sentence: Sentence) -> Iterator[Finding]:
    """`53 % sind weiblich, 57 % männlich`."""
    text = sentence.text
    rates = _percents(text)
    if len(rates) != 2 or not _OF_ALL.search(text) or _RATES.search(text):
        return
    for one, other in _SIDES:
        if len(one.findall(text)) == len(other.findall(text)) == 1:
            total = rates[0].value + rates[1].value
            slack = rates[0].step + rates[1].step
            if slack < abs(total - _HUNDRED) <= _FAR:
                message = f"{rates[0].quote} und {rates[1].quote} ergeben nicht 100 %."
                yield _finding(context, sentence, message, rates[1].quote)


def _out_of(context: Context, sentence: Sentence) -> Iterator[Finding]:
    """`Von 11.094 eLb sind 4.438 (40 %) …`, `4.438 von 11.094 eLb, das sind 40 %`."""
    text = sentence.text
    counts = [figure for figure in figures_in(text) if figure.kind == "count" and figure.is_bounded]
    rates = _percents(text)
    if len(counts) != 2 or len(rates) != 1 or not rates[0].is_bounded:
        return
    first, second = counts
    if _WHOLE.search(text[: first.start]):
        whole, part = first, second
    elif _OF.fullmatch(text[first.end : second.start]):
        whole, part = second, first
    else:
        return
    if (
        not 0 < part.value <= whole.value
        or whole.value < 10
        or not _is_beside(text, part, rates[0])
    ):
        return
    share = meant_by(part, counts) * exactly(100) / meant_by(whole, counts)
    told = rates[0].interval.widened(rates[0].step / 2)
    if not told.meets(share) and not told.meets(exactly(100) - share):
        right = german(round(part.value * 100 / whole.value, 1), "percent")
        message = f"{german(part.value)} von {german(whole.value)} sind {right}, genannt sind "
        yield _finding(context, sentence, f"{message}{rates[0].quote}.", rates[0].quote)


def _is_beside(text: str, part: Figure, rate: Figure) -> bool:
    """Whether the percentage stands with the part: in brackets behind it, or after `das sind`."""
    between = text[part.end : rate.start]
    is_conclusion = re.search(r"\b(?:das sind|also|entspricht|entsprechen|mithin|somit)\b", between)
    return bool(is_conclusion) or (between.rstrip().endswith("(") and len(between) < 60)
