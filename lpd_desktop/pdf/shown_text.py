"""Texts as operators: codes of the embedded subset, with kerning between them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from lpd_desktop.pdf.fonts import Face

_REMEMBERED_WORDS = 20_000

_BLANK = "20"
"""The code of the blank in every subset."""


class _OtherSubsetError(Exception):
    """A character has its code in another subset than the first."""


class _Codes(dict[int, str]):
    """From code points to hexadecimal codes in the first subset, given out when first met."""

    def __init__(self, face: Face, document: Any) -> None:
        """Takes a face and the document whose subsets are meant."""
        super().__init__()
        self._font = face.font
        self._document = document

    def __missing__(self, point: int) -> str:
        """Asks reportlab, which counts what is used."""
        subset, codes = self._font.splitString(chr(point), self._document)[0]
        if subset:
            raise _OtherSubsetError
        code = self[point] = codes.hex()
        return code


class TextWriter:
    """Writes texts with one face of one document.

    A word comes again and again, so its operand is kept; that of a word in ASCII, which has the
    same codes in every document, for all of them. Nearly all words stand in the first subset of a
    face; a text with others is written character by character.
    """

    def __init__(self, face: Face, document: Any) -> None:
        """Takes a face and the document in which it is shown."""
        self._face = face
        self._document = document
        self._codes = _Codes(face, document)
        self._words: dict[str, str] = {}

    def operators(self, text: str, size: str, current: str) -> tuple[str, str]:
        """What shows a text, and the operator of the font that is set then.

        Args:
            text: What is shown.
            size: As it is written in the file.
            current: The operator of the font that is set; it is not set again.
        """
        known = self._words.get
        try:
            shown = _BLANK.join([known(word) or self._word(word) for word in text.split(" ")])
        except _OtherSubsetError:
            return self._in_subsets(text, size)
        font = self._font(0, size)
        operator = f"[<{shown}>] TJ" if ">" in shown else f"<{shown}> Tj"
        return (operator if font == current else f"{font} {operator}"), font

    def _font(self, subset: int, size: str) -> str:
        return f"{self._face.font.getSubsetInternalName(subset, self._document)} {size} Tf"

    def _word(self, word: str) -> str:
        """The operand of a word without the brackets around it."""
        shared = self._face.operands if word.isascii() else self._words
        written = shared.get(word) or self._written(word)
        self._words[word] = written
        if len(shared) < _REMEMBERED_WORDS:
            shared[word] = written
        return written

    def _written(self, word: str) -> str:
        shifts = self._face.shifts[word]
        if not shifts:
            return word.translate(self._codes)
        places = [0, *(at for at, _amount in shifts), len(word)]
        parts = [word[start:end].translate(self._codes) for start, end in pairwise(places)]
        gaps = [f">{-amount}<" for _at, amount in shifts]
        return "".join(map("".join, zip(parts, [*gaps, ""], strict=True)))

    def _in_subsets(self, text: str, size: str) -> tuple[str, str]:
        """A text whose characters stand in several subsets."""
        font, shifts = self._face.font, dict(self._face.shifts[text])
        operators: list[str] = []
        last = ""
        for at, char in enumerate(text):
            subset, codes = font.splitString(char, self._document)[0]
            setting = self._font(subset, size)
            if setting != last:
                operators.append(setting)
                last = setting
            operators.append(f"[{-shifts.get(at, 0)}<{codes.hex()}>] TJ")
        return " ".join(operators), last
