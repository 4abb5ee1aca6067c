"""States of a plan in the window: what is possible, who does it, what is fixed meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QTextEdit

from lpd_desktop.gui.approval.log_dialog import HEADERS, LogDialog
from lpd_desktop.gui.approval.state_dialog import StateDialog
from lpd_desktop.gui.handing_over.hand_over_assistant import HandOverAssistant
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.pdf_export.edition_dialog import EditionDialog
from lpd_desktop.gui.submissions.submissions_dialog import SubmissionsDialog
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.release.approval import proposed
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.release.states import move
from lpd_desktop.runtime.account import account_name
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.approval_screenshots import ERIKA, SIGNED, edited, whole_life
from tests.gui.looked_over import faults_in, mnemonic, mnemonics_on

TIME = "2022-11-10T09:30:00Z"


def in_state(state: str) -> LpdFile:
    """The sample in a state."""
    file = sample_file()
    if state in ("approved", "submitted", "returned"):
        file = proposed(file, SIGNED)
    if state in ("submitted", "returned"):
        file = move(file, "submitted", ERIKA, TIME)
    if state in ("in_review", "returned"):
        file = move(file, state, ERIKA, TIME)
    return file


def stored(window: MainWindow) -> LpdFile:
    with DraftStore.open(window.services.data_folder) as store:
        return store.load(window.session.draft_id)


def captions(page: Page) -> list[str]:
    buttons = page.findChildren(QPushButton)
    return [each.text().replace("&", "") for each in buttons if each.isVisibleTo(page)]


def press(page: Page, caption: str) -> None:
    buttons = page.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "").startswith(caption)).click()


def asked(qtbot, window: MainWindow) -> StateDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(StateDialog)))
    return window.findChildren(StateDialog)[-1]


def answer(qtbot, window: MainWindow, note: str = "") -> None:
    dialog = asked(qtbot, window)
    dialog.name.edit.setText("Dr. Ada Muster")
    dialog.role.edit.setText("Leitung")
    dialog.note.edit.setText(note)
    dialog.agree.click()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


STEPS = [
    ("draft", "In die interne Prüfung geben", "in_review"),
    ("in_review", "Zurück in den Entwurf", "draft"),
    ("approved", "Freigabe zurücknehmen", "draft"),
    ("submitted", "Rückgabe festhalten", "returned"),
    ("returned", "Nächste Fassung beginnen", "draft"),
]


@pytest.mark.parametrize(("start", "caption", "target"), STEPS)
def test_each_step_asks_who_does_it_and_is_stored_with_the_state_before(
    qtbot, window, take, start, caption, target
) -> None:
    wizard = take(window, in_state(start))
    before = window.session.file
    wizard.go_to("approval")
    press(wizard.page, caption)
    answer(qtbot, window, note="per Telefon")
    file = window.session.file
    assert file.work.state == target
    entry = file.work.log[-1]
    assert (entry.name, entry.role, entry.note) == ("Dr. Ada Muster", "Leitung", "per Telefon")
    assert entry.account == account_name()
    assert stored(window) == file
    with DraftStore.open(window.services.data_folder) as store:
        point = store.points.of(window.session.draft_id)[0]
        assert (point.reason, store.points.load(point.id)) == ("state", before)
    assert not window.session.draft.undo_title
    window.plan.save()
    assert stored(window) == file


def test_a_hand_over_in_another_way_stands_in_log_and_register(qtbot, window, take) -> None:
    wizard = take(window, sample_file())
    result = sign_off(window.session.file, SIGNED)
    draft_id = window.session.draft_id
    window.services.drafts.keep_release(draft_id, result.file, result.pdf)
    window.session.draft.move_on("x", result.file)
    window.plan.save()
    wizard.go_to("approval")
    press(wizard.page, "Einreichung festhalten")
    assert not asked(qtbot, window).note.isVisible()
    answer(qtbot, window)
    file = window.session.file
    assert file.work.state == "submitted"
    assert (file.work.log[-1].event, file.work.log[-1].name) == ("submitted", "Dr. Ada Muster")
    window.plan.save()
    assert stored(window) == file
    with DraftStore.open(window.services.data_folder) as store:
        (entry,) = store.submissions.list(draft_id)
        assert (entry.step, entry.planned.way, entry.planned.seal) == (
            "recorded",
            "other",
            file.release.seal,
        )


def test_after_the_approval_the_page_leads_on_to_hand_over_and_pdf(qtbot, window, take) -> None:
    wizard = take(window, in_state("approved"))
    wizard.go_to("approval")
    for caption, kind in (
        ("An das MAGS", HandOverAssistant),
        ("PDF speichern", EditionDialog),
        ("Veröffentlichungsfassung", EditionDialog),
        ("Historie", LogDialog),
    ):
        press(wizard.page, caption)
        qtbot.waitUntil(lambda kind=kind: any(e.isVisible() for e in window.findChildren(kind)))
        next(each for each in window.findChildren(kind) if each.isVisible()).reject()
        qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


def test_what_cannot_be_recorded_stays_approved(qtbot, window, take) -> None:
    """The PDF of this approval was never kept, and its words differ from the plan's."""
    wizard = take(window, in_state("approved"))
    broken = replace(window.session.file, plan=edited(window.session.file).plan)
    window.session.draft.move_on("x", broken)
    wizard.go_to("approval")
    assert "Einreichung festhalten…" not in captions(wizard.page)
    assert "passen nicht zu ihrem Siegel" in wizard.page._not_now.text()


