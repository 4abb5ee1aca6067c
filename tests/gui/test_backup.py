"""Backups in the window: asked for, made in the background, before closing, and restored."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from lpd_desktop.gui.backup import backup_work
from lpd_desktop.gui.backup.standing import BACKUP
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.backups.daily import back_up_daily
from lpd_desktop.store.backups.setting import backup_standing, read_setting, set_folder
from lpd_desktop.store.draft_store import DraftStore


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def set_up(isolated_data_folder: Path, share: Path) -> Path:
    """A data folder with one draft and a folder for its backup."""
    with DraftStore.open(isolated_data_folder) as store:
        store.add(sample_file())
    set_folder(isolated_data_folder, share)
    return isolated_data_folder


@pytest.fixture
def worked(qtbot) -> Callable[[MainWindow], None]:
    """Waits until nothing is done in the background."""

    def wait(window: MainWindow) -> None:
        jobs = (window.backups.keeper.jobs, window.services.jobs)
        qtbot.waitUntil(lambda: not any(runner.is_busy for runner in jobs))

    return wait


def shown_box(window: MainWindow) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def press(box: QMessageBox, caption: str) -> None:
    next(button for button in box.buttons() if caption in button.text().replace("&", "")).click()


def copies(share: Path) -> list[Path]:
    return sorted(share.rglob("Entwuerfe-*.db"))


def test_the_start_page_asks_until_a_folder_is_set(window, share, worked) -> None:
    notice = window.start.notices.notice(BACKUP)
    assert "Wohin soll die tägliche Sicherung?" in notice.label.sentence
    window.backups._on_folder_chosen(str(share))
    worked(window)
    assert not window.start.notices.holds(BACKUP)
    assert read_setting(window.services.data_folder).folder == str(share)


def test_working_without_a_backup_is_said_quietly_and_the_list_has_the_focus(window, qtbot) -> None:
    decline = window.start.notices.notice(BACKUP).findChildren(QPushButton)[1]
    decline.setFocus()
    decline.click()
    assert not window.start.notices.holds(BACKUP)
    assert backup_standing(window.services.data_folder).kind == "declined"
    assert window.focusWidget().isVisible()


def test_the_backup_of_the_day_is_made_beside_the_work(set_up, share, open_window, worked) -> None:
    window = open_window()
    window.backups.keeper.look()
    worked(window)
    (first,) = copies(share)
    written = first.stat().st_mtime_ns
    with DraftStore.open(set_up) as store:
        store.add(sample_file())
    window.backups.keeper.look()
    worked(window)
    assert first.stat().st_mtime_ns == written
    assert window.close() is False
    worked(window)
    assert not window.isVisible()
    assert first.stat().st_mtime_ns > written


def test_a_failure_keeps_the_window_open_and_says_so(set_up, share, open_window, worked) -> None:
    window = open_window()
    share.rmdir()
    window.close()
    worked(window)
    assert window.isVisible()
    assert "nicht erreichbar" in shown_box(window).text()
    press(shown_box(window), "Abbrechen")
    assert "nicht erreichbar" in window.start.notices.notice(BACKUP).label.sentence
    share.mkdir()
    window.close()
    worked(window)
    assert not window.isVisible()
    assert len(copies(share)) == 1


def test_the_window_can_be_closed_without_waiting_for_a_share(
    set_up, open_window, qtbot, monkeypatch
) -> None:
    never = threading.Event()
    monkeypatch.setattr(backup_work.BackUpWhenDue, "__call__", lambda _work: never.wait(20))
    window = open_window()
    window.close()
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
    press(shown_box(window), "Ohne diese Sicherung schließen")
    assert not window.isVisible()
    never.set()


def test_all_drafts_or_one_come_back_from_a_backup(set_up, share, open_window, worked) -> None:
    back_up_daily(set_up)
    with DraftStore.open(set_up) as store:
        (gone,) = store.list_drafts()
        store.trash(gone.id)
    window = open_window()
    assert not window.start.chosen
    window.backups.show_dialog()
    worked(window)
    dialog = window.backups._dialog
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0).child(0))
    dialog._take.click()
    worked(window)
    shown_box(window).accept()
    assert window.start.chosen not in ("", gone.id)
    worked(window)
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
    dialog._restore.click()
    press(shown_box(window), "Zurückspielen")
    worked(window)
    assert "wieder da" in shown_box(window).text()
    shown_box(window).accept()
    assert window.start.chosen == gone.id
    worked(window)
    assert any("Kopie neben" in item.text(0) for item in tops(dialog.tree))


def test_a_share_that_hangs_can_be_left_behind(set_up, open_window, worked, qtbot, monkeypatch):
    never = threading.Event()
    monkeypatch.setattr(backup_work.FindBackups, "__call__", lambda _work: never.wait(20))
    window = open_window()
    window.backups.show_dialog()
    strip = window.backups._dialog.findChild(JobStrip)
    strip._show_job()
    strip.cancel.click()
    worked(window)
    assert "abgebrochen" in window.backups._dialog._about.text()
    never.set()


def tops(tree) -> list:
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
