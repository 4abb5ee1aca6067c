"""As-of dates: of the plan, of figures in the text, of tables, of letters that are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.dated import dated_sentences
from lpd_desktop.check.dates.days import in_german
from lpd_desktop.check.dates.present import told_as_measured, told_as_present
from lpd_desktop.check.dates.reckoning import Reckoning, is_plausible, reckoning_of, stand_of
from lpd_desktop.check.dates.rules import DATE_STAND_LATE, DATE_STAND_OLD
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import DateMention
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.form.model import BUDGET_COLUMNS
from lpd_desktop.plan.addresses import Address

_AS_OF = re.compile(
    r"\b(?:(?:[Dd]aten|[Ss]ach|[Aa]uswertungs|[Bb]erichts)?(?:[Ss]tand|STAND)|"
    r"(?:[A-ZÄÖÜ]\w+s)?[Ss]tichtag|[Bb]erichtsmonat|[Bb]ezugsmonat|[Dd]atenbasis|[Dd]atengrundlage|"
    r"[Aa]uswertung|[Aa]bfrage|[Ee]rhebung|[Qq]uelle)(?:es|s)?\b"
    r"(?:\s?[:,(])?\s*(?:der\s(?:Daten|Angaben|Zahlen|Auswertung)|ist|sind|war)?\s*"
    r"(?:(?:[A-ZÄÖÜ][\w.-]*,?\s){0,5}?)"
    r"(?:jeweils\s)?(?:vom|von|zum|per|am|im|in|des Monats|Monat|der|den|aus|:)?\s*"
    r"(?:Ende\s|Monat\s)?$"
)
_MAYBE_AS_OF = re.compile(
    "[Ss]tand|STAND|tichtag|monat|basis|rundlage|uswertung|bfrage|rhebung|uelle"
)
_SOURCE = re.compile(r"\bQuellen?:[^.;\d]{0,80}$")
_LETTER = re.compile(
    r"\b(?:[Ss]chreiben|[Mm]itteilung|[Bb]escheid|[Ee]rlass|[Ee]-?[Mm]ail|[Rr]undschreiben|"
    r"[Zz]uteilungsschreiben|[Zz]uweisungsbescheid|[Ii]nformation)s?\b(?:[^.;()\d]|\([A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,9}\)){0,110}?"
    r"\b(?:vom|Stand:?)\s*$"
)
_OTHER_STAND = re.compile(
    r"(?:\b(?:auf|über|unter|hinter|gegenüber|mit|nach|Rückfall|zu)\s(?:dem|den|einen|einem|ihrem|"
    r"ihren)\s|\bder\s(?:Technik|Dinge|Planung)\b|\b\w*(?:[Kk]onzept|[Rr]ichtlinie|[Ll]eitfaden|"
    r"[Hh]andbuch|[Ss]atzung|[Vv]ereinbarung|[Vv]ertrag|[Ww]eisung|[Vv]erordnung|[Gg]esetz|"
    r"[Ff]assung|[Bb]roschüre|[Aa]rbeitshilfe|[Kk]ommentar|[Ee]mpfehlung|[Ll]eitlinie|[Ss]tudie|"
    r"[Pp]rogramm|[Kk]ooperationsplan|[Gg]utachten)\w*\b[^.;]{0,40})$"
)
_SHORT_CELL = 80


def stand_of_the_plan(context: Context) -> Iterator[Finding]:
    """A Stand that cannot be that of a plan for this year."""
    stand, year = stand_of(context.plan.as_of), context.form.year
    if stand and not is_plausible(stand, year):
        is_old = stand.year < year
        yield context.finding(
            DATE_STAND_OLD if is_old else DATE_STAND_LATE,
            context.cover("as_of"),
            f"Der Stand {in_german(stand)} liegt {'lange vor' if is_old else 'nach'} dem Planjahr "
            f"{year}.",
            "Bitte prüfen Sie, ob der Stand eines anderen Jahres stehen geblieben ist.",
            context.plan.as_of,
        )


def as_of_dates(context: Context) -> Iterator[Finding]:
    """`Stand 24.10.2021` and the like, more than a year before the plan's Stand or after it."""
    reckoning = reckoning_of(context)
    for sentence, mentions in dated_sentences(context):
        for mention in mentions:
            if _is_as_of(sentence.text, mention):
                yield from _judged(context, reckoning, sentence, mention, mentions)
            elif _is_old(reckoning, mention) and told_as_present(sentence, mention, mentions):
                yield _old(context, sentence.where, mention.quote, reckoning)
            elif _is_ahead(reckoning, mention) and told_as_measured(sentence, mention):
                yield _late(context, sentence.where, mention.quote, reckoning)


