"""Whatever is pressed: ids stay unique, marks agree with lists, undo leads back to the start."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.formats import list_format
from lpd_desktop.gui.rich_text.insertion import insert_leaves
from lpd_desktop.gui.rich_text.shapes import flatten
from lpd_desktop.gui.rich_text.tables import insert_table
from lpd_desktop.gui.rich_text.to_blocks import blocks_of, elements_of, leaf_of
from lpd_desktop.plan.rich_text import ListBlock, Table, walk_blocks
from tests.gui.rich_text.documents import documents, examples
from tests.gui.rich_text.test_typing_habits import write

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
words = st.sampled_from(["ab", " c", '"', "- ", "1. ", "😀", "é", "e\u0301", "שלום", "§ 1"])
steps = st.one_of(
    st.tuples(st.just("type"), places, words),
    st.tuples(st.just("undo"), places, st.integers(1, 3)),
    st.tuples(st.just("move"), places, st.floats(0, 1)),
    st.tuples(st.just("replace"), places, words),
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
    kind, _place, what = step
    if kind == "undo":
        there_and_back(edit, what)
        return
    ACTIONS[kind](edit, what)


def there_and_back(edit, count):
    """Some undo, and as much redo."""
    before = blocks_of(edit.document())
    undone = 0
    while undone < count and edit.document().isUndoAvailable():
        edit.undo()
        check(edit)
        undone += 1
    for _ in range(undone):
        edit.redo()
    assert blocks_of(edit.document()) == before


def move(edit, target):
    """Drag and drop inside the text, with the one step that Qt makes of it."""
    taken = edit.createMimeDataFromSelection()
    whole = edit.textCursor()
    whole.beginEditBlock()
    whole.removeSelectedText()
    place_cursor(edit, (target, None))
    edit.insertFromMimeData(taken)
    whole.endEditBlock()
    QApplication.processEvents()


def replace_selection(edit, text):
    """As a spelling suggestion does it: inside of one line."""
    cursor = edit.textCursor()
    start = max(cursor.selectionStart(), cursor.block().position())
    end = min(cursor.selectionEnd(), cursor.block().position() + cursor.block().length() - 1)
    edit.replace_words(start, end, text, "Ersetzen")


ACTIONS = {
    "key": lambda edit, what: QTest.keyClick(edit, *what),
    "command": lambda edit, what: edit.run(what),
    "paste": lambda edit, what: insert_leaves(edit.textCursor(), list(flatten(what))),
    "table": lambda edit, _what: insert_table(edit.textCursor(), 2, 2),
    "type": write,
    "move": move,
    "replace": replace_selection,
}


def untouched(edit):
    """Texts and ids of the leaves that a step at the selection has no business with."""
    start, end = edit.textCursor().selectionStart(), edit.textCursor().selectionEnd()
    return {
        each.shape.id: leaf_of(each).runs
        for each in elements_of(edit.document())
        if each.shape.kind not in ("table", "filler")
        and (each.last < start - 1 or each.first > end + 1)
    }


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


_LISTED_TABLE = ListBlock(
    "outer", "bullet", ((ListBlock("inner", "bullet", ((Table("table", (((),),)),),)),),)
)
"""Moving all of it within one step of Qt's once gave two lists the same id."""


@pytest.mark.usefixtures("qapp")
@given(documents, st.lists(steps, max_size=6))
@example((_LISTED_TABLE,), [("move", (0.0, 1.0), 0.0)])
@settings(max_examples=examples(60))
def test_any_editing_leaves_sound_blocks_and_can_be_undone(blocks, chosen):
    edit = RichTextEdit()
    edit.set_blocks(blocks)
    for step in chosen:
        place_cursor(edit, step[1])
        kept = untouched(edit) if step[0] not in ("undo", "move") else {}
        do(edit, step)
        check(edit)
        now = {each.shape.id: leaf_of(each).runs for each in elements_of(edit.document())}
        assert kept.items() <= now.items()
    after = blocks_of(edit.document())
    while edit.document().isUndoAvailable():
        edit.undo()
    assert edit.blocks == blocks
    while edit.document().isRedoAvailable():
        edit.redo()
    assert blocks_of(edit.document()) == after
