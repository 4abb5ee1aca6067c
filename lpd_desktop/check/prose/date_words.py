"""The German words for months, seasons, halves and quarters, and the years people write."""

from __future__ import annotations

import re

MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feb": 2, "märz": 3, "mrz": 3, "mär": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8,
    "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11,
    "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
SEASONS = {
    "frühjahr": (3, 5), "frühling": (3, 5), "sommer": (6, 8), "herbst": (9, 11), "winter": (12, 2),
}  # fmt: skip
NUMBERS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
PARTS = {"anfang": (1, 4), "beginn": (1, 4), "mitte": (5, 8), "ende": (9, 12)}

BLANK = "[ \u00a0\u202f]"
MONTH = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember)s?(?![\wäöüß])|(?:Jan|Feb|Mrz|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)(?![\wäöüß])\.?"
)
SEASON = r"Früh(?:jahr|ling)s?|Sommers?|Herbst(?:es)?|Winters?"
YEAR = r"(?:19[5-9]\d|20\d\d)"
ORDINAL = (
    r"(?:[1-4]\.|(?:I{1,3}|IV)\.?|[Ee]rste[nsrm]?|[Zz]weite[nsrm]?|[Dd]ritte[nsrm]?|"
    r"[Vv]ierte[nsrm]?)"
)
_OF = rf"{BLANK}?(?:des{BLANK}Jahres{BLANK}|von{BLANK}|in{BLANK}|im{BLANK}Jahr{BLANK}|/)?"
OF_YEAR = rf"{_OF}(?P<year>{YEAR})(?!\d|[.,]\d)"
_STEM = re.compile(r"^(erst|zweit|dritt|viert)")


def month_number(name: str) -> int:
    """1 to 12 for a name or abbreviation, with a point or the ending of the genitive."""
    word = name.casefold().rstrip(".")
    return MONTHS.get(word) or MONTHS[word.rstrip("s")]


def ordinal_number(word: str) -> int:
    """1 to 4 for `1.`, `II.`, `dritten`."""
    plain = word.casefold().rstrip(".")
    stem = _STEM.match(plain)
    return int(plain) if plain.isdecimal() else NUMBERS[stem[0] if stem else plain]


def full_year(digits: str) -> int:
    """The year of four digits, or of two in this century."""
    plain = digits.strip("'’")
    return int(plain) if len(plain) == 4 else 2000 + int(plain)
