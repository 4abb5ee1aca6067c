"""Pictures of the backup: what the start page asks and says, the dialog, a share that is gone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from lpd_desktop.gui.main_window import MainWindow

SHARE = Path(tempfile.gettempdir()) / "Netzlaufwerk" / "Planung"


def shoot_backup(camera, wait_until: Callable[..., bool]) -> None:
    """All of them from the start page, on which nobody has chosen a folder yet."""
    window: MainWindow = camera.window
    backups, jobs = window.backups, window.backups.keeper.jobs
    shutil.rmtree(SHARE.parent, ignore_errors=True)
    SHARE.mkdir(parents=True)
    backups._on_folder_chosen(str(SHARE))
    wait_until(lambda: not jobs.is_busy)
    camera.shoot("backup-done")
    backups.show_dialog()
    wait_until(lambda: not jobs.is_busy)
    camera.shoot("backups", backups._dialog)
    backups._dialog.reject()
    shutil.rmtree(SHARE.parent)
    backups.keeper.look()
    backups.back_up()
    wait_until(lambda: not jobs.is_busy)
    _shown_box(window).accept()
    camera.shoot("backup-failed")
    backups.closing._on_failed(backups_problem(window))
    camera.shoot("backup-closing", _shown_box(window))
    _shown_box(window).reject()
    backups._on_declined()
    camera.shoot("backup-declined")


def backups_problem(window: MainWindow) -> Exception:
    """What a share that is gone gives."""
    from lpd_desktop.store.backups.daily import back_up_daily
    from lpd_desktop.store.errors import StoreError

    try:
        back_up_daily(window.services.data_folder)
    except StoreError as error:
        return error
    raise AssertionError(SHARE)


def _shown_box(window: MainWindow) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())
