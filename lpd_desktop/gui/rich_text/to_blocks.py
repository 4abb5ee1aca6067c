"""A text document back into blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
    QTextTableCell,
)

from lpd_desktop.gui.rich_text.formats import (
    BOLD,
    HEADER_COLUMN,
    NOTE,
    note_from,
    shape_of_block,
    shape_of_table,
    table_at,
)
from lpd_desktop.gui.rich_text.normal_form import NOTE_MARK, normal_runs
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape, nest
from lpd_desktop.plan.rich_text import Blocks, Run, Runs, Table

Stretch = tuple[int, int]
"""First position and the one behind the last."""

EVERYTHING: Stretch = (0, 2**31)


@dataclass(frozen=True)
class Element:
    """A paragraph or a table of the document with its shape."""

    shape: Shape
    place: QTextBlock | QTextTable

    @property
    def first(self) -> int:
        """The first position in it."""
        if isinstance(self.place, QTextTable):
            return self.place.firstPosition()
        return self.place.position()

    @property
    def last(self) -> int:
        """The last position in it."""
        if isinstance(self.place, QTextTable):
            return self.place.lastPosition()
        return self.place.position() + self.place.length() - 1


def elements_of(document: QTextDocument) -> list[Element]:
    """The paragraphs and tables of a document in order; not those inside of cells."""
    result = []
    step = document.rootFrame().begin()
    while not step.atEnd():
        frame = step.currentFrame()
        if isinstance(frame, QTextTable):
            result.append(Element(shape_of_table(frame), frame))
        elif step.currentBlock().isValid():
            block = step.currentBlock()
            result.append(Element(shape_of_block(block), block))
        step += 1
    return result


def element_at(block: QTextBlock) -> Element:
    """The paragraph, or the table that it stands in."""
    table = table_at(QTextCursor(block))
    if table is None:
        return Element(shape_of_block(block), block)
    return Element(shape_of_table(table), table)


def elements_between(document: QTextDocument, start: int, end: int) -> Iterator[Element]:
    """The paragraphs and tables that start between two positions."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        element = element_at(block)
        yield element
        block = document.findBlock(element.last + 1)


def blocks_of(document: QTextDocument) -> Blocks:
    """What a document says, as blocks with normal runs."""
    return nest(leaf_of(element) for element in elements_of(document))


def leaf_of(element: Element, stretch: Stretch = EVERYTHING) -> Leaf:
    """An element with its text, or with that part of it that lies in a stretch."""
    if isinstance(element.place, QTextTable):
        return Leaf(element.shape, table=_table_of(element.place, element.shape))
    return Leaf(element.shape, runs_of_block(element.place, stretch))


def _table_of(table: QTextTable, shape: Shape) -> Table:
    form = table.format()
    rows = range(table.rows())
    columns = range(table.columns())
    cells = tuple(tuple(runs_of_cell(table.cellAt(r, c)) for c in columns) for r in rows)
    header_rows = min(form.headerRowCount(), len(cells))
    return Table(shape.id, cells, header_rows, form.boolProperty(HEADER_COLUMN))


def runs_of_cell(cell: QTextTableCell) -> Runs:
    """The text of a cell; what stands in several paragraphs is divided by line breaks."""
    runs: list[Run] = []
    for number, block in enumerate(_blocks_of_cell(cell)):
        if number:
            runs.append(Run(text="\n"))
        runs += _raw_runs(block, EVERYTHING)
    return normal_runs(tuple(runs))


def _blocks_of_cell(cell: QTextTableCell) -> Iterator[QTextBlock]:
    step = cell.begin()
    while not step.atEnd():
        if step.currentBlock().isValid():
            yield step.currentBlock()
        step += 1


def runs_of_block(block: QTextBlock, stretch: Stretch = EVERYTHING) -> Runs:
    """The text of a paragraph, or that part of it that lies in a stretch."""
    return normal_runs(tuple(_raw_runs(block, stretch)))


def _raw_runs(block: QTextBlock, stretch: Stretch) -> Iterator[Run]:
    first, end = stretch
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        text = fragment.text()
        start = fragment.position()
        if start < first or start + len(text) > end:
            text = text[max(0, first - start) : max(0, end - start)]
        if text:
            yield from _runs_of_text(text, fragment.charFormat())
        step += 1


def _runs_of_text(text: str, form: QTextCharFormat) -> Iterator[Run]:
    bold = form.boolProperty(BOLD)
    italic = form.fontItalic()
    if NOTE_MARK not in text:
        yield Run(text=text, bold=bold, italic=italic)
        return
    note = note_from(form.stringProperty(NOTE) or "[]")
    for number, part in enumerate(text.split(NOTE_MARK)):
        if number and form.hasProperty(NOTE):
            yield Run(footnote=note, bold=bold, italic=italic)
        yield Run(text=part, bold=bold, italic=italic)
