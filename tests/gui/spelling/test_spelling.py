"""From one unknown word to the next; no dictionary, a damaged one; the dialog of the lists."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox

from lpd_desktop.check.spelling.word_lists import (
    office_list,
    personal_list,
    read_words,
    write_words,
)
from lpd_desktop.gui.spelling.dictionaries_dialog import DictionariesDialog
from lpd_desktop.gui.spelling.spelling import Spelling
from tests.gui.conftest import inputs
from tests.gui.spelling.conftest import editor, go_to_first, marked, plan_with, settled


def next_word(window) -> str:
    window.actions_by_key["next_unknown"].trigger()
    return selected(window)


def selected(window) -> str:
    edit = window.wizard.focusWidget()
    return edit.textCursor().selectedText() if hasattr(edit, "textCursor") else ""


def notice(window) -> str:
    return window.wizard.bar.saved.text()


def test_the_next_unknown_word_is_found_through_all_pages_and_from_the_start_again(
    qtbot, dictionary, written, spelling_window
) -> None:
    written("Gut Beratnug gut Bildnug", "Gut", "Aufgaeb")
    window = spelling_window
    edit = editor(window.wizard)
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    next_word(window)
    qtbot.waitUntil(lambda: selected(window) == "Beratnug")
    assert next_word(window) == "Bildnug"
    assert next_word(window) == "Aufgaeb"
    assert "Unbekannt: „Aufgaeb“" in notice(window)
    assert next_word(window) == "Beratnug"
    assert "vom Anfang" in notice(window)


def test_without_unknown_words_that_is_said(qtbot, dictionary, written, spelling_window) -> None:
    written("Die Arbeit ist gut.")
    next_word(spelling_window)
    qtbot.waitUntil(lambda: notice(spelling_window) == "Keine unbekannten Wörter")


def test_no_dictionary_is_a_quiet_hint_once_and_nothing_is_marked(
    qtbot, no_system_dictionary, spelling_window, take
) -> None:
    window = spelling_window
    take(window, plan_with("Die Beratnug"))
    go_to_first(window.wizard)
    qtbot.waitUntil(lambda: "nicht geprüft" in notice(window))
    assert not window.actions_by_key["spelling"].isChecked()
    assert marked(editor(window.wizard)) == []
    assert window.findChildren(QMessageBox) == []
    window.show_start()
    take(window, plan_with("Die Beratnug"))
    spelling = window.findChildren(Spelling)[-1]
    with qtbot.waitSignal(spelling.speller.failed):
        go_to_first(window.wizard)
    assert "nicht geprüft" not in notice(window)


def test_a_damaged_dictionary_is_a_hint_and_writing_goes_on(
    qtbot, dictionary, spelling_window, take
) -> None:
    (dictionary / "de_DE.dic").write_bytes(b"\x00\xff\x00")
    take(spelling_window, plan_with("Die Beratnug"))
    go_to_first(spelling_window.wizard)
    qtbot.waitUntil(lambda: "beschädigt" in notice(spelling_window))
    edit = editor(spelling_window.wizard)
    edit.insertPlainText("Neu ")
    edit.flush()
    assert (
        spelling_window.session.file.plan.answer("A.budget").text[0].runs[0].words
        == "Neu Die Beratnug"
    )


def test_a_process_that_ends_is_followed_by_another(qtbot, dictionary, written) -> None:
    edit, spelling = written("Die Beratnug")
    spelling.speller._lookup._process._process.kill()
    edit.setFocus()
    edit.insertPlainText("Bildnug und ")
    qtbot.waitUntil(lambda: marked(edit) == ["Bildnug", "Beratnug"])


@pytest.fixture
def dialog(qtbot, dictionary, written, spelling_window):
    written("Die Beratnug und die Bildnug")
    spelling_window.actions_by_key["dictionaries"].trigger()
    found = spelling_window.findChild(DictionariesDialog)
    qtbot.waitUntil(lambda: "de_DE.dic" in found.dictionary.text())
    yield found
    found.reject()


def test_every_field_of_the_dialog_has_a_name_and_a_mnemonic_of_its_own(dialog) -> None:
    for field in inputs(dialog):
        assert field.accessibleName() or field.text(), field
    captions = [each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    captions += [each.text() for each in dialog.findChildren(QLabel) if each.buddy() is not None]
    letters = [text[text.index("&") + 1].casefold() for text in captions if "&" in text]
    assert len(letters) >= 5
    assert len(letters) == len(set(letters))


def words(box) -> list[str]:
    return [box.list.item(row).text() for row in range(box.list.count())]


def test_words_are_added_and_removed_in_the_dialog(
    qtbot, dialog, spelling_window, isolated_data_folder
) -> None:
    edit = editor(spelling_window.wizard)
    dialog.personal.field.setText("Beratnug")
    dialog.personal.field.returnPressed.emit()
    qtbot.waitUntil(lambda: words(dialog.personal) == ["Beratnug"])
    assert read_words(personal_list(isolated_data_folder)) == ("Beratnug",)
    qtbot.waitUntil(lambda: marked(edit) == ["Bildnug"])
    dialog.personal.list.item(0).setSelected(True)
    dialog.personal._remove.click()
    qtbot.waitUntil(lambda: words(dialog.personal) == [])
    qtbot.waitUntil(lambda: marked(edit) == ["Beratnug", "Bildnug"])


def test_what_is_not_one_word_is_refused_with_a_sentence(dialog) -> None:
    dialog.personal.field.setText("zwei Wörter")
    dialog.personal.field.returnPressed.emit()
    box = dialog.findChild(QMessageBox)
    assert "einzeln" in box.text()
    box.close()


def test_ignored_words_are_checked_again_from_the_dialog(qtbot, dialog, spelling_window) -> None:
    spelling_window.findChild(Spelling).ignore("Beratnug")
    assert words(dialog.ignored) == ["Beratnug"]
    assert marked(editor(spelling_window.wizard)) == ["Bildnug"]
    dialog.ignored.list.item(0).setSelected(True)
    dialog.ignored._remove.click()
    assert words(dialog.ignored) == []
    assert spelling_window.session.file.work.ignored_words == ()


def test_the_list_of_the_office_is_chosen_and_one_that_is_away_is_said(
    qtbot, dialog, spelling_window, isolated_data_folder, tmp_path
) -> None:
    office = tmp_path / "Haus.txt"
    write_words(office, ["Beratnug"])
    dialog._on_chosen(str(office))
    qtbot.waitUntil(lambda: "Haus.txt“, 1 Wort" in dialog.office.text())
    qtbot.waitUntil(lambda: marked(editor(spelling_window.wizard)) == ["Bildnug"])
    office.unlink()
    dialog._read()
    qtbot.waitUntil(lambda: "nicht erreichbar" in dialog.office.text())
    dialog._choose_office("")
    qtbot.waitUntil(lambda: "nicht gewählt" in dialog.office.text())
    assert office_list(isolated_data_folder).path == ""
    settled(qtbot, spelling_window.findChild(Spelling).speller)
