"""Writes changed shapes into the document, with what follows from them for its look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextTable,
)

from lpd_desktop.gui.rich_text.formats import (
    HEADER_COLUMN,
    LIST_ID,
    Look,
    block_format,
    list_format,
    look_of,
    look_of_cell,
    restyled,
    same_look,
    table_format,
    text_format,
)
from lpd_desktop.gui.rich_text.from_blocks import list_with_id
from lpd_desktop.gui.rich_text.neighbourhood import around
from lpd_desktop.gui.rich_text.shapes import Shape
from lpd_desktop.gui.rich_text.tidying import tidied
from lpd_desktop.gui.rich_text.to_blocks import EVERYTHING, Element, Stretch, elements_of


def change_shapes(document: QTextDocument, change: Callable[[list[Shape]], list[Shape]]) -> None:
    """Changes the shapes of a document in one step of undo.

    Args:
        document: The document.
        change: From all shapes to all shapes, one for one.
    """
    elements = elements_of(document)
    after = tidied(change([element.shape for element in elements]))
    if _needs_dress(elements, after):
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        dress(elements, after)
        cursor.endEditBlock()


def tidy(document: QTextDocument, stretch: Stretch = EVERYTHING) -> None:
    """Mends what an edit of Qt's own left, as part of that edit.

    Args:
        document: The document, which was tidy before that edit.
        stretch: Where the edit was; looked at are this and the lists that reach into it.
    """
    elements = elements_of(document) if stretch == EVERYTHING else around(document, stretch)
    after = tidied([element.shape for element in elements])
    if _needs_dress(elements, after):
        cursor = QTextCursor(document)
        cursor.joinPreviousEditBlock()
        dress(elements, after)
        cursor.endEditBlock()


def _needs_dress(elements: Sequence[Element], shapes: Sequence[Shape]) -> bool:
    return any(
        element.shape != shape or not _is_dressed(element)
        for element, shape in zip(elements, shapes, strict=True)
    )


def dress(elements: Sequence[Element], shapes: Sequence[Shape]) -> None:
    """Gives elements their new shapes."""
    changed = [
        (element.place, shape)
        for element, shape in zip(elements, shapes, strict=True)
        if element.shape != shape or not _is_dressed(element)
    ]
    for place, shape in changed:
        if isinstance(place, QTextTable):
            _dress_table(place, shape)
        else:
            _dress_block(place, shape)
    _join_lists(elements, changed)


def _is_dressed(element: Element) -> bool:
    """Whether Qt's list, indent and letters agree with the shape."""
    if isinstance(element.place, QTextTable):
        return True
    shape, found = element.shape, element.place.textList()
    if bool(found) != shape.starts_item:
        return False
    if found is not None and found.format().stringProperty(LIST_ID) != shape.lists[-1].id:
        return False
    return _looks_right(element.place, look_of(shape))


def _looks_right(block: QTextBlock, look: Look) -> bool:
    """Whether all letters have the size and weight of a block's kind."""
    step = block.begin()
    while not step.atEnd():
        found = step.fragment().charFormat()
        if not same_look(found, restyled(found, look)):
            return False
        step += 1
    return True


def _dress_block(block: QTextBlock, shape: Shape) -> None:
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(shape))
    cursor.setBlockCharFormat(text_format(look_of(shape)))
    restyle_block(block, look_of(shape))


def set_line(block: QTextBlock, shape: Shape) -> None:
    """Makes one line an item, heading or paragraph and leaves the lists of all others alone."""
    cursor = QTextCursor(block)
    form = block_format(shape)
    found = list_with_id(cursor, shape.lists[-1].id) if shape.starts_item else None
    if found is not None:
        form.setObjectIndex(found.objectIndex())
    cursor.setBlockFormat(form)
    if shape.starts_item and found is None:
        cursor.createList(list_format(shape))
    if block.length() == 1:
        cursor.setBlockCharFormat(text_format(look_of(shape)))


def _dress_table(table: QTextTable, shape: Shape) -> None:
    form = table.format()
    column = form.boolProperty(HEADER_COLUMN)
    table.setFormat(table_format(shape, header_rows=form.headerRowCount(), header_column=column))


def restyle_block(block: QTextBlock, look: Look) -> None:
    """Gives the text of a block another look and leaves bold and italic as they are."""
    stretches = []
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        form = fragment.charFormat()
        wanted = restyled(form, look)
        if not same_look(form, wanted):
            stretches.append((fragment.position(), fragment.length(), wanted))
        step += 1
    cursor = QTextCursor(block)
    for start, length, wanted in stretches:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(wanted)


def restyle_cells(table: QTextTable) -> None:
    """Gives the text in all cells the look of header cells or of ordinary ones."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = look_of_cell(table, cell)
            block = cell.firstCursorPosition().block()
            QTextCursor(block).setBlockCharFormat(text_format(look))
            restyle_block(block, look)


def _join_lists(
    elements: Sequence[Element], changed: Sequence[tuple[QTextBlock | QTextTable, Shape]]
) -> None:
    """Puts items into Qt's lists, which draw their marks."""
    lists = _known_lists(elements)
    for place, shape in changed:
        if isinstance(place, QTextTable) or not shape.starts_item:
            continue
        found = lists.get(shape.lists[-1].id)
        if found is None:
            lists[shape.lists[-1].id] = QTextCursor(place).createList(list_format(shape))
        else:
            found.add(place)


def _known_lists(elements: Sequence[Element]) -> dict[str, QTextList]:
    lists: dict[str, QTextList] = {}
    for element in elements:
        if isinstance(element.place, QTextTable):
            continue
        found = element.place.textList()
        if found is not None:
            lists.setdefault(found.format().stringProperty(LIST_ID), found)
    return lists
