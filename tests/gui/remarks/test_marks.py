"""Marks of remarks in the text: they follow it, change nothing, and are heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip

from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.remarks.marks import RemarkMarks, is_mark, mark_format
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.search.passage_cursor import cursor_for, cursors_for
from lpd_desktop.plan.rich_text import Paragraph, Run, Table, text_run
from tests.gui.remarks.conftest import SECOND, editor, marked, set_cursor, with_remarks
from tests.gui.spelling.test_marks import type_text


def to(edit: RichTextEdit, words: str) -> None:
    found = edit.document().find(words)
    cursor = QTextCursor(edit.document())
    cursor.setPosition(found.selectionStart())
    edit.setTextCursor(cursor)


def test_open_remarks_are_marked_in_the_text_and_settled_ones_are_not(
    window, open_plan, remarks_of
):
    wizard = open_plan(with_remarks())
    editor(wizard)
    assert marked(wizard) == ["20 Prozent", "Januar"]
    tab = wizard.panel.remarks
    tab.wanted.emit("settle", window.session.file.work.remarks[0].id)
    remarks_of(window)
    assert marked(wizard) == ["Januar"]


def test_marks_move_with_their_words_while_somebody_types(window, open_plan, remarks_of):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    to(edit, "20 Prozent")
    type_text(edit, "mindestens ")
    assert "20 Prozent" in "".join(marked(wizard))
    remarks_of(window)
    assert marked(wizard) == ["20 Prozent", "Januar"]


def test_a_mark_is_found_again_when_its_paragraph_was_split(qtbot, window, open_plan, remarks_of):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    to(edit, "sollen")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    remarks_of(window)
    assert marked(wizard) == ["20 Prozent", "Januar"]


def test_marks_are_no_part_of_the_text_and_nothing_to_undo(open_plan):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    assert not edit.document().isUndoAvailable()
    blocks = edit.blocks
    edit.findChild(RemarkMarks).show([])
    assert edit.blocks == blocks


def test_what_takes_the_place_of_the_words_is_not_marked(open_plan):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    edit.replace_blocks((Paragraph("x", (text_run("Etwas anderes."),)),), "Ersetzen")
    assert "".join(marked(wizard)).strip() == ""


def test_other_selections_of_an_editor_stay_and_are_drawn_last(open_plan):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    other = QTextEdit.ExtraSelection()
    other.cursor = edit.document().find("Juni")
    edit.setExtraSelections([other, *edit.extraSelections()])
    edit.findChild(RemarkMarks)._paint()
    kinds = [is_mark(each) for each in edit.extraSelections()]
    assert kinds == [True, True, False]


@pytest.mark.parametrize("dark", [False, True])
def test_a_mark_is_more_than_a_colour_and_its_words_stay_readable(dark):
    palette = QPalette(Qt.GlobalColor.black if dark else Qt.GlobalColor.white)
    palette.setColor(
        QPalette.ColorRole.Base, Qt.GlobalColor.black if dark else Qt.GlobalColor.white
    )
    palette.setColor(
        QPalette.ColorRole.Text, Qt.GlobalColor.white if dark else Qt.GlobalColor.black
    )
    mark = mark_format(palette)
    assert mark.underlineStyle() == mark.UnderlineStyle.DashUnderline
    paper, ink = mark.background().color().lightness(), mark.underlineColor().lightness()
    assert abs(paper - ink) > 150


def test_who_comes_into_marked_words_hears_the_remark_once(qtbot, window, open_plan):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    to(edit, "Bis")
    said: list[str] = []
    with heard(said.append):
        set_cursor(edit, "20 Prozent")
        qtbot.waitUntil(lambda: any("Warum nicht mehr?" in each for each in said))
        edit.moveCursor(QTextCursor.MoveOperation.Right)
        marks = edit.findChild(RemarkMarks)
        marks._tell()
    assert sum("Warum nicht mehr?" in each for each in said) == 1
    assert said[-1].startswith("Anmerkung von Eva Muster, Fachaufsicht, MAGS: ")
    assert wizard.panel.remarks.current_id == window.session.file.work.remarks[0].id


def test_who_points_at_marked_words_reads_the_remark(open_plan, monkeypatch):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    set_cursor(edit, "20 Prozent")
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _on: shown.append(text))
    point = edit.cursorRect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, edit.viewport().mapToGlobal(point))
    QApplication.sendEvent(edit.viewport(), event)
    assert ["Warum nicht mehr?" in each for each in shown] == [True]


def test_a_field_says_how_many_remarks_it_has(window, open_plan, remarks_of):
    wizard = open_plan(with_remarks())
    editor(wizard)
    row = wizard.page.rows["A.staff"]
    assert "2 offene Anmerkungen" in row.field.accessibleDescription()
    for remark in window.session.file.work.remarks:
        wizard.panel.remarks.wanted.emit("settle", remark.id)
        remarks_of(window)
    assert "Anmerkung" not in row.field.accessibleDescription()


def test_many_places_are_found_in_one_walk_as_one_by_one(qtbot):
    edit = RichTextEdit()
    qtbot.addWidget(edit)
    edit.set_blocks(
        (
            Paragraph("a", (text_run("Eins 😀 zwei"), Run(footnote=(text_run("Note"),)))),
            Table("t", (((text_run("Zelle"),), (text_run("weit"),)),)),
            Paragraph("b", (text_run(SECOND),)),
        )
    )
    spans = [(0, 0, 4), (0, 5, 6), (1, 0, 4), (2, 0, 5), (3, 1, 3), (4, 4, 8), (9, 0, 1)]
    found = cursors_for(edit.document(), spans)
    assert spans[-1] not in found
    for span in spans[:-1]:
        one = cursor_for(edit.document(), *span)
        assert one is not None
        assert (found[span].anchor(), found[span].position()) == (one.anchor(), one.position())
