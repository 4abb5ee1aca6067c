"""How German sentences announce the parts of a whole, or the whole of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Strength = Literal["all", "some"]

_ALL = re.compile(
    r"\b(?:"
    r"setz(?:t|en|te|ten)\s+sich\b[^.;:]{0,80}?\baus\b|"
    r"zusammen(?:setz|gesetzt)\w*\b[^.;:0-9]{0,40}?\baus\b|"
    r"besteh(?:t|en|end)\w*\b[^.;:0-9]{0,30}?\baus\b|bestand(?:en)?\b[^.;:0-9]{0,30}?\baus\b|"
    r"(?:auf)?ge?teil[te]\w*\b[^.;:0-9]{0,30}?\b(?:auf|in)\b|"
    r"teil(?:t|en|te|ten)\s+sich\b[^.;:0-9]{0,40}?\b(?:auf|in)\b|"
    r"gegliedert\s+in\b|glieder(?:t|n|te|ten)\s+sich\b[^.;:0-9]{0,30}?\bin\b|"
    r"verteil(?:t|en|te|ten)\s+sich\b[^.;:0-9]{0,40}?\b(?:auf|wie folgt)\b|"
    r"verteilt\b[^.;:0-9]{0,20}?\bauf\b|"
    r"Summe\s+aus\b|ergib(?:t|en)\s+sich\b[^.;:0-9]{0,30}?\baus\b|"
    r"errechnet\s+sich\b[^.;:0-9]{0,20}?\baus\b"
    r")"
)
_SOME = re.compile(
    r"\b(?:[Dd]avon|[Dd]arunter|[Hh]iervon|[Ww]ovon|und\s+zwar|nämlich|aufgeschlüsselt|"
    r"entf(?:allen|ielen|ällt|iel)(?=.*\bauf\b.*\bund\b))\b|:"
)
_NOT_ALL = re.compile(
    r"\bu\.\s?a\.|\bunter anderem|\bz\.\s?B\.|\bzum Beispiel|\bbeispielsweise|"
    r"\binsbesondere|\bvor allem|\b[Dd]arunter\b|"
    r"\ballein(?:e)?\b|\busw\.|\betc\.|\büberwiegend|\bgrößtenteils|\bhauptsächlich|"
    r"\bim Wesentlichen|\bjeweils\b|\bje\b|\bpro\b|\bzusätzlich|\bmehrheitlich|"
    r"\berstmals|\bbereits\b|\bu\.a\.|\bzunächst|\bnoch\b|\blediglich|\bnur\b|\bmonatlich|\bjährlich|\bschon\b|"
    r"\babzüglich|\babzgl\.|\bvermindert|\bausgewählt|\bvornehmlich|\bzu wesentlichen Teilen|"
    r"\bmaßgeblich|\bprimär|\bzum (?:Groß|Haupt)?teil|\bzwischen\b"
)
_ELSEWHERE = re.compile(r"\b(?:[Dd]arüber hinaus|[Aa]ußerdem|[Ff]erner|[Hh]inzu kommen)\b")
_REST = re.compile(
    r"\b(?:[Rr]est|[Üü]brige[nrs]?|[Rr]estliche[nrs]?|[Vv]erbleibende[nrs]?)\b(?!\s+(?:rund\s|ca\.\s)?\d)"
)
_WHOLE_BEHIND = re.compile(
    r"\b(?:insgesamt|zusammen|in (?:der )?Summe|(?<![Ee]ine )(?<![Ee]iner )[Ss]umme|"
    r"zusammengenommen|"
    r"ergeb(?:en|t)|ergibt|summieren sich)\b[^.;:0-9]{0,45}$"
)
_OTHER_TIME = re.compile(
    r"\b(?:gegenüber|im Vergleich|Vorjahr\w*|statt|anstelle|[Bb]isher|zuvor|nach\s+zuletzt|"
    r"ursprünglich|seinerzeit)\b"
)
_OF = re.compile(r"\b(?:[Vv]on|[Vv]om)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_CONSEQUENCE = re.compile(
    r";|,\s(?:so\s?dass|wodurch|womit|was|während|wobei|so\s|zusammen|insgesamt|in (?:der )?Summe)"
)
_NESTED = re.compile(r"[,;(]\s*(?:davon|darunter|hiervon|wovon|inklusive|inkl\.|einschließlich)\b")


_ENDS = (_OTHER_TIME, _CONSEQUENCE, _NESTED)


def announcements(text: str) -> Iterator[tuple[Strength, int, int]]:
    """Where words announce parts (begin, end), and whether they promise all of them."""
    strong = [match.span() for match in _ALL.finditer(text)]
    yield from (("all", *span) for span in strong)
    for weak in _SOME.finditer(text):
        is_inside = any(start <= weak.start() < end for start, end in strong)
        if not is_inside and _is_of_a_whole(text, weak.start()):
            yield "some", *weak.span()


def _is_of_a_whole(text: str, start: int) -> bool:
    """`entfallen` alone says nothing of a whole; `von … entfallen` does."""
    return not text.startswith("entf", start) or _OF.search(text[:start]) is not None


def without_brackets(text: str) -> str:
    """The text with blanks in place of what stands in brackets, so that places stay."""
    return _BRACKETS.sub(lambda match: " " * len(match[0]), text)


def is_partial(text: str) -> bool:
    """Whether the words say that parts are left out, or that figures are for each of several."""
    return any(words.search(text) for words in (_NOT_ALL, _REST, _ELSEWHERE))


def announces_whole(before: str) -> bool:
    """Whether the words before a figure say that it is the whole of what stands before them."""
    return bool(_WHOLE_BEHIND.search(before))


def parts_end(text: str, start: int) -> int:
    """Where the parts end that begin here: at a comparison with other times, at parts of parts."""
    ends = (pattern.search(text, start + 1) for pattern in _ENDS)
    return min((end.start() for end in ends if end), default=len(text))
