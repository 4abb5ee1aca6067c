"""Texts as operators: codes of the embedded subset, with kerning between them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from lpd_desktop.pdf.fonts import Face

_REMEMBERED_WORDS = 20_000


class _Codes(dict[int, int]):
    """From code points to subset and code (in the low byte), given out when first met."""

    def __init__(self, face: Face, document: Any) -> None:
        """Takes a face and the document whose subsets are meant."""
        super().__init__()
        self._font = face.font
        self._document = document

    def __missing__(self, point: int) -> int:
        """Asks reportlab, which counts what is used."""
        subset, codes = self._font.splitString(chr(point), self._document)[0]
        code = self[point] = subset << 8 | codes[0]
        return code


class TextWriter:
    """Writes texts with one face of one document.

    A word comes again and again, so its operand is kept. Nearly all words stand in the first
    subset of a face; a text with others is written stretch by stretch.
    """

    def __init__(self, face: Face, document: Any) -> None:
        """Takes a face and the document in which it is shown."""
        self._face = face
        self._document = document
        self._codes = _Codes(face, document)
        self._words: dict[str, str] = {}

    def operators(self, text: str, size: str) -> str:
        """Font and text; the size is written as in the file."""
        try:
            blank = f"{self._codes[32]:02x}"
            shown = blank.join(
                self._words.get(word) or self._word(word) for word in text.split(" ")
            )
        except UnicodeEncodeError:
            return self._in_subsets(text, size)
        return f"{self._font(0, size)} {_shown(shown)}"

    def _font(self, subset: int, size: str) -> str:
        return f"{self._face.font.getSubsetInternalName(subset, self._document)} {size} Tf"

    def _word(self, word: str) -> str:
        """The operand of a word without its brackets; a code that is no byte raises."""
        codes = word.translate(self._codes).encode("latin-1").hex()
        shifts = self._face.shifts(word)
        if shifts:
            codes = _with_shifts(codes, shifts)
        if len(self._words) < _REMEMBERED_WORDS:
            self._words[word] = codes
        return codes

    def _in_subsets(self, text: str, size: str) -> str:
        """A text whose characters stand in several subsets."""
        shifts = dict(self._face.shifts(text))
        operators: list[str] = []
        last = -1
        for at, char in enumerate(text):
            subset, code = divmod(self._codes[ord(char)], 256)
            if subset != last:
                operators.append(self._font(subset, size))
                last = subset
            operators.append(f"[{-shifts.get(at, 0)}<{code:02x}>] TJ")
        return " ".join(operators)


def _with_shifts(codes: str, shifts: list[tuple[int, int]]) -> str:
    """Hexadecimal codes, interrupted by distances: positive ones bring characters nearer."""
    places = [0, *(2 * at for at, _amount in shifts), len(codes)]
    parts = [codes[start:end] for start, end in pairwise(places)]
    gaps = [f">{-amount}<" for _at, amount in shifts]
    return "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))


def _shown(operand: str) -> str:
    return f"[<{operand}>] TJ" if ">" in operand else f"<{operand}> Tj"
