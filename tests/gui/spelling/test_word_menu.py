"""What can be done about an unknown word, and where words are added."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from lpd_desktop.check.spelling.word_lists import personal_list, read_words
from lpd_desktop.editing.ignored_words import with_ignored
from lpd_desktop.plan.rich_text import Paragraph, paragraph, text_run
from tests.gui.spelling.conftest import marked, settled


@pytest.fixture(autouse=True)
def _with_dictionary(dictionary) -> None:
    """All of these need one."""


@pytest.fixture(autouse=True)
def shown(monkeypatch) -> list[QMenu]:
    """The menus that would open; without a screen Qt warns about each real one."""
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: menus.append(menu))
    return menus


@pytest.fixture
def open_menu(shown):
    """The menu over a word, as the mouse or the menu key opens it."""

    def opened(edit, word: str, *, by_key: bool = False) -> QMenu:
        cursor = edit.document().find(word)
        cursor.setPosition(cursor.selectionStart() + 2)
        edit.setTextCursor(cursor)
        point = edit.cursorRect().center()
        reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
        place = edit.viewport().mapToGlobal(point)
        QApplication.sendEvent(edit.viewport(), QContextMenuEvent(reason, point, place))
        return shown[-1]

    return opened


def captions(menu: QMenu) -> list[str]:
    texts = (action.text().partition("\t")[0].replace("&", "") for action in menu.actions())
    return [text for text in texts if text]


def filled(qtbot, menu: QMenu) -> list[str]:
    qtbot.waitUntil(lambda: not any("gesucht" in caption for caption in captions(menu)))
    return captions(menu)


def choose(menu: QMenu, caption: str) -> None:
    action = next(each for each in menu.actions() if caption in each.text().replace("&", ""))
    menu.close()
    action.trigger()


@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_opens_at_once_and_fills_in_what_the_word_may_have_been(
    qtbot, open_menu, written, by_key
) -> None:
    edit, _ = written("Die Beratnug ist gut.")
    menu = open_menu(edit, "Beratnug", by_key=by_key)
    assert captions(menu)[0] == "Vorschläge werden gesucht …"
    assert "Kopieren" in captions(menu)
    assert filled(qtbot, menu)[0] == "1  Beratung"
    menu.close()


def test_a_suggestion_is_one_step_of_undo_and_keeps_the_style(qtbot, open_menu, written) -> None:
    edit, _ = written(
        (Paragraph("p", (text_run("Die "), text_run("Beratnug", bold=True), text_run(" gut."))),)
    )
    before = edit.blocks
    menu = open_menu(edit, "Beratnug")
    filled(qtbot, menu)
    choose(menu, "Beratung")
    runs = edit.blocks[0].runs
    assert [(run.words, run.bold) for run in runs] == [
        ("Die ", False),
        ("Beratung", True),
        (" gut.", False),
    ]
    qtbot.waitUntil(lambda: marked(edit) == [])
    edit.undo()
    assert edit.blocks == before


def test_a_word_without_suggestions_says_so(qtbot, open_menu, written) -> None:
    edit, _ = written("Die Qwrtzplmkjh ist gut.")
    menu = open_menu(edit, "Qwrtzplmkjh")
    assert filled(qtbot, menu)[0] == "Keine Vorschläge"
    menu.close()


def test_known_words_have_the_menu_they_always_had(open_menu, written) -> None:
    edit, _ = written("Die Beratung ist gut.")
    menu = open_menu(edit, "Beratung")
    assert not any("Wörterbuch" in caption for caption in captions(menu))
    assert "Kopieren" in captions(menu)
    menu.close()


def test_an_added_word_stands_in_the_list_and_has_no_mark_any_more(
    qtbot, open_menu, written, isolated_data_folder
) -> None:
    edit, spelling = written("Die Beratnug und die Beratnug-Angebote")
    assert marked(edit) == ["Beratnug", "Beratnug-Angebote"]
    choose(open_menu(edit, "Beratnug"), "Zum Wörterbuch hinzufügen")
    qtbot.waitUntil(lambda: marked(edit) == [])
    settled(qtbot, spelling.speller)
    assert read_words(personal_list(isolated_data_folder)) == ("Beratnug",)


def test_an_ignored_word_is_a_step_of_the_draft_that_can_be_undone(
    qtbot, open_menu, written, spelling_window
) -> None:
    edit, _ = written("Die Beratnug und die Bildnug")
    draft = spelling_window.session.draft
    choose(open_menu(edit, "Beratnug"), "In diesem Dokument ignorieren")
    assert marked(edit) == ["Bildnug"]
    assert draft.file.work.ignored_words == ("Beratnug",)
    assert draft.undo_title == "Wort ignorieren"
    draft.undo()
    assert marked(edit) == ["Beratnug", "Bildnug"]


def test_the_menu_takes_back_what_the_menu_bar_takes_back(
    open_menu, written, spelling_window
) -> None:
    edit, _ = written("Die Beratung ist gut.")
    edit.setFocus()
    draft = spelling_window.session.draft
    draft.change("Wort ignorieren", partial(with_ignored, "Wort"))
    choose(open_menu(edit, "Beratung"), "Rückgängig: Wort ignorieren")
    assert draft.file.work.ignored_words == ()
    choose(open_menu(edit, "Beratung"), "Wiederholen: Wort ignorieren")
    assert draft.file.work.ignored_words == ("Wort",)
    draft.undo()
    undo = next(each for each in open_menu(edit, "gut").actions() if "Rück" in each.text())
    assert (undo.text(), undo.isEnabled()) == ("&Rückgängig\tStrg+Z", False)


def test_a_text_that_can_only_be_read_offers_no_change(open_menu, written) -> None:
    edit, _ = written("Die Beratnug ist gut.")
    edit.setReadOnly(True)
    menu = open_menu(edit, "Beratnug")
    assert "Zum Wörterbuch hinzufügen" in captions(menu)
    assert not any("ignorieren" in each or "gesucht" in each for each in captions(menu))
    menu.close()


def test_a_word_that_changed_under_the_menu_is_left_alone(qtbot, open_menu, written) -> None:
    edit, _ = written("Die Beratnug ist gut.")
    menu = open_menu(edit, "Beratnug")
    filled(qtbot, menu)
    edit.set_blocks((paragraph("Etwas ganz anderes steht hier."),))
    choose(menu, "Beratung")
    assert edit.toPlainText() == "Etwas ganz anderes steht hier."


def test_closing_the_menu_before_suggestions_arrive_harms_nothing(
    qtbot, open_menu, written
) -> None:
    edit, spelling = written("Die Beratnug ist gut.")
    open_menu(edit, "Beratnug").close()
    settled(qtbot, spelling.speller)
    qtbot.keyClick(edit, Qt.Key.Key_End)
    assert marked(edit) == ["Beratnug"]
