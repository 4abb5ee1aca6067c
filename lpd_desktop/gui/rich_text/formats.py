"""What blocks and runs look like to Qt, and where their own data rides along.

Ids, kinds, lists and footnotes are user properties of Qt's formats, so that they live through
editing and undo as the formats do.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from lpd_desktop.gui.rich_text.shapes import Kind, ListLevel, Shape
from lpd_desktop.plan.rich_text import Run, Runs, Table
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.runtime.typed_data import decoded

_USER = QTextFormat.Property.UserProperty.value
BLOCK_ID, KIND, LISTS, STARTS_ITEM, KEPT, BOLD, NOTE, HEADER_COLUMN, LIST_ID = (
    _USER + offset for offset in range(1, 10)
)
NOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1

INDENT_WIDTH = 26
CELL_PADDING = 5

Look = Literal["paragraph", "heading1", "heading2", "header_cell"]

_SPACE_ABOVE: dict[str, int] = {"heading1": 10, "heading2": 6}
_SPACE_BELOW = 6
_SPACE_BELOW_ITEM = 3
_LINE_HEIGHT_PERCENT = 118.0
_LIST_STYLES = {
    "bullet": QTextListFormat.Style.ListDisc,
    "number": QTextListFormat.Style.ListDecimal,
    "letter": QTextListFormat.Style.ListLowerAlpha,
}


@lru_cache(maxsize=512)
def _lists_json(lists: tuple[ListLevel, ...]) -> str:
    return msgspec.json.encode(lists).decode() if lists else ""


@lru_cache(maxsize=512)
def _lists_from(encoded: str) -> tuple[ListLevel, ...]:
    return decoded(encoded, tuple[ListLevel, ...]) if encoded else ()


def _write_shape(target: QTextFormat, shape: Shape) -> None:
    target.setProperty(BLOCK_ID, shape.id)
    target.setProperty(KIND, shape.kind)
    target.setProperty(LISTS, _lists_json(shape.lists))
    target.setProperty(STARTS_ITEM, shape.starts_item)
    target.setProperty(KEPT, shape.kept)


def _read_shape(source: QTextFormat) -> Shape:
    kind: Kind = source.stringProperty(KIND) or "paragraph"  # type: ignore[assignment]
    return Shape(
        source.stringProperty(BLOCK_ID),
        kind,
        _lists_from(source.stringProperty(LISTS)),
        source.boolProperty(STARTS_ITEM),
        source.stringProperty(KEPT),
    )


def shape_of_block(block: QTextBlock) -> Shape:
    """The shape of a paragraph; a filler with text in it has become one."""
    shape = _read_shape(block.blockFormat())
    if shape.kind == "filler" and block.length() > 1:
        return Shape(shape.id, "paragraph", shape.lists, shape.starts_item)
    return shape


def shape_of_table(table: QTextTable) -> Shape:
    """The shape of a table."""
    return _read_shape(table.format())


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table that a cursor stands in."""
    return cursor.currentTable()


def block_format(shape: Shape) -> QTextBlockFormat:
    """How a paragraph of this shape is set; membership in Qt's lists comes on top."""
    result = QTextBlockFormat()
    _write_shape(result, shape)
    if not shape.starts_item:
        result.setIndent(len(shape.lists))
    result.setTopMargin(_SPACE_ABOVE.get(shape.kind, 0))
    result.setBottomMargin(_SPACE_BELOW_ITEM if shape.lists else _SPACE_BELOW)
    if shape.is_heading:
        result.setHeadingLevel(1 if shape.kind == "heading1" else 2)
    _set_line_height(result)
    return result


def cell_block_format() -> QTextBlockFormat:
    """How the text in a table's cell is set."""
    result = QTextBlockFormat()
    _set_line_height(result)
    return result


def _set_line_height(target: QTextBlockFormat) -> None:
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    target.setLineHeight(_LINE_HEIGHT_PERCENT, kind)


