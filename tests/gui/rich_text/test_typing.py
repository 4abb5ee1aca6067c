"""What a planner does with the keyboard, and what is written then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.plan.rich_text import (
    Heading,
    ListBlock,
    Paragraph,
    Run,
    paragraph,
    text_run,
    walk_blocks,
)
from lpd_desktop.runtime.identity import new_id
from tests.gui.rich_text.outline import outline

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return
BACKSPACE = Qt.Key.Key_Backspace


def ids(blocks) -> list[str]:
    return [block.id for block in walk_blocks(blocks)]


def bullets(*texts):
    return ListBlock(new_id(), "bullet", tuple((paragraph(text),) for text in texts))


def put_cursor(edit, words, *, behind=False):
    cursor = edit.document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionEnd() if behind else cursor.selectionStart())
    edit.setTextCursor(cursor)


def select(edit, words):
    cursor = edit.document().find(words)
    assert not cursor.isNull()
    edit.setTextCursor(cursor)


def test_an_untouched_empty_field_has_no_blocks(edit):
    assert edit.blocks == ()


def test_the_first_words_become_a_paragraph(edit, qtbot):
    qtbot.keyClicks(edit, "Guten Tag")

    assert outline(edit.blocks) == ["p Guten Tag"]


def test_enter_makes_a_paragraph_with_an_id_of_its_own(edit, qtbot):
    qtbot.keyClicks(edit, "eins")
    first = edit.blocks[0].id
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClicks(edit, "zwei")

    assert outline(edit.blocks) == ["p eins", "p zwei"]
    assert edit.blocks[0].id == first
    assert edit.blocks[1].id not in {"", first}


def test_a_text_keeps_its_id_when_an_empty_line_is_put_before_it(edit, qtbot):
    edit.set_blocks((paragraph("Text"),))
    before = edit.blocks[0].id
    put_cursor(edit, "Text")
    qtbot.keyClick(edit, ENTER)

    assert outline(edit.blocks) == ["p ", "p Text"]
    assert edit.blocks[1].id == before


def test_undo_of_a_split_brings_back_text_and_ids(edit, qtbot):
    edit.set_blocks((paragraph("eins zwei"), paragraph("drei")))
    before = edit.blocks
    put_cursor(edit, "zwei")
    qtbot.keyClick(edit, ENTER)
    split = edit.blocks
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)

    assert len(split) == 3
    assert edit.blocks == before

    qtbot.keyClick(edit, Qt.Key.Key_Y, CTRL)
    assert edit.blocks == split


def test_shift_enter_breaks_the_line_inside_the_paragraph(edit, qtbot):
    qtbot.keyClicks(edit, "eins")
    qtbot.keyClick(edit, ENTER, SHIFT)
    qtbot.keyClicks(edit, "zwei")

    assert outline(edit.blocks) == ["p eins\\zwei"]


def test_typing_into_a_paragraph_leaves_the_ids_of_all(edit, qtbot):
    edit.set_blocks((paragraph("eins"), bullets("zwei", "drei"), paragraph("vier")))
    before = ids(edit.blocks)
    put_cursor(edit, "drei")
    qtbot.keyClicks(edit, "neu ")

    assert outline(edit.blocks) == ["p eins", "- zwei", "- neu drei", "p vier"]
    assert ids(edit.blocks) == before


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_B, CTRL, "p ein *fettes* Wort"),
        (Qt.Key.Key_F, CTRL | SHIFT, "p ein *fettes* Wort"),
        (Qt.Key.Key_I, CTRL, "p ein /fettes/ Wort"),
        (Qt.Key.Key_K, CTRL | SHIFT, "p ein /fettes/ Wort"),
    ],
)
def test_selected_words_are_emphasised_and_plain_again(edit, qtbot, key, modifiers, expected):
    edit.set_blocks((paragraph("ein fettes Wort"),))
    select(edit, "fettes")
    qtbot.keyClick(edit, key, modifiers)
    assert outline(edit.blocks) == [expected]

    qtbot.keyClick(edit, key, modifiers)
    assert outline(edit.blocks) == ["p ein fettes Wort"]


def test_bold_before_typing_makes_what_is_typed_bold(edit, qtbot):
    qtbot.keyClicks(edit, "ein ")
    qtbot.keyClick(edit, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(edit, "Wort")
    qtbot.keyClick(edit, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(edit, " mehr")

    assert outline(edit.blocks) == ["p ein *Wort* mehr"]


def test_a_heading_goes_on_with_a_paragraph(edit, qtbot):
    qtbot.keyClick(edit, Qt.Key.Key_1, ALT)
    qtbot.keyClicks(edit, "Titel")
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClicks(edit, "Text")

    assert outline(edit.blocks) == ["h1 Titel", "p Text"]


def test_a_heading_that_becomes_text_is_not_bold_then(edit, qtbot):
    edit.set_blocks((Heading("h", 2, (text_run("Titel"),)),))
    qtbot.keyClick(edit, Qt.Key.Key_N, CTRL | SHIFT)

    assert outline(edit.blocks) == ["p Titel"]
    assert edit.blocks[0].id == "h"
    assert edit.currentFont().weight() < edit.currentFont().Weight.DemiBold


def test_text_joined_to_a_heading_takes_its_size(edit, qtbot):
    edit.set_blocks((Heading("h", 1, (text_run("Titel"),)), paragraph("Text")))
    put_cursor(edit, "Text")
    qtbot.keyClick(edit, BACKSPACE)
    put_cursor(edit, "Text", behind=True)

    assert outline(edit.blocks) == ["h1 TitelText"]
    assert edit.currentFont().weight() == edit.currentFont().Weight.DemiBold


def test_enter_in_a_list_makes_a_new_item_and_twice_leaves_the_list(edit, qtbot):
    qtbot.keyClick(edit, Qt.Key.Key_L, CTRL | SHIFT)
    qtbot.keyClicks(edit, "eins")
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClicks(edit, "zwei")
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClicks(edit, "danach")

    assert outline(edit.blocks) == ["- eins", "- zwei", "p danach"]


def test_ctrl_tab_makes_an_inner_list_and_enter_on_an_empty_item_comes_out_of_it(edit, qtbot):
    edit.set_blocks((bullets("eins", "zwei"),))
    put_cursor(edit, "zwei", behind=True)
    qtbot.keyClick(edit, Qt.Key.Key_Tab, CTRL)
    assert outline(edit.blocks) == ["- eins", "  - zwei"]

    qtbot.keyClick(edit, ENTER)
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClicks(edit, "drei")
    assert outline(edit.blocks) == ["- eins", "  - zwei", "- drei"]


def test_an_indented_item_joins_the_inner_lists_beside_it(edit, qtbot):
    edit.set_blocks((bullets("eins", "zwei", "drei"),))
    for words in ("zwei", "drei"):
        put_cursor(edit, words)
        qtbot.keyClick(edit, Qt.Key.Key_M, CTRL)

    assert outline(edit.blocks) == ["- eins", "  - zwei", "  - drei"]
    assert len(edit.blocks[0].items[0]) == 2


def test_outdenting_an_inner_item_cuts_its_list_in_two(edit, qtbot):
    inner = bullets("a", "b", "c")
    edit.set_blocks((ListBlock(new_id(), "number", ((paragraph("eins"), inner),)),))
    put_cursor(edit, "b")
    qtbot.keyClick(edit, Qt.Key.Key_M, CTRL | SHIFT)

    assert outline(edit.blocks) == ["# eins", "  - a", "# b", "  - c"]
    assert len(set(ids(edit.blocks))) == len(ids(edit.blocks))


def test_the_first_item_cannot_be_indented(edit, qtbot):
    edit.set_blocks((bullets("eins", "zwei"),))
    before = edit.blocks
    put_cursor(edit, "eins")
    qtbot.keyClick(edit, Qt.Key.Key_M, CTRL)

    assert edit.blocks == before


def test_backspace_at_an_item_joins_it_to_the_item_above_then_leaves_the_list(edit, qtbot):
    edit.set_blocks((bullets("eins", "zwei"),))
    put_cursor(edit, "zwei")
    qtbot.keyClick(edit, BACKSPACE)
    assert outline(edit.blocks) == ["- eins", "  p zwei"]

    qtbot.keyClick(edit, BACKSPACE)
    assert outline(edit.blocks) == ["- eins", "p zwei"]

    qtbot.keyClick(edit, BACKSPACE)
    assert outline(edit.blocks) == ["- einszwei"]


def test_backspace_at_the_first_item_takes_it_out_of_the_list(edit, qtbot):
    edit.set_blocks((bullets("eins", "zwei"),))
    put_cursor(edit, "eins")
    qtbot.keyClick(edit, BACKSPACE)

    assert outline(edit.blocks) == ["p eins", "- zwei"]


def test_a_numbered_list_cut_in_two_goes_on_counting(edit, qtbot):
    texts = ("eins", "zwei", "drei")
    items = tuple((paragraph(text),) for text in texts)
    edit.set_blocks((ListBlock("l", "number", items),))
    put_cursor(edit, "zwei")
    qtbot.keyClick(edit, Qt.Key.Key_M, CTRL | SHIFT)

    assert outline(edit.blocks) == ["# eins", "p zwei", "#2 drei"]
    assert edit.blocks[0].id == "l"
    assert edit.blocks[2].id != "l"


def test_the_list_key_turns_lines_into_items_and_back(edit, qtbot):
    edit.set_blocks((paragraph("eins"), paragraph("zwei")))
    before = ids(edit.blocks)
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_O, CTRL | SHIFT)
    assert outline(edit.blocks) == ["# eins", "# zwei"]

    qtbot.keyClick(edit, Qt.Key.Key_O, CTRL | SHIFT)
    assert outline(edit.blocks) == ["p eins", "p zwei"]
    assert ids(edit.blocks) == before


def test_another_list_key_changes_the_style_of_the_whole_list(edit, qtbot):
    edit.set_blocks((bullets("eins", "zwei"),))
    put_cursor(edit, "zwei")
    qtbot.keyClick(edit, Qt.Key.Key_O, CTRL | SHIFT)

    assert outline(edit.blocks) == ["# eins", "# zwei"]


def test_deleting_the_outer_item_moves_its_inner_items_up(edit, qtbot):
    inner = bullets("a", "b")
    items = ((paragraph("eins"), inner), (paragraph("zwei"),))
    edit.set_blocks((paragraph("davor"), ListBlock(new_id(), "number", items)))
    cursor = edit.document().find("davor")
    cursor.setPosition(cursor.selectionEnd())
    cursor.setPosition(edit.document().find("eins").selectionEnd(), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)

    assert outline(edit.blocks) == ["p davor", "# a", "# b", "# zwei"]


def test_typing_over_several_blocks_leaves_one(edit, qtbot):
    edit.set_blocks((paragraph("eins"), bullets("zwei", "drei"), paragraph("vier")))
    edit.selectAll()
    qtbot.keyClicks(edit, "neu")

    assert outline(edit.blocks) == ["p neu"]
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert outline(edit.blocks) == ["p eins", "- zwei", "- drei", "p vier"]


def test_blocks_changed_comes_soon_after_a_key_and_holds_what_is_written(edit, qtbot):
    with qtbot.waitSignal(edit.blocks_changed, timeout=1000) as signal:
        qtbot.keyClicks(edit, "Wort")

    assert outline(signal.args[0]) == ["p Wort"]


def test_nothing_is_reported_when_nothing_was_changed(edit, qtbot):
    qtbot.keyClicks(edit, "x")
    edit.flush()
    with qtbot.assertNotEmitted(edit.blocks_changed, wait=400):
        qtbot.keyClicks(edit, "y")
        qtbot.keyClick(edit, BACKSPACE)


def test_an_echo_of_what_was_reported_does_not_undo_what_was_typed_since(edit, qtbot):
    qtbot.keyClicks(edit, "eins")
    with qtbot.waitSignal(edit.blocks_changed) as signal:
        edit.flush()
    qtbot.keyClicks(edit, " zwei")
    edit.set_blocks(signal.args[0])

    assert outline(edit.blocks) == ["p eins zwei"]


def test_blocks_from_elsewhere_keep_the_cursor_in_its_block(edit):
    one, two = paragraph("eins"), paragraph("zwei")
    edit.set_blocks((one, two))
    put_cursor(edit, "zwei", behind=True)
    edit.set_blocks((paragraph("davor"), one, two))

    assert edit.textCursor().block().text() == "zwei"
    assert edit.textCursor().atBlockEnd()


def test_equal_blocks_from_elsewhere_leave_undo_alone(edit, qtbot):
    edit.set_blocks((paragraph("eins"),))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, "zwei")
    edit.set_blocks(edit.blocks)
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)

    assert outline(edit.blocks) == ["p eins"]


def test_stored_runs_that_a_document_would_join_come_back_as_they_were(edit, qtbot):
    odd = Paragraph("a", (Run(text="eins "), Run(text=""), Run(text="zwei")))
    edit.set_blocks((odd, paragraph("drei")))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, "!")

    assert edit.blocks[0] == odd


def in_window(qtbot, *widgets):
    page = QWidget()
    layout = QVBoxLayout(page)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(700, 300)
    qtbot.addWidget(area)
    area.show()
    with qtbot.waitActive(area):
        area.activateWindow()
    return area


def test_tab_leaves_the_field_and_the_report_comes_at_once(qtbot):
    edit, other = RichTextEdit(), QLineEdit()
    page = in_window(qtbot, edit, other)
    edit.setFocus()
    qtbot.keyClicks(edit, "Wort")
    reports = []
    edit.blocks_changed.connect(reports.append)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)

    assert page.isVisible()
    assert QApplication.focusWidget() is other
    assert [outline(blocks) for blocks in reports] == [["p Wort"]]


def test_the_field_grows_and_only_the_page_scrolls(qtbot):
    edit = RichTextEdit()
    area = in_window(qtbot, edit)
    edit.setFocus()
    before = edit.height()
    for _ in range(30):
        qtbot.keyClick(edit, ENTER)
    qtbot.waitUntil(lambda: edit.height() > 2 * before)

    assert edit.verticalScrollBar().maximum() == 0
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    bottom = edit.viewport().mapTo(area.viewport(), edit.cursorRect().bottomLeft()).y()
    assert bottom <= area.viewport().height()


def test_the_wheel_over_the_field_scrolls_the_page(qtbot):
    edit = RichTextEdit()
    area = in_window(qtbot, edit)
    edit.set_blocks(tuple(paragraph(f"Zeile {n}") for n in range(60)))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    QTest.wheelEvent(area.windowHandle(), QPointF(80, 80), QPoint(0, -120))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)


def test_lines_are_about_75_letters_long_at_most(qtbot):
    edit = RichTextEdit()
    page = in_window(qtbot, edit)
    letters = edit.maximumWidth() / edit.fontMetrics().averageCharWidth()

    assert page.width() > 0
    assert 70 < letters < 85


def test_text_that_was_only_looked_at_is_still_reported(qtbot):
    edit = RichTextEdit()
    qtbot.addWidget(edit)
    heard = []
    edit.blocks_changed.connect(heard.append)
    edit.insertPlainText("getippt")
    seen = edit.blocks
    edit.flush()
    assert heard == [seen]
    edit.flush()
    assert heard == [seen]


def test_alt_and_a_letter_that_is_no_mnemonic_here_writes_nothing(qtbot):
    edit = RichTextEdit()
    qtbot.addWidget(edit)
    edit.insertPlainText("Text")
    QTest.keyClick(edit, Qt.Key.Key_L, ALT)
    assert edit.toPlainText() == "Text"
    QTest.keyClick(edit, Qt.Key.Key_L)
    assert edit.toPlainText() == "Textl"


def test_the_menu_under_the_mouse_has_the_names_and_keys_of_the_menu_bar(qtbot):
    edit = RichTextEdit()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu(QPoint(1, 1))
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert "Wiederholen\tStrg+Y" in texts
    assert [text.partition("\t")[2] for text in texts if "\t" in text] == [
        "Strg+Z",
        "Strg+Y",
        "Strg+X",
        "Strg+C",
        "Strg+V",
        "Strg+A",
    ]
