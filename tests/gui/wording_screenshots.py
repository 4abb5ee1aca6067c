"""Pictures of search, replacing, cleaning up and lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lpd_desktop.gui.changes.changes_dialog import ChangesDialog
from lpd_desktop.gui.lengths.length_dialog import LengthDialog
from lpd_desktop.gui.search.find_bar import FindBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tests.gui.screenshots import Camera, Wait


def shoot_wording(camera: Camera, wait: Wait) -> None:
    """The bar with its list, both previews, the lengths of all texts."""
    _shoot_search(camera)
    _shoot_opened(camera, wait, "clean", ChangesDialog)
    _shoot_opened(camera, wait, "lengths", LengthDialog)


def _shoot_search(camera: Camera) -> None:
    window = camera.window
    window.wizard.lead_to("A.staff")
    window.actions_by_key["replace"].trigger()
    bar = window.wizard.findChild(FindBar)
    bar.wanted.setText("Jobcenter")
    bar.replacement.setText("Amt")
    window.actions_by_key["find_next"].trigger()
    camera.shoot("search")
    bar.preview.click()
    dialog = window.findChild(ChangesDialog)
    camera.shoot("replace", dialog)
    dialog.reject()
    bar.close_button.click()


def _shoot_opened(camera: Camera, wait: Wait, key: str, kind: type[QDialog]) -> None:
    window = camera.window

    def opened() -> QDialog | None:
        return next((each for each in window.findChildren(kind) if each.isVisible()), None)

    window.actions_by_key[key].trigger()
    wait(lambda: opened() is not None and not window.services.jobs.is_busy)
    dialog = opened()
    assert dialog is not None
    camera.shoot(key, dialog)
    dialog.reject()
