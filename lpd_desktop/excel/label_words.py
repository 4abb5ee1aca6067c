"""The words of a label that carry its meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lpd_desktop.excel.unit_words import without_unit
from lpd_desktop.form.similarity import is_misspelt, normalised

Words = tuple[str, ...]

_FOOTNOTE = re.compile(
    r"(?:\s*(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?|[†‡]|(?<![\d\s(§])\d\)|\s\(?\d{1,2}\)))+[\s:]*$"
)
_NUMBERING = re.compile(
    r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zA-Z][.)]|[IVX]{1,4}[.)]|[•·▪‣>*=]+)\s+(?=\S)"
)
_DEDUCTION = re.compile(r"^\s*(?:\./\.|/\.|-/-|−(?=\s*\w))\s*")
_BREAK = re.compile(r"-\s*\n\s*(?=[a-zäöüß])")
_DAY = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})?\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|prozent\b|v\.\s?h\.)")
_SECTION = re.compile(r"(\d+)\s*([a-z])(?![a-zäöüß])")
_FORMER = re.compile(r"\ba\.?\s?f\b\.?")
_WORD = re.compile(r"[a-zäöüß]+|\d+[a-z]?")

_NOISE = frozenset(
    {"der", "die", "das", "des", "dem", "den", "im", "am", "und", "u", "gem", "gemäß", "lt"}
    | {"laut", "sgb", "ii", "t", "eur", "euro", "teur", "tsd", "mio", "ca", "rd", "rund", "ziffer"}
)
_SAME: dict[str, str] = {
    **dict.fromkeys(("insgesamt", "summe", "total", "gesamtsumme", "zusammen"), "gesamt"),
    **dict.fromkeys(("zzgl", "zuzügl", "plus"), "zuzüglich"),
    **dict.fromkeys(("abzgl", "abzügl", "minus"), "abzüglich"),
    **dict.fromkeys(("darunter", "hiervon"), "davon"),
}
HARMLESS = frozenset(
    {"nur", "nachrichtlich", "prognose", "prognostiziert", "vorläufig", "vorläufige", "vorl"}
    | {"vorläufiger", "endgültig", "endgültige", "voraussichtlich", "voraussichtliche", "plan"}
    | {"geplant", "geplante", "ansatz", "schätzung", "geschätzt", "geschätzte"}
)
"""Words that say how firm an amount is, not what it is."""


@lru_cache(maxsize=8192)
def without_signs(label: str) -> str:
    """A label on one line without numbering before and footnote signs behind it."""
    text = " ".join(_BREAK.sub("", label).replace("\u00ad", "").split())
    if text.count("(") < text.count(")") or not text.endswith(")") or re.search(r"\(\d+\)$", text):
        text = _FOOTNOTE.sub("", text)
    return _DEDUCTION.sub("abzgl. ", _NUMBERING.sub("", text))


@lru_cache(maxsize=8192)
def words_of(label: str) -> Words:
    """The words of a label in order of the alphabet, spelled in one way."""
    text = normalised(without_unit(without_signs(label)))
    text = re.sub(r"^\+\s*", "zuzüglich ", text)
    for pattern in (_DAY, _YEAR, _PERCENT):
        text = pattern.sub(" ", text)
    text = _SECTION.sub(r"\1\2", _FORMER.sub(" af ", text))
    found = (_SAME.get(word, word) for word in _WORD.findall(text))
    return tuple(sorted(word for word in found if word not in _NOISE))


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two labels say the same, a slip of the pen in a long word apart."""
    if len(one) != len(other):
        return False
    if one == other:
        return True
    more, less = list(one), list(other)
    for word in one:
        if word in less:
            more.remove(word)
            less.remove(word)
    return all(is_misspelt(*pair) for pair in zip(sorted(more), sorted(less), strict=True))
