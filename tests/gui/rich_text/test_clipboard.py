"""What comes in from other programs, and what goes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

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
from tests.gui.rich_text.test_typing import put_cursor, select

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIXTURES = Path(__file__).parents[2] / "data" / "clipboard"

EXPECTED = {
    "word-lists": [
        "h1 Wege in Arbeit",
        "p Wir setzen auf *frühe Gespräche* und /kurze/ Wege.",
        "- Einladung im ersten Monat",
        "  - auch am Abend",
        "- Nachfassen",
        "#3 dritter Schritt",
        "# vierter Schritt",
        "h2 Im Einzelnen",
        "p Ende.",
    ],
    "word-review": [
        "p Es sind 450.000 Euro eingeplant.[Schreiben vom /27. Oktober/]",
    ],
    "libreoffice": [
        "h1 Ziele",
        "p Wir beraten *alle* Kund*innen[Alle Geschlechter] und ihre\\Familien.",
        "#2 Ankommen",
        "  - Sprache",
        "#2 Bleiben",
        "a klein",
        "| Bereich | Stellen",
        "| Leistung | 24,5\\davon 2 neu",
    ],
    "outlook": [
        "p Liebe Kolleginnen,",
        "p anbei *zwei* Punkte:",
        "- /erstens/",
        "  - dazu",
        "- zweitens",
        "p Text in einer Rahmentabelle",
    ],
    "excel": ["| Titel | 2022 | 2023", "| zusammen |  | 12"],
    "google-docs": ["h1 Planung", "p Normal, *fett* Ende.", "a eins"],
}
EXPECTED["word-lists"][6] = "#3 vierter Schritt"


def html(markup: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(markup)
    data.setText("falsch")
    return data


def paste(edit, qtbot, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_foreign_html_is_reduced_to_the_subset(edit, qtbot, name):
    paste(edit, qtbot, html((FIXTURES / f"{name}.html").read_text("utf-8")))

    assert outline(edit.blocks) == EXPECTED[name]
    ids = [block.id for block in walk_blocks(edit.blocks)]
    assert len(set(ids)) == len(ids)


def test_a_paste_says_what_was_left_out(edit, qtbot):
    with qtbot.waitSignal(edit.left_out) as signal:
        paste(edit, qtbot, html((FIXTURES / "word-review.html").read_text("utf-8")))

    assert signal.args[0].sentence() == (
        "Nicht übernommen: 2 gelöschte Stellen, 1 Kommentar und 1 Bild."
    )


def test_a_footnote_whose_text_is_missing_is_no_dead_number(edit, qtbot):
    paste(edit, qtbot, html("<p>Satz<a href='#_ftn7'>[7]</a> geht weiter</p>"))

    assert outline(edit.blocks) == ["p Satz geht weiter"]


def test_the_table_of_a_document_has_its_header_row(edit, qtbot):
    paste(edit, qtbot, html((FIXTURES / "libreoffice.html").read_text("utf-8")))
    table = next(block for block in edit.blocks if isinstance(block, Table))

    assert (table.header_rows, table.header_column) == (1, False)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_undo_granularity_a_paste_is_one_step(edit, qtbot, name):
    edit.set_blocks((paragraph("davor danach"),))
    before = edit.blocks
    put_cursor(edit, "danach")
    paste(edit, qtbot, html((FIXTURES / f"{name}.html").read_text("utf-8")))
    pasted = edit.blocks
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)

    assert pasted != before
    assert edit.blocks == before
    qtbot.keyClick(edit, Qt.Key.Key_Y, CTRL)
    assert edit.blocks == pasted


def test_one_paragraph_goes_into_the_sentence(edit, qtbot):
    edit.set_blocks((paragraph("ein Wort"),))
    put_cursor(edit, "Wort")
    paste(edit, qtbot, html("<p><b>fettes</b></p>"))

    assert outline(edit.blocks) == ["p ein *fettes*Wort"]


def test_several_blocks_divide_the_paragraph_they_go_into(edit, qtbot):
    edit.set_blocks((paragraph("davor danach"),))
    first = edit.blocks[0].id
    put_cursor(edit, "danach")
    paste(edit, qtbot, html("<p>eins</p><ul><li>zwei</li></ul>"))

    assert outline(edit.blocks) == ["p davor eins", "- zwei", "p danach"]
    assert edit.blocks[0].id == first


def test_paragraphs_pasted_into_a_list_become_items(edit, qtbot):
    edit.set_blocks((ListBlock("l", "number", ((paragraph("eins"),), (paragraph("zwei"),))),))
    put_cursor(edit, "eins", behind=True)
    paste(edit, qtbot, html("<p> und</p><p>neu</p><p>neuer</p>"))

    assert outline(edit.blocks) == ["# einsund", "# neu", "# neuer", "# zwei"]
    assert edit.blocks[0].id == "l"


def test_blocks_pasted_into_a_cell_become_lines(edit, qtbot):
    edit.set_blocks((Table("t", (((), (text_run("x"),)),)),))
    edit.setTextCursor(edit.document().find("x"))
    paste(edit, qtbot, html("<p>eins</p><ul><li>zwei</li></ul>"))

    assert outline(edit.blocks) == ["|  | eins\\zwei"]


def test_ctrl_shift_v_pastes_text_alone(edit, qtbot):
    data = html("<h1>Titel</h1>")
    data.setText("Titel\nzweite Zeile")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL | SHIFT)

    assert outline(edit.blocks) == ["p Titel", "p zweite Zeile"]


def test_what_is_copied_here_and_pasted_here_is_the_same_with_new_ids(edit, qtbot):
    note = Run(footnote=(text_run("Anmerkung", italic=True),))
    first = (
        Heading("h", 2, (text_run("Titel"),)),
        ListBlock("l", "letter", ((paragraph("eins"),), (paragraph("zwei"),)), 4),
        Table("t", (((text_run("a", bold=True),), (note,)),), 1, header_column=True),
        paragraph("Ende"),
    )
    edit.set_blocks(first)
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)

    assert outline(edit.blocks) == 2 * outline(first)
    ids = [block.id for block in walk_blocks(edit.blocks)]
    assert len(set(ids)) == len(ids)


def test_other_programs_get_html_and_text(edit, qtbot):
    note = Run(footnote=(text_run("Anmerkung"),))
    edit.set_blocks(
        (
            Heading("h", 1, (text_run("A & B"),)),
            ListBlock("l", "number", ((paragraph("eins"),), (paragraph("zwei"),)), 2),
            Table("t", (((text_run("x", bold=True),), (note,)),), 1),
        )
    )
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()

    assert data.text() == "A & B\n2. eins\n3. zwei\nx\t [Anmerkung]"
    assert '<ol start="2"><li><p>eins</p></li>' in data.html()
    assert "<h2>A &amp; B</h2>" in data.html()
    assert "<th><b>x</b></th>" in data.html()


def test_part_of_a_paragraph_is_copied_as_that_part(edit, qtbot):
    edit.set_blocks((ListBlock("l", "bullet", ((paragraph("ein fettes Wort"),),)),))
    select(edit, "fettes")
    qtbot.keyClick(edit, Qt.Key.Key_C, CTRL)
    put_cursor(edit, "ein")
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)

    assert outline(edit.blocks) == ["- fettesein fettes Wort"]
