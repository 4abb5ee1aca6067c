"""Words that went and came, with a stroke to be seen and a word to be heard.

A stroke is not heard and colour is not seen by everybody, so „alt“ and „neu“ stand before every
change, in brackets, as words of the text. A plan may hold such words in brackets, too, so each
change has a number of its own in the document.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.inline import Piece, Stroke, TextStyle, piece
from lpd_desktop.pdf.page_text import NO_BREAK_BLANK, cleaned
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.characters import unsettable
from lpd_desktop.plan.comparing.gaps import PARAGRAPH_BREAK
from lpd_desktop.plan.comparing.marked_text import BAR, PARAGRAPH_SIGN, shown_text
from lpd_desktop.plan.comparing.text_lines import CELLS
from lpd_desktop.plan.comparing.word_pieces import Piece as WordPiece
from lpd_desktop.plan.comparing.word_pieces import Sign
from lpd_desktop.plan.shown_blanks import unseen_name

SIGN_WORDS: dict[Sign, str] = {"removed": "alt", "added": "neu"}

_STROKES: dict[Sign, Stroke] = {"removed": "through", "added": "under"}
_DECORATIONS: dict[Stroke, str] = {"through": "/LineThrough", "under": "/Underline"}


class Marker(msgspec.Struct, frozen=True):
    """Puts the words of a comparison into one node."""

    node: Node
    style: TextStyle

    def plain(self, text: str, *, bold: bool = False, italic: bool = False) -> Piece:
        """Words that are no change."""
        return piece(text, self.node, self.style, bold=bold, italic=italic)

    def struck(self, text: str, sign: Sign) -> Piece:
        """Words with the stroke of their sign, in an element of their own; `same` has none."""
        stroke = _STROKES.get(sign, "")
        if not stroke:
            return self.plain(text)
        node = self.node.add_inline("Span")
        node.attributes["Layout"] = {"TextDecorationType": _DECORATIONS[stroke]}
        return replace(piece(told(text), node, self.style), stroke=stroke)

    def marked(self, parts: Iterable[WordPiece], numbers: Iterator[int]) -> Iterator[Piece]:
        """Words of which some stayed: each change stands in brackets, with the next number."""
        last: Sign = "same"
        number = 0
        for part in parts:
            if part.sign == "same":
                yield self.plain(named(shown_text(part.text)))
            else:
                replaces = (last, part.sign) == ("removed", "added")
                number = number if replaces else next(numbers)
                yield from self._change(part, number, apart=replaces)
            last = part.sign

    def _change(self, part: WordPiece, number: int, *, apart: bool) -> Iterator[Piece]:
        before, words, after = _trimmed(part.text)
        mark = f"{SIGN_WORDS[part.sign]}{NO_BREAK_BLANK}{number}:{NO_BREAK_BLANK}"
        yield self.plain(f"{before or ' ' * apart}[{mark}")
        yield self.struck(words, part.sign)
        yield self.plain(f"]{after}")


def _trimmed(text: str) -> tuple[str, str, str]:
    """The blank before, the words, the blank behind; blanks alone are the words.

    A tab ends a cell, so it is a word here.
    """
    words = text.strip(" \n")
    if not words:
        return "", text, ""
    start = text.index(words)
    return " " if start else "", words, " " if len(text) > start + len(words) else ""


def told(text: str) -> str:
    """The words of a change; what cannot be seen or set is named."""
    shown = text.replace(CELLS, BAR).replace(PARAGRAPH_BREAK, PARAGRAPH_SIGN)
    return named(shown) if cleaned(shown).strip() else unseen_name(text)


def named(text: str) -> str:
    """The text with the names of characters that the fonts do not hold, which look all alike."""
    strange = unsettable(text)
    if not strange:
        return text
    names = {ord(char): _name(char) for char in strange}
    return unicodedata.normalize("NFC", text).translate(names)


def _name(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"(Zeichen U+{ord(char):04X}{f', {name}' if name else ''})"


def all_of(parts: Sequence[WordPiece], sign: Sign) -> str:
    """The words of one sign."""
    return "".join(part.text for part in parts if part.sign == sign)
