"""What is compared with what: months with the same months, years with whole years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.dated import dated_sentences
from lpd_desktop.check.dates.pairs import ComparedTimes, compared_times
from lpd_desktop.check.dates.reckoning import Reckoning, reckoning_of
from lpd_desktop.check.dates.rules import COMPARE_MONTHS, COMPARE_PERIODS, COMPARE_UNFINISHED
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import DateMention, dates_in
from lpd_desktop.check.prose.figures import figures_in
from lpd_desktop.check.prose.stretches import Sentence

_SHORT_COURSE = 7
_LONG_COURSE = 23
_YEAR = 12
_LAST_MONTH = 12
_UNFINISHED_SAID = re.compile(
    r"\b(?:voraussichtlich\w*|[Pp]rognos\w*|erwartet\w*|bisher\w*|bislang|bis|[Hh]ochgerechnet\w*|"
    r"[Hh]ochrechnung|geplant\w*|Plan\w*|Soll\w*|Stand|Jahresfortschritt\w*|vorläufig\w*|"
    r"Halbjahr\w*|Quartal\w*|unterjährig\w*|aktuell\w*|derzeit\w*|laufend\w*|[Mm]onatlich\w*|"
    r"t-[03]|T-[03]|[Ii]m Jahresverlauf|Monat\w*|Plätze\w*|Stellen|Standorte\w*|Beratungsstunden|"
    r"Teams|Regelsatz|Regelbedarf\w*|Ansatz|Haushalt\w*)\b"
)
_WHOLE_KINDS = ("percent", "count")


_COURSE = re.compile(
    r"\b(?:im Laufe|im Verlaufe?|Jahresverlauf|unterjährig\w*|seit Jahresbeginn|kontinuierlich\w*|"
    r"stetig\w*|Monat für Monat|von Monat zu Monat)\b",
    re.IGNORECASE,
)


def different_months(context: Context) -> Iterator[Finding]:
    """`von 12,4 % im Juli 2021 auf 10,8 % im Juni 2022`."""
    for sentence, mentions in dated_sentences(context):
        is_comparable = len(mentions) > 1 and not _COURSE.search(sentence.text)
        pairs = compared_times(sentence.text, mentions) if is_comparable else ()
        found = next((pair for pair in pairs if _has_different_months(pair)), None)
        if found:
            yield _months_finding(context, sentence, found.quote, found.older, found.newer)
    yield from _in_neighbouring_sentences(context)


def _has_different_months(pair: ComparedTimes) -> bool:
    if _length(pair.older) != _length(pair.newer) or _length(pair.older) > 6:
        return False
    if pair.older.precision == "day" and not pair.same_month:
        return False
    apart = pair.months_apart
    if pair.same_month:
        return apart % _YEAR != 0
    longest = 1200 if pair.in_words else _LONG_COURSE
    return _SHORT_COURSE <= apart <= longest and apart % _YEAR != 0


def _length(mention: DateMention) -> int:
    """How many months a date names."""
    return mention.months[1] - mention.months[0] + 1


def _in_neighbouring_sentences(context: Context) -> Iterator[Finding]:
    """`Im Juli 2021 waren es 12,4 %.`, then `Im Juni 2022 sind es nur noch 10,8 %.`, likewise."""
    for stretch in context.stretches:
        for place, other in enumerate(stretch.sentences):
            yield from _against_a_month(context, stretch.sentences[:place], other)
        for one, other in pairwise(stretch.sentences):
            times = _only_month(one), _only_month(other)
            if times[0] and times[1] and _NOW_ONLY.search(f"{one.text} {other.text}"):
                older, newer = sorted((times[0], times[1]), key=lambda mention: mention.first)
                apart = newer.months[0] - older.months[0]
                if _SHORT_COURSE <= apart <= _LONG_COURSE and apart % _YEAR:
                    yield _months_finding(context, other, times[1].quote, older, newer)


_SAME_PERIOD = re.compile(r"\b(?:gleiche[nmrs]?|selbe[nmr]?|Vorjahres)\s?[Zz]eitraum")
_AGAINST = re.compile(
    r"\b(?:[Gg]egenüber|[Ii]m Vergleich zu[mr]?|[Vv]erglichen mit|[Ii]m Vergleich mit)\s"
    r"(?:dem\s(?:Monat\s)?|Ende\s|Anfang\s)?$"
)


def _against_a_month(
    context: Context, before: tuple[Sentence, ...], other: Sentence
) -> Iterator[Finding]:
    """`Im Juni 2022 waren es 4.794.`, then `Gegenüber Mai 2021 ist das …`."""
    older = _single_month(other)
    if older is None or not _AGAINST.search(other.text[: older.start]):
        return
    one = next((each for each in reversed(before[-2:]) if dates_in(each.text)), None)
    newer = _single_month(one) if one else None
    apart = newer.months[0] - older.months[0] if newer else 0
    is_other = _SHORT_COURSE <= apart <= _LONG_COURSE and apart % _YEAR != 0
    if one and newer and is_other and figures_in(one.text):
        yield _months_finding(context, other, older.quote, older, newer)


def _single_month(sentence: Sentence) -> DateMention | None:
    mentions = dates_in(sentence.text)
    return mentions[0] if len(mentions) == 1 and mentions[0].precision == "month" else None


_NOW_ONLY = re.compile(
    r"\b(?:nur noch|noch bei|hingegen|dagegen|nunmehr|mittlerweile|inzwischen|waren es noch|"
    r"lag\w* noch)\b"
)


def _only_month(sentence: Sentence) -> DateMention | None:
    mentions = dates_in(sentence.text)
    if len(mentions) != 1 or mentions[0].precision != "month":
        return None
    rates = [each for each in figures_in(sentence.text) if each.kind in _WHOLE_KINDS]
    return mentions[0] if len(rates) == 1 else None


def _months_finding(
    context: Context, sentence: Sentence, quote: str, older: DateMention, newer: DateMention
) -> Finding:
    return context.finding(
        COMPARE_MONTHS,
        sentence.where,
        f"Verglichen werden verschiedene Monate: {older.quote} und {newer.quote}.",
        "Bitte vergleichen Sie mit demselben Monat des Vorjahres, oder sagen Sie, warum ein "
        "anderer gewählt ist.",
        quote,
    )


def different_periods(context: Context) -> Iterator[Finding]:
    """A year compared with a month, a half year with a year."""
    for sentence, mentions in dated_sentences(context):
        pairs = compared_times(sentence.text, mentions) if len(mentions) > 1 else ()
        found = next((pair for pair in pairs if _has_different_lengths(pair)), None)
        if found:
            yield context.finding(
                COMPARE_PERIODS,
                sentence.where,
                f"Verglichen werden verschieden lange Zeiträume: {found.older.quote} und "
                f"{found.newer.quote}.",
                "Bitte nennen Sie für beide Werte einen gleich langen Zeitraum.",
                found.quote,
            )


def _has_different_lengths(pair: ComparedTimes) -> bool:
    lengths = sorted((_length(pair.older), _length(pair.newer)))
    if "day" in (pair.older.precision, pair.newer.precision) or _is_money(pair):
        return False
    if _SAME_PERIOD.search(pair.quote):
        return False
    is_year = lengths[1] == _YEAR and lengths[0] in (1, 3, 6)
    return is_year and pair.older.year != pair.newer.year and _has_figures(pair)


def unfinished_years(context: Context) -> Iterator[Finding]:
    """`von 7.000 in 2021 auf 6.500 in 2022`, written in the autumn of 2022."""
    reckoning = reckoning_of(context)
    for sentence, mentions in dated_sentences(context):
        if len(mentions) < 2 or reckoning.stand.month == _LAST_MONTH:
            continue
        pairs = compared_times(sentence.text, mentions)
        found = next((pair for pair in pairs if _is_unfinished(pair, reckoning)), None)
        if found and not _UNFINISHED_SAID.search(sentence.text):
            yield _unfinished_finding(context, sentence, found)


def _is_unfinished(pair: ComparedTimes, reckoning: Reckoning) -> bool:
    are_years = all(len(each.quote) == 4 for each in (pair.older, pair.newer))
    is_running = pair.newer.first <= reckoning.stand <= pair.newer.last
    return are_years and is_running and _has_figures(pair) and not _is_money(pair)


def _has_figures(pair: ComparedTimes) -> bool:
    return any(figure.kind in _WHOLE_KINDS for figure in pair.figures)


def _is_money(pair: ComparedTimes) -> bool:
    return any(figure.kind in ("money", "posts", "ratio") for figure in pair.figures)


def _unfinished_finding(context: Context, sentence: Sentence, pair: ComparedTimes) -> Finding:
    return context.finding(
        COMPARE_UNFINISHED,
        sentence.where,
        f"{pair.newer.quote} ist noch nicht zu Ende, der Wert steht aber wie der eines ganzen "
        f"Jahres neben dem von {pair.older.quote}.",
        "Bitte sagen Sie, bis zu welchem Monat der Wert reicht, und vergleichen Sie mit demselben "
        "Zeitraum des Vorjahres.",
        pair.quote,
    )


def months_of_table_columns(context: Context) -> Iterator[Finding]:
    """A table of two columns with figures of different months."""
    for sentences in _headers(context):
        months = [
            (sentence, dates_in(sentence.text)[0])
            for sentence in sentences
            if dates_in(sentence.text)
        ]
        if len(months) != 2 or any(each.precision != "month" for _, each in months):
            continue
        (_, one), (other_sentence, other) = sorted(months, key=lambda pair: pair[1].first)
        apart = other.months[0] - one.months[0]
        if _SHORT_COURSE <= apart <= _LONG_COURSE and apart % _YEAR:
            yield _months_finding(context, other_sentence, other.quote, one, other)


def _headers(context: Context) -> Iterator[list[Sentence]]:
    """For each table the cells that are captions of columns."""
    tables: dict[str, list[Sentence]] = {}
    captions: dict[str, set[str]] = {}
    for stretch in context.stretches:
        if stretch.kind == "cell":
            place = str(stretch.where)
            captions.setdefault(place, set()).add(stretch.column_label)
            if not stretch.column_label:
                tables.setdefault(place, []).extend(stretch.sentences)
    for place, cells in tables.items():
        yield [cell for cell in cells if cell.text in captions[place]]
