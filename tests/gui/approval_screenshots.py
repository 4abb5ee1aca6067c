"""Pictures of the assistant of the approval, of the steps between states, and of the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from lpd_desktop.editing.replacing import replacements, with_changes
from lpd_desktop.editing.signature_sheet import SignatureSheet, SignatureSheetTaken
from lpd_desktop.gui.approval.approving import Approving
from lpd_desktop.gui.approval.assistant import ApprovalAssistant
from lpd_desktop.gui.approval.log_dialog import LogDialog
from lpd_desktop.gui.approval.signature_sheet_dialog import SignatureSheetDialog
from lpd_desktop.gui.approval.state_dialog import StateDialog
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.search import Query, find
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval, proposed
from lpd_desktop.release.states import Actor, move, steps_from
from lpd_desktop.store.draft_store import DraftStore

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait

ERIKA = Actor("Dr. Erika Muster", "Leitung des Jobcenters", "emuster")
SIGNED = Approval(
    (
        Signatory(name="Dr. Erika Muster", role="Leitung"),
        Signatory(name="Ali Probe", role="Landrat"),
    ),
    "Talbrück",
    "2022-11-08",
    "2022-11-08T09:30:00Z",
    "emuster",
)


def edited(file: LpdFile) -> LpdFile:
    """A plan in which some words are others."""
    return with_changes(
        file, replacements(find(file.form, file.plan, Query("Standorte")), "Häuser")
    )


def whole_life(file: LpdFile | None = None) -> LpdFile:
    """A plan that was reviewed, approved, submitted, returned, and is a draft again."""
    now = file or sample_file()
    now = move(now, "in_review", ERIKA, "2022-11-07T08:00:00Z")
    now = proposed(now, SIGNED)
    now = move(now, "submitted", ERIKA, "2022-11-09T08:00:00Z", "per E-Mail")
    now = move(now, "returned", ERIKA, "2022-11-20T08:00:00Z", "Bitte Abschnitt A ergänzen")
    return move(now, "draft", ERIKA, "2022-11-21T08:00:00Z")


def shoot_approval(camera: Camera, wait: Wait) -> None:
    """The page in each state, every page of the assistant, the dialogs."""
    window = camera.window
    draft, before = window.session.draft, window.session.file
    _assistant(camera, wait, "approval-errors", 1)
    good = replace(before, plan=sample_file().plan)
    with DraftStore.open(window.services.data_folder) as store:
        store.points.add(window.session.draft_id, "named", "Fassung Kreistag", file=good)
    draft.move_on("x", replace(good, plan=edited(good).plan))
    _checked(camera, wait)
    _assistant(camera, wait, "approval", 5)
    _dialogs(camera)
    _states(camera, wait, good)
    draft.move_on("x", before)
    _checked(camera, wait)


def _checked(camera: Camera, wait: Wait) -> None:
    session = camera.window.session
    session.check_now()
    wait(lambda: session.is_checked)


def _assistant(camera: Camera, wait: Wait, name: str, pages: int) -> None:
    window = camera.window
    feature = window.findChild(Approving)
    assert isinstance(feature, Approving)
    feature.open_assistant()
    assistant = feature.assistant
    assert isinstance(assistant, ApprovalAssistant)
    names = assistant.names
    typed = ("Dr. Erika Muster", "Leitung des Jobcenters", "Talbrück", "08.11.2022")
    for row, text in zip((names.name, names.role, names.place, names.date), typed, strict=True):
        row.edit.setText(text)
    names.others.show_people((Signatory(name="Ali Probe", role="Landrat"),))
    for number in range(1, pages + 1):
        wait(lambda: not window.services.jobs.is_busy)
        if assistant.page is assistant.pages:
            wait(lambda: assistant.pages.redrawing.is_newest)
            assistant.pages.pane.view.go_to_page(assistant.pages.page_count - 1)
            wait(lambda: assistant.pages.redrawing.is_newest)
        camera.shoot(f"{name}-{number}", assistant)
        assistant.go_next()
    if pages == 1:
        camera.shoot(f"{name}-refused", assistant)
    assistant.reject()


def _dialogs(camera: Camera) -> None:
    window = camera.window
    context, file = window.wizard._context, window.session.file
    step = next(each for each in steps_from(file) if each.key == "review")
    dialog = StateDialog(window, step, Signatory(name=ERIKA.name, role=""))
    camera.shoot_dialog("state-step", dialog, lambda: True)
    sheet = SignatureSheet(True, (Signatory(name="Ali Probe", role="Landrat"),), 2)
    window.session.draft.change("x", SignatureSheetTaken(sheet))
    camera.shoot_dialog("signature-sheet", SignatureSheetDialog(window, context), lambda: True)


def _states(camera: Camera, wait: Wait, good: LpdFile) -> None:
    window = camera.window
    draft = window.session.draft
    again = whole_life(good)
    reviewed = move(again, "in_review", ERIKA, "2022-11-22T08:00:00Z")
    approved = proposed(reviewed, SIGNED)
    submitted = move(approved, "submitted", ERIKA, "2022-11-23T08:00:00Z")
    returned = move(submitted, "returned", ERIKA, "2022-11-24T08:00:00Z")
    for file in (again, reviewed, approved, submitted, returned):
        draft.move_on("x", file)
        _checked(camera, wait)
        window.wizard.go_to("approval")
        camera.shoot(f"state-{file.work.state}")
        if file.work.state == "in_review":
            window.wizard.go_to("A.staff")
            camera.shoot("state-read-only")
    dialog = LogDialog(window, window.wizard._context)
    camera.shoot_dialog("log", dialog, lambda: True)
    broken = changed(returned.work, log=(*returned.work.log[:2], *returned.work.log[3:]))
    draft.move_on("x", replace(returned, work=broken))
    dialog = LogDialog(window, window.wizard._context)
    camera.shoot_dialog("log-broken", dialog, lambda: True)
