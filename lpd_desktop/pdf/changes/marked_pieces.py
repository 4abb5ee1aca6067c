"""Words that went and came, with a stroke to be seen and a word to be heard.

A stroke is not heard and colour is not seen by everybody, so „alt“ and „neu“ stand before every
change, in brackets, as words of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.inline import Piece, Stroke, TextStyle, piece
from lpd_desktop.pdf.page_text import NO_BREAK_BLANK, cleaned
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.comparing.marked_text import BAR, shown_text
from lpd_desktop.plan.comparing.text_lines import CELLS
from lpd_desktop.plan.comparing.word_pieces import Piece as WordPiece
from lpd_desktop.plan.comparing.word_pieces import Sign

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

    def marked(self, parts: Iterable[WordPiece]) -> Iterator[Piece]:
        """Words of which some stayed: each change stands in brackets."""
        last: Sign = "same"
        for part in parts:
            if part.sign == "same":
                yield self.plain(shown_text(part.text))
            else:
                yield from self._change(part, apart=last == "removed")
            last = part.sign

    def _change(self, part: WordPiece, *, apart: bool) -> Iterator[Piece]:
        before, words, after = _trimmed(part.text)
        yield self.plain(f"{before or ' ' * apart}[{SIGN_WORDS[part.sign]}:{NO_BREAK_BLANK}")
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
    """The words of a change; what cannot be seen is named."""
    shown = text.replace(CELLS, BAR)
    if cleaned(shown).strip():
        return shown
    if "\n" in text:
        return "Zeilenwechsel"
    return "Leerzeichen" if text.isspace() else "unsichtbares Zeichen"


def all_of(parts: Sequence[WordPiece], sign: Sign) -> str:
    """The words of one sign."""
    return "".join(part.text for part in parts if part.sign == sign)
