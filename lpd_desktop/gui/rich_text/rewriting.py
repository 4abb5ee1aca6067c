"""Turns what a document says into other blocks, in one step of undo.

Only what differs is changed, so that the cursor and the steps before stay good.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from lpd_desktop.gui.rich_text.dressing import dress
from lpd_desktop.gui.rich_text.formats import HEADER_COLUMN, Look, look_of, look_of_cell
from lpd_desktop.gui.rich_text.from_blocks import LeafWriter, insert_runs
from lpd_desktop.gui.rich_text.normal_form import normal_runs
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape, flatten
from lpd_desktop.gui.rich_text.to_blocks import (
    Element,
    Stretch,
    elements_of,
    runs_of_block,
    runs_of_cell,
)
from lpd_desktop.plan.rich_text import Blocks, Run, Runs

Letter = tuple[str, bool, bool, Runs | None]
"""A character, bold, italic; a footnote's mark has its text."""


def rewrite(document: QTextDocument, blocks: Blocks) -> None:
    """Makes a document say these blocks, as one step of undo."""
    elements = [each for each in elements_of(document) if not _is_for_the_eye(each.shape)]
    leaves = list(flatten(blocks))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if len(elements) == len(leaves) and all(map(_is_same_place, elements, leaves)):
        _rewrite_texts(cursor, elements, leaves)
        dress(elements, list(map(_shape_for, elements, leaves)))
    else:
        _rewrite_all(cursor, leaves)
    cursor.endEditBlock()


def _is_for_the_eye(shape: Shape) -> bool:
    """A line of the screen's that stands for no block."""
    return shape.kind == "filler" and not shape.starts_item and not shape.kept


def _is_same_place(element: Element, leaf: Leaf) -> bool:
    """Whether an element stands for the leaf already, whatever its text."""
    if element.shape.kind == "filler" and leaf.shape.kind == "filler":
        return True
    if element.shape.id != leaf.shape.id:
        return False
    if not isinstance(element.place, QTextTable) or leaf.table is None:
        return not isinstance(element.place, QTextTable) and leaf.table is None
    table, form = leaf.table, element.place.format()
    return (len(table.rows), len(table.rows[0]), table.header_rows, table.header_column) == (
        element.place.rows(),
        element.place.columns(),
        form.headerRowCount(),
        form.boolProperty(HEADER_COLUMN),
    )


def _shape_for(element: Element, leaf: Leaf) -> Shape:
    return replace(leaf.shape, id=element.shape.id)


def _rewrite_all(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    writer = LeafWriter(cursor, fresh=True)
    writer.write_all(leaves)
    writer.finish()


def _rewrite_texts(
    cursor: QTextCursor, elements: Sequence[Element], leaves: Sequence[Leaf]
) -> None:
    """Writes the texts that differ, the last first, so that the places before them stay."""
    stretches = [
        stretch
        for element, leaf in zip(elements, leaves, strict=True)
        for stretch in _stretches(element, leaf)
    ]
    for place, look, before, after in reversed(stretches):
        _rewrite_stretch(cursor, place, look, (before, after))


def _stretches(element: Element, leaf: Leaf) -> Iterator[tuple[Stretch, Look, Runs, Runs]]:
    """The lines and cells whose text differs: place, look, what they say and shall say."""
    if not isinstance(element.place, QTextTable):
        before, after = runs_of_block(element.place), normal_runs(leaf.runs)
        if before != after:
            yield (element.first, element.last), look_of(element.shape), before, after
        return
    for row, cells in enumerate(leaf.table.rows if leaf.table else ()):
        for column, runs in enumerate(cells):
            cell = element.place.cellAt(row, column)
            before, after = runs_of_cell(cell), normal_runs(runs)
            if before != after:
                place = (cell.firstPosition(), cell.lastPosition())
                yield place, look_of_cell(element.place, cell), before, after


def _rewrite_stretch(
    cursor: QTextCursor, place: Stretch, look: Look, texts: tuple[Runs, Runs]
) -> None:
    before, after = list(_letters(texts[0])), list(_letters(texts[1]))
    head, tail = _same_at_the_ends(before, after)
    if _length(before) != place[1] - place[0]:
        head = tail = 0
    cursor.setPosition(place[0] + _length(before[:head]))
    end = place[1] - _length(before[len(before) - tail :])
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_runs(cursor, _runs_of(after[head : len(after) - tail]), look)


def _letters(runs: Runs) -> Iterator[Letter]:
    for run in runs:
        if run.is_footnote:
            yield "", run.bold, run.italic, run.note
        else:
            yield from ((letter, run.bold, run.italic, None) for letter in run.words)


def _length(letters: Sequence[Letter]) -> int:
    """How many positions letters take in a document."""
    return sum(2 if letter[0] > "\uffff" else 1 for letter in letters)


def _same_at_the_ends(before: Sequence[Letter], after: Sequence[Letter]) -> tuple[int, int]:
    """How many letters at the start and at the end stay."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return head, tail


def _runs_of(letters: Sequence[Letter]) -> Runs:
    runs = (
        Run(text=text, bold=bold, italic=italic)
        if note is None
        else Run(footnote=note, bold=bold, italic=italic)
        for text, bold, italic, note in letters
    )
    return normal_runs(tuple(runs))
