"""Blocks into a text document."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor, QTextDocument, QTextList, QTextTable

from lpd_desktop.gui.rich_text.formats import (
    LIST_ID,
    Look,
    block_format,
    cell_block_format,
    format_for_table,
    list_format,
    look_of,
    look_of_cell,
    run_format,
    text_format,
)
from lpd_desktop.gui.rich_text.normal_form import LINE_SEPARATOR, NOTE_MARK, normal_text
from lpd_desktop.gui.rich_text.shapes import Leaf, ListLevel, Shape, filler, flatten
from lpd_desktop.plan.rich_text import Blocks, Run, Runs, Table


def fill_document(document: QTextDocument, blocks: Blocks) -> None:
    """Puts blocks in the place of everything that was there; cannot be undone."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    writer = LeafWriter(cursor, fresh=True)
    writer.write_all(flatten(blocks))
    writer.finish()
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def insert_runs(cursor: QTextCursor, runs: Iterable[Run], look: Look) -> None:
    """Writes runs where the cursor stands."""
    for run in runs:
        if run.is_footnote:
            cursor.insertText(NOTE_MARK, run_format(run, look))
        else:
            text = normal_text(run.words).replace("\n", LINE_SEPARATOR)
            if text:
                cursor.insertText(text, run_format(run, look))


class LeafWriter:
    """Writes leaves one below the other.

    Attributes:
        fresh: The cursor stands in an empty line that the next leaf may take.

    `known` are the ids of lists in the document that leaves may belong to.
    """

    def __init__(
        self, cursor: QTextCursor, *, fresh: bool, known: frozenset[str] = frozenset()
    ) -> None:
        self._cursor = cursor
        self._known = known
        self._lists: dict[str, QTextList] = {}
        self._last_lists: tuple[ListLevel, ...] = ()
        self.fresh = fresh

    def write_all(self, leaves: Iterable[Leaf]) -> None:
        """Writes leaves in order."""
        for leaf in leaves:
            self.write(leaf)

    def write(self, leaf: Leaf) -> None:
        """Writes one leaf below the last."""
        if leaf.table is not None:
            self._write_table(leaf.table, leaf.shape)
        else:
            self._write_line(leaf.shape, leaf.runs)
        self._last_lists = leaf.shape.lists

    def finish(self) -> None:
        """Marks the line that is left over behind a table as none of the plan's."""
        if self.fresh:
            self._take_line(filler(self._last_lists).shape)

    def _write_line(self, shape: Shape, runs: Runs) -> None:
        look = look_of(shape)
        if self.fresh:
            self._take_line(shape)
        else:
            self._cursor.insertBlock(block_format(shape), text_format(look))
        self.fresh = False
        if shape.starts_item:
            self._join_list(shape)
        insert_runs(self._cursor, runs, look)

    def _take_line(self, shape: Shape) -> None:
        self._cursor.setBlockFormat(block_format(shape))
        self._cursor.setBlockCharFormat(text_format(look_of(shape)))

    def _join_list(self, shape: Shape) -> None:
        key = shape.lists[-1].id
        found = self._lists.get(key)
        if found is None and key in self._known:
            found = list_with_id(self._cursor, key)
        if found is None:
            found = self._cursor.createList(list_format(shape))
        else:
            found.add(self._cursor.block())
        self._lists[key] = found

    def _write_table(self, table: Table, shape: Shape) -> None:
        if self.fresh:
            self._take_line(filler(shape.lists).shape)
        made = self._cursor.insertTable(
            len(table.rows), len(table.rows[0]), format_for_table(table, shape)
        )
        fill_cells(made, table.rows)
        self._cursor.setPosition(made.lastPosition() + 1)
        self.fresh = True


def list_with_id(cursor: QTextCursor, list_id: str) -> QTextList | None:
    """The list of this id in the cursor's document; the lines above the cursor come first."""
    above = below = cursor.block()
    while above.isValid() or below.isValid():
        for block in (above, below):
            found = block.textList() if block.isValid() else None
            if found is not None and found.format().stringProperty(LIST_ID) == list_id:
                return found
        above = above.previous() if above.isValid() else above
        below = below.next() if below.isValid() else below
    return None


def fill_cells(table: QTextTable, rows: tuple[tuple[Runs, ...], ...]) -> None:
    """Writes the cells of a table that was just made."""
    for row, cells in enumerate(rows):
        for column, runs in enumerate(cells):
            cell = table.cellAt(row, column)
            look = look_of_cell(table, cell)
            cursor = cell.firstCursorPosition()
            cursor.setBlockFormat(cell_block_format())
            cursor.setBlockCharFormat(text_format(look))
            insert_runs(cursor, runs, look)
