"""Pictures of the hand-over, page by page, and of the register of submissions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.gui.handing_over.hand_over_assistant import DONE, HandOverAssistant
from lpd_desktop.gui.handing_over.handing_over import HandingOver
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.approved_plan import stored_approval

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
    _opened(camera, wait).reject()
    camera.shoot("hand-over-interrupted", _interrupted(camera, wait))
    window.show_start()
    wait(lambda: bool(window.start.chosen))
    with DraftStore.open(window.services.data_folder) as store:
        store.trash(draft)


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


def _interrupted(camera: Camera, wait: Wait) -> HandOverAssistant:
    return _opened(camera, wait)
