"""Marks below unknown words, while typing and after."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from lpd_desktop.gui.spelling.marks import SpellingMarks
from lpd_desktop.gui.spelling.word_places import places_of
from lpd_desktop.plan.rich_text import Heading, Paragraph, Run, Table, paragraph, text_run
from tests.gui.spelling.conftest import editor, marked, plan_with, settled


def type_text(edit, text: str) -> None:
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(edit, key)


def to_end(edit) -> None:
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    edit.setTextCursor(cursor)


def test_unknown_words_are_marked_and_known_ones_are_not(written) -> None:
    edit, _ = written("Die Beratnug ist eine Maßnahme der Bildnug für VZÄ.")
    assert marked(edit) == ["Beratnug", "Bildnug"]
    selections = [each.cursor.selectedText() for each in edit.extraSelections()]
    assert selections == ["Beratnug", "Bildnug"]


def test_headings_cells_and_what_stands_behind_wide_letters_are_marked_at_their_place(
    written,
) -> None:
    edit, _ = written(
        (
            Heading("h", 1, (text_run("Bildnug"),)),
            Table("t", (((text_run("gut 😀 Beratnug"),), (text_run("Zeitt"),)),)),
            Paragraph(
                "p", (text_run("𝔄 Aufgaeb"), Run(footnote=(text_run("x"),)), text_run(" gut"))
            ),
        )
    )
    selections = [each.cursor.selectedText() for each in edit.extraSelections()]
    assert selections == marked(edit) == ["Bildnug", "Beratnug", "Zeitt", "Aufgaeb"]


def test_a_word_gets_its_mark_when_it_is_left_not_while_it_is_typed(qtbot, written) -> None:
    edit, spelling = written("Die Arbeit ist gut.")
    edit.setFocus()
    to_end(edit)
    type_text(edit, " Bildnug")
    marks = edit.findChild(SpellingMarks)
    marks.refresh()
    settled(qtbot, spelling.speller)
    assert marked(edit) == []
    type_text(edit, " ")
    qtbot.waitUntil(lambda: marked(edit) == ["Bildnug"])


def test_a_text_that_takes_the_place_of_another_is_not_marked_as_a_whole(written) -> None:
    edit, _ = written("Beratnug ist eine Maßnahme.")
    edit.replace_blocks((paragraph("Hier steht etwas anderes."),), "Ersetzen")
    assert "".join(each.cursor.selectedText() for each in edit.extraSelections()) == ""


def test_a_word_is_marked_when_the_focus_leaves_the_editor(qtbot, written) -> None:
    edit, _ = written("Gut")
    edit.setFocus()
    to_end(edit)
    type_text(edit, " Bildnug")
    edit.clearFocus()
    qtbot.waitUntil(lambda: marked(edit) == ["Bildnug"])


def test_a_mended_word_loses_its_mark(qtbot, written) -> None:
    edit, _ = written("Die Bildnug")
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(11, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("Bildung")
    qtbot.waitUntil(lambda: marked(edit) == [])
    assert edit.extraSelections() == []


def test_marks_change_neither_text_nor_undo_nor_reports(qtbot, written) -> None:
    edit, spelling = written("Die Bildnug")
    blocks = edit.blocks
    reports, changes = [], []
    edit.blocks_changed.connect(reports.append)
    edit.document().contentsChange.connect(lambda *change: changes.append(change))
    spelling.speller.turn(on=False)
    spelling.speller.turn(on=True)
    qtbot.waitUntil(lambda: marked(edit) == ["Bildnug"])
    edit.flush()
    assert (edit.blocks, reports, changes) == (blocks, [], [])
    assert not edit.document().isUndoAvailable()
    html = edit.document().toHtml()
    assert "underline" not in html


def test_selections_of_others_stay(written) -> None:
    edit, spelling = written("Die Bildnug")
    other = QTextEdit.ExtraSelection()
    other.cursor = edit.textCursor()
    edit.setExtraSelections([*edit.extraSelections(), other])
    edit.findChild(SpellingMarks).refresh()
    assert len(edit.extraSelections()) == 2
    spelling.speller.turn(on=False)
    assert len(edit.extraSelections()) == 1


def test_a_mark_is_a_line_of_its_own_shape_in_a_colour_of_the_palette(written) -> None:
    edit, _ = written("Die Bildnug")
    selection = edit.extraSelections()[0]
    form = selection.format
    assert form.underlineStyle() == form.UnderlineStyle.SpellCheckUnderline
    palette = edit.palette()
    assert form.underlineColor() == palette.color(palette.ColorRole.Link)


def test_marks_follow_other_colours(qtbot, written) -> None:
    edit, _ = written("Die Bildnug")
    palette = edit.palette()
    palette.setColor(palette.ColorRole.Link, palette.color(palette.ColorRole.Highlight))
    edit.setPalette(palette)
    wanted = palette.color(palette.ColorRole.Link)

    def colour():
        selection = edit.extraSelections()[0]
        return selection.format.underlineColor()

    qtbot.waitUntil(lambda: colour() == wanted)


def test_pages_that_are_shown_later_have_marks_too(qtbot, written, spelling_window) -> None:
    edit, spelling = written("Die Bildnug", *["Die Beratnug"] * 3)
    spelling_window.wizard.go_next()
    settled(qtbot, spelling.speller)
    other = editor(spelling_window.wizard)
    assert other is not edit
    assert marked(other) == ["Beratnug"]


def test_turning_off_takes_the_marks_away_and_is_remembered(
    qtbot, written, spelling_window, open_window, take
) -> None:
    edit, _ = written("Die Bildnug")
    spelling_window.actions_by_key["spelling"].trigger()
    assert marked(edit) == []
    assert not spelling_window.actions_by_key["spelling"].isChecked()
    spelling_window.close()
    again = open_window()
    take(again, plan_with("Die Bildnug"))
    assert not again.actions_by_key["spelling"].isChecked()


@pytest.fixture(autouse=True)
def _with_dictionary(dictionary) -> None:
    """All of these need one."""


def test_positions_are_those_of_the_document(written) -> None:
    edit, _ = written("Die 😀 Bildnug")
    places = list(places_of(edit.document()))
    assert [place.cursor_in(edit.document()).selectedText() for place in places] == [
        "Die",
        "Bildnug",
    ]
