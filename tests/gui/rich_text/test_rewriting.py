"""Texts that change elsewhere: one step of undo, ids and cursor stay."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.normal_form import normal_block
from lpd_desktop.gui.rich_text.text_edits import TextEdit
from lpd_desktop.gui.rich_text.to_blocks import blocks_of
from lpd_desktop.plan.rich_text import (
    ListBlock,
    Paragraph,
    Run,
    Table,
    paragraph,
    text_run,
)
from lpd_desktop.plan.run_mapping import with_runs_changed
from tests.gui.rich_text.documents import documents, examples, runs
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import put_cursor

CTRL = Qt.KeyboardModifier.ControlModifier


@st.composite
def with_other_texts(draw):
    """Blocks, and the same with some of the texts changed."""
    blocks = draw(documents)
    changed = with_runs_changed(blocks, lambda _b, old: draw(st.one_of(st.just(old), runs)))
    return blocks, changed


@pytest.mark.usefixtures("qapp")
@given(st.one_of(with_other_texts(), st.tuples(documents, documents)), st.floats(0, 1))
@settings(max_examples=examples(40))
def test_any_blocks_become_any_others_in_one_step(pair, place):
    before, after = pair
    edit = RichTextEdit()
    edit.set_blocks(before)
    cursor = edit.textCursor()
    cursor.setPosition(int(place * (edit.document().characterCount() - 1)))
    edit.setTextCursor(cursor)
    edit.replace_blocks(after, "Schritt")
    assert edit.blocks == after
    if normal(before) != normal(after):
        assert edit.step_to_undo.title == "Schritt"
        edit.undo()
        assert normal(edit.blocks) == normal(before)
        edit.redo()
    assert edit.blocks == after


def normal(blocks):
    """Blocks as a document gives them back that knows nothing of their stored form."""
    return tuple(
        msgspec.structs.replace(block, items=tuple(map(normal, block.items)))
        if isinstance(block, ListBlock)
        else normal_block(block)
        for block in blocks
    )


def test_a_change_from_elsewhere_leaves_the_steps_before_on_the_stack(edit, qtbot):
    edit.set_blocks((paragraph("Anfang"), paragraph("Mitte")))
    before = edit.blocks
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " getippt")
    edit.replace_blocks((edit.blocks[0], paragraph("neu")), "Vorjahr übernehmen")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, "er")
    assert outline(edit.blocks) == ["p Anfang", "p neuer"]

    seen = []
    while edit.document().isUndoAvailable():
        seen.append(edit.step_to_undo.title)
        qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == before
    assert seen.count("Vorjahr übernehmen") == 1
    assert seen[0] == seen[-1] == ""


def test_a_step_that_is_undone_elsewhere_is_undone_here(edit, qtbot):
    edit.set_blocks((paragraph("alt"),))
    before = edit.blocks
    after = (Paragraph(before[0].id, (text_run("neu"),)),)
    edit.replace_blocks(after, "Ersetzen")
    edit.replace_blocks(before, "Ersetzen")
    assert not edit.document().isUndoAvailable()

    edit.replace_blocks(after, "Ersetzen")
    assert not edit.document().isRedoAvailable()
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == before


def test_a_step_that_was_written_over_is_not_named_again(edit, qtbot):
    edit.set_blocks((paragraph("alt"),))
    edit.replace_blocks((*edit.blocks, paragraph("neu")), "Ersetzen")
    edit.undo()
    assert (edit.step_to_undo.title, edit.step_to_redo.title) == ("", "Ersetzen")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    while edit.document().isUndoAvailable():
        assert edit.step_to_undo.title == ""
        edit.undo()
        assert edit.step_to_redo.title == ""


def test_the_cursor_stays_where_it_was_in_its_block(edit):
    one, two = paragraph("eins"), paragraph("zwei")
    edit.set_blocks((one, two))
    put_cursor(edit, "ei", behind=True)
    edit.replace_blocks((one, paragraph("dazwischen"), two), "Vorjahr übernehmen")

    assert edit.textCursor().block().text() == "eins"
    assert edit.textCursor().positionInBlock() == 2


def test_words_are_replaced_with_their_style_in_one_step(edit):
    note = Run(footnote=(text_run("Anmerkung"),))
    mixed = (text_run("😀 ein "), note, text_run("altes", bold=True), text_run(" altes Wort"))
    cells = (((text_run("links"),), (text_run("altes"),)),)
    edit.set_blocks((Paragraph("p", mixed), Table("t", cells)))
    before = edit.blocks
    made = edit.replace_in(
        [
            TextEdit("p", 6, 11, "neues"),
            TextEdit("p", 12, 17, "frisches"),
            TextEdit("p", 22, 22, "!"),
            TextEdit("t", 0, 5, "zweite Zelle", (0, 1)),
            TextEdit("t", 0, 9, "zu lang"),
            TextEdit("weg", 0, 1, "x"),
        ]
    )

    assert made == 4
    assert outline(edit.blocks) == [
        "p 😀 ein [Anmerkung]*neues* frisches Wort!",
        "| links | zweite Zelle",
    ]
    edit.undo()
    assert edit.blocks == before


def test_undo_that_changes_far_lists_is_read_whole(edit, qtbot):
    """Qt tells only a part of what it changed then."""
    inner = ListBlock("i", "bullet", ((), (), ()))
    edit.set_blocks(
        (
            paragraph("00000"),
            ListBlock("l", "bullet", ((), ())),
            ListBlock("o", "bullet", ((inner,),)),
        )
    )
    before = edit.blocks
    cursor = edit.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    qtbot.keyClicks(edit, "ab")
    assert edit.blocks != before
    while edit.document().isUndoAvailable():
        edit.undo()
        assert edit.blocks == blocks_of(edit.document())

    assert edit.blocks == before
