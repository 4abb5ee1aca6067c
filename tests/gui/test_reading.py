"""Reading the whole plan as text: outline, search, footnotes, and the way to the question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from lpd_desktop.gui.reading.read_document import address_of
from lpd_desktop.gui.reading.reading import Reading, SaveHtml
from lpd_desktop.gui.reading.text_reader import TextReader
from lpd_desktop.pdf.page_text import words_of
from lpd_desktop.pdf.read_text import read_text
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.rich_text import plain_text, walk_runs
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.progress import Progress
from tests.gui.conftest import inputs
from tests.gui.test_access import mnemonics_on

CONTROL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def feature(qtbot, window, sample_wizard) -> Reading:
    """The plan is being read in its window; it waits less long for a pause in writing."""
    found = window.findChild(Reading)
    found._pause.setInterval(40)
    QTest.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: found.is_newest)
    return found


@pytest.fixture
def reader(qtbot) -> TextReader:
    """The text of the sample alone."""
    shown = TextReader()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show_parts(read_text(sample_file()))
    shown.show()
    return shown


def position_of(reader: TextReader, words: str) -> int:
    return reader.document().find(words).selectionStart()


def test_everything_that_was_written_can_be_read(reader):
    shown = iter(reader.toPlainText().replace("\n", " ").split())
    file = sample_file()
    for _address, blocks in text_fields(file.form, file.plan):
        for _block, runs in walk_runs(blocks):
            if not any(run.is_footnote for run in runs):
                for word in words_of(plain_text(runs)):
                    assert word in shown, word


def test_headings_have_their_level_and_tables_their_header_rows(reader):
    levels = set()
    block = reader.document().begin()
    while block.isValid():
        levels.add(block.blockFormat().headingLevel())
        block = block.next()
    assert {0, 1, 2, 3} <= levels
    cursor = reader.textCursor()
    cursor.setPosition(position_of(reader, "Verwaltungsmittel"))
    table = next(each for each in reader.document().rootFrame().childFrames())
    assert table.format().toTableFormat().headerRowCount() == 1


def test_footnotes_lead_there_and_back(reader):
    reader.anchorClicked.emit(QUrl("#note2"))
    assert reader.textCursor().block().text().startswith("Fußnote 2:")
    reader.anchorClicked.emit(QUrl("#to-note2"))
    rest = reader.textCursor().block().text()[reader.textCursor().positionInBlock() :]
    assert rest.startswith("[2]")


def test_the_contents_lead_to_their_headings(reader):
    reader.anchorClicked.emit(QUrl("#h4"))
    assert reader.textCursor().block().blockFormat().headingLevel() == 2


def test_words_are_found_forwards_backwards_and_around(reader):
    assert reader.find_next("umschichtung").startswith("1 von ")
    first = reader.textCursor().selectionStart()
    assert reader.find_next("umschichtung").startswith("2 von ")
    assert reader.find_next("umschichtung", backward=True).startswith("1 von ")
    assert reader.textCursor().selectionStart() == first
    last = reader.find_next("umschichtung", backward=True).split(" von ")
    assert last[0] == last[1], "before the first comes the last"
    assert reader.find_next("gibt es nicht") == "Nicht gefunden"
    assert reader.find_next("") == ""


def test_the_cursor_stays_where_it_is_when_the_text_before_it_changes(reader):
    reader.go_to(position_of(reader, "Betreuungsschlüssel (Soll)") + 5)
    block, offset = reader.textCursor().block().text(), reader.textCursor().positionInBlock()
    height = reader.cursorRect().top()
    parts = list(read_text(sample_file()))
    at = next(index for index, part in enumerate(parts) if part.address.startswith("A.budget#"))
    reader.show_parts([*parts[:at], *[parts[at]] * 7, *parts[at:]])
    assert reader.textCursor().block().text() == block
    assert reader.textCursor().positionInBlock() == offset
    assert abs(reader.cursorRect().top() - height) <= 2


def test_links_have_the_colour_of_the_palette_also_after_a_change(reader):
    palette = QPalette(reader.palette())
    palette.setColor(QPalette.ColorRole.Link, QColor("#123456"))
    reader.setPalette(palette)
    reader.anchorClicked.emit(QUrl("#note1"))
    reader.anchorClicked.emit(QUrl("#to-note1"))
    cursor = reader.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().foreground().color().name() == "#123456"


def test_the_window_opens_with_the_cursor_in_the_text(feature):
    assert QApplication.focusWidget() is feature.shown.reader
    assert feature.shown.outline.count() == len(feature.shown.reader.headings) > 8


def test_the_outline_leads_to_its_heading_and_says_its_level(feature):
    outline = feature.shown.outline
    outline.setFocus()
    outline.setCurrentRow(3)
    assert outline.item(3).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Ebene 2")
    QTest.keyClick(outline, Qt.Key.Key_Return)
    reader = feature.shown.reader
    assert reader.hasFocus()
    assert reader.textCursor().block().text() in outline.item(3).toolTip()


def test_the_paragraph_leads_to_its_question(qtbot, feature, window):
    field, blocks = list(text_fields(window.session.file.form, window.session.file.plan))[-1]
    reader = feature.shown.reader
    block = reader.document().begin()
    while address_of(block) != str(field.at_block(blocks[0].id)):
        block = block.next()
    reader.go_to(block.position())
    QTest.keyClick(reader, Qt.Key.Key_Return, CONTROL)
    assert window.wizard.steps.current.key == f"{field.item}/{field.parts[0]}"
    qtbot.waitUntil(window.isActiveWindow)


def test_the_window_with_the_question_comes_before_the_one_with_the_text(
    qtbot, feature, window, monkeypatch
):
    raised = []
    monkeypatch.setattr(window, "raise_", lambda: raised.append(window))
    feature.shown.place.click()
    assert raised == [window]


def test_search_is_reached_with_control_f(feature):
    QTest.keyClick(feature.shown.reader, Qt.Key.Key_F, CONTROL)
    assert feature.shown.wanted.hasFocus()
    QTest.keyClicks(feature.shown.wanted, "Mittel")
    QTest.keyClick(feature.shown.wanted, Qt.Key.Key_Return)
    assert feature.shown.reader.textCursor().selectedText().casefold() == "mittel"
    assert feature.shown.wanted.accessibleDescription().startswith("1 von")


def test_what_is_written_meanwhile_is_read(qtbot, feature, window):
    window.wizard.lead_to("A.staff")
    window.wizard.page.first_field().insertPlainText("Quittenbaum ")
    window.wizard.flush()
    qtbot.waitUntil(lambda: "Quittenbaum" in feature.shown.reader.toPlainText())


def test_everything_in_the_window_has_a_name_and_mnemonics_are_unique(feature):
    for widget in inputs(feature.shown):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget
    found = mnemonics_on(feature.shown)
    assert len(set(found)) == len(found)


def test_escape_closes_and_the_plan_takes_the_window_along(qtbot, feature, window):
    QTest.keyClick(feature.shown.reader, Qt.Key.Key_Escape)
    assert not feature.shown.isVisible()
    feature.open()
    window.show_start()
    qtbot.waitUntil(lambda: not window.findChildren(TextReader))


def test_the_page_for_browsers_is_written(tmp_path):
    target = tmp_path / "plan.html"
    parts = read_text(sample_file())
    assert SaveHtml("Titel", parts, target)(Progress()) == target
    assert "<h1" in target.read_text("utf-8")
