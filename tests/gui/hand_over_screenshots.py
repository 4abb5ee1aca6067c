"""Pictures of the hand-over, page by page, and of the register of submissions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from lpd_desktop.gui.handing_over.hand_over_assistant import DONE, PACKAGE, HandOverAssistant
from lpd_desktop.gui.handing_over.handing_over import HandingOver
from lpd_desktop.gui.submissions.submissions_dialog import SubmissionsDialog
from lpd_desktop.release.approval import approve
from lpd_desktop.release.states import move
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import Planned
from tests.gui.approved_plan import ACTOR, APPROVAL, recorded_submission, stored_approval

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait


def shoot_hand_over(camera: Camera, wait: Wait) -> None:
    """An approved plan from its check to the package; the start page is shown before and after."""
    window = camera.window
    draft = stored_approval(window.services.data_folder)
    window.opening.load(draft)
    wait(lambda: window.session is not None and window.session.draft_id == draft)
    wait(lambda: window.session.is_checked)
    assistant = _opened(camera, wait)
    _shoot_pages(camera, wait, assistant)
    assistant.accept()
    assistant = _opened(camera, wait)
    camera.shoot("hand-over-interrupted", assistant)
    assistant.reject()
    _shoot_refused(camera, wait)
    window.show_start()
    wait(lambda: bool(window.start.chosen))
    with DraftStore.open(window.services.data_folder) as store:
        store.trash(draft)
    window.opening.refresh()


def shoot_register(camera: Camera, wait: Wait) -> None:
    """The register with a plan that was replaced, and without anything."""
    window = camera.window
    folder = Path(mkdtemp())
    jobs = window.services.jobs
    empty = SubmissionsDialog(window, jobs, folder)
    camera.shoot_dialog("submissions-empty", empty, lambda: not jobs.is_busy)
    _put_two_versions(folder)
    filled = SubmissionsDialog(window, jobs, folder)
    camera.shoot_dialog("submissions", filled, lambda: filled.list.rowCount() == 2)
    rmtree(folder, ignore_errors=True)


def _put_two_versions(folder: Path) -> None:
    draft = recorded_submission(folder, str(folder))
    with DraftStore.open(folder) as store:
        returned = move(store.load(draft), "returned", ACTOR, "2022-11-20T10:00:00Z")
        again = move(returned, "draft", ACTOR, "2022-11-21T10:00:00Z")
        again = replace(again, plan=changed(again.plan, as_of="2022-11-07"))
        second = approve(again, APPROVAL)
        store.save_release(draft, second, b"%PDF")
        assert second.release is not None
        name = "LPD_2023_Kreis_Talbrueck_v2.pdf"
        planned = Planned(2, second.release.seal, name, "b" * 64, "MAGS", folder=str(folder))
        store.submissions.begin(draft, planned)


def _shoot_refused(camera: Camera, wait: Wait) -> None:
    """A folder that holds something else already."""
    assistant = _opened(camera, wait)
    assistant._interrupted = None
    assistant.actor.show_recording_only(False)
    assistant.next()
    assistant.package.folder.edit.setText(str(camera.window.services.data_folder))
    assistant.next()
    assistant.next()
    assistant.actor.name.edit.setText("Paula Planerin")
    assistant.actor.role.edit.setText("Sachbearbeitung")
    assistant.next()
    wait(lambda: assistant.currentId() == PACKAGE)
    camera.shoot("hand-over-refused", assistant)
    assistant.reject()


def _opened(camera: Camera, wait: Wait) -> HandOverAssistant:
    camera.window.actions_by_key["hand_over"].trigger()
    assistant = camera.window.findChild(HandingOver).assistant
    assert assistant is not None
    wait(lambda: assistant.check.inspection is not None)
    return assistant


def _shoot_pages(camera: Camera, wait: Wait, assistant: HandOverAssistant) -> None:
    camera.shoot("hand-over-check", assistant)
    assistant.next()
    folder = Path(camera.window.services.data_folder) / "Paket"
    assistant.package.folder.edit.setText(str(folder))
    assistant.package.address.edit.setText("referat@amt.example")
    camera.shoot("hand-over-package", assistant)
    assistant.next()
    camera.shoot("hand-over-letter", assistant)
    assistant.next()
    assistant.actor.name.edit.setText("Paula Planerin")
    assistant.actor.role.edit.setText("Sachbearbeitung")
    assistant.actor.at_once.setChecked(False)
    camera.shoot("hand-over-actor", assistant)
    assistant.next()
    wait(lambda: assistant.currentId() == DONE)
    camera.shoot("hand-over-done", assistant)
