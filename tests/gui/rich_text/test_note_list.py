"""Footnotes are written in a list below the text, in their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.note_list import NoteList
from lpd_desktop.plan.rich_text import Paragraph, Run, paragraph, text_run
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import in_window, put_cursor

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def noted(*parts):
    """A paragraph; parts in brackets are footnotes."""
    runs = tuple(
        Run(footnote=(text_run(part[1:-1]),)) if part.startswith("[") else text_run(part)
        for part in parts
    )
    return Paragraph("p", runs)


@pytest.fixture
def page(qtbot):
    edit = RichTextEdit()
    notes = NoteList(edit)
    other = QLineEdit()
    area = in_window(qtbot, edit, notes, other)
    area.edit, area.notes, area.other = edit, notes, other
    edit.setFocus()
    return area


def press_note_key(qtbot, widget):
    qtbot.keyClick(widget, Qt.Key.Key_F, CTRL | ALT)


def in_focus():
    return QApplication.focusWidget()


def test_a_footnote_is_written_below_and_stands_where_the_cursor_was(page, qtbot):
    page.edit.set_blocks((paragraph("eins zwei"),))
    before = page.edit.blocks
    put_cursor(page.edit, "eins", behind=True)
    press_note_key(qtbot, page.edit)
    assert in_focus() is page.notes.editors[0]
    qtbot.keyClicks(in_focus(), "Anmerkung")
    in_focus().flush()
    qtbot.keyClicks(in_focus(), " mehr")
    qtbot.keyClick(in_focus(), Qt.Key.Key_Escape)
    assert in_focus() is page.edit
    assert outline(page.edit.blocks) == ["p eins[Anmerkung mehr] zwei"]

    qtbot.keyClicks(page.edit, "!")
    assert outline(page.edit.blocks) == ["p eins[Anmerkung mehr]! zwei"]
    page.edit.undo()
    assert page.edit.step_to_undo.title == "Fußnote einfügen"
    page.edit.undo()
    assert page.edit.blocks == before
    page.edit.redo()
    assert outline(page.edit.blocks) == ["p eins[Anmerkung mehr] zwei"]


@pytest.mark.parametrize("leave", ["key", "tab"])
def test_a_footnote_that_is_left_empty_leaves_no_number(page, qtbot, leave):
    page.edit.set_blocks((paragraph("eins"),))
    before = page.edit.blocks
    page.edit.moveCursor(QTextCursor.MoveOperation.End)
    press_note_key(qtbot, page.edit)
    if leave == "key":
        qtbot.keyClick(in_focus(), Qt.Key.Key_Escape)
        assert in_focus() is page.edit
    else:
        qtbot.keyClick(in_focus(), Qt.Key.Key_Tab)
        assert in_focus() is page.other

    assert page.edit.blocks == before
    assert not page.edit.document().isUndoAvailable()
    qtbot.waitUntil(lambda: page.notes.editors == [])


def test_the_key_leads_from_the_number_to_its_text_and_back(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]", " drei"),))
    page.notes.refresh()
    put_cursor(page.edit, " drei")
    press_note_key(qtbot, page.edit)
    assert in_focus() is page.notes.editors[1]

    press_note_key(qtbot, in_focus())
    assert in_focus() is page.edit
    assert page.edit.textCursor().position() == len("eins? zwei?")


def test_a_click_on_the_number_leads_to_its_text(page, qtbot):
    page.edit.set_blocks((noted("Wort", "[Anmerkung]"),))
    cursor = page.edit.textCursor()
    cursor.setPosition(5)
    place = page.edit.cursorRect(cursor).center() - QPoint(3, 0)
    qtbot.mouseClick(page.edit.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert in_focus() is page.notes.editors[0]
    assert outline(in_focus().blocks) == ["p Anmerkung"]


def test_changes_of_two_footnotes_are_two_steps(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]"),))
    page.notes.refresh()
    for editor in page.notes.editors:
        editor.setFocus()
        editor.moveCursor(QTextCursor.MoveOperation.End)
        for letter in "xy":
            qtbot.keyClicks(editor, letter)
            editor.flush()
    assert outline(page.edit.blocks) == ["p eins[axy] zwei[bxy]"]

    page.edit.undo()
    assert outline(page.edit.blocks) == ["p eins[axy] zwei[b]"]
    page.edit.undo()
    assert outline(page.edit.blocks) == ["p eins[a] zwei[b]"]
    page.notes.refresh()
    assert [outline(each.blocks) for each in page.notes.editors] == [["p a"], ["p b"]]


def test_deleting_a_number_deletes_its_text_and_undo_brings_both_back(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]"),))
    page.notes.refresh()
    put_cursor(page.edit, " zwei")
    qtbot.keyClick(page.edit, Qt.Key.Key_Backspace)
    page.notes.refresh()
    assert [outline(each.blocks) for each in page.notes.editors] == [["p b"]]

    qtbot.keyClick(page.edit, Qt.Key.Key_Z, CTRL)
    page.notes.refresh()
    assert [outline(each.blocks) for each in page.notes.editors] == [["p a"], ["p b"]]


def test_the_button_beside_a_footnote_deletes_it(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]"),))
    page.notes.refresh()
    button = next(
        each
        for each in page.notes.findChildren(type(page.notes._rows[0]._delete))
        if each.accessibleName() == "Fußnote 1 löschen"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert outline(page.edit.blocks) == ["p eins zwei[b]"]
    assert in_focus() is page.edit


def test_the_list_counts_over_the_whole_plan_and_names_its_fields(page):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]"),))
    page.edit.notes.count_from(5)
    page.notes.refresh()

    assert [each.accessibleName() for each in page.notes.editors] == ["Fußnote 5", "Fußnote 6"]
    assert not page.notes.isHidden()
    page.edit.set_blocks((paragraph("ohne"),))
    page.notes.refresh()
    assert page.notes.isHidden()


def test_what_is_typed_in_a_footnote_survives_a_change_of_the_numbers(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]"),))
    page.notes.refresh()
    editor = page.notes.editors[0]
    editor.setFocus()
    qtbot.keyClicks(editor, "neu ")
    page.edit.notes.count_from(3)
    page.notes.refresh()
    editor.flush()

    assert outline(page.edit.blocks) == ["p eins[neu a]"]


def test_in_a_fixed_text_the_footnotes_are_fixed_too(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]"),))
    page.edit.setReadOnly(True)
    page.notes.refresh()
    editor = page.notes.editors[0]
    qtbot.keyClicks(editor, "x")
    put_cursor(page.edit, "eins")
    press_note_key(qtbot, page.edit)

    assert outline(page.edit.blocks) == ["p eins[a]"]


def test_what_is_typed_below_a_footnote_left_empty_stays_in_its_own(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]"),))
    page.notes.refresh()
    first, second = page.notes.editors
    first.setFocus()
    first.selectAll()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    second.setFocus()
    qtbot.keyClicks(second, "neu ")
    page.notes.refresh()

    assert page.notes.editors == [second]
    assert in_focus() is second
    qtbot.keyClicks(second, "und mehr ")
    second.flush()
    assert outline(page.edit.blocks) == ["p eins zwei[neu und mehr b]"]


def test_a_footnote_between_others_gets_its_row_between_theirs(page, qtbot):
    page.edit.set_blocks((noted("eins", "[a]", " zwei", "[b]"),))
    page.notes.refresh()
    first, second = page.notes.editors
    put_cursor(page.edit, "zwei")
    press_note_key(qtbot, page.edit)
    new = in_focus()

    assert page.notes.editors == [first, new, second]
    qtbot.keyClicks(new, "n")
    qtbot.keyClick(new, Qt.Key.Key_Tab)
    assert in_focus() is second
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert in_focus() is page.other
    qtbot.waitUntil(new.isVisible)
    page.notes.layout().activate()
    above, between, below = [each.mapTo(page.notes, QPoint()).y() for each in page.notes.editors]
    assert above < between < below


def test_an_empty_footnote_that_is_left_takes_no_other_with_it(page, qtbot):
    page.edit.set_blocks((noted("eins", "[]", " zwei"),))
    page.edit.moveCursor(QTextCursor.MoveOperation.End)
    press_note_key(qtbot, page.edit)
    qtbot.keyClicks(in_focus(), "wichtig")
    qtbot.keyClick(in_focus(), Qt.Key.Key_Escape)
    page.notes.editors[0].setFocus()
    page.other.setFocus()

    assert outline(page.edit.blocks) == ["p eins zwei[wichtig]"]
