"""The trash in the window."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.trash.trash_dialog import TrashDialog
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore


@pytest.fixture
def dialog(qtbot, window: MainWindow) -> TrashDialog:
    """The trash with the sample in it."""
    with DraftStore.open(window.services.data_folder) as store:
        store.trash(store.add(sample_file()))
    window.actions_by_key["trash"].trigger()
    qtbot.waitUntil(lambda: window.trash.dialog.list.rowCount() == 1)
    return window.trash.dialog


def test_a_deleted_draft_comes_back_to_the_list(
    qtbot, window: MainWindow, dialog: TrashDialog
) -> None:
    assert not window.start.chosen
    dialog.take_back.click()
    qtbot.waitUntil(lambda: bool(window.start.chosen))
    qtbot.waitUntil(lambda: dialog.list.rowCount() == 0)
    assert not dialog.erase.isEnabled()
    dialog.reject()


def test_a_draft_is_erased_for_good_only_after_a_question(
    qtbot, window: MainWindow, dialog: TrashDialog
) -> None:
    dialog.erase.click()
    button = next(
        each for each in dialog.findChildren(QPushButton) if each.text() == "&Endgültig löschen"
    )
    path = store_path(window.services.data_folder)
    with sqlite3.connect(path) as database:
        assert database.execute("select count(*) from drafts").fetchone() == (1,)
    button.click()
    qtbot.waitUntil(lambda: bool(_told(dialog)))
    assert "endgültig gelöscht, auch in den Sicherungen" in _told(dialog)
    qtbot.waitUntil(lambda: dialog.list.rowCount() == 0)
    with DraftStore.open(window.services.data_folder) as store:
        assert len(store.erased()) == 1
        assert store.list_drafts(trashed=True) == []
    dialog.reject()


def _told(dialog: TrashDialog) -> str:
    boxes = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    return next((box.text() for box in boxes if "Soll der" not in box.text()), "")
