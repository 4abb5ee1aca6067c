"""What is told as done before it can be, and as to come after it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.clauses import Clause, clause_of
from lpd_desktop.check.dates.dated import dated_sentences
from lpd_desktop.check.dates.days import in_german
from lpd_desktop.check.dates.reckoning import Reckoning, reckoning_of
from lpd_desktop.check.dates.rules import DATE_FUTURE_BEHIND, DATE_PAST_AHEAD
from lpd_desktop.check.dates.verbs import (
    aims_before,
    is_attribute,
    plans_before,
    tells_back,
    tells_done_thing,
    tells_event,
    tells_future,
    tells_past,
    tells_result,
)
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import DateMention, bare_months, dates_in
from lpd_desktop.check.prose.stretches import Sentence

_WHEN = re.compile(
    r"(?:^|\b(?:im|in|am|zum|seit|ab|während|nach|noch|bereits|schon|erst|auch|dann|den|der|dem|"
    r"Jahre?s?|Monate?n?s?|Laufe|Zeitraum|Herbst|Sommer|Frühjahr|Winter|Ende|Anfang|Mitte|Beginn|"
    r"erstmals|war|wurden?|hat|haben|fand|fanden|erfolgten?)\s?|\()\s*$",
    re.IGNORECASE,
)
_FILLING = (
    r"(?:(?:das|den|dem|die|der|des|Jahre?s?|Zeitraum|Monate?n?|Planjahr|kommende|laufende|gesamte|"
    r"ersten?|zweiten?|dritten?)\s){0,3}$"
)
_NOT_WHEN = re.compile(
    r"\b(?:für|bis|bis zum|auf|gegenüber|als|vom|von|des|zu|aus|Vergleich|ins|in das|wie|Planung|"
    rf"Haushalt|Plan|nach|mit|über)\s{_FILLING}",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\bfür\s(?:das\sJahr\s)?$")
_TARGET_NOUN = re.compile(
    r"^\s(?:avisierte|gesetzte|geplante|vorgesehene|angestrebte|vereinbarte|formulierte|"
    r"definierte)[nrms]?\b"
)
_UNTIL = re.compile(rf"\bbis\s(?:zum\s|Ende\s)?{_FILLING}", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:bereits|schon|insgesamt)\b")
_FROM_ON = re.compile(r"\b(?:ab|zum|mit Wirkung)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_EXACTLY = re.compile(
    r"\b(?:im|in|am|zum|ab|bis|für|Anfang|Ende|Mitte|den|ab dem|Jahre?|Monate?n?|Laufe des Jahres|"
    r"Quartal|spätestens)"
    r"\s*$",
    re.IGNORECASE,
)
_NOT_EXACTLY = re.compile(
    r"\b(?:(?:wie|als|aus|vom|von|des(?! Jahres)|seit|Stand|bereits|schon|jeweils)\s"
    r"(?:(?:im|in|am|zum|den|dem|das|der|des|Monats?|Jahre?s?|noch)\s){0,3}|"
    r"(?:gegenüber|Vergleich|analog|gemessen|Niveau|Werte?|Basis|Grundlage)\b[^,;.]{0,24})$",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(
    r"\b(?:[Ii]m|[Zz]um)\s(?:(?:kommenden|nächsten|folgenden)\s(?:Kalender|Plan|Planungs)?[Jj]ahr|"
    r"Folgejahr)"
)


def past_ahead(context: Context) -> Iterator[Finding]:
    """`… hat im Oktober 2023 stattgefunden` in a plan of 2022."""
    reckoning = reckoning_of(context)
    for sentence, mentions in dated_sentences(context):
        if sentence.stretch.kind in ("cell", "heading"):
            continue
        for mention in mentions:
            if mention.first > reckoning.future_after and _is_told_as_done(sentence.text, mention):
                yield _past_finding(context, sentence, mention.quote, reckoning)
                break


def _is_told_as_done(text: str, mention: DateMention) -> bool:
    clause = clause_of(text, mention)
    before, behind = clause.before(mention), clause.behind(mention)
    if clause.in_brackets:
        return _outside_is_done(text, clause)
    if tells_done_thing(before, behind, text):
        return True
    if _TARGET.search(before) and _TARGET_NOUN.match(behind):
        return tells_result(clause.text)
    if _UNTIL.search(before):
        return bool(_ALREADY.search(clause.text)) and tells_past(clause.text)
    if not _is_time(before, mention) or (_FROM_ON.search(before) and not tells_event(clause.text)):
        return False
    if tells_past(clause.text):
        return True
    return _continues_past(text, clause)


def _is_time(before: str, mention: DateMention) -> bool:
    """Whether a date says when something happens, not until when or for what time."""
    if re.search(r"\bnach\s(?:\w+\s)?$", before):
        return mention.precision != "year"
    return bool(_WHEN.search(before)) and not _NOT_WHEN.search(before)


def _outside_is_done(text: str, clause: Clause) -> bool:
    """`Der Auftakt (Oktober 2023) hat stattgefunden`: brackets hold the date alone."""
    outside = text[: clause.start - 1] + text[clause.end + 1 :]
    is_alone = len(clause.text) < 24
    return is_alone and "," not in outside and tells_event(outside) and tells_past(outside)


def _continues_past(text: str, clause: Clause) -> bool:
    """`wurde, wie vorgesehen, im Oktober 2023 eingeführt`: a verb cut in two."""
    last = clause.text.rstrip(" .!…“")
    if not tells_event(last[-24:]) or clause.start < 3:
        return False
    first = text[: clause.start].partition(",")[0]
    return tells_past(f"{first} {clause.text}") and not tells_past(first)


def _past_finding(
    context: Context, sentence: Sentence, quote: str, reckoning: Reckoning
) -> Finding:
    return context.finding(
        DATE_PAST_AHEAD,
        sentence.where,
        f"„{quote}“ liegt nach dem Stand des Dokuments ({in_german(reckoning.stand)}), "
        "der Satz erzählt es aber als geschehen.",
        "Bitte prüfen Sie das Jahr, oder schreiben Sie den Satz in die Zukunft.",
        quote,
    )


def past_next_year(context: Context) -> Iterator[Finding]:
    """`… wurde im kommenden Jahr eingeführt`."""
    reckoning = reckoning_of(context)
    for stretch in context.stretches:
        if "ahr" not in stretch.text or stretch.kind in ("cell", "heading"):
            continue
        for sentence in stretch.sentences:
            match = _NEXT_YEAR.search(sentence.text)
            if match and _is_done_next_year(sentence.text, match, reckoning):
                yield _past_finding(context, sentence, match[0], reckoning)


def _is_done_next_year(text: str, match: re.Match[str], reckoning: Reckoning) -> bool:
    if dates_in(text):
        return False
    day = reckoning.future_after
    mention = DateMention(match.span(), match[0], day, day, "year")
    clause = clause_of(text, mention)
    return tells_event(clause.text) and tells_past(clause.text)


def future_behind(context: Context) -> Iterator[Finding]:
    """`… soll im März 2022 starten` in a plan of autumn 2022."""
    reckoning = reckoning_of(context)
    for sentence, mentions in dated_sentences(context):
        if sentence.stretch.kind in ("cell", "heading"):
            continue
        for mention in mentions:
            if mention.last < reckoning.past_before and is_told_as_coming(sentence.text, mention):
                yield _future_finding(context, sentence, mention.quote, reckoning)
                break


def is_told_as_coming(text: str, mention: DateMention) -> bool:
    """Whether the clause of a date tells what happens then as still to come."""
    clause = clause_of(text, mention)
    before = clause.before(mention)
    if plans_before(before):
        return not tells_back(clause.text)
    if clause.in_brackets or _NOT_EXACTLY.search(before) or is_attribute(clause.behind(mention)):
        return False
    is_exact = _EXACTLY.search(before) or (mention.precision == "part" and not before.strip())
    is_aim = " zu " in clause.text and aims_before(text[: clause.start].rstrip())
    return bool(is_exact) and (is_aim or tells_future(clause.text))


def _future_finding(
    context: Context, sentence: Sentence, quote: str, reckoning: Reckoning
) -> Finding:
    return context.finding(
        DATE_FUTURE_BEHIND,
        sentence.where,
        f"„{quote}“ war am Stand des Dokuments ({in_german(reckoning.stand)}) schon vorbei, "
        "der Satz kündigt es aber an.",
        "Bitte prüfen Sie das Datum, oder sagen Sie, was daraus geworden ist.",
        quote,
    )


def coming_months_behind(context: Context) -> Iterator[Finding]:
    """`Juni 2022 … In den Monaten Juli und August wird …`: months of the year named before."""
    reckoning = reckoning_of(context)
    for stretch in context.stretches:
        if stretch.kind not in ("paragraph", "item", "note"):
            continue
        for previous, sentence in pairwise(stretch.sentences):
            quote = _coming_months(previous, sentence, reckoning)
            if quote:
                yield _future_finding(context, sentence, quote, reckoning)


def _coming_months(previous: Sentence, sentence: Sentence, reckoning: Reckoning) -> str:
    """The months without a year that follow on a dated month and are over; empty for none."""
    anchors = [each for each in dates_in(previous.text) if each.precision == "month"]
    if not anchors or dates_in(sentence.text) or not tells_future(sentence.text):
        return ""
    anchor = anchors[-1].months[1]
    months = list(bare_months(sentence.text))
    over = [(span, month) for span, month in months if 0 < (month - anchor) % 12 <= 6]
    if not over or len(over) < len(months):
        return ""
    latest = max(anchor + (month - anchor) % 12 for _span, month in over)
    now = reckoning.past_before.year * 12 + reckoning.past_before.month
    return sentence.text[over[0][0][0] : over[-1][0][1]] if latest < now else ""
