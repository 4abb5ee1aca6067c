"""Years that do not belong: another one where the plan's year is meant, or one far away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.dated import dated_sentences
from lpd_desktop.check.dates.events import is_told_as_coming
from lpd_desktop.check.dates.reckoning import Reckoning, reckoning_of
from lpd_desktop.check.dates.rules import DATE_YEAR, DATE_YEAR_FAR
from lpd_desktop.check.dates.wordings import wordings_with_year
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import DateMention
from lpd_desktop.check.prose.figures import figures_in
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.form.model import PotentialsItem, RichTextItem, TopicsItem

_AIM = re.compile(
    r"\b(?:[Pp]lanjahr|[Pp]lanungsjahr|[Zz]ielsetzung(?:en)?|[Zz]ielplanung|[Jj]ahresziele?n?|"
    r"[Zz]iele|[Vv]orhaben|[Aa]usblick|[Jj]ahresplanung|[Mm]aßnahmeplanung|[Pp]lanungsdokuments?|"
    r"LPD|[Gg]eplante\w*\s(?:[\w-]+\s){1,3}?)"
    r"\s*(?:für das Jahr|für|in|im Jahre?|auf(?: das Jahr)?)?\s*$"
)
_THIS_DOCUMENT = re.compile(
    r"\b(?:dieses|diesem|vorliegende[nmrs]?)\s(?:[Ll]okale[nmrs]?\s)?(?:[Pp]lanungsdokuments?|LPD|"
    r"[Pp]lan\w*)\s"
    r"(?:für(?: das Jahr)?\s)?$"
)
_DOCUMENT = re.compile(
    r"\b(?:[Pp]lanungsdokuments?\s(?:für(?: das Jahr)?\s)?|LPD\s|[Pp]lanung\sfür(?: das Jahr)?\s)$"
)
_EARLIER_ONE = re.compile(
    r"\b(?:ha(?:t|ben)|wie|bereits|schon|noch|[Vv]orjahr\w*|letzte[nmrs]?|beschrieben\w*|"
    r"dargestellt\w*|genannt\w*|aufgeführt\w*|angekündigt\w*|gegenüber|seit|aus|[Vv]ergleich\w*|"
    r"fortgesetzt\w*|fortgeführt\w*|fortgeschrieben\w*|anknüpf\w*|aufbau\w*)\b"
)
_RELATIVE = re.compile(
    r"\b(?P<word>kommende[nmrs]?|nächste[nmrs]?|laufende[nmrs]?|aktuelle[nmrs]?|diese[nmrs]?|"
    r"vergangene[nmrs]?|letzte[nmrs]?)\s(?:(?:Kalender|Plan|Planungs|"
    r"Haushalts)?[Jj]ahre?s?)\s?,?\s?\(?$"
)
_NEXT, _THIS, _LAST = "kn", "lad", "vl"
_CLOSE_END = re.compile(
    r"\b(?:[Nn]och|[Bb]ereits|[Ss]chon|[Bb]is|Ende|[Ww]ie|restlichen?|verbleibenden?)\s"
    r"(?:(?:im|in|des|zum|das|Jahre?s?)\s){0,3}$"
)
_PAST = re.compile(
    r"\b(?:wurden?|war|waren|hatten?|konnten?|lag|lagen|betrug|betrugen|erreichten?|erzielten?|"
    r"worden|avisierten?|ursprünglich\w*|nicht mehr|umgesetzt|erreicht|erfüllt|verfehlt|sollten?)\b"
)
_FORECAST = re.compile(
    r"\b(?:voraussichtlich\w*|erwartet\w*|[Pp]rognos\w*|prognostiziert\w*|[Hh]ochrechnung\w*|"
    r"hochgerechnet\w*|geschätzt\w*|bis (?:zum|Ende des) (?:Jahres(?:ende|schluss)|Jahres))\b"
)
_AIM_FOR = re.compile(r"\b(?:Ziele?|Zielwert|Zielsetzung)\s(?:für(?: das Jahr)?|in|im Jahr)\s$")
_AIM_IS = re.compile(r"\s(?:ist|sind|lautet|bleibt|liegt)\b(?!.*\berreicht\b)")
_FAR = 7


def leftover_years_of_wordings(context: Context) -> Iterator[Finding]:
    """Words of the form with another year in them (`Geplante Weiterentwicklung in 2022`)."""
    patterns = wordings_with_year(context.form)
    for sentence, _mentions in dated_sentences(context):
        for pattern in patterns:
            for match in pattern.finditer(sentence.text):
                if int(match["year"]) != context.form.year:
                    yield _finding(context, sentence, match["year"], match[0])


def leftover_years(context: Context) -> Iterator[Finding]:
    """Aims and plans for a year that is not the plan's."""
    reckoning, wordings = reckoning_of(context), wordings_with_year(context.form)
    for sentence, mentions in dated_sentences(context):
        if any(pattern.search(sentence.text) for pattern in wordings):
            continue
        if len({mention.year for mention in mentions}) > 1 or sentence.stretch.kind == "cell":
            continue
        for mention in mentions:
            if mention.precision == "year" and _is_leftover(context, sentence, mention, reckoning):
                yield _finding(context, sentence, mention.quote, mention.quote)
                break


