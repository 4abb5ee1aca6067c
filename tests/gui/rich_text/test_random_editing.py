"""Whatever is pressed: ids stay unique, marks agree with lists, undo leads back to the start."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.formats import list_format
from lpd_desktop.gui.rich_text.insertion import insert_leaves
from lpd_desktop.gui.rich_text.shapes import flatten
from lpd_desktop.gui.rich_text.tables import insert_table
from lpd_desktop.gui.rich_text.to_blocks import blocks_of, elements_of
from lpd_desktop.plan.rich_text import walk_blocks
from tests.gui.rich_text.documents import documents

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = [
    (Qt.Key.Key_A, NONE),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Backspace, NONE),
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Backspace, CTRL),
]
COMMANDS = [
    "bold", "italic", "paragraph", "heading1", "heading2", "bullet", "number", "letter",
    "indent", "outdent", "row_above", "row_below", "column_left", "column_right", "header_row",
    "header_column", "remove_row", "remove_column", "remove_table",
]  # fmt: skip
places = st.tuples(st.floats(0, 1), st.floats(0, 1) | st.none())
steps = st.one_of(
    st.tuples(st.just("key"), places, st.sampled_from(KEYS)),
    st.tuples(st.just("command"), places, st.sampled_from(COMMANDS)),
    st.tuples(st.just("paste"), places, documents),
    st.tuples(st.just("table"), places, st.just(None)),
)


def place_cursor(edit, place):
    """A cursor, or a selection, at parts of the document's length."""
    size = edit.document().characterCount() - 1
    cursor = edit.textCursor()
    cursor.setPosition(int(place[0] * size))
    if place[1] is not None:
        cursor.setPosition(int(place[1] * size), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def do(edit, step):
    kind, place, what = step
    place_cursor(edit, place)
    if kind == "key":
        QTest.keyClick(edit, *what)
    elif kind == "command":
        edit.run(what)
    elif kind == "paste":
        insert_leaves(edit.textCursor(), list(flatten(what)))
    else:
        insert_table(edit.textCursor(), 2, 2)


def check_marks(edit):
    """Each list of the plan is one list of Qt's, with the same style and start."""
    marks = {}
    for element in elements_of(edit.document()):
        shape = element.shape
        if shape.kind != "table" and shape.starts_item:
            found = element.place.textList()
            assert found.objectIndex() == marks.setdefault(shape.lists[-1].id, found.objectIndex())
            wanted = list_format(shape)
            assert (found.format().style(), found.format().start(), found.format().indent()) == (
                wanted.style(), wanted.start(), wanted.indent(),
            )  # fmt: skip


def check(edit):
    blocks = blocks_of(edit.document())
    assert edit._reading.blocks() == blocks
    ids = [block.id for block in walk_blocks(blocks)]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    for element in elements_of(edit.document()):
        if element.shape.kind != "table":
            assert bool(element.place.textList()) == element.shape.starts_item
    check_marks(edit)
    other = RichTextEdit()
    other.set_blocks(blocks)
    assert blocks_of(other.document()) == blocks


@pytest.mark.usefixtures("qapp")
@given(documents, st.lists(steps, max_size=6))
@settings(max_examples=150)
def test_any_editing_leaves_sound_blocks_and_can_be_undone(blocks, chosen):
    edit = RichTextEdit()
    edit.set_blocks(blocks)
    for step in chosen:
        do(edit, step)
        check(edit)
    after = blocks_of(edit.document())
    while edit.document().isUndoAvailable():
        edit.undo()
    assert edit.blocks == blocks
    while edit.document().isRedoAvailable():
        edit.redo()
    assert blocks_of(edit.document()) == after
