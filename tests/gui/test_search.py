"""Searching and replacing over the whole plan, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit

from lpd_desktop.gui.changes.changes_dialog import ChangesDialog
from lpd_desktop.gui.rich_text.from_blocks import fill_document
from lpd_desktop.gui.search.find_bar import FindBar
from lpd_desktop.gui.search.passage_cursor import cursor_for, passage_at
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields, with_blocks
from lpd_desktop.plan.passages import passages_of
from lpd_desktop.plan.rich_text import Paragraph, Run, paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.search import Query, find
from tests.gui.conftest import inputs
from tests.strategies import blocks

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RARE = "Xylophon"
STAFF = Address("A.staff")


def rare_file():
    """The sample with a word in a bold run, a footnote and a title."""
    file = sample_file()
    topic = next(each for each, _text in text_fields(file.form, file.plan) if len(each.parts) == 2)
    staff = (
        Paragraph("s1", (text_run("Das Xylo"), text_run("phon", bold=True), text_run(" hier 🎵."))),
        Paragraph(
            "s2",
            (text_run("Ein 🎵 "), Run(footnote=(text_run(f"Zum {RARE}"),)), text_run("Text")),
        ),
    )
    plan = with_blocks(file.form, file.plan, STAFF, staff)
    plan = with_blocks(file.form, plan, topic, (paragraph(f"Noch ein {RARE}!"),))
    first = changed(plan.potentials[0], topic=f"Ein {RARE} kaufen")
    return replace(file, plan=changed(plan, potentials=(first, *plan.potentials[1:]))), topic


@pytest.fixture
def wizard(window, take):
    return take(window, rare_file()[0])


def test_the_list_of_places_leaves_most_of_the_window_to_the_text(qtbot, window, wizard) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    bar = wizard.findChild(FindBar)
    qtbot.keyClicks(QApplication.focusWidget(), "die")
    qtbot.waitUntil(lambda: len(bar.list.lines) > 20)
    for height in (768, 384, 600):
        window.resize(1366, height)
        qtbot.waitUntil(lambda: bar.list.height() < window.height() // 6)
    assert bar.list.height() > 3 * bar.fontMetrics().height()


@pytest.fixture
def bar(qtbot, window, wizard):
    """The bar, opened with Ctrl+F, with the rare word typed into it."""
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    shown = wizard.findChild(FindBar)
    qtbot.keyClicks(QApplication.focusWidget(), RARE.casefold())
    qtbot.waitUntil(lambda: shown.count.text() == "4 Stellen")
    return shown


def selected(wizard) -> str:
    edit = wizard.page.focusWidget()
    text = edit.selectedText() if isinstance(edit, QLineEdit) else edit.textCursor().selectedText()
    return f"{wizard.steps.current.key}: {text}"


def test_enter_goes_through_all_places_and_round(qtbot, wizard, bar):
    seen = []
    for _ in range(5):
        qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
        seen.append((bar.count.text(), selected(wizard)))
        assert bar.wanted.hasFocus()
    topic = wizard.steps.showing(rare_file()[1]).key
    assert seen == [
        ("1 von 4", f"A.staff: {RARE}"),
        ("2 von 4", "A.staff: \ufffc"),
        ("3 von 4", f"{topic}: {RARE}"),
        ("4 von 4", f"C.potentials/1: {RARE}"),
        ("1 von 4", f"A.staff: {RARE}"),
    ]


def test_escape_leads_into_the_text_and_f3_goes_on_from_there(qtbot, window, wizard, bar):
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    edit = QApplication.focusWidget()
    assert edit.textCursor().selectedText() == RARE
    qtbot.keyClick(edit, Qt.Key.Key_F3, SHIFT)
    assert selected(wizard) == f"C.potentials/1: {RARE}"
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert selected(wizard) == f"A.staff: {RARE}"
    assert wizard.page.rows["A.staff"].field.hasFocus()


def test_the_search_begins_at_the_cursor(qtbot, window, wizard, bar):
    topic = rare_file()[1]
    wizard.lead_to(str(topic))
    bar.wanted.setFocus()
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert bar.count.text() == "3 von 4"


def test_selected_words_are_looked_for(qtbot, window, wizard):
    wizard.lead_to("A.staff", "hier")
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert wizard.findChild(FindBar).wanted.text() == "hier"


def test_the_list_names_the_places_and_leads_to_them(qtbot, wizard, bar):
    places = [line.place for line in bar.list.lines if line.match is None]
    assert places[:2] == ["A Personal", "A Personal (Fußnote)"]
    bar.list.setFocus()
    row = next(at for at, line in enumerate(bar.list.lines) if line.place.endswith("Thema"))
    bar.list.setCurrentIndex(bar.list.model().index(row + 1, 0))
    qtbot.keyClick(bar.list, Qt.Key.Key_Return)
    assert selected(wizard) == f"C.potentials/1: {RARE}"
    assert bar.count.text() == "4 von 4"


def test_options_narrow_the_search_and_nothing_is_said_so(qtbot, bar):
    qtbot.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "nicht gefunden"
    assert not bar.next.isEnabled()
    assert bar.wanted.accessibleDescription() == "nicht gefunden"


def test_what_is_written_meanwhile_is_found(qtbot, window, wizard, bar):
    edit = wizard.page.rows.get("A.staff") or wizard
    wizard.lead_to("A.staff")
    edit = wizard.page.rows["A.staff"].field
    edit.insertPlainText(f"{RARE} ")
    edit.flush()
    qtbot.waitUntil(lambda: bar.count.text().endswith("5 Stellen"))


def test_the_bar_has_names_and_a_tab_order_without_a_trap(qtbot, window, bar):
    assert all(each.accessibleName() or each.text() for each in inputs(bar))
    seen = [bar.wanted]
    bar.wanted.setFocus()
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is bar.wanted:
            break
        seen.append(QApplication.focusWidget())
    assert seen[1:3] == [bar.case, bar.words]
    assert bar.list in seen
    assert QApplication.focusWidget() is bar.wanted


@pytest.fixture
def preview(qtbot, window, wizard, bar):
    """The preview of replacing the rare word, opened with Ctrl+H and Enter."""
    qtbot.keyClick(window, Qt.Key.Key_H, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Klavier")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    dialog = window.findChild(ChangesDialog)
    assert dialog.isVisible()
    return dialog


def words_of(session, place=STAFF) -> list[str]:
    written = blocks_at(session.file.form, session.file.plan, place)
    return [each.text for each in passages_of(place, written) if each.kind != "note"]


def make(qtbot, window, dialog) -> None:
    """Makes the changes; the window is in front again, as on a real screen."""
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_replacing_shows_all_places_first_and_changes_those_that_are_ticked(qtbot, window, preview):
    assert preview.apply.text() == "Ersetzen (4)"
    assert preview.model.piece(0, 1).text == f"Das {RARE} hier 🎵."
    assert preview.model.piece(0, 2).words == "Klavier"
    before = window.session.file
    preview.table.selectRow(1)
    qtbot.keyClick(preview.table, Qt.Key.Key_Space)
    assert preview.apply.text() == "Ersetzen (3)"
    assert window.session.file is before
    make(qtbot, window, preview)
    file = window.session.file
    assert [each.words for each in find(file.form, file.plan, Query(RARE))] == [RARE]
    assert len(find(file.form, file.plan, Query("Klavier"))) == 3
    assert file.plan.potentials[0].topic == "Ein Klavier kaufen"
    (first, *_rest) = blocks_at(file.form, file.plan, STAFF)
    assert first.id == "s1"
    assert window.session.draft.undo_title == "Ersetzen"


def test_one_ctrl_z_anywhere_takes_all_back(qtbot, window, wizard, bar):
    """In a field that was not concerned too, where something had been typed before."""
    wizard.lead_to("A.budget")
    other = wizard.page.rows["A.budget"].field
    qtbot.keyClicks(other, "getippt ")
    other.flush()
    before = window.session.file
    qtbot.keyClick(window, Qt.Key.Key_H, CTRL)
    bar.replacement.setText("Klavier")
    bar.preview.click()
    make(qtbot, window, window.findChild(ChangesDialog))
    assert window.session.file.plan != before.plan
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Z, CTRL)
    assert window.session.file.plan == before.plan
    qtbot.keyClick(other, Qt.Key.Key_Z, CTRL)
    other.flush()
    assert "getippt" not in " ".join(words_of(window.session, Address("A.budget")))


def test_ctrl_z_in_the_line_of_the_bar_takes_the_replacement_back(qtbot, window, bar, preview):
    before = words_of(window.session)
    make(qtbot, window, preview)
    bar.replacement.setFocus()
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Z, CTRL)
    assert words_of(window.session) == before
    assert bar.replacement.text() == "Klavier"


def test_what_is_typed_after_replacing_is_undone_first(qtbot, window, wizard, preview):
    make(qtbot, window, preview)
    wizard.lead_to("A.staff")
    edit = wizard.page.rows["A.staff"].field
    replaced = words_of(window.session)
    qtbot.keyClicks(edit, "neu ")
    edit.flush()
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    edit.flush()
    assert words_of(window.session) == replaced
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert RARE in words_of(window.session)[0]


def test_none_and_all_are_ticked_with_one_button(qtbot, preview):
    preview._none.click()
    assert not preview.apply.isEnabled()
    preview._all.click()
    assert preview.apply.text() == "Ersetzen (4)"


def test_enter_does_what_the_framed_button_of_the_preview_says(qtbot, window, preview):
    preview.table.selectRow(2)
    qtbot.keyClick(preview.table, Qt.Key.Key_Return)
    assert not preview.isVisible()
    assert window.session.draft.undo_title == "Ersetzen"


def test_a_double_click_leads_from_the_preview_to_the_place(qtbot, window, wizard, preview):
    place = preview.table.visualRect(preview.model.index(2, 0)).center()
    port = preview.table.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert selected(wizard).endswith(f": {RARE}")
    assert not preview.isVisible()


def test_lines_of_the_preview_are_said_in_words(preview):
    model = preview.model
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"angekreuzt: A Personal. Bisher {RARE}, danach Klavier.")
    assert all(each.accessibleName() or each.text() for each in inputs(preview))


def test_an_approved_plan_is_searched_and_not_changed(qtbot, window, take):
    file, _topic = rare_file()
    wizard = take(window, replace(file, work=changed(file.work, state="approved")))
    qtbot.keyClick(window, Qt.Key.Key_H, CTRL)
    bar = wizard.findChild(FindBar)
    bar.wanted.setText(RARE)
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert bar.count.text() == "1 von 4"
    assert not bar.replacement.isVisible()
    assert bar._fixed.isVisible()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks())
def test_the_words_of_every_passage_are_selected_where_they_stand(qapp, written):
    document = QTextDocument()
    fill_document(document, written)
    where = Address("A.staff")
    for passage in passages_of(where, written):
        start, end = len(passage.text) // 3, len(passage.text)
        cursor = cursor_for(document, passage.number, start, end)
        if passage.kind == "note":
            assert cursor.selectedText() == "\ufffc"
            continue
        said = cursor.selectedText().replace("\ufffc", "").replace("\u2028", "\n")
        assert said == passage.text[start:end]
        if passage.text:
            assert passage_at(cursor) == (passage.number, start)
