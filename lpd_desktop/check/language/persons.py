"""Data protection: people who could be recognised in a paper that is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.person_marks import person_marks, possible_kinds
from lpd_desktop.check.language.rules import PERSON, PERSON_QUOTED

_QUOTE = re.compile(r"[„»]([^„“”»«]{12,400}?)[“”«]|“([^„“”]{12,400}?)”")
_FIRST_PERSON = re.compile(
    r"\b(?:[Ii]ch|[Mm]ich|[Mm]ir)\b.*\b\w{2,}|\b[Mm]ein(?:e[nmrs]?)?\b.*\b(?:ist|sind|hat|war|will|kann)\b"
)
_SPEAKER = re.compile(
    r"Kund|Teilnehm|Klient|Leistungsb|Betroffen|Geflücht|Jugendliche|Mutter|Mütter|Bewerb|Beschäftigte"
    r"|Mitarbeit|Aussage|Äußer|sagt|sagte|berichte|erzähl|so eine|so ein\b|O-Ton|Zitat|wörtlich"
)
_PUBLISHED = "Das Dokument wird veröffentlicht; bitte streichen Sie die Angabe, "
_NEEDLESS = _PUBLISHED + "wenn es nicht um ein öffentliches Amt geht."
_OWN_WORDS = "Bitte geben Sie den Inhalt mit eigenen Worten wieder oder streichen Sie ihn."
_MIN_WORDS = 4


def persons(context: Context) -> Iterator[Finding]:
    """Names, telephone numbers, file numbers, birthdays, accounts, single fates."""
    kinds = possible_kinds(context.whole_text)
    for stretch in context.stretches:
        for mark in person_marks(stretch.text, kinds):
            message = f"„{mark.quote}“ nennt {mark.what}."
            yield context.finding(PERSON, stretch.where, message, _NEEDLESS, mark.quote)


def quoted_persons(context: Context) -> Iterator[Finding]:
    """A client's words in quotation marks, told by `ich` and `mir`."""
    for stretch in context.stretches:
        quote = _first_person_quote(stretch.text)
        if quote:
            message = f"„{_short(quote)}“ gibt eine persönliche Äußerung wörtlich wieder."
            yield context.finding(PERSON_QUOTED, stretch.where, message, _OWN_WORDS, quote)


def _first_person_quote(text: str) -> str:
    if not any(part in text for part in ("ich", "Ich", "mir", "Mir", "ein")):
        return ""
    for match in _QUOTE.finditer(text):
        said = match[1] or match[2]
        if len(said.split()) < _MIN_WORDS or not _FIRST_PERSON.search(said):
            continue
        if _SPEAKER.search(text.replace(said, "")):
            return said
    return ""


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:70].rstrip()} …"
