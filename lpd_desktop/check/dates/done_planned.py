"""The same thing told as done at one place and as planned at another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.rules import DONE_AND_PLANNED
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.stretches import Sentence

_PLANNED = re.compile(
    r"\b(?:geplante|vorgesehene|beabsichtigte|anstehende|"
    r"bevorstehende)[nrms]?\s(?P<deed>[A-ZÄÖÜ]\w{3,}ung)\s"
    r"(?:der\s|des\s|von\s|eines\s|"
    r"einer\s)?(?P<words>(?:[a-zäöüß]+\s){0,3})(?P<thing>[A-ZÄÖÜ][\w-]{3,})"
)
_PLAN_WORDS = ("geplante", "vorgesehene", "beabsichtigte", "anstehende", "bevorstehende")
_SEPARABLE = ("an", "auf", "aus", "ein", "um", "ab", "zusammen", "fort", "durch", "bei", "nach")
_NUMBERS = frozenset(
    ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
)
_NAME = re.compile(r"\b[A-ZÄÖÜ][\w-]{3,}")
_DONE = re.compile(r"\b(?:konnten?|wurden?|hat|haben|ist|sind)\b")
_NOT_DONE = re.compile(r"\b(?:soll|sollen|noch nicht|nicht|geplant\w*|zunächst|vorgesehen\w*|ob)\b")


@dataclass(frozen=True)
class _Plan:
    """A deed that is planned: its verb's forms as done, the thing, how many."""

    quote: str
    done: re.Pattern[str]
    thing: str
    number: str
    names: frozenset[str]


def done_and_planned(context: Context) -> Iterator[Finding]:
    """`konnte zwei Etagen anmieten` beside `die geplante Anmietung zweier Etagen`."""
    sentences = [each for stretch in context.stretches for each in stretch.sentences]
    for sentence in sentences:
        for plan in _plans(sentence.text):
            done = next((each for each in sentences if _is_done(plan, each, sentence)), None)
            if done:
                yield _finding(context, sentence, plan, done)


def _plans(text: str) -> Iterator[_Plan]:
    if not any(word in text for word in _PLAN_WORDS):
        return
    for match in _PLANNED.finditer(text):
        numbers = [word for word in match["words"].split() if word.removesuffix("er") in _NUMBERS]
        yield _Plan(
            f"{match[0].split()[0]} {match['deed']}",
            _done_forms(match["deed"]),
            match["thing"],
            numbers[0].removesuffix("er") if numbers else "",
            frozenset(_NAME.findall(text)) - {match["thing"], match["deed"]},
        )


def _done_forms(deed: str) -> re.Pattern[str]:
    """`Anmietung`: `anmieten` behind `konnte`, else `angemietet`; strong verbs are not known."""
    stem = deed[:-3].casefold()
    prefix = next((each for each in _SEPARABLE if stem.startswith(each)), "")
    rest = stem.removeprefix(prefix)
    participles = f"{prefix}ge{rest}e?t|{stem}e?t"
    return re.compile(rf"\bkonnten?\b.*\b{stem}e?n\b|\b(?:{participles})\b")


def _is_done(plan: _Plan, done: Sentence, planned: Sentence) -> bool:
    text = done.text
    if done == planned or plan.thing not in text or not plan.done.search(text):
        return False
    if not _DONE.search(text) or _NOT_DONE.search(text):
        return False
    if plan.number:
        return re.search(rf"\b{plan.number}(?:er)?\b", text) is not None
    return len(plan.names & set(_NAME.findall(text))) > 1


def _finding(context: Context, planned: Sentence, plan: _Plan, done: Sentence) -> Finding:
    place = context.finding(DONE_AND_PLANNED, done.where, "").place
    return context.finding(
        DONE_AND_PLANNED,
        planned.where,
        f"Hier heißt es „{plan.quote}“, an anderer Stelle ({place}) ist dasselbe schon geschehen.",
        "Bitte prüfen Sie, ob beide Stellen dasselbe meinen, und gleichen Sie sie an.",
        plan.quote,
    )
