"""Lines of plain words for labels."""

from __future__ import annotations

import re
from collections.abc import Callable

_BLANKS = re.compile(r"[ \t\r\n]+")
"""No-break blanks hold together what stands beside them."""


def wrapped(
    text: str, width: float, measure: Callable[[str, bool], float], *, bold: bool = False
) -> list[str]:
    """The words of a text in lines of at most this width; a wider word is parted."""
    lines: list[str] = []
    for word in _BLANKS.split(text.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, bold) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, width, measure, bold)
    return lines


def _pieces(
    word: str, width: float, measure: Callable[[str, bool], float], bold: bool
) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and measure(pieces[-1] + sign, bold) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces
