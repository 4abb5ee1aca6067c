"""Quotes, dashes and lists set while typing; one undo takes each back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.typing_default import TypingDefault
from lpd_desktop.gui.rich_text.typing_habits import replacement_for
from lpd_desktop.plan.rich_text import Heading, ListBlock, Table, paragraph, text_run
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import put_cursor

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def write(edit, text):
    """Types any letters; QTest knows only those of ASCII."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, key, NONE, letter))


def undo(edit, qtbot, times=1):
    for _ in range(times):
        qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ('Das "Wort" (und "noch eins")', "Das „Wort“ (und „noch eins“)"),
        ('"Anfang"', "„Anfang“"),
        ('😀 "nach einem Bild"', "😀 „nach einem Bild“"),
        ("Jahr - und mehr", "Jahr – und mehr"),
        ("Jahr -- und mehr", "Jahr – und mehr"),
        ("2022--2023", "2022–2023"),
        ("Vor- und Nachteile, -beratung", "Vor- und Nachteile, -beratung"),
        ("----", "----"),
        ("§ 16i SGB II", "§\u00a016i SGB II"),
        ("450.000 € und 15,2 %", "450.000\u00a0€ und 15,2\u00a0%"),
        ("das € und §", "das € und §"),
        ("im Kreis 3 - 5", "im Kreis 3 – 5"),
    ],
)
def test_what_is_typed_is_set_as_a_word_processor_sets_it(edit, typed, written):
    write(edit, typed)

    assert outline(edit.blocks) == [f"p {written}"]


@pytest.mark.parametrize(("typed", "written"), [('x "', 'p x "'), ("x - ", "p x - ")])
def test_one_undo_takes_a_replacement_back_and_it_does_not_return(edit, qtbot, typed, written):
    write(edit, typed)
    undo(edit, qtbot)
    assert outline(edit.blocks) == [written]

    write(edit, "y")
    assert outline(edit.blocks) == [f"{written}y"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("- eins\nzwei", ["- eins", "- zwei"]),
        ("* eins", ["- eins"]),
        ("1. eins\nzwei", ["# eins", "# zwei"]),
        ("1) eins", ["# eins"]),
        ("a) eins\nzwei", ["a eins", "a zwei"]),
        ("1. eins\n\n2. zwei", ["# eins", "# zwei"]),
        ("1. eins\n\n1. neu", ["# eins", "# neu"]),
        ("3. Oktober", ["p 3. Oktober"]),
        ("Text - mehr", ["p Text – mehr"]),
        ("b) Text", ["p b) Text"]),
    ],
)
def test_the_mark_of_a_list_at_the_start_of_a_line_begins_one(edit, typed, written):
    write(edit, typed)

    assert outline(edit.blocks) == written


def test_a_list_goes_on_with_the_next_number_alone(edit):
    write(edit, "1. eins\n\n2. zwei")
    assert len(edit.blocks) == 1

    write(edit, "\n\n1. neu")
    assert [(block.start, len(block.items)) for block in edit.blocks] == [(1, 2), (1, 1)]


def test_one_undo_makes_a_list_the_typed_mark_again(edit, qtbot):
    write(edit, "- ")
    undo(edit, qtbot)
    write(edit, "eins")

    assert outline(edit.blocks) == ["p - eins"]


def test_in_headings_cells_and_items_no_list_begins(edit):
    item = ListBlock("l", "bullet", ((paragraph(""),),))
    edit.set_blocks((Heading("h", 1, ()), Table("t", (((text_run("x"),),),)), item))
    write(edit, "- Titel")
    put_cursor(edit, "x")
    write(edit, "1. ")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    write(edit, "- Punkt")

    assert outline(edit.blocks) == ["h1 - Titel", "| 1. x", "- - Punkt"]


def test_each_word_is_a_step_of_undo(edit, qtbot):
    write(edit, "eins zwei drei")
    seen = []
    while edit.document().isUndoAvailable():
        undo(edit, qtbot)
        seen.append(outline(edit.blocks))

    assert seen == [["p eins zwei "], ["p eins "], []]


def test_nothing_is_replaced_where_that_is_switched_off(edit, monkeypatch):
    monkeypatch.setattr(TypingDefault, "replaces", False)
    write(edit, '- "eins" -- § 1')

    assert outline(edit.blocks) == ['p - "eins" -- § 1']


def test_a_footnote_knows_quotes_but_no_lists(qtbot):
    edit = RichTextEdit(inline_only=True)
    qtbot.addWidget(edit)
    write(edit, '- "eins"')

    assert outline(edit.blocks) == ["p - „eins“"]


def test_composed_letters_are_written_and_undone(edit, qtbot):
    write(edit, "sch")
    composing = QInputMethodEvent("^", [])
    QApplication.sendEvent(edit, composing)
    assert outline(edit.blocks) == ["p sch"]

    composed = QInputMethodEvent()
    composed.setCommitString("ô")
    QApplication.sendEvent(edit, composed)
    write(edit, "n")
    assert outline(edit.blocks) == ["p schôn"]
    undo(edit, qtbot)
    assert outline(edit.blocks) == ["p sch"]


@pytest.mark.parametrize("before", ["", "x", "§", "- ", "5 x", "€"])
def test_most_letters_change_nothing(before):
    assert replacement_for(before) is None
