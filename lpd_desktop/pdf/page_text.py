"""What of a text stands on the page: one Unicode form, no invisible characters, fixed blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from lpd_desktop.plan.characters import (
    REPLACEMENT,
    has_selectors,
    is_invisible,
    settable_characters,
)

NO_BREAK_BLANK = "\u00a0"
SOFT_HYPHEN = "\u00ad"

_CONTROLS = re.compile(r"\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_BLANKS = re.compile("[\t\u1680\u2000-\u2006\u2008\u205f\u3000]")
"""Blanks at which a line may end; narrow and figure blanks hold what they stand between."""

_UNITS = (
    r"€|%|‰|Euro\b|EUR\b|Prozent|T€|TEUR\b|Tsd\.|Mio\.|Mrd\.|Millionen\b|VZÄ\b|Uhr\b|km\b|m²|Std\."
    r"|Stunden?\b|Monate?n?\b|Jahre?n?\b|Tage?n?\b|Wochen?\b|Personen\b|BG\b|eLb\b|LZB\b"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_CITED = (
    r"§|§§|Art\.|Artikel|Abs\.|Absatz|Satz|S\.|Nr\.|Nrn\.|Nummer|Kap\.|Ziff\.|Ziffer|Seite|Buchst\."
    r"|Rn\.|Stand|Anlage|Tabelle|Abb\.|ca\."
)
_TITLES = r"Dr\.|Prof\.|Dipl\.|Ing\.|Herr|Herrn|Frau"


def _after(words: str) -> str:
    """A pattern for the place after one of these words and a blank."""
    return "|".join(rf"(?<=[^\w§]{word} )|(?<=^{word} )" for word in words.split("|"))


_NO_BREAK = re.compile(
    r" (?:(?![a-zäöüß])|(?<=[\d.-] ))(?:"  # false at once for most blanks and all other signs
    rf"(?<=\d )(?=(?:{_UNITS})|\d\d\d\b|SGB\b)"
    rf"|(?=\d)(?:(?<=\b[A-ZÄÖÜ] )|{_after(f'{_CITED}|{_MONTHS}')})"  # Ü 25, Abs. 2
    rf"|(?=[A-ZÄÖÜ])(?:{_after(_TITLES)})"
    rf"|(?<=\b[§\w]\. )(?=[a-zA-Z]\.)"  # z. B., d. h., i. d. R.
    rf"|(?<=\d\. )(?=(?:{_MONTHS}|Quartal|Halbjahr)\b)"
    rf"|(?<=\bSGB )(?=[IVX]+\b)|(?<=\d[a-z] )(?=SGB\b)"  # § 48b SGB II
    rf"|(?<=\bM(?:io|rd)\. )(?=€|Euro\b|EUR\b)"
    rf"|(?<=\bin )(?=[€%])"
    rf"|(?<=\w- )(?=\w)"  # Orts- und Bürgernähe
    rf"|(?=[–—-] )"  # a dash does not begin a line
    rf"|(?=\d)(?:(?<=[(:] [–−-] )|(?<=\([–−-] ))"  # (- 3,9 %)
    ")",
    re.MULTILINE,
)


def cleaned(text: str) -> str:
    """The text as it is set: NFC, one sort of line break, without invisible characters."""
    if not text.isprintable():
        text = _BLANKS.sub(" ", _CONTROLS.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if text.isprintable() and not has_selectors(text):
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    """A character, nothing for an invisible one, a mark for half of one and for none at all."""
    if char == "\n":
        return char
    is_broken = unicodedata.category(char) == "Cs" or ord(char) & 0xFFFE == 0xFFFE
    return REPLACEMENT if is_broken else "" if is_invisible(char) else char


def settled(text: str) -> str:
    """The text as a page shows it: cleaned, characters that the fonts do not hold replaced."""
    text = cleaned(text)
    if text.isascii():
        return text
    known = _shown_characters()
    if known.issuperset(text):
        return text
    return "".join(char if char in known else REPLACEMENT for char in text)


@cache
def _shown_characters() -> frozenset[str]:
    """All that can be set, the line break included."""
    return frozenset(("\n", *map(chr, settable_characters())))


def one_line(text: str) -> str:
    """A text for places without lines, such as titles: cleaned, single blanks between words."""
    return " ".join(cleaned(text).split())


def joined_marks(texts: Iterable[str | None]) -> list[str]:
    """Texts that follow each other, each letter together with the marks that belong to it.

    Where somebody makes one letter bold that was typed as letter and accent, the accent may stand
    in the next text; by itself neither could be composed. Nothing is moved past None, which comes
    back as an empty text.
    """
    found: list[str] = []
    last = -1
    for text in texts:
        rest = text or ""
        while last >= 0 and rest and _belong_together(found[last][-1], rest[0]):
            found[last] += rest[0]
            rest = rest[1:]
        last = -1 if text is None else len(found) if rest else last
        found.append(rest)
    return found


def _belong_together(one: str, other: str) -> bool:
    if other.isascii():
        return False
    compose = unicodedata.normalize
    return bool(unicodedata.combining(other)) or len(compose("NFC", one + other)) < 2


def with_fixed_blanks(text: str) -> str:
    """The text with no-break blanks where a line may not end, such as in `§ 16i` or `1.000 €`.

    Every character keeps its place.
    """
    return _NO_BREAK.sub(NO_BREAK_BLANK, text)


def words_of(text: str) -> list[str]:
    """The words of a text in the form in which the page shows them, for comparison."""
    return cleaned(text).split()
