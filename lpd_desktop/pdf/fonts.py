"""The embedded fonts: widths, and the objects that reportlab writes with."""

from __future__ import annotations

from functools import cache
from operator import add
from typing import TYPE_CHECKING, Any

import msgspec

from lpd_desktop.pdf.kerning import read_kerning
from lpd_desktop.pdf.page_text import SOFT_HYPHEN
from lpd_desktop.plan.characters import REPLACEMENT, is_character
from lpd_desktop.runtime.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FACE_FILES = {
    (False, False): "Regular",
    (False, True): "Italic",
    (True, False): "SemiBold",
    (True, True): "SemiBoldItalic",
}
"""From (bold, italic) to the name of the cut."""


_REMEMBERED_LENGTH = 24
"""Characters; longer words seldom come again."""


class _Pairs(dict[str, int]):
    """From two characters to how far apart they are set, read from the font when first met."""

    def __init__(self, font: TTFont, glyphs: dict[int, int]) -> None:
        """Takes a font and its glyphs by code point."""
        super().__init__()
        shapes: Any = font.face
        self._kerning = read_kerning(shapes.get_table("GPOS"))
        self._glyphs = glyphs

    def __missing__(self, pair: str) -> int:
        """Reads a pair; a character without glyph has none."""
        first, second = (self._glyphs.get(ord(char), 0) for char in pair)
        amount = self[pair] = self._kerning.between(first, second)
        return amount


class _Shifts(dict[str, list[tuple[int, int]]]):
    """From words to the places where two of their characters are kerned, and by how much."""

    def __init__(self, pairs: _Pairs) -> None:
        """Takes how far apart two characters are set."""
        super().__init__()
        self._pairs = pairs

    def __missing__(self, word: str) -> list[tuple[int, int]]:
        """Looks at a word, and remembers it unless it is long."""
        amounts = map(self._pairs.__getitem__, map(add, word, word[1:]))
        shifts = [(at, amount) for at, amount in enumerate(amounts, 1) if amount]
        if len(word) <= _REMEMBERED_LENGTH:
            self[word] = shifts
        return shifts


class _WordWidths(dict[str, int]):
    """From words to their widths, kerning included."""

    def __init__(self, widths: dict[int, int], shifts: _Shifts) -> None:
        """Takes the widths of characters by code point, and the kerning of words."""
        super().__init__()
        self._widths = widths
        self._shifts = shifts
        self[" "] = widths[ord(" ")]

    def __missing__(self, word: str) -> int:
        """Measures a word, and remembers it unless it is long."""
        width = sum(map(self._widths.__getitem__, map(ord, word)))
        width += sum([amount for _at, amount in self._shifts[word]])
        if len(word) <= _REMEMBERED_LENGTH:
            self[word] = width
        return width


class Face(msgspec.Struct, frozen=True, eq=False):
    """One cut of the font; widths are in thousandths of the font size.

    Attributes:
        glyphs: Their numbers by code point.
        pairs: How far apart two characters are set, negative where they come nearer; a blank or
            a figure has a distance of its own to none.
        words: The widths of words, and of the blank between two.
        shifts: The places in words where two characters are kerned, and by how much.
        characters: All that can be set, the line break included.
        operands: Words in ASCII as they are written in every document.
    """

    font: TTFont
    glyphs: dict[int, int]
    pairs: dict[str, int]
    words: dict[str, int]
    shifts: dict[str, list[tuple[int, int]]]
    characters: frozenset[str]
    operands: dict[str, str] = msgspec.field(default_factory=dict)

    def width(self, text: str, size: float) -> float:
        """The width of a text in points, kerning included."""
        known = self.words.get(text)
        if known is None:
            words = text.split(" ")
            known = sum(map(self.words.__getitem__, words)) + (len(words) - 1) * self.words[" "]
        return known * size / 1000

    def settable(self, text: str) -> str:
        """The text with a replacement mark for each character that the font does not hold."""
        if text.isascii() or self.characters.issuperset(text):
            return text
        return "".join(char if char in self.characters else REPLACEMENT for char in text)


def face(*, bold: bool = False, italic: bool = False) -> Face:
    """The cut for a style."""
    return _loaded(FACE_FILES[bold, italic])


@cache
def _loaded(cut: str) -> Face:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    path = resource(f"fonts/IBMPlexSans-{cut}.ttf")
    font = TTFont(f"IBMPlexSans-{cut}", str(path), shapable=False, asciiReadable=True)
    registerFont(font)
    _give_soft_hyphen_a_shape(font)
    widths, glyphs = font.face.charWidths, font.face.charToGlyph
    pairs = _Pairs(font, glyphs)
    shifts = _Shifts(pairs)
    words = _WordWidths(widths, shifts)
    shown = (chr(code) for code, glyph in glyphs.items() if glyph and is_character(code))
    characters = frozenset(("\n", *shown))
    return Face(font, glyphs, pairs, words, shifts, characters)


def _give_soft_hyphen_a_shape(font: TTFont) -> None:
    """Division marks are written as U+00AD, so that readers join the word; the fonts draw nothing.

    The mark gets glyph and width of the hyphen.
    """
    font.face.charToGlyph[ord(SOFT_HYPHEN)] = font.face.charToGlyph[ord("-")]
    font.face.charWidths[ord(SOFT_HYPHEN)] = font.face.charWidths[ord("-")]


def all_faces() -> list[Face]:
    """The four cuts."""
    return [face(bold=bold, italic=italic) for bold, italic in FACE_FILES]


def settable_characters() -> frozenset[int]:
    """The code points that every cut sets."""
    sets = [each.characters for each in all_faces()]
    return frozenset(ord(char) for char in frozenset.intersection(*sets) if char != "\n")
