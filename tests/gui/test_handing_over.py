"""Handing an approved plan over in the window: checked, written, recorded, taken up again."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWizard

import lpd_desktop.gui
from lpd_desktop.editing import handing_over
from lpd_desktop.editing.office_settings import keep_settings
from lpd_desktop.gui.handing_over.hand_over_assistant import (
    ACTOR,
    CHECK,
    DONE,
    LETTER,
    PACKAGE,
    HandOverAssistant,
)
from lpd_desktop.gui.handing_over.handing_over import HandingOver
from lpd_desktop.gui.handing_over.kept_words import KeptWords
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.submissions.correction_dialog import CorrectionDialog
from lpd_desktop.release import acceptance, package_folder
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import Planned, Submission
from lpd_desktop.store.submissions import Submissions
from tests.gui.approved_plan import approved_plan, stored_approval
from tests.gui.conftest import checked
from tests.gui.looked_over import faults_in
from tests.trials.killable import Killable

NAME = "LPD_2023_Kreis_Talbrueck_v1"
_BUTTON = QWizard.WizardButton

Opened = Callable[[], HandOverAssistant]


@pytest.fixture(scope="module", autouse=True)
def verdicts_are_found_once() -> Iterator[None]:
    """The same bytes are always judged alike; all tests hand over the same document."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acceptance, "verify", lru_cache(8)(acceptance.verify))
        yield


@pytest.fixture
def draft(window: MainWindow) -> str:
    return stored_approval(window.services.data_folder)


@pytest.fixture
def asked(qtbot, window: MainWindow, draft: str) -> Opened:
    """Opens the draft and the assistant; the check of the document is done."""

    def opened() -> HandOverAssistant:
        if window.plan is None:
            with qtbot.waitSignal(window.opening.opened):
                window.opening.load(draft)
            checked(qtbot, window)
        window.actions_by_key["hand_over"].trigger()
        assistant = window.findChild(HandingOver).assistant
        qtbot.waitUntil(lambda: assistant.check.inspection is not None, timeout=20_000)
        return assistant

    return opened


def press(assistant: HandOverAssistant, button: QWizard.WizardButton) -> None:
    assistant.button(button).click()


def fill_in(assistant: HandOverAssistant, folder: Path) -> None:
    """Goes to the page that asks who it is."""
    press(assistant, _BUTTON.NextButton)
    assistant.package.folder.edit.setText(str(folder))
    go_on(assistant)
    assistant.actor.name.edit.setText("Paula Planerin")
    assistant.actor.role.edit.setText("Sachbearbeitung")
    assert not assistant.actor.at_once.isChecked()
    assistant.actor.at_once.setChecked(True)


def hand_over(qtbot, assistant: HandOverAssistant) -> None:
    press(assistant, _BUTTON.CommitButton)
    qtbot.waitUntil(lambda: assistant.currentId() == DONE, timeout=20_000)


def refused_folder(qtbot, assistant: HandOverAssistant) -> str:
    """Presses the button in vain; what is said at the field of the folder then."""
    press(assistant, _BUTTON.CommitButton)
    qtbot.waitUntil(lambda: assistant.currentId() == PACKAGE, timeout=20_000)
    assert assistant.package.folder.field.hasFocus()
    return assistant.package.folder.field.accessibleDescription()


def go_on(assistant: HandOverAssistant) -> None:
    press(assistant, _BUTTON.NextButton)
    press(assistant, _BUTTON.NextButton)
    assert assistant.currentId() == ACTOR


def submissions(window: MainWindow) -> list[Submission]:
    with DraftStore.open(window.services.data_folder) as store:
        return store.submissions.list()