def _is_leftover(
    context: Context, sentence: Sentence, mention: DateMention, reckoning: Reckoning
) -> bool:
    if len(mention.quote) != 4 or mention.year >= reckoning.plan_year:
        return False
    before = sentence.text[: mention.start]
    if _THIS_DOCUMENT.search(before):
        return True
    if sentence.stretch.kind == "heading":
        return bool(_AIM.search(before))
    if _PAST.search(sentence.text) or _CLOSE_END.search(before) or _FORECAST.search(sentence.text):
        return False
    is_this_year = mention.first <= reckoning.stand <= mention.last
    if is_this_year and _is_plan(context, sentence) and _names_aim(sentence.text, mention):
        return True
    if is_this_year and _DOCUMENT.search(before) and not _EARLIER_ONE.search(sentence.text):
        return True
    return (
        is_this_year and _is_plan(context, sentence) and is_told_as_coming(sentence.text, mention)
    )


def _names_aim(text: str, mention: DateMention) -> bool:
    """`Unser Ziel für 2022 ist …`."""
    return bool(_AIM_FOR.search(text[: mention.start]) and _AIM_IS.match(text, mention.end))


def _is_plan(context: Context, sentence: Sentence) -> bool:
    """Whether the field asks for plans; a budget rightly speaks of the running year."""
    item = context.form.item(sentence.where.item)
    return isinstance(item, TopicsItem | PotentialsItem | RichTextItem)


def budgets_without_plan_year(context: Context) -> Iterator[Finding]:
    """A text on the budget that gives sums for earlier years only, and no table."""
    for item in context.form.budgets:
        table = context.plan.answer(item.key).table
        if table and table.is_printed:
            continue
        dated = [each for each in dated_sentences(context) if each[0].where.item == item.key]
        years = [(one, each) for one, mentions in dated for each in mentions]
        named = [pair for pair in years if pair[1].precision == "year" and _names_money(pair[0])]
        if named and all(mention.year < context.form.year for _, mention in years):
            sentence, mention = named[0]
            yield _finding(context, sentence, mention.quote, mention.quote)


def _names_money(sentence: Sentence) -> bool:
    return any(figure.kind == "money" for figure in figures_in(sentence.text))


def contradicting_years(context: Context) -> Iterator[Finding]:
    """`im kommenden Jahr 2022`, `im laufenden Jahr 2021`."""
    reckoning = reckoning_of(context)
    for sentence, mentions in dated_sentences(context):
        for mention in mentions:
            match = _RELATIVE.search(sentence.text[: mention.start])
            if match and mention.precision == "year" and len(mention.quote) == 4:
                meant = _meant_years(match["word"], reckoning)
                if mention.year not in meant:
                    words = sentence.text[match.start() : mention.end]
                    yield _finding(context, sentence, mention.quote, words)


@lru_cache(maxsize=64)
def _meant_years(word: str, reckoning: Reckoning) -> frozenset[int]:
    now, plan = reckoning.stand.year, reckoning.plan_year
    if word[0] in _NEXT:
        return frozenset({now + 1, plan})
    return frozenset({now, plan} if word[0] in _THIS else {now - 1, now})


def far_years(context: Context) -> Iterator[Finding]:
    """Years so far ahead that two digits are probably swapped; round ones name strategies."""
    latest = context.form.year + _FAR
    for sentence, mentions in dated_sentences(context):
        for mention in mentions:
            if mention.first.year > latest and (mention.precision == "day" or mention.year % 5):
                yield context.finding(
                    DATE_YEAR_FAR,
                    sentence.where,
                    f"„{mention.quote}“ liegt sehr weit hinter dem Planjahr {context.form.year}.",
                    "Bitte prüfen Sie die Jahreszahl.",
                    mention.quote,
                )


def _finding(context: Context, sentence: Sentence, year: str, quote: str) -> Finding:
    return context.finding(
        DATE_YEAR,
        sentence.where,
        f"Hier steht {year}, geplant wird aber das Jahr {context.form.year}.",
        f"Bitte prüfen Sie, ob {year} aus einem früheren Dokument stehen geblieben ist.",
        quote,
    )
