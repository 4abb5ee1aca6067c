"""Tables and footnotes in the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.selection import MOST_COLUMNS
from lpd_desktop.gui.rich_text.to_blocks import elements_of
from lpd_desktop.plan.rich_text import (
    Heading,
    ListBlock,
    Run,
    Table,
    paragraph,
    text_run,
    walk_blocks,
)
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import in_window, put_cursor, select

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def table(*rows, **headers) -> Table:
    cells = tuple(tuple((text_run(cell),) if cell else () for cell in row) for row in rows)
    return Table("t", cells, **headers)


@pytest.mark.parametrize("place", ["a", "d"])
@pytest.mark.parametrize(
    "command",
    ["row_above", "row_below", "column_left", "column_right", "remove_row", "remove_column"],
)
def test_changing_a_table_leaves_the_lines_around_it_alone(edit, command, place):
    item = ListBlock("l", "number", ((paragraph("1"), table("ab", "cd")), (paragraph("2"),)))
    edit.set_blocks((item, Heading("h", 1, (text_run("3"),))))
    before = [block.id for block in walk_blocks(edit.blocks)]
    put_cursor(edit, place)
    edit.run(command)

    assert [line for line in outline(edit.blocks) if "|" not in line] == ["# 1", "# 2", "h1 3"]
    assert [block.id for block in walk_blocks(edit.blocks)] == before
    assert [block.textList() is not None for block in top_blocks(edit)] == [True, True, False]


def top_blocks(edit):
    return [element.place for element in elements_of(edit.document()) if not is_table(element)]


def is_table(element) -> bool:
    return element.shape.kind == "table"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("row_above", ["| a | b", "|  | ", "| c | d"]),
        ("row_below", ["| a | b", "| c | d", "|  | "]),
        ("column_left", ["|  | a | b", "|  | c | d"]),
        ("column_right", ["| a |  | b", "| c |  | d"]),
        ("remove_row", ["| a | b"]),
        ("remove_column", ["| b", "| d"]),
        ("remove_table", []),
    ],
)
def test_rows_and_columns_come_and_go_and_come_back_with_undo(edit, qtbot, command, expected):
    edit.set_blocks((table("ab", "cd"),))
    before = edit.blocks
    put_cursor(edit, "c")
    edit.run(command)
    assert outline(edit.blocks) == expected

    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == before


def test_a_table_between_paragraphs_goes_without_a_trace(edit):
    edit.set_blocks((paragraph("davor"), table("xy"), paragraph("danach")))
    put_cursor(edit, "x")
    edit.run("remove_table")

    assert outline(edit.blocks) == ["p davor", "p danach"]
    assert edit.document().blockCount() == 2


def test_a_table_at_the_end_goes_without_an_empty_line(edit):
    edit.set_blocks((paragraph("davor"), table("xy")))
    put_cursor(edit, "x")
    edit.run("remove_table")

    assert outline(edit.blocks) == ["p davor"]
    assert edit.document().blockCount() == 1


def test_headers_are_switched_and_drawn_half_bold_but_not_bold(edit):
    edit.set_blocks((table("ab", "cd"),))
    put_cursor(edit, "a", behind=True)
    edit.run("header_row")
    edit.run("header_column")

    assert (edit.blocks[0].header_rows, edit.blocks[0].header_column) == (1, True)
    assert edit.currentFont().weight() == edit.currentFont().Weight.DemiBold
    assert not edit.state().bold
    assert outline(edit.blocks) == ["| a | b", "| c | d"]


def test_removing_the_header_row_leaves_none(edit):
    edit.set_blocks((table("ab", "cd", header_rows=1),))
    put_cursor(edit, "a")
    edit.run("remove_row")

    assert outline(edit.blocks) == ["| c | d"]
    assert edit.blocks[0].header_rows == 0


def test_tab_goes_through_the_cells_and_leaves_behind_the_last(qtbot):
    edit, other = RichTextEdit(), QLineEdit()
    page = in_window(qtbot, edit, other)
    edit.set_blocks((table("ab"),))
    put_cursor(edit, "a")
    edit.setFocus()
    qtbot.keyClicks(edit, "x")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.textCursor().block().text() == "b"

    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other
    assert page.isVisible()


def test_tab_behind_what_was_written_into_the_last_cell_adds_a_row(edit, qtbot):
    edit.set_blocks((table("ab"),))
    before = edit.blocks
    put_cursor(edit, "b", behind=True)
    qtbot.keyClicks(edit, "c")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(edit, "d")
    assert outline(edit.blocks) == ["| a | bc", "| d | "]

    for _ in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == before


def test_tab_alone_adds_no_row(edit, qtbot):
    edit.set_blocks((table("ab", "cd"),))
    before = edit.blocks
    put_cursor(edit, "a")
    for _ in range(6):
        qtbot.keyClick(edit, Qt.Key.Key_Tab)

    assert edit.blocks == before


@pytest.mark.parametrize(("keys", "goal"), [(CTRL, 2), (CTRL | SHIFT, 0)])
def test_ctrl_tab_leaves_a_table_from_any_cell(qtbot, keys, goal):
    fields = [QLineEdit(), RichTextEdit(), QLineEdit()]
    page = in_window(qtbot, *fields)
    fields[1].set_blocks((table("ab", "cd"),))
    put_cursor(fields[1], "b")
    fields[1].setFocus()
    key = Qt.Key.Key_Backtab if keys & SHIFT else Qt.Key.Key_Tab
    qtbot.keyClick(fields[1], key, keys)

    assert page.isVisible()
    assert QApplication.focusWidget() is fields[goal]


def test_a_table_never_gets_more_columns_than_a_page_has_room_for(edit):
    edit.set_blocks((table("a" * MOST_COLUMNS),))
    before = edit.blocks
    put_cursor(edit, "a")
    assert not edit.state().may_widen
    edit.run("column_right")
    edit.run("column_left")

    assert edit.blocks == before


def test_two_rows_can_be_headers(edit):
    edit.set_blocks((table("ab", "cd", "ef"),))
    put_cursor(edit, "e")
    seen = []
    for command in ("two_header_rows", "two_header_rows", "header_row"):
        edit.run(command)
        seen.append(edit.blocks[0].header_rows)

    assert seen == [2, 1, 0]


def menu_of(edit, words):
    """The menu under the right mouse button at some words."""
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return edit.createStandardContextMenu(edit.cursorRect(cursor).center())


def chosen(menu, caption):
    actions = [*menu.actions(), *(a for each in menu.findChildren(QMenu) for a in each.actions())]
    return next(action for action in actions if caption in action.text().replace("&", ""))


def test_the_right_button_in_a_cell_offers_what_can_be_done_with_the_table(edit, qtbot):
    edit.set_blocks((paragraph("davor"), table("ab", "cd", header_rows=1)))
    menu = menu_of(edit, "c")
    qtbot.addWidget(menu)
    assert chosen(menu, "Erste Zeile ist Kopfzeile").isChecked()
    chosen(menu, "Zeile löschen").trigger()
    assert outline(edit.blocks) == ["p davor", "| a | b"]

    other = menu_of(edit, "davor")
    qtbot.addWidget(other)
    assert other.findChildren(QMenu) == []


def test_undo_in_the_menu_of_the_right_button_takes_back_steps_elsewhere(edit, qtbot):
    edit.set_blocks((paragraph("alt"),))
    asked = []
    edit.draft_undoes = lambda number: bool(asked.append(number)) or True
    edit.replace_blocks((paragraph("neu"),), "Ersetzen", 7)
    menu = menu_of(edit, "neu")
    qtbot.addWidget(menu)
    next(each for each in menu.actions() if each.objectName() == "edit-undo").trigger()

    assert asked == [7]


def test_enter_in_a_cell_breaks_the_line(edit, qtbot):
    edit.set_blocks((table("ab"),))
    put_cursor(edit, "a", behind=True)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "x")

    assert outline(edit.blocks) == ["| a\\x | b"]


def test_text_can_be_written_before_and_behind_a_table(edit, qtbot):
    edit.set_blocks((table("ab"),))
    qtbot.keyClick(edit, Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(edit, "danach")
    qtbot.keyClick(edit, Qt.Key.Key_Home, CTRL)
    qtbot.keyClicks(edit, "davor")

    assert outline(edit.blocks) == ["p davor", "| a | b", "p danach"]


def test_list_keys_do_nothing_in_a_cell(edit, qtbot):
    edit.set_blocks((table("ab"),))
    before = edit.blocks
    put_cursor(edit, "a")
    qtbot.keyClick(edit, Qt.Key.Key_L, CTRL | SHIFT)

    assert edit.blocks == before


def test_footnotes_are_counted_in_order_from_the_plans_number(edit):
    one, two = (Run(footnote=(text_run(text),)) for text in "ab")
    first = paragraph("x")
    edit.set_blocks((first.__class__("p", (one, text_run(" und "), two)),))
    edit.notes.count_from(5)

    assert edit.notes.numbers() == [5, 6]
    assert edit.notes.count == 2


def test_typing_beside_a_selected_word_does_not_touch_the_note(edit, qtbot):
    note = Run(footnote=(text_run("Anmerkung"),))
    edit.set_blocks((paragraph("x").__class__("p", (text_run("Wort"), note)),))
    select(edit, "Wort")
    qtbot.keyClick(edit, Qt.Key.Key_B, CTRL)
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_I, CTRL)

    assert edit.blocks[0].runs == (
        text_run("Wort", bold=True, italic=True),
        Run(footnote=note.footnote, italic=True),
    )
