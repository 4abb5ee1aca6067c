"""Pictures of what the window shows now and then: long work, conflicts, little room."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing.rescued_copies import RescuedCopy
from lpd_desktop.editing.writer import SaveFailedError
from lpd_desktop.gui.start.place_dialog import PlaceDialog
from lpd_desktop.gui.start.second_start import refusal
from lpd_desktop.gui.start.start_up import BAD_END, RESCUED, StartUp
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.folder_lock import Holder
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.run_mark import BadEnd
from lpd_desktop.runtime.storage_place import StoragePlace

CLOUD = StoragePlace(Path("/home/jörg/OneDrive - Kreis/LPD Desktop"), "synchronised", "OneDrive")
FULL = SaveFailedError(
    "„/home/jörg/LPD Desktop/drafts.db“ lässt sich nicht schreiben: Der Datenträger ist voll.",
    Path("/home/jörg/Dokumente/LPD Desktop/Rettung-2023-0190abcdef12.lpd"),
)
SMALL = ((640, 360), (320, 180))


def shoot_window(camera, wait_until: Callable[..., bool]) -> None:
    """All of them; the window is as before afterwards."""
    _long_work(camera, wait_until)
    _conflict(camera)
    _trouble(camera)
    box = refusal(Holder())
    camera.shoot_dialog("second-start", box, lambda: True)
    camera.shoot_dialog("place", PlaceDialog(CLOUD, Path("/home/jörg/LPD Desktop")), lambda: True)
    _small(camera)


def _long_work(camera, wait_until: Callable[..., bool]) -> None:
    window, may_end = camera.window, threading.Event()

    def work(progress: Progress) -> None:
        progress.step(40, "Das Dokument wird gesetzt")
        may_end.wait(10)
        progress.step(80, "Das PDF wird geschrieben")

    job = window.services.jobs.start("Entwurf als PDF speichern", work)
    wait_until(window.wizard.bar.job.cancel.isVisible)
    camera.shoot("long-work")
    job.cancel()
    may_end.set()
    wait_until(lambda: not window.services.jobs.is_busy)
    camera.shoot("long-work-cancelled")


def _conflict(camera) -> None:
    window = camera.window
    copy = Path("LPD Desktop/plan.lpd")
    error = SaveFailedError("Er wurde anderswo gespeichert.", copy, is_conflict=True)
    window.wizard.bar.show_saving(str(error), failed=True)
    window.plan.conflict._on_conflicted(error)
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    camera.shoot("conflict", box)
    box.reject()
    camera.shoot("conflict-bar")
    window.wizard.bar.settle.hide()
    window.wizard.bar.show_saved()


def _trouble(camera) -> None:
    """A full disk, first in an ordinary window, then in a small one."""
    plan, size = camera.window.plan, camera.window.size()
    plan._news.failed.emit(str(FULL))
    camera.shoot("not-saved")
    camera.window.resize(640, 480)
    camera.shoot("not-saved-small")
    camera.window.resize(size)
    plan._news.saved.emit()


def shoot_notices(camera, wait_until: Callable[..., bool]) -> None:
    """What the start page tells of a bad end and of copies."""
    window = camera.window
    StartUp(window, BadEnd("0.1", "2022-11-08T09:30:00Z", "")).setObjectName("shot")
    wait_until(lambda: False, 100)
    wait_until(lambda: not window.services.jobs.is_busy)
    copy = RescuedCopy(Path("Rettung.lpd"), sample_file(), "2022-11-08T09:42:00Z", "d", True)
    window.findChild(StartUp, "shot")._on_copies_found([copy, copy])
    camera.shoot("start-notices")
    for key in (BAD_END, RESCUED):
        window.start.notices.drop(key)


def _small(camera) -> None:
    window, size = camera.window, camera.window.size()
    for width, height in SMALL:
        window.resize(width, height)
        for key in ("cover", "A.budget", "B.topics", "review"):
            window.wizard.go_to(key)
            window.wizard.focus_page()
            camera.shoot(f"small-{width}-{key}")
        window.actions_by_key["steps"].trigger()
        camera.shoot(f"small-{width}-steps")
        window.actions_by_key["steps"].trigger()
    window.resize(size)
