"""The embedded fonts: widths, and the objects that reportlab writes with."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lpd_desktop.pdf.page_text import REPLACEMENT, SOFT_HYPHEN
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
"""Characters; longer texts seldom come again."""


@dataclass(frozen=True, eq=False)
class Face:
    """One cut of the font; widths are in thousandths of the font size."""

    font: TTFont
    widths: dict[int, float]
    glyphs: dict[int, int]
    known_words: dict[str, float] = field(default_factory=dict)

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        known = self.known_words.get(text)
        if known is None:
            widths = self.widths
            known = sum(widths[ord(char)] for char in text)
            if len(text) <= _REMEMBERED_LENGTH:
                self.known_words[text] = known
        return known * size / 1000

    def settable(self, text: str) -> str:
        """The text with a replacement mark for each character that the font does not hold."""
        if text.isascii():
            return text
        glyphs = self.glyphs
        return "".join(
            char if ord(char) in glyphs or char == "\n" else REPLACEMENT for char in text
        )


def face(*, bold: bool = False, italic: bool = False) -> Face:
    """The cut for a style."""
    return _loaded(FACE_FILES[bold, italic])


@cache
def _loaded(cut: str) -> Face:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    path = resource(f"fonts/IBMPlexSans-{cut}.ttf")
    font = TTFont(f"IBMPlexSans-{cut}", str(path), shapable=False)
    registerFont(font)
    _give_soft_hyphen_a_shape(font)
    return Face(font, font.face.charWidths, font.face.charToGlyph)


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
    """The code points that every cut holds."""
    held = [set(each.glyphs) for each in all_faces()]
    return frozenset(set.intersection(*held))