@pytest.mark.parametrize("at_once", [True, False])
def test_on_every_page_a_letter_leads_to_one_thing(
    qtbot, asked: Opened, tmp_path: Path, at_once: bool
) -> None:
    assistant = asked()
    faults = {"Prüfung": faults_in(assistant)}
    press(assistant, _BUTTON.NextButton)
    assistant.package.folder.edit.setText(str(tmp_path / "Paket"))
    for title in ("Paket", "Begleittext", "Wer übergibt"):
        faults[title] = faults_in(assistant)
        if title != "Wer übergibt":
            press(assistant, _BUTTON.NextButton)
    assistant.actor.name.edit.setText("Paula Planerin")
    assistant.actor.role.edit.setText("Sachbearbeitung")
    assistant.actor.at_once.setChecked(at_once)
    hand_over(qtbot, assistant)
    faults["geschrieben"] = faults_in(assistant)
    if at_once:
        assistant.done_page.correct.click()
        faults["Berichtigung"] = faults_in(assistant.findChild(CorrectionDialog))
    assert {title: found for title, found in faults.items() if found} == {}


def test_the_check_comes_first_and_says_that_every_byte_is_as_it_was(asked: Opened) -> None:
    assistant = asked()
    assert assistant.currentId() == CHECK
    assert assistant.check.isComplete()
    lines = [
        assistant.check.verdicts.item(row).text() for row in range(assistant.check.verdicts.count())
    ]
    assert len(lines) >= 4
    assert any(line.startswith("Datei: ") for line in lines)
    assert assistant.check.summary.sentence
    press(assistant, _BUTTON.NextButton)
    labels = [each for each in assistant.findChildren(QLabel) if each.isVisible()]
    weights = [each.font().weight() for each in labels]
    assert max(weights) == QFont.Weight.DemiBold, "there are no bolder letters"


