"""Words that stand twice, in two pieces or in the wrong number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import (
    NUMBER_SINGULAR,
    WORD_SPLIT,
    WORD_TWICE,
)

_TWICE = re.compile(r"\b([^\W\d_]{2,})\s+\1\b(?![-*:_])")
_MAY_STAND_TWICE = frozenset(
    ["sie", "Sie", "sehr", "viel", "ganz", "nach", "so", "Bla", "bla", "II", "III"]
)
_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "deren", "dessen", "dass"])
_BEFORE_RELATIVE = re.compile(
    r"(?:,|\b(?:und|oder|sowie|als|wie|auch|nur|bzw\.|dass|wenn|ob|weil|da|denn|aber|sondern))\s*"
    r"(?:(?:in|mit|von|bei|aus|zu|nach|an|auf|unter|über|vor|für|durch|um|gegen|ohne|neben)\s+)?$"
)
_PREPOSITION = re.compile(r"\b(?:in|mit|von|bei|aus|zu|an|auf|vor)\s$")
_SPLIT = re.compile(
    r"\b([^\W\d_]{2,}[a-zäöüß])-[ \xa0\n]+(?!(?:und|oder|bzw|sowie|noch|als|bis|wie|auch|nicht"
    r"|aber|sondern|zu|zum|zur|in|im|von|mit|an|am|auf|für|u|o|etc|beziehungsweise|ist|sind"
    r"|wird|werden|wurde|wurden|statt|über|unter|durch|des|der|die|das|den|dem|ein|eine)\b)"
    r"([a-zäöüß]{2,})\b"
)
_SINGULAR = (
    r"(?:Person|Frau|Stelle|Maßnahme|Bedarfsgemeinschaft|Gemeinde|Kommune|Kundin|Fachkraft|Woche"
    r"|Stunde|Teilnehmerin|Leistungsberechtigte[rn]?(?=\ssozial)|Integration|Bewerbung|Schulung"
    r"|Veranstaltung|Beschäftigung|Kind(?=\s)|Fall(?=\s)|Platz|Kurs|Monat|Arbeitgeberin|Förderung)"
)
_NUMBER_SINGULAR = re.compile(
    rf"[1-9](?<![\w.,:/§-].)(?:\d{{0,2}}(?:\.\d{{3}})+|\d{{1,4}}|(?<=[2-9]))\s{_SINGULAR}\b(?![-*:/(_])"
)
_COUNTED_BEFORE = re.compile(
    r"(?:§|Nr\.|Nummer|Ziffer|Kapitel|Phase|Modul|Stufe|Gruppe|Abs\.|Absatz|Thema|Punkt|Seite|Jahr|Team"
    r"|Anlage|Tabelle|Satz|und|bis|von|Typ|Klasse|Runde|\d|Woche|Januar|Februar|März|April|Mai|Juni|Juli"
    r"|August|September|Oktober|November|Dezember|in|seit|ab|SGB II|%)\s*$"
)


def doubled_words(context: Context) -> Iterator[Finding]:
    """The same word twice in a row, relative pronouns aside."""
    for stretch in context.stretches:
        words = stretch.text.split()
        if not any(one == other for one, other in pairwise(words)):
            continue
        matches = _TWICE.finditer(stretch.text)
        match = next((each for each in matches if _is_slip(stretch.text, each)), None)
        if match:
            message = f"„{match[1]}“ steht zweimal hintereinander."
            remedy = "Bitte löschen Sie eines von beiden."
            yield context.finding(WORD_TWICE, stretch.where, message, remedy, match[0])


def _is_slip(text: str, match: re.Match[str]) -> bool:
    word = match[1]
    if word in _MAY_STAND_TWICE:
        return False
    if word not in _ARTICLES:
        return True
    before = text[: match.start()]
    if _BEFORE_RELATIVE.search(before):
        return False
    return word != "der" or _PREPOSITION.search(before) is not None


def split_words(context: Context) -> Iterator[Finding]:
    """`Qualifi- zierung`: divided at the end of a line that is none any more."""
    for stretch in context.stretches:
        if "-" not in stretch.text:
            continue
        for match in _SPLIT.finditer(stretch.text):
            message = f"„{match[0]}“ ist noch getrennt."
            remedy = f"Bitte schreiben Sie das Wort zusammen, vermutlich „{match[1]}{match[2]}“."
            yield context.finding(WORD_SPLIT, stretch.where, message, remedy, match[0])


def numbers_with_singular(context: Context) -> Iterator[Finding]:
    """`3.495 Person`: many of something, named as one."""
    for stretch in context.stretches:
        for match in _NUMBER_SINGULAR.finditer(stretch.text):
            if not _COUNTED_BEFORE.search(stretch.text[: match.start()]):
                message = f"In „{match[0]}“ steht das Wort in der Einzahl."
                remedy = "Bitte setzen Sie es in die Mehrzahl."
                yield context.finding(NUMBER_SINGULAR, stretch.where, message, remedy, match[0])
