"""What the start page tells of the last run, and how a copy that was left comes in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing import rescue
from lpd_desktop.editing.rescue import rescue_folders, write_rescue_file
from lpd_desktop.gui.crash_report import CrashDialog
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.start.start_up import BAD_END, RESCUED, StartUp
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.run_mark import BadEnd
from lpd_desktop.store.draft_store import DraftStore


@pytest.fixture(autouse=True)
def _documents(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(rescue, "documents_folder", lambda: tmp_path / "Dokumente")


def named(name: str) -> LpdFile:
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, name=name)
    return replace(file, plan=changed(file.plan, jobcenter=jobcenter))


def press(window: MainWindow, words: str) -> None:
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    next(each for each in box.buttons() if words in each.text().replace("&", "")).click()


def test_a_bad_end_is_told_and_its_report_can_be_read(qtbot, window: MainWindow) -> None:
    StartUp(window, BadEnd("0.1", "2022-11-08T09:30:00Z", 'File "session.py", line 7'))
    notice = window.start.notices.notice(BAD_END)
    assert "08.11.2022" in notice.label.sentence
    notice.buttons[0].click()
    dialog = next(each for each in window.findChildren(CrashDialog) if each.isVisible())
    assert "session.py" in dialog._text.toPlainText()
    dialog.reject()
    notice.buttons[1].click()
    assert not window.start.notices.holds(BAD_END)


def test_a_copy_that_was_left_goes_on_as_its_draft(qtbot, window: MainWindow) -> None:
    folder = window.services.data_folder
    with DraftStore.open(folder) as store:
        draft = store.add(named("Kreis Vorher"))
    path = write_rescue_file(named("Kreis Gerettet"), draft, rescue_folders(folder))
    start = StartUp(window)
    qtbot.waitUntil(lambda: window.start.notices.holds(RESCUED))
    assert "Kreis Gerettet" in window.start.notices.notice(RESCUED).label.sentence
    window.start.notices.notice(RESCUED).buttons[0].click()
    press(window, "fortsetzen")
    qtbot.waitUntil(lambda: not window.start.notices.holds(RESCUED))
    with DraftStore.open(folder) as store:
        assert store.load(draft).plan.jobcenter.name == "Kreis Gerettet"
    assert not path.exists()
    assert start.parent() is window
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


def test_a_copy_is_offered_as_soon_as_its_plan_is_left(qtbot, window: MainWindow) -> None:
    folder = window.services.data_folder
    start = StartUp(window)
    with qtbot.waitSignal(window.opening.opened):
        window.opening.open_sample()
    draft = window.session.draft_id
    write_rescue_file(named("Kreis Gerettet"), draft, rescue_folders(folder))
    start.look_for_copies()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    assert not window.start.notices.holds(RESCUED), "it belongs to what is being written"
    window.show_start()
    qtbot.waitUntil(lambda: window.start.notices.holds(RESCUED))
    notice = window.start.notices.notice(RESCUED)
    window.opening.refresh()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    assert window.start.notices.notice(RESCUED) is notice, "said once"
