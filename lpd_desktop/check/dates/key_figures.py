"""Key figures of § 48a SGB II: month, unit, waiting time; letters and statistics: their date.

The waiting time is that of the glossary of the key figures: after three months a value is final.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.dated import dated_sentences
from lpd_desktop.check.dates.reckoning import Reckoning, reckoning_of
from lpd_desktop.check.dates.rules import DATE_WAITING, KEY_FIGURE_BARE, SOURCE_UNDATED
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import DateMention, bare_months, dates_in
from lpd_desktop.check.prose.stretches import Sentence, Stretch
from lpd_desktop.form.model import BudgetItem

_WAITING_MONTHS = 3
_NUMBER = r"[-−–+±]?\s?\d{1,3}(?:,\d+)?(?!\d|[.]\d)"
_UNIT = r"(?!,?\d|\s?(?:%|[Pp]rozent|v\.\s?H\.|Punkte|PP\b|Fälle|Personen|eLb|LZB))"
_NAME = r"\bK[123](?:E[1-4])?\b"
_KEY = re.compile(_NAME)
_BARE = re.compile(
    rf"{_NAME}\s?(?:[:=]|von|bei|mit|beträgt|betrug|(?:liegt|lag)\s(?:[\w()-]+\s){{0,4}}bei|"
    rf"\()\s?{_NUMBER}{_UNIT}"
)
_WITH_VALUE = re.compile(
    rf"(?P<value>{_NUMBER}\s?(?:%|Prozent\b))[^.;]{{0,40}}?{_NAME}|"
    rf"{_NAME}[^.;\d]{{0,40}}?(?P<behind>{_NUMBER}\s?(?:%|Prozent\b))"
)
_TARGET = re.compile(
    r"\b(?:soll|sollen|Ziel(?:e|s|en|wert\w*|setzung\w*)?|wird|werden|will|wollen|mindestens|"
    r"angestrebt\w*)\b"
)
_TIME_NAMED = re.compile(
    r"[Vv]orjahr|[Jj]ahresfortschritt|\bJahr(?:es)?\b(?!\s(?:zuvor|davor|vorher))|[Hh]albjahr|[Qq]uartal|[Mm]onat"
)
_WAITING = re.compile(r"\b[tT]\s?[-–]?\s?3\b")
_AUTHORITY = (
    r"(?:BMAS|MAGS|BA\b|Bundesministerium\w*|Ministerium\w*|Bundesagentur|Bundes\b|Landes\b|"
    r"Bezirksregierung|Bundesamt\w*|LWL|LVR)"
)
_LETTER = re.compile(
    r"\b(?:[Ss]chreiben|[Mm]itteilung|[Rr]undschreiben|[Ee]rlass|[Zz]uteilungsschreiben|"
    r"[Zz]uweisungsschreiben|[Zz]uweisungsbescheid|[Bb]escheid|[Vv]orabinformation|"
    r"[Ii]nformationsschreiben|E-Mail)s?\s"
    rf"(?:(?:des|der|vom|von|durch das|seitens des)\s(?:\w+\s){{0,2}}?{_AUTHORITY})"
)
_SENT = re.compile(
    r"\b(?:mit|per|laut|gemäß|durch)\s(?:(?:einem|dem)\s)?(?:Schreiben|Erlass|Rundschreiben)\s"
    r"(?:mitgeteilt|angekündigt|bestätigt|übermittelt|bekannt\s?gegeben|zugesagt)"
)
_EVALUATION = re.compile(
    r"\b(?:Auswertung\w*|Statistik\w*|Daten|Angaben)\b[^.;]{0,50}?\b(?:Bundesagentur|BA\b|IT\.NRW)"
)
_SHORT_LETTER = re.compile(rf"\b{_AUTHORITY}-(?:Schreiben|Mitteilung|Erlass)\b")
_SOURCE = re.compile(
    r"\bQuellen?:\s?(?=[^.;]*(?:[Ss]tatistik|[Bb]undesagentur|BA\b|IT\.NRW|[Dd]aten|[Bb]ericht|"
    r"[Aa]uswertung|[Cc]ontrolling))"
    r"[^.;\n]{3,60}"
)
_MAYBE_SOURCE = re.compile("chreiben|itteilung|rlass|escheid|nformation|Mail|Quelle")
_NOT_YET = re.compile(
    r"\b(?:noch nicht|noch keine?|steht aus|stehen aus|abzuwarten|erwartet|sobald|nach Vorliegen|"
    r"liegt nicht vor|künftig\w*|regelmäßig\w*)\b"
)


def bare_key_figures(context: Context) -> Iterator[Finding]:
    """`(K3E1: 15,9)`: no unit, no month. One finding for each paragraph."""
    for stretch in context.stretches:
        is_prose = stretch.kind not in ("cell", "heading")
        if is_prose and "K" in stretch.text and _KEY.search(stretch.text):
            yield from _in_stretch(context, stretch)


def _in_stretch(context: Context, stretch: Stretch) -> Iterator[Finding]:
    has_month = _names_time(stretch)
    for sentence in stretch.sentences:
        if _TARGET.search(sentence.text):
            continue
        bare = _BARE.search(sentence.text)
        valued = None if has_month else _WITH_VALUE.search(sentence.text)
        if bare or valued:
            missing = [
                name
                for name, is_missing in (("die Einheit", bare), ("der Monat", not has_month))
                if is_missing
            ]
            quote = bare[0].strip() if bare else _value(valued)
            yield _bare_finding(context, sentence, quote, missing)
            return


def _value(match: re.Match[str] | None) -> str:
    return (match["value"] or match["behind"]).strip() if match else ""


def _names_time(stretch: Stretch) -> bool:
    dated = dates_in(stretch.text) or any(True for _ in bare_months(stretch.text))
    return bool(dated or _TIME_NAMED.search(stretch.text))


def _bare_finding(context: Context, sentence: Sentence, quote: str, missing: list[str]) -> Finding:
    verb = "fehlen" if len(missing) > 1 else "fehlt"
    return context.finding(
        KEY_FIGURE_BARE,
        sentence.where,
        f"Bei der Kennzahl „{quote}“ {verb} {' und '.join(missing)}.",
        "Bitte nennen Sie zu jeder Kennzahl Einheit, Monat und Wartezeit (t-0 oder t-3).",
        quote,
    )


def waiting_times(context: Context) -> Iterator[Finding]:
    """`t-3-Werte des Monats September 2022` in a plan of November 2022."""
    reckoning = reckoning_of(context)
    for sentence, mentions in dated_sentences(context):
        if "3" in sentence.text and _WAITING.search(sentence.text):
            for mention in mentions:
                if mention.precision == "month" and _is_too_new(mention, reckoning):
                    yield _waiting_finding(context, sentence, mention)


def _is_too_new(mention: DateMention, reckoning: Reckoning) -> bool:
    now = reckoning.future_after.year * 12 + reckoning.future_after.month
    return 0 <= now - mention.months[1] < _WAITING_MONTHS or mention.months[1] > now


def _waiting_finding(context: Context, sentence: Sentence, mention: DateMention) -> Finding:
    return context.finding(
        DATE_WAITING,
        sentence.where,
        f"Für {mention.quote} lagen am Stand des Dokuments noch keine Werte mit drei Monaten "
        "Wartezeit vor.",
        "Bitte prüfen Sie Monat und Wartezeit.",
        mention.quote,
    )


def undated_sources(context: Context) -> Iterator[Finding]:
    """`gemäß Schreiben des BMAS` without a date in its paragraph."""
    for stretch in context.stretches:
        quote = _source(stretch) if stretch.kind != "heading" else ""
        if (
            quote
            and not _names_day_or_month(stretch.text)
            and not _basis_is_dated(context, stretch)
        ):
            yield context.finding(
                SOURCE_UNDATED,
                stretch.where,
                f"Zu „{quote}“ fehlt das Datum.",
                "Bitte nennen Sie das Datum; Mitteilungen und Auswertungen ändern sich mehrmals.",
                quote,
            )


def _names_day_or_month(text: str) -> bool:
    """A bare year does not say which of several letters of that year is meant."""
    return any(mention.precision != "year" for mention in dates_in(text))


def _source(stretch: Stretch) -> str:
    """The words that name a letter or a statistic; empty for none, or one still to come."""
    text = stretch.text
    match = _EVALUATION.search(text) if stretch.kind == "note" else None
    if match is None and _MAYBE_SOURCE.search(text):
        patterns = (_LETTER, _SENT, _SHORT_LETTER, _SOURCE)
        match = next((found for found in (each.search(text) for each in patterns) if found), None)
    return match[0].strip() if match and not _NOT_YET.search(text) else ""


def _basis_is_dated(context: Context, stretch: Stretch) -> bool:
    """Whether the table of the budget names the date already."""
    item = context.form.item(stretch.where.item)
    table = context.plan.answer(item.key).table if isinstance(item, BudgetItem) else None
    basis = table.basis.plan if table and table.is_printed else None
    return bool(basis and basis.date)
