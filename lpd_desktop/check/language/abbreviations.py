"""Abbreviations that are used and never explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import ABBREVIATION
from lpd_desktop.check.language.vocabulary import joined, vocabulary
from lpd_desktop.plan.addresses import Address

_LETTERS = "A-ZÄÖÜ"
_ABBREVIATION = re.compile(
    rf"[A-ZÄÖÜ](?<![\w.*:_§/@-].)[a-zäöü]?(?:[{_LETTERS}][a-z]?){{1,5}}[{_LETTERS}]?(?![\w*:_]|\.\w)"
)
_NAME_BEFORE = re.compile(
    r"(?:Jobcenter[ns]?|JC|Kreis(?:es)?|Stadt|Landkreis(?:es)?|Region|Maßnahme|Projekt[es]?|Programm\w*"
    r"|Firma|GmbH|Modul|Phase|Stufe|Niveau|Klasse|Typ|Version)\s[„\"»]?$"
)
_BEHIND = re.compile(
    r"s?[“\"]?(?:\s*\((?:=\s*)?[„\"]?(?=[^)]*[a-zäöüß]{3,})[A-ZÄÖÜa-zäöü][^)]{7,120}\)"
    r"|\s*=\s*[A-ZÄÖÜa-zäöü]{3,}|\s[–-]\s[A-ZÄÖÜa-zäöü]{4,}|:\s[A-ZÄÖÜ][a-zäöü]{4,}"
    r"|,?\s+(?:d\.\s?h\.|das heißt|steht für|bedeutet|meint)\s)"
)
_BEFORE = re.compile(
    r"[(\[„\"](?:(?:kurz|abgekürzt|im Folgenden|nachfolgend|sog\.|sogenannte[rns]?|auch|=):?\s)?"
    r"[„\"]?$"
    r"|\bkurz:?\s[„\"]?$"
)
_CLOSED = re.compile(r"s?\s*[)\]“\",;]")
_ROMAN = re.compile(r"[IVXLCM]+")
_MIN_CAPITALS = 2
_LONGEST = 7
_OFTEN = 2
"""Two letters alone are often no abbreviation; used again, they are."""
_REMEDY = "Bitte schreiben Sie die Abkürzung beim ersten Mal aus, mit ihr selbst in Klammern."


def unexplained_abbreviations(context: Context) -> Iterator[Finding]:
    """One hint for each abbreviation at its first place, if the plan explains it nowhere."""
    whole = "\n".join((context.whole_text, *_topics(context)))
    names = _own_names(context)
    seen: set[str] = set()
    for where, text in _texts(context):
        for match in _ABBREVIATION.finditer(text):
            words = match[0]
            if words in seen:
                continue
            seen.add(words)
            is_rare = len(words) == _MIN_CAPITALS and whole.count(words) < _OFTEN
            if not is_rare and _needs_words(match, names) and not _is_explained(words, whole):
                message = f"Die Abkürzung „{words}“ wird im ganzen Dokument nicht erklärt."
                yield context.finding(ABBREVIATION, where, message, _REMEDY, words)


def _texts(context: Context) -> Iterator[tuple[Address, str]]:
    for stretch in context.stretches:
        yield stretch.where, stretch.text


def _topics(context: Context) -> Iterator[str]:
    return (potential.topic for potential in context.plan.potentials)


def _own_names(context: Context) -> frozenset[str]:
    """Letters that belong to the name of the Jobcenter, and abbreviations that the form uses."""
    jobcenter = context.plan.jobcenter
    words = f"{jobcenter.name} {jobcenter.own_name} {jobcenter.carrier}".split()
    return frozenset(joined(word) for word in words)


def _needs_words(match: re.Match[str], names: frozenset[str]) -> bool:
    words = match[0]
    capitals = sum(char.isupper() for char in words)
    if capitals < _MIN_CAPITALS or len(words) > _LONGEST or _ROMAN.fullmatch(words):
        return False
    known = vocabulary().known | names
    if joined(words) in known or joined(words.rstrip("s")) in known:
        return False
    before = match.string[max(0, match.start() - 20) : match.start()]
    return not (_NAME_BEFORE.search(before) or _is_shouted(match))


def _is_shouted(match: re.Match[str]) -> bool:
    """`WICHTIG: ALLE TEAMS`: beside another word of capitals, or a usual word in capitals."""
    text = match.string
    around = text[max(0, match.start() - 12) : match.start()] + text[match.end() : match.end() + 12]
    return re.search(rf"[{_LETTERS}]{{5,}}", around) is not None or text.isupper()


def _is_explained(words: str, whole: str) -> bool:
    """Whether a long form stands beside one of its uses, or it is a word in capitals."""
    if len(words) > 2 and _is_word(words, whole):
        return True
    start = whole.find(words)
    while start >= 0:
        end = start + len(words)
        before = _BEFORE.search(whole[max(0, start - 25) : start])
        if _BEHIND.match(whole, end) or (before and _is_closed(before, whole, end)):
            return True
        start = whole.find(words, end)
    return False


def _is_closed(before: re.Match[str], whole: str, end: int) -> bool:
    return before[0].startswith("kurz") or _CLOSED.match(whole, end) is not None


def _is_word(words: str, whole: str) -> bool:
    """`SOLL` beside `Soll`."""
    others = (words.capitalize(), words.casefold())
    return any(
        other in whole and re.search(rf"(?<![\w-]){other}(?![\w-])", whole) for other in others
    )