def test_a_package_is_written_recorded_and_the_plan_is_submitted(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    hand_over(qtbot, assistant)
    assert window.session.file.work.state == "submitted"
    entry = window.session.file.work.log[-1]
    assert (entry.event, entry.name, entry.role) == (
        "submitted",
        "Paula Planerin",
        "Sachbearbeitung",
    )
    (submission,) = submissions(window)
    assert submission.step == "recorded"
    assert (tmp_path / "Paket" / f"{NAME}.pdf").read_bytes() == approved_plan()[1]
    assert "als eingereicht festgehalten" in assistant.done_page.told.sentence
    with DraftStore.open(window.services.data_folder) as store:
        assert store.load(window.session.draft_id).work.state == "submitted"
    assert window.plan.save()


def test_the_ways_after_it_open_local_files_and_copy_the_words(
    qtbot, asked: Opened, tmp_path: Path, monkeypatch
) -> None:
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    hand_over(qtbot, assistant)
    done = assistant.done_page
    for button in (done.folder, done.mail):
        button.click()
    assert all(url.isLocalFile() for url in urls)
    assert [url.toLocalFile() for url in urls] == [
        str(tmp_path / "Paket"),
        str(tmp_path / "Paket" / f"{NAME}.eml"),
    ]
    done.text.click()
    assert f"Datei: {NAME}.pdf" in QGuiApplication.clipboard().text()
    done.subject.click()
    assert "Kreis Talbrück" in QGuiApplication.clipboard().text()


def test_what_was_changed_in_the_text_is_in_the_mail_with_its_braces(
    qtbot, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    press(assistant, _BUTTON.NextButton)
    assistant.package.address.edit.setText("lpd@amt.example")
    assistant.letter.edit.setPlainText(f"Guten Tag {{n}},\nanbei {NAME}.pdf.")
    assistant.package.rule.edit.setText("Plan {year} v{n}")
    assert "anbei Plan_2023_v1.pdf" in assistant.letter.edit.toPlainText()
    press(assistant, _BUTTON.BackButton)
    fill_in(assistant, tmp_path / "Paket")
    hand_over(qtbot, assistant)
    mail = email.message_from_bytes(
        (tmp_path / "Paket" / "Plan_2023_v1.eml").read_bytes(), policy=email.policy.default
    )
    assert mail["To"] == "lpd@amt.example"
    assert mail.get_body().get_content().startswith("Guten Tag {n},")


def test_an_untouched_text_follows_the_name_and_ones_own_can_be_taken_back(asked: Opened) -> None:
    assistant = asked()
    press(assistant, _BUTTON.NextButton)
    assistant.package.rule.edit.setText("Plan {year}")
    assert "Plan_2023.pdf" in assistant.letter.edit.toPlainText()
    assert not assistant.letter.reset.isEnabled()
    assert assistant.package.folder.edit.text().endswith("Plan_2023")
    proposed = assistant.letter.edit.toPlainText()
    assistant.letter.edit.setPlainText("Kurz.")
    assistant.letter.reset.click()
    assert assistant.letter.edit.toPlainText() == proposed


def test_the_settings_of_the_office_are_proposed(
    window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    folder = window.services.data_folder
    values = {
        "own_name": "Paula Planerin",
        "own_role": "Sachbearbeitung",
        "recipient_name": "Ministerium, Referat 1",
        "recipient_email": "referat@amt.example",
        "file_name_rule": "Plan_{number}",
        "mail_subject": "Unser Plan {year}",
        "hand_over_folder": str(tmp_path),
    }
    keep_settings(folder, values)
    assistant = asked()
    assert assistant.package.recipient.edit.text() == "Ministerium, Referat 1"
    assert assistant.package.address.edit.text() == "referat@amt.example"
    assert Path(assistant.package.folder.edit.text()).parent == tmp_path
    assert assistant.letter.subject.edit.text() == "Unser Plan 2023"
    assert assistant.actor.person.name == "Paula Planerin"
    assert assistant.actor.actor is None


IMPOSSIBLE = {
    "rule": ("{nichts}", "unbekannt"),
    "address": ("kein Name", "keine Adresse"),
    "recipient": ("  ", "an wen"),
    "folder": ("irgendwo", "ganzen Pfad"),
}


def test_what_cannot_be_is_said_below_its_field_and_stops_the_way(asked: Opened) -> None:
    assistant = asked()
    press(assistant, _BUTTON.NextButton)
    for row, (typed, told) in IMPOSSIBLE.items():
        field = getattr(assistant.package, row)
        before = field.edit.text()
        field.edit.setText(typed)
        assert told in field.field.accessibleDescription(), row
        assert not assistant.button(_BUTTON.NextButton).isEnabled(), row
        field.edit.setText(before)
        assert told not in field.field.accessibleDescription(), row
        assert assistant.button(_BUTTON.NextButton).isEnabled(), row


def test_without_name_and_function_nothing_is_written(
    window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    assistant.actor.role.edit.clear()
    press(assistant, _BUTTON.CommitButton)
    assert assistant.currentId() == ACTOR
    assert "Bitte angeben" in assistant.actor.role.field.accessibleDescription()
    assert not (tmp_path / "Paket").exists()
    assert submissions(window) == []


def test_the_entry_can_wait_until_the_mail_is_sent(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    assistant.actor.at_once.setChecked(False)
    hand_over(qtbot, assistant)
    assert "noch nicht festgehalten" in assistant.done_page.told.sentence
    assert window.session.file.work.state == "approved"
    assistant.accept()
    assistant = asked()
    assert "liegt dort unverändert" in assistant.check.interrupted.sentence
    press(assistant, _BUTTON.NextButton)
    assert assistant.currentId() == ACTOR
    assert not assistant.actor.at_once.isVisible()
    assistant.actor.name.edit.setText("Paula Planerin")
    assistant.actor.role.edit.setText("Sachbearbeitung")
    hand_over(qtbot, assistant)
    assert window.session.file.work.state == "submitted"
    assert [each.step for each in submissions(window)] == ["recorded"]
    assistant.done_page.text.click()
    assert f"Datei: {NAME}.pdf" in QGuiApplication.clipboard().text()


def test_after_the_mail_is_sent_the_last_page_records_it_with_its_day(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    assistant.actor.at_once.setChecked(False)
    hand_over(qtbot, assistant)
    sent = assistant.done_page.sent
    assert sent.isVisible()
    window.wizard.go_to("approval")
    qtbot.waitUntil(window.wizard.page.begun.isVisible)
    (row,) = window.services.drafts.rows()
    assert row.state == "freigegeben, Fassung 1, Übergabe begonnen"
    assert "Haben Sie die E-Mail abgeschickt?" in sent.question.sentence
    assert sent.name.edit.text() == "Paula Planerin"
    sent.day.edit.setText("31.02.2022")
    sent.record.click()
    assert "kein Datum" in sent.day.field.accessibleDescription()
    for day, told in (("01.01.2099", "heute ist der"), ("01.11.2022", "vor der Freigabe")):
        sent.day.edit.setText(day)
        sent.record.click()
        assert told in sent.day.field.accessibleDescription()
    assert window.session.file.work.state == "approved"
    sent.day.edit.setText("11.11.2022")
    sent.record.click()
    qtbot.waitUntil(lambda: window.session.file.work.state == "submitted", timeout=20_000)
    (entry,) = submissions(window)
    assert (entry.step, entry.step_time) == ("recorded", "2022-11-11")
    assert not sent.isVisible()
    assert window.wizard.page.begun.isHidden()
    assert "begonnen" not in window.services.drafts.rows()[0].state
    assert "ist als eingereicht festgehalten" in assistant.done_page.told.sentence


def test_who_handed_over_last_is_proposed_the_next_time(
    qtbot, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    hand_over(qtbot, assistant)
    assistant.accept()
    again = asked()
    assert "schon als eingereicht festgehalten" in again.check.summary.sentence
    assert again.actor.person.name == "Paula Planerin"


def test_a_package_that_was_changed_in_its_folder_is_made_again(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    assistant.actor.at_once.setChecked(False)
    hand_over(qtbot, assistant)
    assistant.accept()
    (tmp_path / "Paket" / f"{NAME}.pdf").write_bytes(b"other")
    assistant = asked()
    assert "nicht mehr unverändert" in assistant.check.interrupted.sentence
    fill_in(assistant, tmp_path / "Paket 2")
    hand_over(qtbot, assistant)
    assert sorted(each.step for each in submissions(window)) == ["abandoned", "recorded"]


def test_a_begun_hand_over_can_be_given_up_after_a_question(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    assistant.actor.at_once.setChecked(False)
    hand_over(qtbot, assistant)
    assistant.accept()
    assistant = asked()
    assistant.check.give_up.click()
    box = assistant.findChild(QMessageBox)
    next(each for each in box.findChildren(QPushButton) if "Aufgeben" in each.text()).click()
    qtbot.waitUntil(
        lambda: assistant.check.inspection is not None and assistant.check.give_up.isHidden(),
        timeout=20_000,
    )
    assert [each.step for each in submissions(window)] == ["abandoned"]
    press(assistant, _BUTTON.NextButton)
    assert assistant.currentId() == PACKAGE


def test_a_folder_with_something_else_is_refused_and_another_one_taken(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    (tmp_path / "voll").mkdir()
    (tmp_path / "voll" / "brief.txt").write_text("x")
    assistant = asked()
    fill_in(assistant, tmp_path / "voll")
    assert "brief.txt" in refused_folder(qtbot, assistant)
    assert submissions(window) == []
    assistant.package.folder.edit.setText(str(tmp_path / "leer"))
    go_on(assistant)
    hand_over(qtbot, assistant)
    assert (tmp_path / "leer" / f"{NAME}.pdf").exists()


def test_a_place_where_a_file_lies_is_refused(qtbot, asked: Opened, tmp_path: Path) -> None:
    """As a folder without the right to write; root may write anywhere."""
    (tmp_path / "datei").write_text("x")
    assistant = asked()
    fill_in(assistant, tmp_path / "datei" / "Paket")
    assert str(tmp_path / "datei") in refused_folder(qtbot, assistant)


def test_a_full_disk_leaves_nothing_and_the_next_try_goes_through(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path, monkeypatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    with monkeypatch.context() as patch:
        patch.setattr(package_folder, "_write_new", full)
        assert "Paket" in refused_folder(qtbot, assistant)
    assert list(tmp_path.iterdir()) == []
    assert window.session.file.work.state == "approved"
    go_on(assistant)
    hand_over(qtbot, assistant)
    assert sorted(each.step for each in submissions(window)) == ["abandoned", "recorded"]


def test_after_a_failure_the_next_opening_has_what_was_typed(
    qtbot, asked: Opened, tmp_path: Path, monkeypatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    assistant = asked()
    assistant.package.rule.edit.setText("Plan {year}")
    assistant.package.recipient.edit.setText("Referat 1")
    fill_in(assistant, tmp_path / "Paket")
    with monkeypatch.context() as patch:
        patch.setattr(package_folder, "_write_new", full)
        refused_folder(qtbot, assistant)
    assistant.reject()
    again = asked()
    assert "kam nicht zustande" in again.check.interrupted.sentence
    assert again.check.give_up.isHidden()
    assert again.package.folder.edit.text() == str(tmp_path / "Paket")
    assert again.package.name == "Plan_2023.pdf"
    assert again.package.recipient.edit.text() == "Referat 1"


def test_an_entry_that_fails_is_told_and_made_up_for_the_next_time(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path, monkeypatch
) -> None:
    class RefusedError(LpdError):
        pass

    def refused(*_arguments: object, **_named: object) -> None:
        raise RefusedError("Der Datenträger ist voll.")

    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    with monkeypatch.context() as patch:
        patch.setattr(Submissions, "record", refused)
        hand_over(qtbot, assistant)
    assert "Der Datenträger ist voll." in assistant.done_page.told.sentence
    assert "noch nicht festgehalten" in assistant.done_page.told.sentence
    assert window.session.file.work.state == "approved"
    assistant.accept()
    assert "noch nicht als eingereicht" in asked().check.interrupted.sentence


@pytest.mark.parametrize("step", ["begun", "half", "files", "written"])
def test_after_the_program_was_killed_the_assistant_goes_on_where_it_stood(
    qtbot, window: MainWindow, draft: str, asked: Opened, tmp_path: Path, step: str
) -> None:
    folder, target = window.services.data_folder, tmp_path / "Paket"
    with Killable("tests.gui.killed_hand_over", folder, draft, target, step) as process:
        process.wait_for("ready")
        assert process.rest() == []
    (left,) = submissions(window)
    assert left.step == ("written" if step == "written" else "begun")
    assert target.exists() == (step in ("files", "written"))
    assistant = asked()
    assert str(target) in assistant.check.interrupted.sentence
    press(assistant, _BUTTON.NextButton)
    if step == "written":
        assert assistant.currentId() == ACTOR
    else:
        assert assistant.package.folder.edit.text() == str(target)
        go_on(assistant)
    assistant.actor.name.edit.setText("Paula Planerin")
    assistant.actor.role.edit.setText("Sachbearbeitung")
    assistant.actor.at_once.setChecked(True)
    hand_over(qtbot, assistant)
    assert [each.step for each in submissions(window)] == ["recorded"]
    assert [path.name for path in tmp_path.iterdir()] == ["Paket"]
    assert len(list(target.iterdir())) == 4


def test_what_fails_elsewhere_is_said_where_the_button_is(
    qtbot, asked: Opened, tmp_path: Path, monkeypatch
) -> None:
    class FullError(LpdError):
        pass

    def full(*_arguments: object) -> None:
        raise FullError("Der Speicher der Entwürfe ist voll.")

    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    monkeypatch.setattr(Submissions, "take_up", full)
    press(assistant, _BUTTON.CommitButton)
    qtbot.waitUntil(lambda: not assistant.actor.trouble.isHidden(), timeout=20_000)
    assert assistant.currentId() == ACTOR
    assert "ist voll" in assistant.actor.trouble.sentence
    assert assistant.button(_BUTTON.CommitButton).isEnabled()
    assert not (tmp_path / "Paket").exists()


def test_a_withdrawn_approval_leaves_a_hand_over_that_is_given_up_with_the_next(
    qtbot, window: MainWindow, draft: str, asked: Opened, tmp_path: Path
) -> None:
    with DraftStore.open(window.services.data_folder) as store:
        planned = Planned(1, "0" * 64, "alt.pdf", "0" * 64, "MAGS", folder=str(tmp_path / "alt"))
        store.submissions.begin(draft, planned)
    assistant = asked()
    assert "die es nicht mehr gibt" in assistant.check.interrupted.sentence
    fill_in(assistant, tmp_path / "Paket")
    hand_over(qtbot, assistant)
    assert sorted(each.step for each in submissions(window)) == ["abandoned", "recorded"]


def test_a_document_that_was_changed_in_the_store_is_not_handed_over(
    window: MainWindow, draft: str, asked: Opened, monkeypatch
) -> None:
    real = handing_over._pdf_of

    def spoiled(*arguments):
        data = bytearray(real(*arguments))
        data[len(data) // 2] ^= 1
        return bytes(data)

    monkeypatch.setattr(handing_over, "_pdf_of", spoiled)
    assistant = asked()
    assert not assistant.check.isComplete()
    assert not assistant.button(_BUTTON.NextButton).isEnabled()
    assert "nicht übergeben" in assistant.check.summary.sentence
    verdicts = assistant.check.verdicts
    spoken = [
        verdicts.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(verdicts.count())
    ]
    assert any("nicht in Ordnung" in each for each in spoken)


def test_a_draft_is_told_that_the_approval_comes_first(window: MainWindow, sample_wizard) -> None:
    window.actions_by_key["hand_over"].trigger()
    assert window.findChild(HandingOver).assistant is None
    assert "nur ein freigegebenes" in window.findChild(QMessageBox).text()


def test_closing_the_assistant_while_it_writes_does_not_lose_the_entry(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    press(assistant, _BUTTON.CommitButton)
    assistant.reject()
    qtbot.waitUntil(lambda: window.session.file.work.state == "submitted", timeout=20_000)


def test_every_page_is_gone_through_with_the_keyboard_alone(
    qtbot, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    assistant.package.folder.edit.setText(str(tmp_path / "Paket"))
    assistant.actor.name.edit.setText("A")
    assistant.actor.role.edit.setText("B")
    qtbot.waitUntil(assistant.isActiveWindow)
    seen, faults = [], []
    for page in (CHECK, PACKAGE, LETTER, ACTOR):
        seen.append(assistant.currentId() == page)
        faults += faults_in(assistant)
        QTest.keyClick(assistant.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: assistant.currentId() == DONE, timeout=20_000)
    faults += faults_in(assistant)
    assert seen == [True] * 4
    assert faults == []
    assert assistant.done_page.mail.hasFocus()


def test_the_program_keeps_its_word_that_it_opens_no_connection() -> None:
    """What goes to other programs of the machine is a local file, in every module of the parts."""
    gui = Path(lpd_desktop.gui.__file__).parent
    calls = [
        line.strip()
        for path in gui.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "openUrl(" in line
    ]
    assert calls
    assert all("QUrl.fromLocalFile(" in call for call in calls)


def kept_words(window: MainWindow, draft: str) -> str:
    with DraftStore.open(window.services.data_folder) as store:
        return store.submissions.words.of(draft)


def test_what_was_typed_is_there_again_after_the_program_was_killed(
    qtbot, window: MainWindow, draft: str, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    press(assistant, _BUTTON.NextButton)
    assert not assistant.package.restored.isVisible()
    assistant.package.address.edit.setText("lpd@amt.example")
    assistant.letter.edit.setPlainText("Guten Tag,\nanbei der Plan.")
    qtbot.waitUntil(lambda: "anbei der Plan" in kept_words(window, draft))
    assistant._filling.end()
    assistant.reject()
    keep_settings(window.services.data_folder, {"recipient_name": "Neues Amt"})
    again = asked()
    press(again, _BUTTON.NextButton)
    assert again.package.restored.isVisible()
    assert again.package.address.edit.text() == "lpd@amt.example"
    assert again.letter.edit.toPlainText() == "Guten Tag,\nanbei der Plan."
    assert again.package.recipient.edit.text() == "Neues Amt"
    press(again, _BUTTON.BackButton)
    fill_in(again, tmp_path / "Paket")
    hand_over(qtbot, again)
    assert "anbei der Plan." in (tmp_path / "Paket" / f"{NAME}_Begleittext.txt").read_text("utf-8")
    assert kept_words(window, draft) == ""


def test_what_was_restored_can_be_thrown_away(
    qtbot, window: MainWindow, draft: str, asked: Opened
) -> None:
    assistant = asked()
    proposed = assistant.letter.edit.toPlainText()
    press(assistant, _BUTTON.NextButton)
    assistant.letter.edit.setPlainText("Kurz.")
    assistant.package.recipient.edit.setText("Jemand anders")
    assistant.reject()
    qtbot.waitUntil(lambda: "Kurz." in kept_words(window, draft))
    again = asked()
    press(again, _BUTTON.NextButton)
    again.package.restored.forget.click()
    assert not again.package.restored.isVisible()
    assert again.letter.edit.toPlainText() == proposed
    assert again.package.recipient.edit.text() != "Jemand anders"
    qtbot.waitUntil(lambda: kept_words(window, draft) == "")


def test_a_letter_for_another_approval_is_not_offered_but_its_recipient_is(
    window: MainWindow, draft: str, asked: Opened
) -> None:
    words = KeptWords(seal="0" * 64, address="lpd@amt.example", text="Prüfsumme von damals")
    with DraftStore.open(window.services.data_folder) as store:
        store.submissions.words.keep(draft, words.as_text())
    assistant = asked()
    assert assistant.package.address.edit.text() == "lpd@amt.example"
    assert "Prüfsumme von damals" not in assistant.letter.edit.toPlainText()


def test_the_way_is_chosen_when_it_was_sent_and_corrected_afterwards(
    qtbot, window: MainWindow, asked: Opened, tmp_path: Path
) -> None:
    assistant = asked()
    fill_in(assistant, tmp_path / "Paket")
    assistant.actor.at_once.setChecked(False)
    hand_over(qtbot, assistant)
    done = assistant.done_page
    assert done.sent.ways.way == "mail"
    assert not done.correct.isVisible()
    done.sent.ways.choose("upload")
    done.sent.record.click()
    qtbot.waitUntil(lambda: not done.sent.isVisible(), timeout=20_000)
    assert "hochgeladen" in done.way_line.sentence
    assert (submissions(window)[0].planned.way, submissions(window)[0].way) == ("mail", "upload")
    done.correct.click()
    dialog = assistant.findChild(CorrectionDialog)
    assert dialog.name.edit.text() == "Paula Planerin"
    QTest.keyClick(dialog.name.edit, Qt.Key.Key_Return)
    assert "stehen so schon" in dialog.ways.accessibleDescription()
    dialog.day.edit.setText("1.1.2099")
    dialog.ways.choose("post")
    QTest.keyClick(dialog.name.edit, Qt.Key.Key_Return)
    assert "heute ist der" in dialog.day.edit.accessibleDescription()
    dialog.day.edit.setText("11.11.2022")
    QTest.keyClick(dialog.name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "„per Post“ statt „hochgeladen“" in done.way_line.sentence)
    (entry,) = submissions(window)
    assert [each.way for each in entry.way_notes] == ["upload", "post"]
    assert (entry.sent, entry.day_notes[-1].name) == ("2022-11-11", "Paula Planerin")
    assert entry.way_notes[-1].name == "Paula Planerin"