@pytest.mark.parametrize("state", ["in_review", "approved", "submitted", "returned"])
def test_the_text_is_fixed_in_every_state_but_the_draft_and_says_why(
    qtbot, window, take, state
) -> None:
    wizard = take(window, in_state(state))
    wizard.go_to("A.staff")
    page = wizard.page
    assert page.fixed.isVisible()
    assert "ändern lässt sich nur ein Entwurf" in page.fixed.sentence.text()
    assert all(each.isReadOnly() for each in page.findChildren(QTextEdit))
    assert page.fixed.button.isEnabled()
    page.fixed.button.click()
    assert asked(qtbot, window).windowTitle() == page.fixed.button.text().rstrip("…")


def test_a_draft_shows_no_notice_and_the_way_back_makes_it_writable(qtbot, window, take) -> None:
    wizard = take(window, in_state("in_review"))
    wizard.go_to("A.staff")
    wizard.page.fixed.button.click()
    answer(qtbot, window)
    assert not wizard.page.fixed.isVisible()
    assert not any(each.isReadOnly() for each in wizard.page.findChildren(QTextEdit))


def test_the_page_offers_what_is_possible_and_gives_reasons_for_the_rest(
    qtbot, window, take
) -> None:
    wizard = take(window, in_state("approved"))
    wizard.go_to("approval")
    page = wizard.page
    offered = captions(page)
    assert offered[:3] == [
        "An das MAGS übergeben…",
        "Einreichung festhalten…",
        "Freigabe zurücknehmen…",
    ]
    assert {"PDF speichern…", "Veröffentlichungsfassung…"} <= set(offered)
    assert "Freigeben…" not in offered
    texts = "\n".join(each.text() for each in page.findChildren(QLabel))
    assert "Freigeben: Das Dokument ist schon freigegeben." in texts
    assert "Freigegeben als Fassung 1 von Dr. Erika Muster (Leitung)" in texts
    assert "keine Unterschrift" in texts


@pytest.mark.parametrize("state", ["draft", "in_review", "approved", "submitted", "returned"])
def test_the_page_is_named_german_with_letters_of_its_own_in_every_state(
    qtbot, window, take, state
) -> None:
    wizard = take(window, in_state(state))
    wizard.go_to("approval")
    menus = "".join(mnemonic(each.text()) for each in window.menuBar().actions())
    below = "".join(mnemonics_on(wizard.bar))
    assert faults_in(wizard.page, taken=menus + below) == []


def test_of_what_was_handed_over_the_page_leads_to_the_register(qtbot, window, take) -> None:
    wizard = take(window, in_state("submitted"))
    wizard.go_to("approval")
    press(wizard.page, "Eingereichte Dokumente")
    qtbot.waitUntil(lambda: any(e.isVisible() for e in window.findChildren(SubmissionsDialog)))
    window.findChildren(SubmissionsDialog)[-1].reject()


