"""Formulas of sums, differences and products, reckoned exactly; anything else is not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, DivisionByZero, InvalidOperation

import msgspec

from lpd_desktop.excel.cell_references import column_number

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)"
    r"|(?P<function>[A-Za-z][A-Za-z0-9.]*)\("
    r"|(?:(?P<sheet>'(?:[^']|'')+'|[\w.]+)!)?"
    r"\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d{1,7})(?![\w(!])"
    r"|(?P<sign>[-+*/(),:%]))"
)
_DEPTH_LIMIT = 60
_LENGTH_LIMIT = 2_000


class NotUnderstoodError(Exception):
    """The formula does more than sums, differences and products, or its inputs cannot be told."""


class Area(msgspec.Struct, frozen=True):
    """A cell or a range of cells; `sheet` is empty for the formula's own."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


SingleValue = Callable[[Area], Decimal]
RangeValues = Callable[[Area, bool], list[Decimal]]
"""The numbers of a range; the flag says that subtotals in it do not count."""


class Inputs(msgspec.Struct, frozen=True):
    """Where a formula gets its numbers from."""

    single: SingleValue
    values: RangeValues


def reckon(formula: str, inputs: Inputs) -> Decimal:
    """The result of a formula.

    Raises:
        NotUnderstoodError: it is more than this reads.
    """
    if len(formula) > _LENGTH_LIMIT:
        raise NotUnderstoodError
    try:
        return _Parser(list(_tokens(formula)), inputs).result()
    except (InvalidOperation, DivisionByZero, ZeroDivisionError, OverflowError) as error:
        raise NotUnderstoodError from error


def areas_of(formula: str) -> list[Area]:
    """The cells and ranges that a formula names, whatever it does with them."""
    bare = re.sub(r'"[^"]*"', "", formula[:_LENGTH_LIMIT])
    found, place = [], 0
    while place < len(bare):
        match = _TOKEN.match(bare, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        if match["row"]:
            found.append(_cell(match))
    return found


def _tokens(formula: str) -> Iterator[re.Match[str]]:
    place, text = 0, formula.strip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise NotUnderstoodError
        yield match
        place = match.end()


def _cell(match: re.Match[str]) -> Area:
    sheet = (match["sheet"] or "").strip("'").replace("''", "'")
    row, column = int(match["row"]), column_number(match["column"])
    return Area(sheet, row, column, row, column)


class _Parser:
    """Recursive descent: sum of products of factors."""

    def __init__(self, tokens: list[re.Match[str]], inputs: Inputs) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0
        self._inputs = inputs

    def result(self) -> Decimal:
        value = self._sum()
        if self._place < len(self._tokens):
            raise NotUnderstoodError
        return value

    def _next_sign(self) -> str:
        token = self._peek()
        return (token["sign"] or "") if token else ""

    def _peek(self) -> re.Match[str] | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self) -> re.Match[str]:
        token = self._peek()
        if token is None:
            raise NotUnderstoodError
        self._place += 1
        return token

    def _expect(self, sign: str) -> None:
        if self._take()["sign"] != sign:
            raise NotUnderstoodError

    def _sum(self) -> Decimal:
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise NotUnderstoodError
        value = self._product()
        while self._next_sign() in ("+", "-"):
            sign = self._take()["sign"]
            other = self._product()
            value = value + other if sign == "+" else value - other
        self._depth -= 1
        return value

    def _product(self) -> Decimal:
        value = self._factor()
        while self._next_sign() in ("*", "/"):
            sign = self._take()["sign"]
            other = self._factor()
            value = value * other if sign == "*" else value / other
        return value

    def _factor(self) -> Decimal:
        negative = False
        while self._next_sign() in ("+", "-"):
            negative ^= self._take()["sign"] == "-"
        value = self._atom()
        while self._next_sign() == "%":
            self._take()
            value /= 100
        return -value if negative else value

    def _atom(self) -> Decimal:
        token = self._take()
        if token["number"]:
            return Decimal(token["number"])
        if token["row"]:
            return self._inputs.single(_cell(token))
        if token["sign"] == "(":
            value = self._sum()
            self._expect(")")
            return value
        if token["function"]:
            return self._function(token["function"].upper())
        raise NotUnderstoodError

    def _function(self, name: str) -> Decimal:
        if name in ("SUM", "MIN", "MAX"):
            values = self._arguments(is_subtotal=False)
            return _AGGREGATES[name](values)
        if name == "SUBTOTAL":
            return self._subtotal()
        if name == "ABS":
            value = self._sum()
            self._expect(")")
            return abs(value)
        if name in _ROUNDINGS:
            return self._rounded(_ROUNDINGS[name])
        raise NotUnderstoodError

    def _rounded(self, rounding: str) -> Decimal:
        value = self._sum()
        self._expect(",")
        digits = self._sum()
        self._expect(")")
        return _rounded(value, digits, rounding)

    def _subtotal(self) -> Decimal:
        if self._sum() not in (9, 109):
            raise NotUnderstoodError
        self._expect(",")
        return sum(self._arguments(is_subtotal=True), Decimal(0))

    def _arguments(self, *, is_subtotal: bool) -> list[Decimal]:
        values: list[Decimal] = []
        while True:
            values += self._argument(is_subtotal=is_subtotal)
            sign = self._take()["sign"]
            if sign == ")":
                return values
            if sign != ",":
                raise NotUnderstoodError

    def _argument(self, *, is_subtotal: bool) -> list[Decimal]:
        area = self._area()
        return [self._sum()] if area is None else self._inputs.values(area, is_subtotal)

    def _area(self) -> Area | None:
        """A range, or a cell that stands alone between commas; text in either does not count."""
        first = self._peek()
        if first is None or not first["row"]:
            return None
        start = self._place
        self._take()
        area = _cell(first)
        if self._next_sign() == ":":
            self._take()
            area = _spanned(area, _cell(self._cell_token()))
        if self._next_sign() in (",", ")"):
            return area
        self._place = start
        return None

    def _cell_token(self) -> re.Match[str]:
        token = self._take()
        if not token["row"]:
            raise NotUnderstoodError
        return token


_AGGREGATES: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "SUM": lambda values: sum(values, Decimal(0)),
    "MIN": lambda values: min(values, default=Decimal(0)),
    "MAX": lambda values: max(values, default=Decimal(0)),
}


def _spanned(first: Area, last: Area) -> Area:
    return Area(
        first.sheet,
        min(first.top, last.top),
        min(first.left, last.left),
        max(first.top, last.top),
        max(first.left, last.left),
    )


_ROUNDINGS = {"ROUND": ROUND_HALF_UP, "ROUNDUP": ROUND_UP, "ROUNDDOWN": ROUND_DOWN}


def _rounded(value: Decimal, digits: Decimal, rounding: str) -> Decimal:
    if digits != digits.to_integral_value() or abs(digits) > 10:
        raise NotUnderstoodError
    return value.quantize(Decimal(1).scaleb(-int(digits)), rounding)
