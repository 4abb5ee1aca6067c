"""What the cursor stands in and which leaves a selection touches."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.formats import (
    BOLD,
    HEADER_COLUMN,
    NOTE,
    NOTE_OBJECT,
    Look,
    look_of,
    look_of_cell,
    shape_of_block,
    table_at,
)
from lpd_desktop.gui.rich_text.normal_form import NOTE_MARK
from lpd_desktop.gui.rich_text.shapes import Kind
from lpd_desktop.gui.rich_text.to_blocks import Element, Stretch
from lpd_desktop.plan.rich_text import ListStyle

MOST_COLUMNS = 10
"""What fits side by side on a printed page: about six letters in each column."""

MOST_ROWS = 100


@dataclass(frozen=True)
class CursorState:
    """What holds where the cursor stands; the toolbar shows it."""

    kind: Kind = "paragraph"
    bold: bool = False
    italic: bool = False
    list_style: ListStyle | None = None
    list_depth: int = 0
    in_table: bool = False
    header_rows: int = 0
    header_column: bool = False
    may_widen: bool = False
    may_lengthen: bool = False
    on_note: bool = False


def state_at(cursor: QTextCursor, typed: QTextCharFormat) -> CursorState:
    """The state of a cursor; `typed` is the format that the next letter would get."""
    table = table_at(cursor)
    if table is not None:
        return CursorState(
            "table",
            typed.boolProperty(BOLD),
            typed.fontItalic(),
            in_table=True,
            header_rows=table.format().headerRowCount(),
            header_column=table.format().boolProperty(HEADER_COLUMN),
            may_widen=table.columns() < MOST_COLUMNS,
            may_lengthen=table.rows() < MOST_ROWS,
            on_note=note_position(cursor) is not None,
        )
    shape = shape_of_block(cursor.block())
    return CursorState(
        "paragraph" if shape.kind == "filler" else shape.kind,
        typed.boolProperty(BOLD),
        typed.fontItalic(),
        shape.lists[-1].style if shape.lists else None,
        len(shape.lists),
        on_note=note_position(cursor) is not None,
    )


def look_at(cursor: QTextCursor) -> Look:
    """What text written here looks like."""
    table = table_at(cursor)
    if table is not None:
        return look_of_cell(table, table.cellAt(cursor))
    return look_of(shape_of_block(cursor.block()))


def touched(elements: list[Element], cursor: QTextCursor) -> tuple[int, int]:
    """The first and last element that a selection touches."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    indexes = [
        index
        for index, element in enumerate(elements)
        if element.first <= end and element.last >= start
    ]
    return (indexes[0], indexes[-1]) if indexes else (0, 0)


def index_at(elements: list[Element], position: int) -> int:
    """The element that a position lies in."""
    for index, element in enumerate(elements):
        if position <= element.last:
            return index
    return len(elements) - 1


def note_position(cursor: QTextCursor) -> int | None:
    """The position of a footnote's mark that is selected or right beside the cursor."""
    if cursor.hasSelection():
        positions = [cursor.selectionStart()] if _length(cursor) == 1 else []
    else:
        positions = [cursor.position() - 1, cursor.position()]
    return next((at for at in positions if is_note(cursor, at)), None)


def _length(cursor: QTextCursor) -> int:
    return cursor.selectionEnd() - cursor.selectionStart()


def is_note(cursor: QTextCursor, position: int) -> bool:
    """Whether a footnote's mark stands at a position."""
    document = cursor.document()
    if position < 0 or document.characterAt(position) != NOTE_MARK:
        return False
    form = format_of_letter(cursor, position)
    return form.objectType() == NOTE_OBJECT and form.hasProperty(NOTE)


def format_of_letter(cursor: QTextCursor, position: int) -> QTextCharFormat:
    """The format of the letter at a position."""
    reader = QTextCursor(cursor.document())
    reader.setPosition(position + 1)
    return reader.charFormat()


def table_of(element: Element) -> QTextTable | None:
    """The table that an element is, if it is one."""
    return element.place if isinstance(element.place, QTextTable) else None


def selected_stretch(cursor: QTextCursor) -> Stretch:
    """From the first selected position to the one behind the last."""
    return cursor.selectionStart(), cursor.selectionEnd()
