"""Pictures of earlier states, earlier texts, and a file that came back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from lpd_desktop.editing.replacing import replacements, with_changes
from lpd_desktop.gui.comparing.draft_comparison import DraftComparison
from lpd_desktop.gui.versions.earlier_texts_dialog import EarlierTextsDialog
from lpd_desktop.gui.versions.points_dialog import PointsDialog
from lpd_desktop.gui.versions.two_states_dialog import TwoStatesDialog
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.search import Query, find
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.earlier.restore_points import RestorePoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tests.gui.screenshots import Camera, Wait


def rewritten(file: LpdFile) -> LpdFile:
    """A state in which words, topics and potentials are others."""
    for old, new in (("Beratung", "persönliche Beratung"), ("Standorte", "Häuser")):
        file = with_changes(file, replacements(find(file.form, file.plan, Query(old)), new))
    first, second, *others = file.plan.topics
    plan = changed(file.plan, topics=(second, first, *others[:-1]), as_of="2022-12-01")
    return replace(file, plan=plan)


def shoot_versions(camera: Camera, wait: Wait) -> None:
    """The three dialogs after everything was changed; Ctrl+Z takes that back."""
    window = camera.window
    draft = window.session.draft
    draft.change("Überarbeiten", rewritten)
    window.plan.save()
    _shoot_opened(camera, wait, "points", PointsDialog)
    window.wizard.lead_to("A.staff")
    _shoot_opened(camera, wait, "earlier_texts", EarlierTextsDialog)
    returned = replace(draft.file, plan=changed(draft.plan, potentials=draft.plan.potentials[1:]))
    dialog = DraftComparison(
        window, window.wizard._context, returned, "der Datei „Rücklauf.lpd“", other_is_older=False
    )
    camera.shoot_dialog("file-compared", dialog, lambda: dialog.panel.places.count() > 0)
    point = RestorePoint(1, "", "2022-11-08T09:30:00Z", "named", "Fassung Kreistag")
    two = TwoStatesDialog(window, window.wizard._context, (point,), point)
    camera.shoot_dialog("two-states", two, two.save.isEnabled)
    draft.undo()


def shoot_trash(camera: Camera, wait: Wait) -> None:
    """The trash with a deleted draft in it."""
    window = camera.window
    with DraftStore.open(window.services.data_folder) as store:
        store.trash(store.add(rewritten(sample_file())))
    window.trash.show_dialog()
    dialog = window.trash.dialog
    assert dialog is not None
    wait(lambda: dialog.list.rowCount() == 1)
    camera.shoot("trash", dialog)
    dialog.reject()


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
