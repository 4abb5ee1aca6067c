"""Deleting and cutting, also by other ways than keys: lists and lines around tables stay whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.plan.rich_text import Heading, ListBlock, Table, paragraph, text_run, walk_blocks
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import put_cursor, select
from tests.gui.rich_text.test_typing_habits import write

CTRL = Qt.KeyboardModifier.ControlModifier


def cells(*texts):
    return Table("t", (tuple((text_run(text),) for text in texts),))


def select_between(edit, first, last):
    """From before one word to before another."""
    cursor = edit.document().find(first)
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(edit.document().find(last).selectionStart(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


@pytest.fixture
def around(edit):
    edit.set_blocks((Heading("h", 1, (text_run("davor"),)), cells("xa", "yb"), paragraph("danach")))
    return edit


@pytest.mark.parametrize(
    ("first", "last", "typed", "expected"),
    [
        ("vor", "b", "", ["h1 da", "p danach"]),
        ("vor", "b", "neu", ["h1 daneu", "p danach"]),
        ("ach", "xa", "", ["h1 davor", "p ach"]),
        ("ach", "xa", "\n", ["h1 davor", "p ", "p ach"]),
        ("vor", "ach", "", ["h1 daach"]),
        ("xa", "yb", "", ["h1 davor", "|  | ", "p danach"]),
    ],
)
def test_a_selection_over_the_edge_of_a_table_leaves_the_lines_apart(
    around, qtbot, first, last, typed, expected
):
    before = around.blocks
    select_between(around, first, last)
    if typed:
        write(around, typed)
    else:
        qtbot.keyClick(around, Qt.Key.Key_Delete)
    assert outline(around.blocks) == expected

    while around.document().isUndoAvailable():
        qtbot.keyClick(around, Qt.Key.Key_Z, CTRL)
    assert around.blocks == before


def test_all_of_a_text_with_tables_is_deleted_and_comes_back(around, qtbot):
    before = around.blocks
    put_cursor(around, "xa")
    qtbot.keyClick(around, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(around, Qt.Key.Key_Delete)
    assert outline(around.blocks) == ["p "]

    qtbot.keyClick(around, Qt.Key.Key_Z, CTRL)
    assert around.blocks == before


def test_cut_by_key_and_by_menu_leave_whole_lists(edit, qtbot):
    items = tuple((paragraph(text),) for text in ("eins", "zwei", "drei"))
    for cut in (edit.cut, lambda: qtbot.keyClick(edit, Qt.Key.Key_X, CTRL)):
        edit.set_blocks((ListBlock("l", "number", items), paragraph("danach")))
        select_between(edit, "zwei", "nach")
        cut()

        assert outline(edit.blocks) == ["# eins", "p nach"]
        assert QGuiApplication.clipboard().text() == "1. zwei\n2. drei\nda"
        edit.undo()
        edit.set_blocks(())


def test_what_qt_deletes_by_itself_is_tidied_soon(edit, qtbot):
    inner = ListBlock("i", "bullet", ((paragraph("innen"),),))
    outer = ListBlock("o", "number", ((paragraph("eins"), inner),))
    edit.set_blocks((paragraph("davor"), outer))
    before = edit.blocks
    select_between(edit, "vor", "innen")
    edit.textCursor().removeSelectedText()
    QApplication.processEvents()
    assert outline(edit.blocks) == ["p dainnen"]
    ids = [block.id for block in walk_blocks(edit.blocks)]
    assert len(set(ids)) == len(ids)

    edit.undo()
    assert edit.blocks == before


def test_composing_over_a_selection_leaves_whole_lists(edit):
    items = tuple((paragraph(text),) for text in ("eins", "zwei"))
    edit.set_blocks((ListBlock("l", "number", items), paragraph("danach")))
    select_between(edit, "zwei", "danach")
    composed = QInputMethodEvent()
    composed.setCommitString("ê")
    QApplication.sendEvent(edit, composed)
    QApplication.processEvents()

    assert outline(edit.blocks) == ["# eins", "p êdanach"]


def dropped(edit, data, place):
    """Drops data where the cursor would stand, as from another editor or program."""
    point = QPointF(edit.cursorRect(place).center())
    event = QDropEvent(
        point,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    edit.dropEvent(event)
    QApplication.processEvents()


def test_text_dragged_from_another_editor_arrives_with_its_style(edit, qtbot):
    other = RichTextEdit()
    qtbot.addWidget(other)
    other.set_blocks((paragraph("fett und"), ListBlock("l", "bullet", ((paragraph("Punkt"),),))))
    select(other, "fett")
    other.run("bold")
    other.selectAll()
    edit.set_blocks((paragraph("davor danach"),))
    cursor = edit.document().find("danach")
    cursor.setPosition(cursor.selectionStart())
    data = other.createMimeDataFromSelection()
    dropped(edit, data, cursor)

    assert outline(edit.blocks) == ["p davor *fett* und", "- Punkt", "p danach"]


def test_a_dropped_file_name_is_no_text_that_breaks_the_field(edit):
    data = QMimeData()
    data.setText("Zeile\nzwei")
    dropped(edit, data, edit.textCursor())

    assert outline(edit.blocks) == ["p Zeile", "p zwei"]
