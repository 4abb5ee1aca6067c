"""Replaces words in a document where their places are known, in one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from lpd_desktop.gui.rich_text.formats import text_format
from lpd_desktop.gui.rich_text.normal_form import LINE_SEPARATOR, NOTE_MARK, normal_text
from lpd_desktop.gui.rich_text.selection import format_of_letter, is_note, look_at
from lpd_desktop.gui.rich_text.to_blocks import Element, Stretch, elements_of


@dataclass(frozen=True)
class TextEdit:
    """`text` in the place of what stands from `start` to before `end` in a block.

    Places count the characters of the block's plain text, in which footnotes have none; those of
    a table count from the start of one cell, given as row and column from 0.
    """

    block: str
    start: int
    end: int
    text: str
    cell: tuple[int, int] = (0, 0)


def make_edits(document: QTextDocument, edits: Iterable[TextEdit]) -> int:
    """Makes all edits as one step of undo; new words look like the first that they replace.

    Edits whose block or place is gone are left out.

    Returns:
        How many were made.
    """
    elements = {element.shape.id: element for element in elements_of(document)}
    writer = QTextCursor(document)
    due = []
    for edit in edits:
        element = elements.get(edit.block)
        span = None if element is None else _span(writer, element, edit)
        if span is not None:
            due.append((span, normal_text(edit.text).replace("\n", LINE_SEPARATOR)))
    writer.beginEditBlock()
    for (start, end), text in sorted(due, reverse=True):
        replace_words(writer, start, end, text)
    writer.endEditBlock()
    return len(due)


def replace_words(writer: QTextCursor, start: int, end: int, text: str) -> None:
    """Replaces what stands between two positions; the new words look like its first letter."""
    form = _form_for(writer, start, end)
    writer.setPosition(start)
    writer.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    writer.insertText(text, form)


def _form_for(writer: QTextCursor, start: int, end: int) -> QTextCharFormat:
    """The format of the first letter that goes, else of the one before, never a footnote's."""
    for position in (start if start < end else start - 1, start - 1):
        writer.setPosition(start)
        is_here = position >= writer.block().position()
        if is_here and position < end and not is_note(writer, position):
            return format_of_letter(writer, position)
    writer.setPosition(start)
    return text_format(look_at(writer))


def _span(writer: QTextCursor, element: Element, edit: TextEdit) -> Stretch | None:
    """Where an edit stands in the document."""
    stretch = _stretch_of(element, edit.cell)
    if stretch is None:
        return None
    letters = _letters(writer, stretch)
    if not 0 <= edit.start <= edit.end <= len(letters):
        return None
    if edit.start < edit.end:
        return letters[edit.start][0], letters[edit.end - 1][1]
    place = letters[edit.start][0] if edit.start < len(letters) else stretch[1]
    return place, place


def _stretch_of(element: Element, cell: tuple[int, int]) -> Stretch | None:
    if not isinstance(element.place, QTextTable):
        return element.first, element.last
    found = element.place.cellAt(*cell)
    return (found.firstPosition(), found.lastPosition()) if found.isValid() else None


def _letters(writer: QTextCursor, stretch: Stretch) -> list[Stretch]:
    """The positions of each character of the plain text; some take two."""
    writer.setPosition(stretch[0])
    writer.setPosition(stretch[1], QTextCursor.MoveMode.KeepAnchor)
    result = []
    position = stretch[0]
    for letter in writer.selectedText():
        end = position + (1 if letter < "\U00010000" else 2)
        if letter != NOTE_MARK:
            result.append((position, end))
        position = end
    return result
