"""The approval in the window: the assistant from its first page to the PDF, or to nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from lpd_desktop.editing.acknowledging import acknowledge
from lpd_desktop.editing.office_settings import keep_settings
from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.approval import office_rule
from lpd_desktop.gui.approval.approving import Approving
from lpd_desktop.gui.approval.assistant import ApprovalAssistant
from lpd_desktop.gui.approval.pages_page import PagesPage
from lpd_desktop.gui.approval.signature_sheet_dialog import SignatureSheetDialog
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.pdf.self_check import SelfCheckError
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Editor
from lpd_desktop.release import sign_off
from lpd_desktop.release.approval import proposed
from lpd_desktop.release.states import move
from lpd_desktop.release.verification import verify
from lpd_desktop.runtime.account import account_name
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.approval_screenshots import ERIKA, SIGNED, edited, whole_life
from tests.gui.conftest import checked
from tests.gui.looked_over import faults_in, trap_in
from tests.short_plan import short_plan
from tests.unit.plan.remarked import remarked

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


@pytest.fixture
def opened(qtbot, window: MainWindow) -> Callable[[], ApprovalAssistant]:
    """Opens the assistant over the plan of the window and waits for what it reads."""

    def opens() -> ApprovalAssistant:
        checked(qtbot, window)
        feature = window.findChild(Approving)
        feature.open_assistant()
        assistant = feature.assistant
        assistant.activateWindow()
        idle(qtbot, window)
        return assistant

    return opens


def idle(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


def fill(assistant: ApprovalAssistant, **texts: str) -> None:
    typed = {"name": "Dr. Ada Muster", "role": "Leitung", "place": "Talbrück", **texts}
    for key, text in typed.items():
        getattr(assistant.names, key).edit.setText(text)


def go_to(qtbot, assistant: ApprovalAssistant, page: object) -> None:
    while assistant.page is not page:
        before = assistant.page
        qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
        assert assistant.page is not before, assistant.notes.text
    qtbot.waitUntil(lambda: not assistant._context.jobs.is_busy)


def sign(qtbot, assistant: ApprovalAssistant, target: Path) -> None:
    """Fills everything in, goes to the end and names the file."""
    fill(assistant)
    go_to(qtbot, assistant, assistant._stack[-1])
    qtbot.mouseClick(assistant.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(assistant.findChildren(QFileDialog)))
    files = assistant.findChildren(QFileDialog)[0]
    files.selectFile(str(target))
    files.accept()


def told(qtbot, window: MainWindow, title: str) -> str:
    def boxes() -> list[QMessageBox]:
        return [
            each
            for each in window.findChildren(QMessageBox)
            if each.isVisible() and each.windowTitle() == title
        ]

    qtbot.waitUntil(lambda: bool(boxes()))
    text = boxes()[0].text()
    boxes()[0].reject()
    return text


def stored(window: MainWindow) -> LpdFile:
    with DraftStore.open(window.services.data_folder) as store:
        return store.load(window.session.draft_id)


def test_the_assistant_leads_to_a_verified_pdf_with_all_who_signed(
    qtbot, window, take, opened, tmp_path: Path
) -> None:
    take(window, short_plan())
    assistant = opened()
    assistant.names.others.show_people((Signatory(name="Ali Probe", role="Landrat"),))
    assistant.names.others.changed.emit()
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    assert "plan.pdf" in told(qtbot, window, "Freigegeben")
    file = window.session.file
    assert file.work.state == "approved"
    assert [each.name for each in file.release.signatories] == ["Dr. Ada Muster", "Ali Probe"]
    assert [each.account for each in file.work.log] == [account_name()] * 2
    assert verify((tmp_path / "plan.pdf").read_bytes()).is_sound
    idle(qtbot, window)
    window.plan.save()
    assert stored(window) == file
    with DraftStore.open(window.services.data_folder) as store:
        assert next(each.reason for each in store.points.of(window.session.draft_id)) == "approval"


def test_errors_stop_at_the_first_page_and_lead_to_their_place(qtbot, window, take, opened) -> None:
    file = short_plan()
    take(window, replace(file, plan=changed(file.plan, as_of="")))
    assistant = opened()
    spoken: list[str] = []
    with heard(spoken.append):
        qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
    assert assistant.page is assistant.open_page
    assert "Die erste Stelle ist „Deckblatt" in assistant.notes.text
    assert any("Die erste Stelle ist" in each for each in spoken)
    first = next(line for line in assistant.open_page.list.lines if line.where)
    assistant.open_page.list.chosen.emit(first)
    assert not assistant.isVisible()
    assert window.wizard.steps.current.key == "cover"


def test_on_a_small_screen_the_reason_scrolls_into_sight(qtbot, window, take, opened) -> None:
    file = short_plan()
    take(window, replace(file, plan=changed(file.plan, as_of="")))
    assistant = opened()
    assistant.make_room(QSize(620, 300))
    assistant.go_next()
    qtbot.waitUntil(lambda: not assistant.notes.visibleRegion().isEmpty())
    assert assistant.news.text == ""


def test_warnings_reasons_and_remarks_are_told_before_the_approval(
    qtbot, window, take, opened
) -> None:
    take(window, remarked(short_plan(), "A.staff"))
    checked(qtbot, window)
    finding = next(each for each in window.session.findings if each.level == "warning")
    step = lambda file: acknowledge(file, finding, reason="so beschlossen")  # noqa: E731
    window.session.draft.change("x", step)
    page = opened().open_page
    texts = [line.text for line in page.list.lines]
    assert any("Grund: so beschlossen" in text for text in texts)
    assert any(line.title.startswith("Warnungen (") for line in page.list.lines)
    assert page.remarks.text() == "2 Anmerkungen sind noch offen."


def test_the_replaced_version_is_what_the_draft_is_compared_with(
    qtbot, window, take, opened
) -> None:
    take(window, edited(whole_life(short_plan())))
    assistant = opened()
    go_to(qtbot, assistant, assistant.changes)
    changes = assistant.changes
    assert changes.since.currentText() == "Ersetzte Fassung 1 vom 08.11.2022"
    qtbot.waitUntil(lambda: bool(changes.change_count))
    assert changes.panel.save.isEnabled()
    assert not changes.panel.take.isVisible()
    assert changes.panel.other.file.plan == whole_life(short_plan()).plan


def test_a_named_state_is_proposed_where_nothing_is_replaced(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    with DraftStore.open(window.services.data_folder) as store:
        store.points.add(window.session.draft_id, "named", "Fassung Kreistag")
    window.session.draft.change("x", edited)
    assistant = opened()
    go_to(qtbot, assistant, assistant.changes)
    assert assistant.changes.since.currentText().startswith("Fassung Kreistag")
    qtbot.waitUntil(lambda: bool(assistant.changes.change_count))


def test_what_the_program_kept_by_itself_is_never_proposed(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    with DraftStore.open(window.services.data_folder) as store:
        store.points.add(window.session.draft_id, "state")
    assistant = opened()
    changes = assistant.changes
    go_to(qtbot, assistant, changes)
    qtbot.waitUntil(lambda: changes.since.count() >= 1)
    assert (changes.since.currentIndex(), changes.change_count) == (-1, None)
    assert "erste Fassung" in changes._none.text()
    assert "keinen festgehaltenen Stand" in changes._none.text()
    fill(assistant)
    go_to(qtbot, assistant, assistant._stack[-1])
    table = assistant._stack[-1].table
    cells = {
        table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())
    }
    assert cells["Geändert"] == "erste Fassung, kein festgehaltener Stand zum Vergleich"
    assert cells["Wird"] == "Fassung 1"


def test_a_withdrawn_approval_is_proposed_before_what_was_kept_by_itself(
    qtbot, window, take, opened
) -> None:
    take(window, short_plan())
    result = sign_off.sign_off(window.session.file, SIGNED)
    draft = window.session.draft_id
    window.services.drafts.keep_release(draft, result.file, result.pdf, window.session.file)
    with DraftStore.open(window.services.data_folder) as store:
        back = move(result.file, "draft", ERIKA, "2022-11-10T09:30:00Z")
        store.points.go_on(draft, back, result.file)
    window.session.draft.move_on("x", back)
    assistant = opened()
    go_to(qtbot, assistant, assistant.changes)
    qtbot.waitUntil(lambda: assistant.changes.since.count() >= 2)
    assert assistant.changes.since.currentText() == "Letzte Freigabe"


def test_the_pages_show_the_names_typed_so_far(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    assistant = opened()
    fill(assistant, name="Zoe Beispiel")
    go_to(qtbot, assistant, assistant.pages)
    assert names_on(qtbot, assistant.pages)[-1].name == "Zoe Beispiel"
    first = assistant.pages.pane.view.plan.looks
    assistant.names.others.show_people((Signatory(name="Ali Probe", role="Landrat"),))
    assistant.names.others.changed.emit()
    assistant.go_next()
    assistant.go_back()
    qtbot.waitUntil(lambda: assistant.pages.pane.view.plan.looks != first)
    assert [each.name for each in names_on(qtbot, assistant.pages)] == ["Zoe Beispiel", "Ali Probe"]
    assert not assistant.pages.pane._closer.isVisible()


def names_on(qtbot, page: PagesPage) -> tuple[Signatory, ...]:
    qtbot.waitUntil(lambda: page.pane.view.plan is not None and page.redrawing.is_newest)
    return page.pane.view.plan.file.release.signatories


def test_closing_with_escape_keeps_every_letter_for_the_next_time(
    qtbot, window, take, opened
) -> None:
    take(window, short_plan())
    assistant = opened()
    assistant.names.others.show_people((Signatory(name="Ali Probe", role=""),))
    fill(assistant, date="9.11.22")
    qtbot.keyClick(assistant, Qt.Key.Key_Escape)
    assert window.findChild(Approving).assistant is None
    names = opened().names
    assert names.entries.name == "Dr. Ada Muster"
    assert names.entries.date == "9.11.22"
    assert names.entries.cosigners == (Signatory(name="Ali Probe", role=""),)


def test_opening_the_draft_again_keeps_what_was_typed_for_it(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    first = window.session.draft_id
    assistant = opened()
    fill(assistant)
    assistant.reject()
    take(window, edited(short_plan()))
    assert opened().names.entries.place == ""
    window.findChild(Approving).assistant.reject()
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(first)
    assert opened().names.entries.place == "Talbrück"


def test_what_is_in_review_is_approved_without_becoming_a_draft(
    qtbot, window, take, opened, tmp_path: Path
) -> None:
    take(window, move(short_plan(), "in_review", ERIKA, "2022-11-07T08:00:00Z"))
    assistant = opened()
    fill(assistant)
    go_to(qtbot, assistant, assistant.names)
    assert not assistant.names._to_sheet.isEnabled()
    assert "nur im Entwurf" in assistant.names.sheet.text()
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    told(qtbot, window, "Freigegeben")
    states = [entry.state for entry in window.session.file.work.log]
    assert states == ["in_review", "approved"]


def test_a_plan_that_is_approved_already_opens_no_assistant(qtbot, window, take) -> None:
    take(window, proposed(short_plan(), SIGNED))
    window.plan.do("approve_now")
    assert window.findChild(Approving).assistant is None
    assert "schon freigegeben" in told(qtbot, window, "Freigeben")


IMPOSSIBLE = (
    ({"name": ""}, "Name: Bitte angeben."),
    ({"role": " "}, "Funktion: Bitte angeben."),
    ({"place": ""}, "Ort: Bitte angeben."),
    ({"date": "31.02.2022"}, "ist kein Datum"),
    ({"date": "31.12.2099"}, "heute ist der"),
    ({"date": "01.01.2020"}, "vor dem Stand des Plans"),
    ({"name": "李 Muster"}, "lateinischen Buchstaben"),
)


def test_what_is_missing_or_cannot_be_printed_is_asked_for(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    assistant = opened()
    go_to(qtbot, assistant, assistant.names)
    date = assistant.names.entries.date
    for texts, sentence in IMPOSSIBLE:
        fill(assistant, **{"date": date, **texts})
        assert sentence not in assistant.notes.text, texts
        qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
        assert assistant.page is assistant.names, texts
        assert sentence in assistant.notes.text, texts


def test_a_cosigner_without_function_is_asked_for(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    assistant = opened()
    fill(assistant)
    go_to(qtbot, assistant, assistant.names)
    qtbot.mouseClick(assistant.names.others.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(assistant.focusWidget(), "Ali Probe")
    qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
    assert "Mitzeichnung 1: Funktion: Bitte angeben." in assistant.notes.text
    assert assistant.focusWidget().accessibleName() == "Mitzeichnung 1: Funktion"
    qtbot.keyClicks(assistant.focusWidget(), "Landrat")
    qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
    assert assistant.page is assistant._stack[-1]


def test_the_rule_of_four_eyes_is_explained_and_holds(
    qtbot, window, take, opened, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office_rule, "four_eyes_setting", lambda _folder: True)
    file = short_plan()
    editors = (Editor(account="other", name="Ada Muster", time="2022-11-08T09:30:00Z"),)
    take(window, replace(file, work=changed(file.work, editors=editors)))
    assistant = opened()
    fill(assistant)
    go_to(qtbot, assistant, assistant.names)
    assert "Vier-Augen-Regel" in assistant.names.rule.sentence
    assert assistant.names.rule.isVisible()
    qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
    assert "hat den Text auch zuletzt bearbeitet" in assistant.notes.text
    fill(assistant, name="Zoe Beispiel")
    qtbot.mouseClick(assistant.next, Qt.MouseButton.LeftButton)
    assert assistant.page is assistant._stack[-1]


def test_the_rule_is_asked_when_it_is_signed_however_late_the_window_learns_of_it(
    qtbot, window, take, opened, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office_rule, "four_eyes_setting", lambda _folder: False)
    keep_settings(window.services.data_folder, {"four_eyes": True})
    file = short_plan()
    editors = (Editor(account="other", name="Ada Muster", time="2022-11-08T09:30:00Z"),)
    take(window, replace(file, work=changed(file.work, editors=editors)))
    before = window.session.file
    sign(qtbot, opened(), tmp_path / "plan.pdf")
    assert "hat den Text auch zuletzt bearbeitet" in told(qtbot, window, "Nicht freigegeben")
    assert window.session.file is before
    assert not (tmp_path / "plan.pdf").exists()


def test_damaged_settings_hold_up_an_approval_since_the_rule_may_stand_in_them(
    qtbot, window, take, opened, tmp_path: Path
) -> None:
    take(window, short_plan())
    (window.findChild(Approving)._context.data_folder / "office.json").write_text("{")
    before = window.session.file
    assistant = opened()
    assert "office.json" in assistant.news.text
    fill(assistant)
    go_to(qtbot, assistant, assistant._stack[-1])
    assistant.sign.click()
    assert "office.json" in told(qtbot, window, "Nicht freigegeben")
    assert window.session.file is before


def test_a_pdf_that_is_refused_leaves_a_draft_and_everything_that_was_typed(
    qtbot, window, take, opened, monkeypatch, tmp_path: Path
) -> None:
    def refuses(*_given: object, **_options: object) -> None:
        raise SelfCheckError(
            "Das PDF sagt nicht dasselbe wie der Plan; es wurde nicht gespeichert."
        )

    monkeypatch.setattr(sign_off, "render_plan", refuses)
    take(window, short_plan())
    before = window.session.file
    assistant = opened()
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    assert "sagt nicht dasselbe" in told(qtbot, window, "Nicht freigegeben")
    assert not (tmp_path / "plan.pdf").exists()
    assert window.session.file is before
    assert window.session.draft.is_editable
    assert stored(window) == before
    assert assistant.isVisible()
    assert assistant.names.entries.name == "Dr. Ada Muster"
    assert assistant.sign.isEnabled()


def test_a_folder_that_takes_no_file_leaves_a_draft(qtbot, window, take, opened, tmp_path) -> None:
    take(window, short_plan())
    before = window.session.file
    assistant = opened()
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    (tmp_path / "plan.pdf").mkdir()
    assert "plan.pdf" in told(qtbot, window, "Nicht freigegeben")
    assert window.session.file == before
    assert stored(window) == before
    assert assistant.news.text == ""


def test_a_change_while_the_assistant_is_open_is_noticed(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    assistant = opened()
    assert not assistant.news.isVisible()
    window.session.draft.change("x", edited)
    assert "wurde geändert, während dieser Assistent offen ist" in assistant.news.text
    assert assistant.isVisible()


def test_the_next_version_is_not_offered_the_place_of_the_one_before(
    qtbot, window, take, opened
) -> None:
    keep_settings(window.services.data_folder, {"file_name_rule": "Plan_{year}_v{n}.pdf"})
    take(window, edited(whole_life(short_plan())))
    assistant = opened()
    fill(assistant)
    go_to(qtbot, assistant, assistant._stack[-1])
    qtbot.mouseClick(assistant.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(assistant.findChildren(QFileDialog)))
    (files,) = assistant.findChildren(QFileDialog)
    assert [Path(each).name for each in files.selectedFiles()] == ["Plan_2023_v2.pdf"]
    files.reject()


def test_another_window_that_saved_the_draft_stops_the_approval(
    qtbot, window, take, opened, tmp_path: Path
) -> None:
    take(window, short_plan())
    window.plan.save()
    assistant = opened()
    elsewhere = edited(window.session.file)
    with DraftStore.open(window.services.data_folder) as store:
        store.save(window.session.draft_id, elsewhere)
    fill(assistant)
    go_to(qtbot, assistant, assistant._stack[-1])
    qtbot.waitUntil(assistant.news.isVisible)
    assert "an anderer Stelle gespeichert" in assistant.news.text
    qtbot.mouseClick(assistant.sign, Qt.MouseButton.LeftButton)
    assert "an anderer Stelle gespeichert" in assistant.notes.text
    assert stored(window) == elsewhere


def test_a_save_elsewhere_in_the_last_moment_is_not_overwritten(
    qtbot, window, take, opened, tmp_path: Path
) -> None:
    take(window, short_plan())
    window.plan.save()
    assistant = opened()
    elsewhere = edited(window.session.file)
    fill(assistant)
    go_to(qtbot, assistant, assistant._stack[-1])
    with DraftStore.open(window.services.data_folder) as store:
        store.save(window.session.draft_id, elsewhere)
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    assert "an anderer Stelle gespeichert" in told(qtbot, window, "Anderswo gespeichert")
    window._closes_unsaved = True
    assert not (tmp_path / "plan.pdf").exists()
    assert stored(window) == elsewhere
    assert window.session.file.release is None


def test_escape_while_the_pdf_is_made_leaves_a_draft(
    qtbot, window, take, opened, monkeypatch, tmp_path: Path
) -> None:
    may_end, usual = threading.Event(), sign_off.render_plan

    def slow(file: LpdFile, **options: bool) -> object:
        may_end.wait(5)
        return usual(file, **options)

    monkeypatch.setattr(sign_off, "render_plan", slow)
    take(window, short_plan())
    before = window.session.file
    assistant = opened()
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    qtbot.waitUntil(lambda: "besiegelt" in assistant.notes.text)
    qtbot.keyClick(assistant, Qt.Key.Key_Escape)
    may_end.set()
    idle(qtbot, window)
    assert window.session.file is before
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.parametrize("title", ["Freigabe", "PDF"])
def test_work_that_is_cancelled_leaves_a_draft_and_the_assistant(
    qtbot, window, take, opened, tmp_path: Path, title: str
) -> None:
    take(window, short_plan())
    before = window.session.file
    assistant = opened()

    def cancel(job: Job) -> None:
        if job.title == title:
            job.cancel()

    window.services.jobs.started.connect(cancel)
    sign(qtbot, assistant, tmp_path / "plan.pdf")
    idle(qtbot, window)
    qtbot.waitUntil(assistant.sign.isEnabled)
    assert window.session.file == before
    assert stored(window) == before
    assert not (tmp_path / "plan.pdf").exists()
    assert assistant.isVisible()


def test_every_page_goes_round_with_tab_and_has_names(qtbot, window, take, opened) -> None:
    take(window, edited(whole_life(short_plan())))
    assistant = opened()
    fill(assistant)
    assistant.names.others.show_people(
        (Signatory(name="Ali Probe", role="Landrat"), Signatory(name="Bo Probe", role="Rat"))
    )
    assistant.names.hold_rule(True)
    faults: dict[str, list[str]] = {}
    for page in assistant._stack:
        go_to(qtbot, assistant, page)
        if page is assistant.pages:
            names_on(qtbot, page)
        trap = trap_in(assistant)
        faults[page.title] = [*faults_in(assistant), *([trap] if trap else [])]
    assert {title: found for title, found in faults.items() if found} == {}


def test_the_pages_are_turned_with_the_keyboard_alone(qtbot, window, take, opened) -> None:
    take(window, short_plan())
    assistant = opened()
    fill(assistant)
    spoken: list[str] = []
    with heard(spoken.append):
        for page in assistant._stack[1:]:
            press_alt(qtbot, assistant, Qt.Key.Key_W)
            qtbot.waitUntil(lambda page=page: assistant.page is page)
    assert "Schritt 5 von 5: Zusammenfassung" in spoken
    lines = [assistant.page.table.item(row, 1).text() for row in range(6)]
    assert "Dr. Ada Muster, Leitung" in lines
    press_alt(qtbot, assistant, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: assistant.page is assistant.names)


def press_alt(qtbot, assistant: ApprovalAssistant, key: Qt.Key) -> None:
    qtbot.keyClick(assistant.windowHandle(), key, Qt.KeyboardModifier.AltModifier)


def test_the_sheet_for_signatures_is_a_step_that_is_undone(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    window.plan.do("signature_sheet")
    dialog = window.findChild(SignatureSheetDialog)
    qtbot.mouseClick(dialog.signers.add, Qt.MouseButton.LeftButton)
    dialog.signers._rows[0].name.setText("Ali Probe")
    dialog.take.click()
    assert dialog.isVisible(), "the function is missing"
    dialog.signers._rows[0].role.setText("Landrat")
    dialog.lines.setValue(2)
    dialog.take.click()
    options = window.session.file.plan.options
    assert options.signature_sheet
    assert options.signers == (Signatory(name="Ali Probe", role="Landrat"),)
    assert options.signature_lines == 2
    window.session.draft.undo()
    assert not window.session.file.plan.options.signature_sheet
