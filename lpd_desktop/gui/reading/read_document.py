"""What is read becomes a Qt document: headings, items, tables and notes with their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTableFormat,
)

from lpd_desktop.pdf.read_text import Part, Passage, ReadCell, ReadTable, Words

_ADDRESS = QTextFormat.Property.UserProperty + 61
_INDENT = 26.0
_SIZES = {"title": 1.7, 1: 1.5, 2: 1.25, 3: 1.1}


@dataclass(frozen=True)
class Heading:
    """A heading and where it stands, in characters from the start of the document."""

    text: str
    level: int
    position: int


def fill(document: QTextDocument, parts: Iterable[Part], palette: QPalette) -> list[Heading]:
    """Writes all parts; returns the headings."""
    document.clear()
    document.setUndoRedoEnabled(False)
    writer = _Writer(document, palette)
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for part in parts:
        writer.write(part)
    whole.endEditBlock()
    return writer.headings


def address_of(block: QTextBlock) -> str:
    """What of the plan a block is; empty for what the form says."""
    return str(block.blockFormat().property(_ADDRESS) or "")


class _Writer:
    """Writes at the end of a document."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        self.headings: list[Heading] = []
        self._cursor = QTextCursor(document)
        self._font: QFont = document.defaultFont()
        self._link = palette.color(QPalette.ColorRole.Link)
        self._border = palette.color(QPalette.ColorRole.PlaceholderText)
        self._is_fresh = True

    def write(self, part: Part) -> None:
        """Writes one part as a block or table of its own."""
        if isinstance(part, ReadTable):
            self._write_table(part)
        else:
            self._write_passage(part)

    def _write_passage(self, passage: Passage) -> None:
        self._new_block(_block_format(passage))
        style = self._char_format(passage)
        if passage.role == "heading":
            place = self._cursor.position()
            self.headings.append(Heading(" ".join(passage.text.split()), passage.level, place))
        self._cursor.insertText(_mark(passage), self._named(style, passage.ident))
        self._write_words(passage.words, style, passage.ident if not _mark(passage) else "")
        if passage.role == "note":
            self._cursor.insertText(" ", style)
            self._cursor.insertText("Zurück zum Text", self._linked(style, f"to-{passage.ident}"))

    def _write_words(self, words: tuple[Words, ...], style: QTextCharFormat, ident: str) -> None:
        for each in words:
            own = self._linked(style, each.link) if each.link else QTextCharFormat(style)
            names = [name for name in (each.ident, ident) if name]
            own.setAnchorNames(names)
            self._cursor.insertText(each.text.replace("\n", "\u2028"), own)

    def _write_table(self, table: ReadTable) -> None:
        columns = max((len(row) for row in table.rows), default=0)
        if not columns:
            return
        self._new_block(QTextBlockFormat())
        made = self._cursor.insertTable(len(table.rows), columns, self._table_format(table))
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                self._write_cell(made.cellAt(row, column).firstCursorPosition(), cell)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def _write_cell(self, cursor: QTextCursor, cell: ReadCell) -> None:
        place, self._cursor = self._cursor, cursor
        form = QTextBlockFormat()
        form.setProperty(_ADDRESS, cell.address)
        cursor.setBlockFormat(form)
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold if cell.is_header else QFont.Weight.Normal)
        self._write_words(cell.words, style, "")
        self._cursor = place

    def _table_format(self, table: ReadTable) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setHeaderRowCount(table.header_rows)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(self._border)
        form.setCellPadding(4)
        form.setTopMargin(6)
        form.setBottomMargin(6)
        return form

    def _new_block(self, form: QTextBlockFormat) -> None:
        """The document begins with a block, and one stands behind each table."""
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
            self._is_fresh = False
        else:
            self._cursor.insertBlock(form)

    def _char_format(self, passage: Passage) -> QTextCharFormat:
        style = QTextCharFormat()
        key = passage.level if passage.role == "heading" else passage.role
        if passage.role in ("heading", "title"):
            style.setFontWeight(QFont.Weight.DemiBold)
            style.setFontPointSize(self._font.pointSizeF() * _SIZES.get(key, 1.0))
        return style

    def _named(self, style: QTextCharFormat, ident: str) -> QTextCharFormat:
        if ident:
            style = QTextCharFormat(style)
            style.setAnchorNames([ident])
        return style

    def _linked(self, style: QTextCharFormat, link: str) -> QTextCharFormat:
        linked = QTextCharFormat(style)
        linked.setAnchor(True)
        linked.setAnchorHref(f"#{link}")
        linked.setFontUnderline(True)
        linked.setForeground(self._link)
        return linked


def _mark(passage: Passage) -> str:
    """What stands before an item or a note, as text, so that it is read as well."""
    if passage.role == "note":
        return f"Fußnote {passage.label}: "
    return f"{passage.label} " if passage.label else ""


def _block_format(passage: Passage) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setProperty(_ADDRESS, passage.address)
    form.setBottomMargin(6)
    if passage.role == "heading":
        form.setHeadingLevel(passage.level)
        form.setTopMargin(20 if passage.level < 3 else 12)
    depth = (
        passage.level if passage.role in ("item", "text") else 1 if passage.role == "note" else 0
    )
    form.setLeftMargin(depth * _INDENT)
    return form
