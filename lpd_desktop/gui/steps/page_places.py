"""Where somebody stands on a page, and the way back there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from lpd_desktop.gui.form_row import plain_caption
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.steps.bookmarks import Bookmark, Spot
from lpd_desktop.gui.text_places import memory_of


def bookmark_of(page: Page) -> Bookmark:
    """How a page stands now: field, cursor, and what is at the upper edge."""
    top, shift = _top_of(page)
    return Bookmark(cursor_of(page), top, shift)


def set_cursor(page: Page, spot: Spot) -> QWidget | None:
    """Puts the cursor of a field where it was; gives the field, which gets no focus by this."""
    widget = _field_named(page, spot.field)
    if isinstance(widget, QTextEdit):
        memory = CursorMemory(spot.block, spot.offset)
        widget.setTextCursor(memory.found_in(widget.document()))
    elif isinstance(widget, QLineEdit):
        widget.setCursorPosition(spot.offset)
    elif isinstance(widget, QAbstractItemView):
        _choose_row(widget, spot)
    return widget


def upper_edge(page: Page, bookmark: Bookmark) -> int:
    """How far the page must be scrolled down, in pixels, so that it stands as it did."""
    row = page.rows.get(bookmark.top.field)
    if row is None:
        return bookmark.shift
    field = row.field
    top = field.mapTo(page, QPoint(0, 0)).y()
    if isinstance(field, QTextEdit) and bookmark.top.block:
        memory = CursorMemory(bookmark.top.block, bookmark.top.offset)
        line = field.cursorRect(memory.found_in(field.document())).topLeft()
        top = field.viewport().mapTo(page, line).y()
    return top + bookmark.shift


def _top_of(page: Page) -> tuple[Spot, int]:
    area = page.scroll_area()
    edge = area.verticalScrollBar().value() if area is not None else 0
    for address, row in page.rows.items():
        field = row.field
        top = field.mapTo(page, QPoint(0, 0)).y()
        if top + field.height() <= edge or not field.isVisibleTo(page):
            continue
        if isinstance(field, QTextEdit) and top < edge:
            return _line_at(page, address, field, edge)
        return Spot(address), edge - top
    return Spot(), edge


def _line_at(page: Page, address: str, field: QTextEdit, edge: int) -> tuple[Spot, int]:
    """The first letter of the line at the upper edge."""
    point = field.viewport().mapFrom(page, QPoint(0, edge))
    cursor = field.cursorForPosition(QPoint(0, point.y()))
    line = field.viewport().mapTo(page, field.cursorRect(cursor).topLeft()).y()
    memory = memory_of(cursor)
    return Spot(address, memory.block_id, memory.offset), edge - line


def cursor_of(page: Page) -> Spot:
    """Where the cursor of a page stands, whether the page has the focus or not."""
    widget = _without_cell_editor(page.focusWidget())
    if widget is None:
        return Spot()
    field = _name_of(page, widget)
    if isinstance(widget, QTextEdit):
        memory = memory_of(widget.textCursor())
        return Spot(field, memory.block_id, memory.offset)
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        return Spot(field, str(index.siblingAtColumn(0).data() or ""), max(0, index.column()))
    return Spot(field, "", _letters_before(widget))


def _without_cell_editor(widget: QWidget | None) -> QWidget | None:
    """The table in whose cell somebody types, which is gone when he comes back."""
    viewport = widget.parentWidget() if widget is not None else None
    table = viewport.parentWidget() if viewport is not None else None
    return table if isinstance(table, QAbstractItemView) else widget


def _letters_before(widget: QWidget) -> int:
    edit = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    return edit.cursorPosition() if isinstance(edit, QLineEdit) else 0


def _name_of(page: Page, widget: QWidget) -> str:
    """The address of the row that a widget belongs to, else what it is called."""
    return page.row_address(widget) or _spoken(widget)


def _field_named(page: Page, name: str) -> QWidget | None:
    row = page.rows.get(name)
    if row is not None:
        return row.field
    fields = (child for child in page.findChildren(QWidget) if _is_field(child))
    return next((field for field in fields if name and _spoken(field) == name), None)


def _is_field(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _spoken(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or plain_caption(text)


def _choose_row(view: QAbstractItemView, spot: Spot) -> None:
    model = view.model()
    for row in range(model.rowCount()):
        if str(model.index(row, 0).data() or "") == spot.block:
            view.setCurrentIndex(model.index(row, spot.offset))
            return
