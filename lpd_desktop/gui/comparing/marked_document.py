"""One place of a comparison as a document: words that went are struck, new ones underlined.

Each change stands between signs, too, so that it is read without colour and heard: [−alt−]
[+neu+].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.formats import INDENT_WIDTH
from lpd_desktop.plan.comparing.gap_changes import told_gaps, visible_pieces
from lpd_desktop.plan.comparing.line_changes import LineChange, LineStatus
from lpd_desktop.plan.comparing.marked_text import shown_text
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.comparing.word_pieces import Piece
from lpd_desktop.runtime.german import counted

LINE_NAMES: dict[LineStatus, str] = {
    "same": "",
    "changed": "Geändert",
    "added": "Neu",
    "removed": "Entfallen",
    "moved": "Verschoben",
}
SIGNS_EXPLAINED = (
    "Was entfallen ist, steht durchgestrichen zwischen [− und −], was neu ist, unterstrichen "
    "zwischen [+ und +]."
)
_EMPTY = "(leere Zeile)"
_SPACE = 8


@dataclass(frozen=True)
class MarkedDocument:
    """Fills a document with the lines of one place.

    Attributes:
        only_changed: Lines that stayed are counted, not shown.
    """

    document: QTextDocument
    only_changed: bool

    def show(self, change: PlaceChange) -> int:
        """Puts a place where another one was; returns where its first change begins."""
        self.document.clear()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        unchanged, first = 0, -1
        for line in change.lines:
            if line.status == "same" and self.only_changed:
                unchanged += 1
                continue
            _write_left_out(cursor, unchanged)
            unchanged = 0
            _write_line(cursor, line)
            if first < 0 and line.status != "same":
                first = cursor.block().position()
        _write_left_out(cursor, unchanged)
        cursor.endEditBlock()
        return max(0, first)


def _new_block(cursor: QTextCursor, *, indented: bool) -> None:
    if not cursor.document().isEmpty():
        cursor.insertBlock()
    form = QTextBlockFormat()
    form.setBottomMargin(_SPACE)
    form.setLeftMargin(INDENT_WIDTH if indented else 0)
    cursor.setBlockFormat(form)


def _write_left_out(cursor: QTextCursor, number: int) -> None:
    if number:
        _new_block(cursor, indented=False)
        text = counted(number, "unveränderte Zeile", "unveränderte Zeilen")
        cursor.insertText(f"… {text} …", _format(italic=True))


def _write_line(cursor: QTextCursor, line: LineChange) -> None:
    _new_block(cursor, indented=line.kind == "item")
    if line.kind == "item":
        cursor.insertText("• ", _format())
    heading = ", ".join(part for part in (LINE_NAMES[line.status], line.remark) if part)
    if heading:
        cursor.insertText(f"{heading}: ", _format(italic=True))
    if line.label:
        cursor.insertText(f"{line.label}{': ' if line.pieces else ''}", _format(bold=True))
    gaps = told_gaps(line.gap_changes)
    pieces = visible_pieces(line.pieces) if gaps else line.pieces
    _write_pieces(cursor, pieces, is_heading=line.kind == "heading")
    if gaps:
        cursor.insertText(f" ({gaps})", _format(italic=True))
    if not line.pieces and not line.label:
        cursor.insertText(_EMPTY, _format(italic=True))


def _write_pieces(cursor: QTextCursor, pieces: Sequence[Piece], *, is_heading: bool) -> None:
    for place, piece in enumerate(pieces):
        text = shown_text(piece.text)
        if place and piece.sign == "added" and pieces[place - 1].sign == "removed":
            cursor.insertText(" ", _format())
        if piece.sign == "removed":
            cursor.insertText("[−", _format())
            cursor.insertText(text, _format(struck=True))
            cursor.insertText("−]", _format())
        elif piece.sign == "added":
            cursor.insertText("[+", _format(bold=True))
            cursor.insertText(text, _format(bold=True, underlined=True))
            cursor.insertText("+]", _format(bold=True))
        else:
            cursor.insertText(text, _format(bold=is_heading))


def _format(
    *, bold: bool = False, italic: bool = False, struck: bool = False, underlined: bool = False
) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    form.setFontItalic(italic)
    form.setFontStrikeOut(struck)
    form.setFontUnderline(underlined)
    return form
