"""What of a text stands on the page: one Unicode form, no invisible characters, fixed blanks."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
"""Stands for a character that the fonts do not hold; a finding names the character."""

NO_BREAK_BLANK = "\u00a0"
SOFT_HYPHEN = "\u00ad"

_CONTROLS = re.compile(r"\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_UNITS = (
    r"€|%|‰|Euro\b|EUR\b|Prozent|T€|TEUR\b|Tsd\.|Mio\.|Mrd\.|Millionen\b|VZÄ\b|Uhr\b|km\b|m²|Std\."
    r"|Stunden?\b|Monate?n?\b|Jahre?n?\b|Tage?n?\b|Wochen?\b|Personen\b|BG\b|eLb\b|LZB\b"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_CITED = (
    r"§|§§|Art\.|Artikel|Abs\.|Absatz|Satz|S\.|Nr\.|Nrn\.|Nummer|Kap\.|Ziff\.|Ziffer|Seite|Buchst\."
    r"|Rn\.|Anlage|Tabelle|Abb\.|ca\."
)
_TITLES = r"Dr\.|Prof\.|Dipl\.|Ing\.|Herr|Herrn|Frau"


def _after(words: str) -> str:
    """A pattern for the place after one of these words and a blank."""
    return "|".join(rf"(?<=[^\w§]{word} )|(?<=^{word} )" for word in words.split("|"))


_NO_BREAK = re.compile(
    " (?:"  # from the blank on, because most characters are none
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
    text = _CONTROLS.sub("\n", text).replace("\t", " ")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if text.isprintable() and _SELECTORS.isdisjoint(text):
        return text
    return "".join(char for char in text if char == "\n" or not _is_invisible(char))


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") or char in _SELECTORS


def with_fixed_blanks(text: str) -> str:
    """The text with no-break blanks where a line may not end, such as in `§ 16i` or `1.000 €`.

    Every character keeps its place.
    """
    return _NO_BREAK.sub(NO_BREAK_BLANK, text)


def words_of(text: str) -> list[str]:
    """The words of a text in the form in which the page shows them, for comparison."""
    return cleaned(text).split()