def _is_ahead(reckoning: Reckoning, mention: DateMention) -> bool:
    return mention.first > reckoning.future_after


def _is_as_of(text: str, mention: DateMention) -> bool:
    if not _MAYBE_AS_OF.search(text[: mention.start]):
        return False
    if _SOURCE.search(text[: mention.start]):
        return True
    match = _AS_OF.search(text[max(0, mention.start - 90) : mention.start])
    if match is None:
        return False
    start = max(0, mention.start - 90) + match.start()
    return not _OTHER_STAND.search(text[:start])


def _judged(
    context: Context,
    reckoning: Reckoning,
    sentence: Sentence,
    mention: DateMention,
    mentions: tuple[DateMention, ...],
) -> Iterator[Finding]:
    newest = max(other.last for other in mentions)
    quote = _quote(sentence, mention)
    if _is_old(reckoning, mention) and newest == mention.last:
        yield _old(context, sentence.where, quote, reckoning)
    elif _is_ahead(reckoning, mention):
        yield _late(context, sentence.where, quote, reckoning)


def _quote(sentence: Sentence, mention: DateMention) -> str:
    """The date; in a table the whole cell, where it is short, to tell it from others."""
    is_cell = sentence.stretch.kind == "cell" and len(sentence.text) <= _SHORT_CELL
    return sentence.text if is_cell else mention.quote


def _is_old(reckoning: Reckoning, mention: DateMention) -> bool:
    return mention.last <= reckoning.months_ago(12)


def letters(context: Context) -> Iterator[Finding]:
    """Letters on the budget of the plan year that are older than a year or newer than the plan."""
    reckoning = reckoning_of(context)
    budgets = {item.key for item in context.form.budgets}
    for sentence, mentions in dated_sentences(context):
        for mention in mentions:
            if mention.precision != "day" or not _LETTER.search(sentence.text[: mention.start]):
                continue
            if _is_ahead(reckoning, mention):
                yield _late(context, sentence.where, mention.quote, reckoning)
            elif sentence.where.item in budgets and _cites_old(reckoning, mention, mentions):
                yield _old(context, sentence.where, mention.quote, reckoning)


def _cites_old(
    reckoning: Reckoning, mention: DateMention, mentions: tuple[DateMention, ...]
) -> bool:
    """An old letter on the money of its own time is right."""
    others = (other for other in mentions if other != mention)
    speaks_of_past = any(other.year < reckoning.plan_year for other in others)
    return _is_old(reckoning, mention) and not speaks_of_past


def bases_of_budgets(context: Context) -> Iterator[Finding]:
    """The letter on which the column of the plan year rests, likewise."""
    reckoning = reckoning_of(context)
    for item in context.form.budgets:
        table = context.plan.answer(item.key).table
        basis = table.basis.of(BUDGET_COLUMNS[0]) if table and table.is_printed else None
        day = stand_of(basis.date) if basis else None
        where = Address(item.key, ("table",))
        if day and day <= reckoning.months_ago(12):
            yield _old(context, where, in_german(day), reckoning)
        elif day and day > reckoning.future_after:
            yield _late(context, where, in_german(day), reckoning)


def _old(context: Context, where: Address, quote: str, reckoning: Reckoning) -> Finding:
    return context.finding(
        DATE_STAND_OLD,
        where,
        f"„{quote}“ liegt mehr als ein Jahr vor dem Stand des Dokuments "
        f"({in_german(reckoning.stand)}).",
        "Bitte prüfen Sie, ob Datum und Zahlen aus dem Vorjahr stehen geblieben sind.",
        quote,
    )


def _late(context: Context, where: Address, quote: str, reckoning: Reckoning) -> Finding:
    return context.finding(
        DATE_STAND_LATE,
        where,
        f"„{quote}“ liegt nach dem Stand des Dokuments ({in_german(reckoning.stand)}).",
        "Bitte prüfen Sie das Datum oder den Stand auf dem Deckblatt.",
        quote,
    )
