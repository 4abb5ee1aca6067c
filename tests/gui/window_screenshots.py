"""Pictures of what the window shows now and then: long work, conflicts, little room."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing.writer import SaveFailedError
from lpd_desktop.gui.start.second_start import refusal
from lpd_desktop.runtime.folder_lock import Holder
from lpd_desktop.runtime.progress import Progress

SMALL = ((640, 360), (320, 180))


def shoot_window(camera, wait_until: Callable[..., bool]) -> None:
    """All of them; the window is as before afterwards."""
    _long_work(camera, wait_until)
    _conflict(camera)
    box = refusal(Holder())
    camera.shoot_dialog("second-start", box, lambda: True)
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
    error = SaveFailedError("Er wurde anderswo gespeichert.", Path("LPD Desktop/plan.lpd"))
    window.wizard.bar.show_saving(str(error), failed=True)
    window.plan.conflict._on_conflicted(error)
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    camera.shoot("conflict", box)
    box.reject()
    camera.shoot("conflict-bar")
    window.wizard.bar.settle.hide()
    window.wizard.bar.show_saved()


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
