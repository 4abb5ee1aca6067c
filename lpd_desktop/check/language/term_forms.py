"""Readers of terms: what is the same term, and in which style it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import repeat

Form = tuple[str, str, str]
"""The term, the style it is written in, the words as they stand."""
FormReader = Callable[[str], Iterator[Form]]

_PARAGRAPH = re.compile(r"§{1,2}\s?\d{1,3}(?P<gap>[ \xa0]?)(?P<letter>[a-z])(?![\w.]|\s[a-z]\b)")
_AGE = re.compile(r"[UuÜü](?<![\w.].)(?P<joint>[ \xa0-]?)(?P<years>[1-6][05])(?![.,]?\d|\s?%)")
_BOOK = re.compile(
    r"SGB(?<!\w...)(?P<first>[ \xa0-])(?P<book>I{1,3}|I?V|VI{0,3}|IX|X|XI{0,2}|XIV)"
    r"(?P<second>-|\s[-–]\s)(?P<noun>[A-ZÄÖÜ][a-zäöüß]{3,})"
)
_LAW = re.compile(
    r"SGB(?<!\w...)(?P<joint>[ \xa0-]?)(?:III?|XII|IX|VIII)\b(?![-–])(?!\s[-–]\s[A-ZÄÖÜ])"
)
_LETTERS = r"A-Za-zÄÖÜäöüß"
_TOKEN = re.compile(rf"[{_LETTERS}]+(?![\w*:_])")
_MIXED = re.compile(rf"(?!\w+(?:Innen|In)$)[{_LETTERS}]{{1,14}}(?<=\w)[A-ZÄÖÜ][{_LETTERS}]{{0,13}}")
_PLURAL = re.compile(r"(\w[a-z]?[A-ZÄÖÜ][A-ZÄÖÜa-z]{0,3})s")
_HYPHENED = re.compile(r"[A-ZÄÖÜ](?<![\w-].)\w*(?:-\w+){1,3}(?![\w-])")
_PAIR = re.compile(r"([A-ZÄÖÜ](?<![\w-].)\w{2,}) (?=([A-ZÄÖÜ]\w{2,})(?![\w-]))")
_WORD = re.compile(r"[A-ZÄÖÜ](?<![\w-].)[a-zäöüß]{4,}(?![\w-])")
_ENDING = re.compile(r"(?:en|er|es|em|e|s|n)$")
_INNER_POINT = re.compile(rf"\.(?<=[{_LETTERS}].)(?=[{_LETTERS}])")
_DOTTED = re.compile(
    rf"(?<![\w.@/])(?P<name>[{_LETTERS}]{{1,10}}(?:\.[{_LETTERS}]{{1,10}}){{1,3}}\.?)"
    r"(?: ?(?P<number>\d{1,3}))?(?![\w/@])"
)
_LETTER_POINT = re.compile(
    r"\.(?<=[^\w.][a-zA-Z].)(?=[ \xa0]?[a-zA-Z]\.)|\.(?<=\A[a-zA-Z]\.)(?=[ \xa0]?[a-zA-Z]\.)"
)
_SHORT_WORD = re.compile(
    r"[a-zA-Z]\.(?P<gap>[ \xa0]?)(?P<two>[a-zA-Z])\.(?:[ \xa0]?(?P<three>[a-zA-Z])\.)?(?!\w)"
)


def paragraph_forms(text: str) -> Iterator[Form]:
    """`§ 16i` and `§ 16 i`: one style for all paragraphs with a letter."""
    if "§" in text:
        for match in _PARAGRAPH.finditer(text):
            yield "§", "apart" if match["gap"] else "joined", match[0]


def age_forms(text: str) -> Iterator[Form]:
    """`U25`, `U 25`, `u25`."""
    for match in _AGE.finditer(text):
        letter, joint = match[0][0], match["joint"].replace("\xa0", " ")
        yield f"{letter.casefold()}{match['years']}", f"{letter}{joint}", match[0]


def book_forms(text: str) -> Iterator[Form]:
    """`SGB II-Leistungen`, `SGB-II-Leistungen`, `SGB II – Leistungen`."""
    if "SGB" not in text:
        return
    for match in _BOOK.finditer(text):
        first = match["first"].replace("\xa0", " ")
        second = re.sub(r"\s", " ", match["second"])
        yield "compound", f"{first}|{second}", match[0]
    for match in _LAW.finditer(text):
        yield "law", match["joint"].replace("\xa0", " "), match[0]


def short_word_forms(text: str) -> Iterator[Form]:
    """`z.B.` and `z. B.`."""
    for point in _LETTER_POINT.finditer(text):
        match = _SHORT_WORD.match(text, point.start() - 1)
        if match is None:
            continue
        letters = "".join(filter(None, (match[0][0], match["two"], match["three"])))
        if letters not in ("NN", "nn"):
            yield letters.casefold(), "apart" if match["gap"] else "joined", match[0]


def dotted_forms(text: str) -> Iterator[Form]:
    """`comp.Neu 21` and `Comp.NEU 21`; also `c.N.21`, which begins like both."""
    end = 0
    for point in _INNER_POINT.finditer(text):
        if point.start() < end:
            continue
        match = _DOTTED.match(text, _start_of_letters(text, point.start()))
        if match is None:
            continue
        end = match.end()
        parts = match["name"].strip(".").split(".")
        if _is_name(parts, match["number"]):
            term = "".join(part[0] for part in parts).casefold() + (match["number"] or "")
            yield term, match[0], match[0]


def _start_of_letters(text: str, end: int) -> int:
    """Where the word begins that stands before a place."""
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return start


def _is_name(parts: list[str], number: str | None) -> bool:
    """A name has a part with a capital, and a number or a part of three letters."""
    if all(len(part) == 1 for part in parts) and not number:
        return False
    has_capital = any(char.isupper() for part in parts[1:] for char in part)
    return has_capital and (number is not None or any(len(part) > 2 for part in parts))


def abbreviation_forms(text: str) -> Iterator[Form]:
    """`eLb` and `ELB`, `JobCenter` and `Jobcenter`: words with a capital inside."""
    words = Counter(_TOKEN.findall(text))
    mixed = {each: count for each, count in words.items() if _MIXED.fullmatch(each)}
    terms = {_without_plural(each).casefold() for each in mixed if not each.isupper()}
    for each, count in words.items():
        singular = _without_plural(each) if each in mixed else each
        is_word = each not in mixed and _WORD.fullmatch(each) is not None
        if each in mixed or (is_word and singular.casefold() in terms):
            yield from repeat((singular.casefold(), singular, each), count)


def _without_plural(words: str) -> str:
    plural = _PLURAL.fullmatch(words)
    return plural[1] if plural else words


def compound_forms(text: str) -> Iterator[Form]:
    """`E-Mail` and `Email`, `Online-Angebot`, `Online Angebot` and `Onlineangebot`."""
    hyphened = Counter(_HYPHENED.findall(text))
    pairs = Counter(f"{one} {two}" for one, two in _PAIR.findall(text))
    hyphen_terms = {words: _stem(words.replace("-", "")) for words in hyphened}
    pair_terms = {words: _stem(words.replace(" ", "")) for words in pairs}
    single = Counter(_WORD.findall(text))
    single_terms = {words: _stem(words) for words in single}
    counted = (
        ("hyphen", hyphened, hyphen_terms),
        ("blank", pairs, pair_terms),
        ("joined", single, single_terms),
    )
    known = Counter(term for _s, _c, terms in counted for term in set(terms.values()))
    for style, counter, terms in counted:
        for words, count in counter.items():
            if known[terms[words]] > 1:
                yield from repeat((terms[words], style, words), count)


def _stem(word: str) -> str:
    folded = word.casefold()
    return _ENDING.sub("", folded) if len(folded) > 7 else folded


FORM_READERS: tuple[FormReader, ...] = (
    paragraph_forms,
    age_forms,
    book_forms,
    short_word_forms,
    dotted_forms,
    abbreviation_forms,
    compound_forms,
)
