"""What cleaning up leaves as it is: addresses of the net, file names, amounts, cells of figures."""

from __future__ import annotations

import re
from bisect import bisect_left

_ENDINGS = "pdf|docx?|xlsx?|pptx?|odt|ods|txt|csv|lpd|zip|jpe?g|png|html?|de|org|com|net|eu|nrw"
_PROTECTED = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|[\w.+-]{1,80}@[\w.-]{1,80}\w"
    rf"|(?:\b[A-Za-z]:\\|\\\\)(?:[^\n\"„“]{{0,200}}\.(?:{_ENDINGS})\b|\S*)"
    rf"|\b[\w%./\\-]{{1,120}}\.(?:{_ENDINGS})\b(?:/\S*)?"
    r"|(?<!\d)\(?(?:\+\d\d|0)\d[\d ()/\u00a0-]{4,}\d"  # telephone numbers
    r"|(?<![\d.,])\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+|,-{1,2})?(?!\d)"
    r"|\d,-{1,2}",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:Euro|EUR|TEUR|Prozent|Mio|Mrd|Tsd|VZÄ|Std)\b|T€", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


class ProtectedSpans:
    """The stretches of one text inside of which nothing is mended."""

    def __init__(self, text: str) -> None:
        """Finds them."""
        spans = [found.span() for found in _PROTECTED.finditer(text)]
        self._starts = [start for start, _end in spans]
        self._ends = [end for _start, end in spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch reaches into one of them; touching its ends is none."""
        at = bisect_left(self._ends, start + 1)
        return at < len(self._starts) and self._starts[at] < max(end, start)


def is_of_figures(cell: str) -> bool:
    """Whether a cell of a table holds figures only, with or without their unit."""
    return _DIGIT.search(cell) is not None and _LETTER.search(_UNIT.sub("", cell)) is None
