"""Where a paste goes, what it says, and that each is one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor

from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.rich_text import clipboard
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.paste_default import PasteDefault
from lpd_desktop.gui.rich_text.shapes import ListLevel, filler, flatten, nest
from lpd_desktop.plan.rich_text import (
    DEEPEST_LIST,
    Heading,
    ListBlock,
    Table,
    paragraph,
    plain_text,
    text_run,
    walk_runs,
)
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_clipboard import html, paste
from tests.gui.rich_text.test_typing import put_cursor

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIXTURES = Path(__file__).parents[2] / "data" / "clipboard"
BLOCK = "<table><tr><td>1<td>2</tr><tr><td>3<td>4</tr></table>"


def table(*rows: str, headers: int = 0) -> Table:
    cells = tuple(tuple((text_run(word),) for word in row.split()) for row in rows)
    return Table("t", cells, headers)


def recorded(name: str) -> QMimeData:
    data = QMimeData()
    data.setHtml((FIXTURES / f"{name}.html").read_text("utf-8"))
    data.setText((FIXTURES / f"{name}.txt").read_text("utf-8"))
    return data


def paste_plain(edit, qtbot, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL | SHIFT)


@pytest.fixture
def told(edit):
    sentences: list[str] = []
    edit.left_out.connect(lambda pasted: sentences.append(pasted.sentence()))
    return sentences


def test_a_table_pasted_into_a_cell_fills_the_cells_from_there_on(edit, qtbot):
    before = (table("a b c", "d e f", "g h i", headers=1), paragraph("Ende"))
    edit.set_blocks(before)
    edit.setTextCursor(edit.document().find("b"))
    paste(edit, qtbot, html(BLOCK))

    assert outline(edit.blocks) == ["| a | 1 | 2", "| d | 3 | 4", "| g | h | i", "p Ende"]
    assert (edit.blocks[0].id, edit.blocks[0].header_rows) == ("t", 1)
    assert edit.textCursor().block().text() == "4"
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == before


def test_a_table_grows_where_the_pasted_cells_need_it(edit, qtbot):
    before = (paragraph("davor"), table("a b"))
    edit.set_blocks(before)
    edit.setTextCursor(edit.document().find("b"))
    paste(edit, qtbot, html(BLOCK))

    assert outline(edit.blocks) == ["p davor", "| a | 1 | 2", "|  | 3 | 4"]
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == before


def test_cells_that_would_not_fit_the_page_are_refused_and_nothing_changes(edit, qtbot, told):
    edit.set_blocks((table("a b"),))
    edit.setTextCursor(edit.document().find("b"))
    paste(edit, qtbot, html("<table><tr>" + "<td>x" * 10 + "</tr><tr><td>y</table>"))

    assert outline(edit.blocks) == ["| a | b"]
    assert told == [
        "Die Tabelle hätte mit den eingefügten Zellen 2 Zeilen und 11 Spalten; möglich sind 100 "
        "Zeilen und 10 Spalten. Bitte fügen Sie die Zellen unter der Tabelle als eigene Tabelle "
        "ein oder kopieren Sie weniger."
    ]


def test_selected_cells_are_copied_as_cells(edit, qtbot):
    edit.set_blocks((table("a b c", "d e f", headers=1), paragraph("Ende")))
    cells = edit.document().rootFrame().childFrames()[0]
    cursor = QTextCursor(cells.cellAt(0, 1).firstCursorPosition())
    cursor.setPosition(cells.cellAt(1, 2).lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_C, CTRL)
    put_cursor(edit, "Ende", behind=True)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)

    assert outline(edit.blocks)[-2:] == ["| b | c", "| e | f"]
    assert edit.blocks[-1].header_rows == 1


def test_paste_excel_table_cells_become_a_table_and_one_cell_is_text(edit, qtbot):
    edit.set_blocks((paragraph("Summe: hier"),))
    put_cursor(edit, "hier")
    paste(edit, qtbot, recorded("recorded-calc-cell"))
    assert outline(edit.blocks) == ["p Summe: 1.234.567,89 €hier"]

    edit.set_blocks(())
    paste(edit, qtbot, recorded("recorded-calc"))
    assert outline(edit.blocks)[1].startswith("| Zuteilung\\Eingliederung | 1.234.567,89 €")


def test_words_out_of_a_sentence_keep_the_blank_behind_them(edit, qtbot):
    edit.set_blocks((paragraph("danach"),))
    put_cursor(edit, "danach")
    paste(edit, qtbot, recorded("recorded-writer-words"))

    assert outline(edit.blocks) == ["p *zügig* und danach"]


def test_what_is_pasted_into_a_heading_becomes_part_of_it(edit, qtbot):
    edit.set_blocks((Heading("h", 1, (text_run("Ziele und Wege"),)),))
    put_cursor(edit, "und")
    paste(edit, qtbot, html("<p>klare </p><ul><li>Punkt</li></ul>"))

    assert outline(edit.blocks) == ["h1 Ziele klare", "- Punkt", "h1 und Wege"]
    assert edit.blocks[0].id == "h"


def test_a_footnote_takes_words_only(qtbot, told, edit):
    note = RichTextEdit(inline_only=True)
    qtbot.addWidget(note)
    paste(note, qtbot, html(f"<h1>Titel</h1><ul><li><b>fett</b></li></ul>{BLOCK}"))

    assert outline(note.blocks) == ["p Titel\\*fett*\\1\t2\\3\t4"]


def test_paste_plain_has_no_struck_and_no_hidden_words(edit, qtbot, told):
    paste_plain(edit, qtbot, recorded("recorded-writer"))
    text = "\n".join(outline(edit.blocks))

    assert "p 3. Dritter Punkt" in text
    assert "verborgen" not in text
    assert "gestrichen" not in text
    assert told[0].startswith("Nicht übernommen: 1 gelöschte Stelle")


def test_with_the_setting_foreign_text_comes_in_plain_and_own_text_as_it_is(
    edit, qtbot, monkeypatch
):
    monkeypatch.setattr(PasteDefault, "is_plain", True)
    edit.set_blocks((Heading("h", 1, (text_run("Titel"),)), paragraph("Text")))
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_X, CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)
    assert outline(edit.blocks) == ["h1 Titel", "p Text"]

    edit.set_blocks(())
    data = html("<p><b>fett</b></p>")
    data.setText("fett\nnoch eine")
    paste(edit, qtbot, data)
    assert outline(edit.blocks) == ["p fett", "p noch eine"]


def test_broken_lines_are_joined_and_the_line_says_so(edit, qtbot, told):
    data = QMimeData()
    data.setText((FIXTURES / "recorded-pdfium.txt").read_text("utf-8"))
    paste(edit, qtbot, data)

    assert outline(edit.blocks)[4] == "- Einladungen in leichter Sprache"
    assert "Zeilen wurden zu Absätzen verbunden" in told[0]
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.blocks == ()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [("image", "enthält nur ein Bild"), ("text/rtf", "enthält keinen Text")],
)
def test_a_clipboard_without_text_says_so(edit, qtbot, told, kind, sentence):
    data = QMimeData()
    if kind == "image":
        data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    else:
        data.setData(kind, b"{\\rtf1 x}")
    paste(edit, qtbot, data)

    assert edit.blocks == ()
    assert sentence in told[0]


def test_beside_rtf_the_text_is_taken(edit, qtbot, told):
    data = QMimeData()
    data.setData("text/rtf", (FIXTURES / "recorded-writer.rtf").read_bytes())
    data.setText("Wege in die Arbeit")
    paste(edit, qtbot, data)

    assert outline(edit.blocks) == ["p Wege in die Arbeit"]
    assert told == [""]


def test_a_copied_file_leaves_no_path_in_the_text(edit, qtbot):
    data = QMimeData()
    data.setData("text/uri-list", b"file:///C:/Plan/geheim.docx\r\n")
    paste(edit, qtbot, data)

    assert edit.blocks == ()


def test_more_than_the_editor_can_take_is_refused_before_anything_changes(edit, qtbot, told):
    edit.set_blocks((paragraph("bleibt"),))
    paste(edit, qtbot, html("<p>x</p>" * (clipboard.MOST_LEAVES + 1)))

    assert outline(edit.blocks) == ["p bleibt"]
    assert "in mehreren Teilen" in told[0]


def test_a_long_clipboard_is_read_beside_the_window_and_goes_where_the_cursor_was(
    edit, qtbot, told
):
    edit.jobs = JobRunner(edit)
    edit.set_blocks((paragraph("davor danach"),))
    put_cursor(edit, "danach")
    paste(edit, qtbot, html(f"<p>neu</p><ul><li>{'Wort ' * 20_000}</li></ul>"))
    assert outline(edit.blocks) == ["p davor danach"]
    put_cursor(edit, "davor")
    edit.insertPlainText("ganz ")

    qtbot.waitUntil(lambda: len(edit.blocks) == 3)
    edit.jobs.shut_down()
    assert outline(edit.blocks)[0] == "p ganz davor neu"
    assert outline(edit.blocks)[2] == "p danach"
    assert "wird gelesen" in told[0]


def test_a_pasted_list_joins_the_one_it_goes_into(edit, qtbot):
    edit.set_blocks((ListBlock("l", "number", ((paragraph("eins"),), (paragraph("zwei"),))),))
    put_cursor(edit, "eins", behind=True)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    paste(edit, qtbot, html("<ul><li>a<ul><li>b</ul><li>c</ul>"))

    assert outline(edit.blocks) == ["# eins", "# a", "  - b", "# c", "# zwei"]


def test_what_is_copied_comes_back_from_its_html(edit, qtbot):
    first = (
        Heading("h", 1, (text_run("Titel"),)),
        Heading("i", 2, (text_run("Untertitel"),)),
        ListBlock(
            "l",
            "letter",
            ((paragraph("eins"), ListBlock("m", "bullet", ((paragraph("innen"),),))),),
            3,
        ),
        table("a b", "c d", headers=1),
        paragraph("Zeile\nneue Zeile\tTab"),
    )
    edit.set_blocks(first)
    edit.selectAll()
    foreign = html(edit.createMimeDataFromSelection().html())
    edit.set_blocks(())
    paste(edit, qtbot, foreign)

    assert outline(edit.blocks) == outline(first)
    assert edit.blocks[3].header_rows == 1


def test_lists_pasted_into_lists_stay_as_deep_as_a_plan_holds_them() -> None:
    block = ListBlock("innen", "bullet", ((paragraph("innen"),),))
    outer = tuple(ListLevel(str(level), "bullet") for level in range(DEEPEST_LIST))
    leaves = [filler(outer, starts_item=True), *flatten((block,), outer)]
    (whole,) = nest(iter(leaves))
    assert isinstance(whole, ListBlock)
    assert whole.levels == DEEPEST_LIST
    assert "innen" in [plain_text(runs) for _block, runs in walk_runs((whole,))]