def list_format(shape: Shape) -> QTextListFormat:
    """The mark of items of the shape's innermost list."""
    level = shape.lists[-1]
    result = QTextListFormat()
    result.setProperty(LIST_ID, level.id)
    result.setIndent(len(shape.lists))
    result.setStyle(_LIST_STYLES[level.style])
    result.setStart(level.start)
    if level.style == "letter":
        result.setNumberSuffix(")")
    return result


def table_format(shape: Shape, *, header_rows: int, header_column: bool) -> QTextTableFormat:
    """How a table is set; its lines are drawn by the editor in the palette's colours."""
    result = QTextTableFormat()
    _write_shape(result, shape)
    result.setProperty(HEADER_COLUMN, header_column)
    result.setHeaderRowCount(header_rows)
    result.setBorder(0)
    result.setCellSpacing(0)
    result.setCellPadding(CELL_PADDING)
    result.setTopMargin(4)
    result.setBottomMargin(10)
    result.setLeftMargin(INDENT_WIDTH * len(shape.lists))
    result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return result


def format_for_table(table: Table, shape: Shape) -> QTextTableFormat:
    """The format of a table of the plan."""
    rows, column = table.header_rows, table.header_column
    return table_format(shape, header_rows=rows, header_column=column)


def look_of(shape: Shape) -> Look:
    """What text in a paragraph of this shape looks like."""
    return shape.kind if shape.is_heading else "paragraph"  # type: ignore[return-value]


def look_of_cell(table: QTextTable, cell: QTextTableCell) -> Look:
    """What text in a cell looks like."""
    form = table.format()
    in_column = cell.column() == 0 and form.boolProperty(HEADER_COLUMN)
    return "header_cell" if in_column or cell.row() < form.headerRowCount() else "paragraph"


@lru_cache(maxsize=64)
def text_format(look: Look, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """How text is drawn; whether it is bold is kept apart from its weight on screen."""
    result = QTextCharFormat()
    result.setProperty(BOLD, bold)
    result.setFontItalic(italic)
    result.setFontWeight(_weight(look, bold=bold))
    adjustment = 1 if look == "heading1" else 0
    result.setProperty(QTextFormat.Property.FontSizeAdjustment, adjustment)
    return result


def _weight(look: Look, *, bold: bool) -> QFont.Weight:
    """Half bold is in all fonts that come into question; bold would be made up in some."""
    return QFont.Weight.DemiBold if bold or look != "paragraph" else QFont.Weight.Normal


def run_format(run: Run, look: Look) -> QTextCharFormat:
    """How a run is drawn."""
    plain = text_format(look, bold=run.bold, italic=run.italic)
    return note_format(run.note, plain) if run.is_footnote else plain


def note_format(note: Runs, base: QTextCharFormat) -> QTextCharFormat:
    """The format of a footnote's mark, which carries the footnote's text."""
    result = QTextCharFormat(base)
    result.setObjectType(NOTE_OBJECT)
    result.setProperty(NOTE, msgspec.json.encode(note).decode())
    return result


@lru_cache(maxsize=256)
def note_from(encoded: str) -> Runs:
    """The text of a footnote as its mark carries it."""
    return decoded(encoded, tuple[Run, ...])


def restyled(found: QTextCharFormat, look: Look) -> QTextCharFormat:
    """The same text in another look."""
    plain = text_format(look, bold=found.boolProperty(BOLD), italic=found.fontItalic())
    if not found.hasProperty(NOTE) or found.objectType() != NOTE_OBJECT:
        return plain
    return note_format(note_from(found.stringProperty(NOTE)), plain)


def same_look(one: QTextCharFormat, other: QTextCharFormat) -> bool:
    """Whether text in both formats is drawn alike."""
    size = QTextFormat.Property.FontSizeAdjustment
    return (
        one.fontWeight() == other.fontWeight()
        and one.intProperty(size) == other.intProperty(size)
        and one.fontItalic() == other.fontItalic()
    )


def empty_paragraph() -> Shape:
    """A new paragraph."""
    return Shape(new_id())
