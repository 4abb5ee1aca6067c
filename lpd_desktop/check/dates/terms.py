"""Words of the law that are not right for the time of which a sentence speaks.

The words and their time stand in the form; a sentence about an earlier year may use its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.days import in_german
from lpd_desktop.check.dates.reckoning import Reckoning, reckoning_of
from lpd_desktop.check.dates.rules import TERM_DRAFT, TERM_OTHER_TIME
from lpd_desktop.check.dates.verbs import tells_future
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import dates_in
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.form.term import Term

_AHEAD = re.compile(
    r"\b(?:[Kk]ünftig\w*|[Zz]ukünftig\w*|vorgesehen\w*|beabsichtigt\w*|angestrebt\w*|geplant\w*|"
    r"(?:kommenden|nächsten|folgenden) Jahr\w*)\b"
)
_NOW = re.compile(r"\b(?:[Dd]erzeit\w*|[Aa]ktuell\w*|[Zz]urzeit|[Mm]omentan\w*|[Bb]islang)\b")
_BACK = re.compile(
    r"\b(?:wurden?|war|waren|hatten?|konnten?|bisher\w*|früher\w*|ehemal\w*|vormals|damal\w*|"
    r"ehem\.|seinerzeit|einst|sogenannt\w*|worden|abgelöst|ersetzt|Ablösung|Ersetzen|Ersatz|"
    r"Abschaffung|Umstellung|Nachfolg\w*|Übergang|statt|anstelle|anstatt|nicht mehr|alte[nrms]?|"
    r"bis zum|a\. ?F\.)"
)
_SAYS_DRAFT = re.compile(
    r"[Ee]ntwurf|[Ee]ntwürfe|gestrichen|Vermittlungsausschuss|nicht Gesetz|entfallen|verworfen|"
    r"ursprünglich"
)
_TO_COME = re.compile(
    r"\b(?:Einführung|Reform|geplant\w*|angekündigt\w*|künftig\w*|Entwurf\w*|Gesetzentwurf\w*|soll|"
    r"sollen|Umbenennung|ab|Ablösung)\b"
)
_OPEN_QUOTE, _CLOSE_QUOTE = "„»", "“«”"


def terms_of_other_times(context: Context) -> Iterator[Finding]:
    """Each word of the form's list that does not fit, once in a sentence."""
    terms = context.form.terms
    if not terms:
        return
    reckoning = reckoning_of(context)
    whole = "\n".join(stretch.text for stretch in context.stretches)
    used = [term for term in terms if any(start in whole for start in _starts(term))]
    for stretch in context.stretches:
        found = [term for term in used if any(start in stretch.text for start in _starts(term))]
        for sentence in stretch.sentences if found else ():
            for term in found:
                yield from _in_sentence(context, sentence, term, reckoning)


def _in_sentence(
    context: Context, sentence: Sentence, term: Term, reckoning: Reckoning
) -> Iterator[Finding]:
    match = _pattern(term).search(sentence.text)
    if match is None:
        return
    if term.draft:
        if not _SAYS_DRAFT.search(sentence.text):
            yield _draft(context, sentence, term, match[0])
    elif not _is_excused(sentence.text, match, term):
        fault = _fault(term, sentence.text, reckoning)
        if fault:
            yield _other_time(context, sentence, term, match[0], fault)


@lru_cache(maxsize=512)
def _starts(term: Term) -> tuple[str, ...]:
    """The first words of its spellings, to look for before the whole is tried."""
    return tuple({word.split()[0].removesuffix("*") for word in term.words})


@lru_cache(maxsize=512)
def _pattern(term: Term) -> re.Pattern[str]:
    words = sorted(term.words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_spelling, words))})")


def _spelling(word: str) -> str:
    plain = re.escape(word.removesuffix("*")).replace(r"\ ", r"[ \u00a0]+")
    return plain + (r"[\w-]*" if word.endswith("*") else r"(?!\w)")


def _is_excused(text: str, match: re.Match[str], term: Term) -> bool:
    """Whether the sentence quotes the word, tells its end, or names what replaced it."""
    rest = text[: match.start()] + text[match.end() :]
    names_other = bool(term.instead) and term.instead in rest
    return names_other or bool(_BACK.search(text)) or _is_quoted(text, match.start())


def _is_quoted(text: str, position: int) -> bool:
    before = text[:position]
    opened = max(before.rfind(mark) for mark in _OPEN_QUOTE)
    return opened > max(before.rfind(mark) for mark in _CLOSE_QUOTE)


def _fault(term: Term, text: str, reckoning: Reckoning) -> str:
    """Why the word does not fit the time of the sentence; empty where it does."""
    end_of_plan = date(reckoning.plan_year, 12, 31)
    told = _time_of(text, reckoning)
    if term.until and told > date.fromisoformat(term.until):
        return f"galt nur bis {in_german(date.fromisoformat(term.until))}"
    is_ahead = term.since and max(told, end_of_plan) < date.fromisoformat(term.since)
    if is_ahead and not _TO_COME.search(text):
        return f"gilt erst ab {in_german(date.fromisoformat(term.since))}"
    return ""


def _time_of(text: str, reckoning: Reckoning) -> date:
    """The last day of which a sentence speaks: named, planned, or that of writing."""
    mentions = dates_in(text)
    if mentions:
        return max(mention.last for mention in mentions)
    is_ahead = _AHEAD.search(text) or (tells_future(text) and not _NOW.search(text))
    return date(reckoning.plan_year, 12, 31) if is_ahead else reckoning.stand


def _draft(context: Context, sentence: Sentence, term: Term, quote: str) -> Finding:
    return context.finding(
        TERM_DRAFT, sentence.where, f"„{quote}“: {term.explanation}", _remedy(term), quote
    )


def _other_time(
    context: Context, sentence: Sentence, term: Term, quote: str, fault: str
) -> Finding:
    message = f"„{quote}“ {fault}: {term.explanation}"
    return context.finding(TERM_OTHER_TIME, sentence.where, message, _remedy(term), quote)


def _remedy(term: Term) -> str:
    if term.instead:
        return f"Bitte prüfen Sie, ob „{term.instead}“ gemeint ist."
    return "Bitte verwenden Sie das Wort des Gesetzes."
