"""A damaged store in the window: noticed at the start and in the background, repaired."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from lpd_desktop.gui.damage.repair_dialog import RepairDialog
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.commit_mark import accept
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import StoreError


@pytest.fixture
def store(isolated_data_folder: Path) -> Path:
    """One draft, and a sound copy beside the store."""
    with DraftStore.open(isolated_data_folder) as opened:
        opened.add(sample_file())
        opened.backup(isolated_data_folder / "drafts-ersetzt-1.db")
    return store_path(isolated_data_folder)


def spoil_answer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update answers set content = '[1]' where address = 'A.staff'")
        connection.commit()
    accept(store)


def look(window, qtbot) -> None:
    window.store_watch.look()
    qtbot.waitUntil(lambda: not window.services.previews.is_busy)


def box_of(window) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def press(box, caption: str) -> None:
    button = next(b for b in box.findChildren(QPushButton) if caption in b.text().replace("&", ""))
    button.click()


def repair_in(window, qtbot) -> RepairDialog:
    """Enter in the list of copies is all it takes."""
    (dialog,) = [each for each in window.findChildren(RepairDialog) if each.isVisible()]
    qtbot.waitUntil(dialog.repair.isEnabled)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "repariert" in dialog._about.sentence)
    return dialog


def test_an_unreadable_store_leads_to_its_repair_at_the_start(store, open_window, qtbot) -> None:
    store.write_bytes(b"Einkaufszettel\n" * 300)
    window = open_window()
    qtbot.waitUntil(lambda: window.start.notices.holds("damage"))
    press(box_of(window), "Reparieren")
    dialog = repair_in(window, qtbot)
    assert [line.title for line in dialog.list.lines] == ["Kreis Talbrück 2023"]
    assert "beschaedigt" in dialog._about.sentence
    dialog.reject()
    qtbot.waitUntil(lambda: bool(window.start.chosen))
    assert not window.start.notices.holds("damage")


def test_a_damaged_answer_is_found_in_the_background_and_told_on_the_start_page(
    store, open_window, qtbot, monkeypatch
) -> None:
    window = open_window()
    look(window, qtbot)
    assert not window.start.notices.holds("damage")
    spoil_answer(store)
    look(window, qtbot)
    assert "Personal" in window.start.notices.notice("damage").label.sentence
    window.start.notices.notice("damage").buttons[0].click()
    backed_up = []
    monkeypatch.setattr(window.backups.keeper, "look", lambda: backed_up.append(True))
    repair_in(window, qtbot).reject()
    assert backed_up, "what the damage may have kept from it is made up for"
    look(window, qtbot)
    assert not window.start.notices.holds("damage")


def test_a_damaged_draft_that_is_to_be_opened_leads_to_the_repair(
    store, open_window, qtbot
) -> None:
    window = open_window()
    spoil_answer(store)
    window.opening.load(window.start.chosen)
    qtbot.waitUntil(lambda: window.start.notices.holds("damage"))
    assert "andere lassen sich öffnen" in box_of(window).text()
    box_of(window).reject()
    assert window.plan is None


def test_drafts_that_cannot_be_listed_for_now_are_asked_for_again(
    store, open_window, qtbot, monkeypatch
) -> None:
    def refuse() -> None:
        raise StoreError("Der Datenträger ist voll.")

    window = open_window()
    with monkeypatch.context() as patch:
        patch.setattr(window.services.drafts, "rows", refuse)
        window.opening.refresh()
        qtbot.waitUntil(lambda: window.start.notices.holds("unlisted"))
    notice = window.start.notices.notice("unlisted")
    assert "nicht anzeigen. Der Datenträger ist voll." in notice.label.sentence
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    notice.buttons[0].click()
    qtbot.waitUntil(lambda: not window.start.notices.holds("unlisted"))


def test_with_an_older_store_one_may_go_on_as_it_is(store, open_window, qtbot) -> None:
    older = store.read_bytes()
    with DraftStore.open(store.parent) as opened:
        opened.add(sample_file())
    store.write_bytes(older)
    window = open_window()
    look(window, qtbot)
    window.start.notices.notice("damage").buttons[0].click()
    (dialog,) = window.findChildren(RepairDialog)
    qtbot.waitUntil(dialog.repair.isEnabled)
    assert dialog.go_on.isVisible()
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not window.start.notices.holds("damage"))
    look(window, qtbot)
    assert not window.start.notices.holds("damage")


def test_the_store_is_looked_over_once_and_not_after_the_window_is_closed(
    store, open_window, qtbot
) -> None:
    window = open_window()
    qtbot.waitUntil(window.store_watch._later.isActive)
    spoil_answer(store)
    window.close()
    window.store_watch.look()
    qtbot.waitUntil(lambda: not window.services.previews.is_busy)
    assert not window.start.notices.holds("damage")


def test_damage_beside_an_open_plan_is_asked_about_and_nothing_is_closed_unasked(
    store, open_window, qtbot
) -> None:
    window = open_window()
    window.opening.load(window.start.chosen)
    qtbot.waitUntil(lambda: window.plan is not None)
    spoil_answer(store)
    look(window, qtbot)
    box_of(window).reject()
    assert window.plan is not None
    look(window, qtbot)
    press(box_of(window), "Schließen und reparieren")
    assert window.plan is None
    repair_in(window, qtbot).reject()
