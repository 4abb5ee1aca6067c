"""Copies the selection out and takes foreign text in, reduced to the subset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor

from lpd_desktop.gui.rich_text.formats import table_at
from lpd_desktop.gui.rich_text.insertion import in_one_line, insert_leaves
from lpd_desktop.gui.rich_text.markup import html_of, text_of
from lpd_desktop.gui.rich_text.selection import selected_stretch
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape, flatten, nest
from lpd_desktop.gui.rich_text.to_blocks import elements_of, leaf_of, runs_of_block
from lpd_desktop.plan.rich_text import Block, Blocks, Paragraph, Runs, paragraph
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.html import HtmlContent, blocks_from_html

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit

OWN_FORMAT = "application/x-lpd-blocks"


def selected_blocks(cursor: QTextCursor) -> Blocks:
    """What is selected; a table that is touched from outside comes whole."""
    first, end = selected_stretch(cursor)
    if table_at(cursor) is not None:
        return _selected_in_cells(cursor)
    elements = elements_of(cursor.document())
    leaves = [
        leaf_of(element, (first, end))
        for element in elements
        if element.first <= end and element.last >= first
    ]
    if len(leaves) == 1 and leaves[0].table is None:
        leaves = [Leaf(Shape(new_id()), leaves[0].runs)]
    return nest(iter(leaves))


def _selected_in_cells(cursor: QTextCursor) -> Blocks:
    """The selected text of cells, a paragraph for each."""
    document = cursor.document()
    stretch = selected_stretch(cursor)
    block = document.findBlock(stretch[0])
    found = []
    while block.isValid() and block.position() <= stretch[1]:
        found.append(Paragraph(new_id(), runs_of_block(block, stretch)))
        block = block.next()
    return tuple(found)


def mime_of_selection(cursor: QTextCursor) -> QMimeData:
    """The selection for other programs (HTML and text) and for our own."""
    blocks = selected_blocks(cursor)
    result = QMimeData()
    result.setText(text_of(blocks))
    result.setHtml(html_of(blocks))
    result.setData(OWN_FORMAT, msgspec.json.encode(blocks))
    return result


def content_of(source: QMimeData) -> HtmlContent:
    """What the clipboard holds, as blocks."""
    if source.hasFormat(OWN_FORMAT):
        try:
            data = bytes(source.data(OWN_FORMAT).data())
            return HtmlContent(msgspec.json.decode(data, type=tuple[Block, ...]))
        except (msgspec.DecodeError, ValueError):
            pass
    if source.hasHtml():
        content = blocks_from_html(source.html())
        if content.blocks:
            return content
    return HtmlContent(blocks_from_text(source.text()))


def blocks_from_text(text: str) -> Blocks:
    """Plain text, a paragraph for each line."""
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    return tuple(paragraph(line) for line in lines) if any(lines) else ()


def insert_mime(editor: RichTextEdit, source: QMimeData) -> None:
    """Puts the clipboard's content where the cursor stands."""
    content = content_of(source)
    _insert(editor, content.blocks)
    if content.left_out:
        editor.left_out.emit(content.left_out)


def paste_plain(editor: RichTextEdit) -> None:
    """Puts the clipboard's text where the cursor stands, without any style."""
    _insert(editor, blocks_from_text(QGuiApplication.clipboard().text()))


def _insert(editor: RichTextEdit, blocks: Blocks) -> None:
    leaves = list(flatten(blocks))
    if editor.inline_only:
        leaves = [Leaf(Shape(new_id()), _text_only(leaves))]
    cursor = editor.textCursor()
    insert_leaves(cursor, leaves)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _text_only(leaves: list[Leaf]) -> Runs:
    """The text in one piece, without footnotes."""
    return tuple(run for run in in_one_line(leaves) if not run.is_footnote)
