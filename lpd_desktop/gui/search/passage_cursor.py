"""Where in an editor the words of a passage stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from lpd_desktop.gui.rich_text.normal_form import NOTE_MARK
from lpd_desktop.gui.rich_text.to_blocks import Stretch, elements_of

_KEEP = QTextCursor.MoveMode.KeepAnchor

Span = tuple[int, int, int]
"""The number of a passage, its first letter, and the one behind the last."""


def cursor_for(document: QTextDocument, passage: int, start: int, end: int) -> QTextCursor | None:
    """A cursor that selects characters of the passage with this number.

    Of a footnote its mark is selected. None where the document has no such passage any more.
    """
    number = -1
    for stretch in _stretches(document):
        letters = list(_letters(document, stretch))
        number += 1
        if number == passage:
            return _selection(document, stretch, letters, (start, end))
        for position, letter in letters:
            number += letter == NOTE_MARK
            if number == passage and letter == NOTE_MARK:
                return _selected(document, position, position + 1)
    return None


def cursors_for(document: QTextDocument, spans: Iterable[Span]) -> dict[Span, QTextCursor]:
    """As `cursor_for` for many spans, in one walk over the document; those that are not there lack.

    Args:
        document: The text of one field.
        spans: The number of a passage, first letter and the one behind the last.
    """
    wanted: dict[int, list[Span]] = {}
    for span in spans:
        wanted.setdefault(span[0], []).append(span)
    found: dict[Span, QTextCursor] = {}
    number = -1
    for stretch in _stretches(document) if wanted else ():
        number += 1
        own, notes = wanted.get(number, ()), _note_places(document, stretch)
        letters = list(_letters(document, stretch)) if own else []
        found |= {each: _selection(document, stretch, letters, each[1:]) for each in own}
        for place in notes:
            number += 1
            mark = _selected(document, place, place + 1)
            found |= dict.fromkeys(wanted.get(number, ()), mark)
    return found


def _note_places(document: QTextDocument, stretch: Stretch) -> list[int]:
    """Where the marks of footnotes stand."""
    if NOTE_MARK not in _selected(document, *stretch).selectedText():
        return []
    return [place for place, letter in _letters(document, stretch) if letter == NOTE_MARK]


def passage_at(cursor: QTextCursor) -> tuple[int, int]:
    """The number of the passage that a cursor stands in, and the characters before it there."""
    number = -1
    place = cursor.selectionStart()
    for first, last in _stretches(cursor.document()):
        number += 1
        letters = list(_letters(cursor.document(), (first, last)))
        if first <= place <= last:
            return number, sum(
                1 for position, letter in letters if position < place and letter != NOTE_MARK
            )
        number += sum(letter == NOTE_MARK for _position, letter in letters)
    return max(number, 0), 0


def _stretches(document: QTextDocument) -> Iterator[Stretch]:
    """The places of all passages but footnotes, in the order of `plan.passages`."""
    for element in elements_of(document):
        if isinstance(element.place, QTextTable):
            table = element.place
            for row in range(table.rows()):
                for column in range(table.columns()):
                    cell = table.cellAt(row, column)
                    yield cell.firstPosition(), cell.lastPosition()
        elif element.shape.kind != "filler":
            yield element.first, element.last


def _letters(document: QTextDocument, stretch: Stretch) -> Iterator[tuple[int, str]]:
    """The characters of a stretch with their positions; some take two."""
    position = stretch[0]
    for letter in _selected(document, *stretch).selectedText():
        yield position, letter
        position += 1 if letter < "\U00010000" else 2


def _selection(
    document: QTextDocument,
    stretch: Stretch,
    letters: list[tuple[int, str]],
    span: tuple[int, int],
) -> QTextCursor:
    """The characters of a span, in which the marks of footnotes are not counted."""
    places = [position for position, letter in letters if letter != NOTE_MARK]
    places.append(stretch[1])
    first = places[min(span[0], len(places) - 1)]
    if span[1] <= span[0]:
        return _selected(document, first, first)
    last = places[min(span[1], len(places)) - 1]
    width = next((2 for at, letter in letters if at == last and letter > "\uffff"), 1)
    return _selected(document, first, min(last + width, stretch[1]))


def _selected(document: QTextDocument, first: int, last: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(first)
    cursor.setPosition(last, _KEEP)
    return cursor
