"""What can only be seen in the bytes: how objects are set apart, how contents are written."""

from __future__ import annotations

import re
from decimal import Decimal

LARGEST = 2_147_483_647
LARGEST_REAL = Decimal("3.403e38")
SMALLEST_REAL = Decimal("1.175e-38")
LONGEST_STRING = 32_767
"""ISO 19005-3, 6.1.13."""

_STREAM = re.compile(rb"\bstream\r?\n.*?endstream\b", re.DOTALL)
_OBJECT = re.compile(rb"(?<![\r\n])\b\d+[ \t]+\d+[ \t]+obj\b|\bobj\b(?![\r\n])")
_END = re.compile(rb"(?<![\r\n])endobj\b|\bendobj(?![\r\n])")
_LITERAL = re.compile(rb"\((?:[^()\\]|\\.)*+\)", re.DOTALL)
_HEX = re.compile(rb"(?<!<)<([^<>]*+)>(?!>)")
_SUSPECT = re.compile(rb"[-+]?(?:\d{10,}(?:\.\d*)?|\d*\.0{30,}\d+)")
_BLANK = re.compile(rb"\s+")
_DIGITS = re.compile(rb"[0-9A-Fa-f]*")


def sets_objects_apart(data: bytes) -> bool:
    """Whether each object of a file begins and ends with a line (ISO 19005-3, 6.1.9)."""
    between = _STREAM.sub(b"\n", data)
    return _OBJECT.search(between) is None and _END.search(between) is None


def excesses_of(content: bytes) -> list[str]:
    """What a content stream writes beyond the bounds, each as the middle of a sentence.

    Source: ISO 19005-3, 6.1.6, 6.1.13.
    """
    found = []
    content = _LITERAL.sub(b" ", content)
    for words in _HEX.findall(content):
        digits = _BLANK.sub(b"", words)
        if len(digits) % 2 or not _DIGITS.fullmatch(digits):
            found.append("ein Text mit einem halben Zeichen")
        elif len(digits) > 2 * LONGEST_STRING:
            found.append("ein Text")
    numbers = (Decimal(each.decode()) for each in _SUSPECT.findall(_HEX.sub(b" ", content)))
    return found + ["eine Zahl" for each in numbers if not is_bearable_number(each)]


def is_bearable_number(number: Decimal) -> bool:
    """Whether a number may stand in an archive."""
    if number == number.to_integral_value():
        return abs(number) <= LARGEST
    return SMALLEST_REAL <= abs(number) <= LARGEST_REAL
