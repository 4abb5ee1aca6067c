"""Where a new remark belongs: selected words, the paragraph at the cursor, a field, a cell."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.search.passage_cursor import passage_at
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.passages import Passage, passages_of
from lpd_desktop.plan.remark_anchor import Anchor, NoSuchPlaceError, anchor_at


def anchor_on(file: LpdFile, page: Page, field: QWidget | None) -> Anchor:
    """The place for a remark of somebody who stands in a field of a page, or in none."""
    for row in page.rows.values():
        if isinstance(row, TextRow) and field is not None and row.isAncestorOf(field):
            return _in_text(file, row)
    quote = field.selectedText() if isinstance(field, QLineEdit) else ""
    named = [name for name in (page.address_at(field), page.step.item) if name]
    return _first(file, [Address.parse(name) for name in named], quote)


def _first(file: LpdFile, places: list[Address], quote: str) -> Anchor:
    """At the first place that can be remarked on; the document as a whole always can."""
    for place in places:
        for words in dict.fromkeys((quote, "")):
            try:
                return anchor_at(file.form, file.plan, place, words)
            except NoSuchPlaceError:
                continue
    return anchor_at(file.form, file.plan, "")


def _in_text(file: LpdFile, row: TextRow) -> Anchor:
    found = list(passages_of(row.address, blocks_at(file.form, file.plan, row.address) or ()))
    cursor = row.edit.textCursor()
    number, start = passage_at(cursor)
    if number >= len(found):
        return anchor_at(file.form, file.plan, row.address)
    passage = found[number]
    quote = _selected_in(cursor, passage, start)
    where = passage.where if passage.text else row.address
    if not quote.strip():
        return anchor_at(file.form, file.plan, where, number=number)
    return anchor_at(file.form, file.plan, where, quote, number=number, start=start)


def _selected_in(cursor: QTextCursor, passage: Passage, start: int) -> str:
    """The selected words as far as they stand in the passage in which the selection begins."""
    if not cursor.hasSelection():
        return ""
    end = QTextCursor(cursor.document())
    end.setPosition(cursor.selectionEnd())
    number, behind = passage_at(end)
    return passage.text[start:behind] if number == passage.number else passage.text[start:]
