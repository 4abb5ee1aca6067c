"""A draft that was saved elsewhere meanwhile: nothing is overwritten, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing import rescue
from lpd_desktop.editing.recording import Recorded, record_draft
from lpd_desktop.gui.approval.state_dialog import StateDialog
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.stored_drafts import StoredDrafts
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.words import block_words
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.approval_screenshots import ERIKA, SIGNED

MINE, THEIRS = "Hier geschrieben.", "Dort geschrieben."


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def press(window: MainWindow, words: str) -> None:
    buttons = boxes(window)[0].buttons()
    next(each for each in buttons if words in each.text().replace("&", "")).click()


def words_in(file: LpdFile) -> str:
    return " ".join(block_words(file.plan.answer("A.staff").text))


def staff(window: MainWindow) -> str:
    return words_in(window.session.file)


@pytest.fixture
def conflict(qtbot, sample_wizard: PlanWizard, monkeypatch, tmp_path) -> Iterator[MainWindow]:
    """A window whose draft was saved by somebody else, and which wants to save its own."""
    monkeypatch.setattr(rescue, "rescue_folders", lambda _folder: (tmp_path,))
    window = sample_wizard.window()
    draft, folder = window.session.draft_id, window.services.data_folder
    window.session.draft.set_text(Address("A.staff"), (paragraph("Erster Stand."),))
    assert window.plan.save()
    with DraftStore.open(folder) as store:
        file = store.load(draft)
        plan = with_blocks(file.form, file.plan, Address("A.staff"), (paragraph(THEIRS),))
        revision = store.summary(draft).revision
        store.save(draft, replace(file, plan=plan), expected_revision=revision)
    window.session.draft.set_text(Address("A.staff"), (paragraph(MINE),))
    qtbot.waitUntil(lambda: bool(boxes(window)), timeout=4000)
    yield window
    window._closes_unsaved = True


def test_both_ways_are_offered_once_and_again_by_a_button(qtbot, conflict: MainWindow) -> None:
    box = boxes(conflict)[0]
    texts = [button.text().replace("&", "") for button in box.buttons()]
    assert texts[:2] == ["Meinen Stand als neuen Entwurf aufnehmen", "Entwurf neu öffnen"]
    box.reject()
    qtbot.wait(20)
    conflict.plan.save()
    qtbot.wait(20)
    assert boxes(conflict) == []
    assert staff(conflict) == MINE
    conflict.wizard.bar.settle.click()
    assert len(boxes(conflict)) == 1
    boxes(conflict)[0].reject()


def test_my_state_becomes_a_draft_of_its_own_and_theirs_stays(qtbot, conflict: MainWindow) -> None:
    theirs = conflict.session.draft_id
    with qtbot.waitSignal(conflict.opening.opened):
        press(conflict, "neuen Entwurf")
    assert conflict.session.draft_id != theirs
    assert staff(conflict) == MINE
    drafts = StoredDrafts(conflict.services.data_folder)
    assert words_in(drafts.load(theirs)) == THEIRS
    assert boxes(conflict) == []
    conflict.session.draft.set_text(Address("A.staff"), (paragraph("Weiter."),))
    assert conflict.plan.save()


def test_reopening_shows_what_the_others_wrote(qtbot, conflict: MainWindow) -> None:
    draft = conflict.session.draft_id
    with qtbot.waitSignal(conflict.opening.opened):
        press(conflict, "neu öffnen")
    assert (conflict.session.draft_id, staff(conflict)) == (draft, THEIRS)
    assert boxes(conflict) == []
    conflict.session.draft.set_text(Address("A.staff"), (paragraph("Weiter."),))
    assert conflict.plan.save()


def unreadable(_draft: str) -> LpdFile:
    raise LpdError("Der Entwurf ist beschädigt.")


def test_what_cannot_be_reopened_stays_open(qtbot, conflict: MainWindow, monkeypatch) -> None:
    monkeypatch.setattr(conflict.services.drafts, "load", unreadable)
    press(conflict, "neu öffnen")
    qtbot.waitUntil(lambda: any("ging nicht" in box.windowTitle() for box in boxes(conflict)))
    assert staff(conflict) == MINE
    assert not conflict.plan.is_replaced


def test_a_draft_that_is_open_already_is_not_read_again(qtbot, sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    window.session.draft.set_text(Address("A.staff"), (paragraph(MINE),))
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(window.session.draft_id)
    assert window.wizard is sample_wizard
    assert staff(window) == MINE


@pytest.fixture
def recorded_elsewhere(qtbot, window, take, monkeypatch, tmp_path) -> Iterator[MainWindow]:
    """A window that shows an approved plan, which somebody else has recorded as submitted."""
    monkeypatch.setattr(rescue, "rescue_folders", lambda _folder: (tmp_path,))
    take(window, sample_file())
    draft, folder = window.session.draft_id, window.services.data_folder
    result = sign_off(window.session.file, SIGNED)
    before = window.session.file
    window.session.draft.move_on("Freigabe", result.file, submits=False)
    window.services.drafts.keep_release(draft, result.file, result.pdf, before)
    window.session.draft.submit()
    assert window.plan.save()
    with DraftStore.open(folder) as store:
        record_draft(store, draft, Recorded(ERIKA, "2022-11-10T09:30:00Z", way="other"))
    yield window
    window._closes_unsaved = True


@pytest.mark.parametrize("step", ["state_withdraw", "state_submit"])
def test_a_state_that_was_changed_elsewhere_is_told_and_can_be_taken(
    qtbot, recorded_elsewhere: MainWindow, step: str
) -> None:
    window = recorded_elsewhere
    window.plan.actions.do(step)
    dialog = window.findChildren(StateDialog)[-1]
    dialog.name.edit.setText("Dr. Ada Muster")
    dialog.role.edit.setText("Leitung")
    dialog.agree.click()
    qtbot.waitUntil(lambda: bool(boxes(window)), timeout=4000)
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    (box,) = boxes(window)
    assert "inzwischen an anderer Stelle gespeichert" in box.text()
    assert not window.plan.trouble._slow.isActive()
    assert window.session.file.work.state == "approved"
    with qtbot.waitSignal(window.opening.opened):
        press(window, "neu öffnen")
    assert window.session.file.work.state == "submitted"
    assert not window.plan.trouble.bar.isVisible()
    assert window.plan.save()
