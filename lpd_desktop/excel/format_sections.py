"""The sections of number formats: digits, scale, and the text around them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|_(?P<space>.)"
    r"|\*(?P<fill>.)"
    r"|(?P<general>General|Standard|@)"
    r"|(?P<digits>[0#?](?:[0#?,. ]*[0#?,.])?)"
    r"|(?P<exponent>[Ee][+-][0#?]+)"
    r"|(?P<percent>%)"
    r"|(?P<date>(?:AM/PM|A/P|[dDmMyYhHsSjJtT])+)"
    r"|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
_DECIMALS_AT_MOST = 10
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class FormatSection(msgspec.Struct, frozen=True, kw_only=True):
    """One section of a number format.

    Attributes:
        decimals: None for `General`: as many as there are.
        scale: How many thousands the display leaves out.
        prefix, suffix: Text around the number, such as ` €`.
        is_literal: Whether no digits are displayed at all.
        condition: Comparison and number, such as `>=1000000`.
    """

    decimals: int | None = None
    scale: int = 0
    is_percent: bool = False
    is_grouped: bool = False
    is_scientific: bool = False
    is_date: bool = False
    is_literal: bool = False
    prefix: str = ""
    suffix: str = ""
    condition: tuple[str, Decimal] | None = None

    def accepts(self, number: Decimal) -> bool:
        """Whether the condition of the section holds for a number."""
        if self.condition is None:
            return True
        sign, bound = self.condition
        return {
            "<": number < bound,
            "<=": number <= bound,
            ">": number > bound,
            ">=": number >= bound,
            "=": number == bound,
            "<>": number != bound,
        }[sign]

    def around(self, digits: str) -> str:
        """The digits with the text of the format around them."""
        if not self.prefix and not self.suffix:
            return digits
        return " ".join(f"{self.prefix}{digits}{self.suffix}".split())


def split_sections(code: str) -> list[str]:
    """The sections between semicolons that stand outside of quotation marks and brackets."""
    sections, start = [], 0
    for match in _TOKEN.finditer(code):
        if match["plain"] == ";":
            sections.append(code[start : match.start()])
            start = match.end()
    return [*sections, code[start:]]


def read_section(text: str) -> FormatSection:
    """What one section says."""
    reader = _SectionReader()
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "plain"
        reader.take(kind, match[kind] or "")
    return reader.section()


class _SectionReader:
    """Collects the tokens of one section."""

    def __init__(self) -> None:
        self._pattern: str | None = None
        self._around: tuple[list[str], list[str]] = ([], [])
        self._kinds: set[str] = set()
        self._is_date = False  # letters of a day or time stand before any digits
        self._condition: tuple[str, Decimal] | None = None

    def take(self, kind: str, text: str) -> None:
        """Takes one token."""
        self._kinds.add(kind)
        if kind == "date" and self._pattern is None:
            self._is_date = True
        elif kind == "digits":
            self._take_digits(text)
        elif kind == "bracket":
            self._take_bracket(text)
        elif kind == "space":
            self._say(" ")
        elif kind in ("quoted", "escaped", "plain"):
            self._say("\u2212" if text == "-" else text)

    def _take_digits(self, text: str) -> None:
        if self._pattern is None and text.strip("?"):
            self._pattern = text

    def _take_bracket(self, text: str) -> None:
        condition = _CONDITION.fullmatch(text.replace(" ", ""))
        if condition is not None:
            self._condition = _condition(condition)
        elif text.startswith("$"):
            self._say(text[1:].partition("-")[0])
        elif _ELAPSED.fullmatch(text):
            self._is_date = True

    def _say(self, text: str) -> None:
        has_digits = self._pattern is not None or "general" in self._kinds
        self._around[has_digits].append(text)

    def section(self) -> FormatSection:
        """All that was collected."""
        prefix, suffix = ("".join(texts) for texts in self._around)
        shape = _shape(self._pattern) if self._pattern else {}
        is_text = self._pattern is None and "general" not in self._kinds
        return FormatSection(
            **shape,
            is_percent="percent" in self._kinds,
            is_scientific="exponent" in self._kinds,
            is_date=self._is_date,
            is_literal=is_text,
            prefix=prefix,
            suffix=suffix,
            condition=self._condition,
        )


def _condition(match: re.Match[str]) -> tuple[str, Decimal] | None:
    try:
        return match[1], Decimal(match[2])
    except InvalidOperation:
        return None


def _shape(pattern: str) -> dict[str, Any]:
    """Decimals, scale and grouping; a comma behind the last digit leaves out three digits."""
    whole, _, fraction = pattern.partition(".")
    bare_whole, bare_fraction = whole.rstrip(","), fraction.rstrip(",")
    commas = len(whole) - len(bare_whole) + len(fraction) - len(bare_fraction)
    return {
        "decimals": min(_DECIMALS_AT_MOST, sum(sign in "0#?" for sign in bare_fraction)),
        "scale": min(commas, 4),
        "is_grouped": "," in bare_whole,
    }