def test_the_draft_of_the_next_version_says_what_it_replaces(qtbot, window, take) -> None:
    wizard = take(window, whole_life())
    wizard.go_to("approval")
    said = wizard.page.state.text()
    assert said.startswith("Zustand: Entwurf. Wird Fassung 2 und ersetzt Fassung 1 vom 08.11.2022")


def test_the_state_stands_above_the_page_and_in_the_list_of_steps(qtbot, window, take) -> None:
    wizard = take(window, in_state("in_review"))
    assert "in interner Prüfung" in wizard.header._title.toolTip() + wizard.header._title.text()
    item = wizard._list.item(wizard._list.count() - 1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Freigabe: Zustand: in interner Prüfung"


def test_name_and_function_are_asked_for_and_proposed_the_next_time(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    window.plan.actions.do("state_review")
    dialog = asked(qtbot, window)
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    assert any("keine Unterschrift" in each for each in texts)
    dialog.agree.click()
    assert dialog.isVisible()
    assert "Bitte angeben." in dialog.name.field.accessibleDescription()
    assert window.session.file.work.state == "draft"
    answer(qtbot, window)
    window.plan.actions.do("state_back")
    dialog = next(each for each in window.findChildren(StateDialog) if each.isVisible())
    assert dialog.name.edit.text() == "Dr. Ada Muster"
    assert dialog.role.edit.text() == "Leitung"


def test_a_step_that_is_not_possible_says_why(qtbot, sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    window.plan.actions.do("state_withdraw")
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    assert "Zurücknehmen lässt sich nur eine Freigabe" in box.text()
    box.reject()


def test_a_draft_that_another_window_saved_keeps_its_state(qtbot, window, take) -> None:
    wizard = take(window, sample_file())
    window.plan.save()
    elsewhere = edited(window.session.file)
    with DraftStore.open(window.services.data_folder) as store:
        store.save(window.session.draft_id, elsewhere)
    before = window.session.file
    wizard.go_to("approval")
    press(wizard.page, "In die interne")
    answer(qtbot, window)
    qtbot.waitUntil(lambda: any(e.isVisible() for e in window.findChildren(QMessageBox)))
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    assert "an anderer Stelle gespeichert" in box.text()
    box.reject()
    window._closes_unsaved = True
    assert window.session.file == before
    assert window.session.draft.is_editable
    assert stored(window) == elsewhere


def test_what_was_typed_last_is_part_of_the_state_before(qtbot, window, take) -> None:
    wizard = take(window, sample_file())
    wizard.go_to("A.staff")
    edit = wizard.page.findChildren(QTextEdit)[0]
    edit.setFocus()
    qtbot.keyClicks(edit, "Zuletzt getippt. ")
    window.plan.actions.do("state_review")
    answer(qtbot, window)
    assert stored(window).work.state == "in_review"
    assert "Zuletzt getippt." in str(stored(window).plan.answer("A.staff").text)


def test_the_log_is_read_copied_and_verified(qtbot, window, take) -> None:
    take(window, whole_life())
    dialog = LogDialog(window, window.wizard._context)
    dialog.open()
    assert dialog.chain.sentence.startswith("Die Kette ist ganz: 6 Einträge")
    assert dialog.table.rowCount() == 6
    assert dialog.table.item(0, 1).text() == "in die interne Prüfung gegeben"
    spoken = dialog.table.item(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Name: Dr. Erika Muster"
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == list(HEADERS)
    assert len(lines) == 7
    dialog.reject()


def test_a_changed_log_says_where(qtbot, window, take) -> None:
    file = whole_life()
    log = list(file.work.log)
    log[3] = changed(log[3], note="nichts auszusetzen")
    take(window, replace(file, work=changed(file.work, log=tuple(log))))
    dialog = LogDialog(window, window.wizard._context)
    dialog.open()
    assert "Die Historie wurde verändert: Bei Eintrag 4" in dialog.chain.sentence
    dialog.reject()
