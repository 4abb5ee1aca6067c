"""What happens when saving or writing goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing import writer
from lpd_desktop.editing.writer import SaveFailedError
from lpd_desktop.gui.plan_jobs import Approved, KeepRelease
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.words import block_words
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.runtime.files import UnwritableFileError
from lpd_desktop.runtime.progress import Progress


class NoDrafts:
    """Drafts that keep nothing and remember that they were asked."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep_release(self, draft: str, _file: object, _pdf: bytes, _before: object) -> None:
        self.kept.append(draft)


@pytest.fixture
def approved(tmp_path: Path) -> Approved:
    file = sample_file()
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-10")
    return Approved(file, sign_off(file, approval), tmp_path / "plan.pdf")


def test_the_release_is_kept_only_after_the_pdf_is_written(approved: Approved) -> None:
    drafts, flush = NoDrafts(), lambda _seconds: True
    approved.target.mkdir()
    with pytest.raises(UnwritableFileError):
        KeepRelease(approved, "d1", drafts, flush)(Progress())
    assert drafts.kept == []
    approved.target.rmdir()
    keep = KeepRelease(approved, "d1", drafts, flush)
    assert keep(Progress()).read_bytes() == approved.result.pdf
    assert drafts.kept == ["d1"]


def test_a_window_that_could_not_save_stays_open_until_somebody_insists(
    qtbot, window, monkeypatch
) -> None:
    window.opening.open_sample()
    qtbot.waitUntil(lambda: window.wizard is not None)
    monkeypatch.setattr(window.plan.autosave, "flush", lambda _timeout=None: False)
    window.close()
    assert window.isVisible()
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert "Nicht gespeichert" in box.windowTitle()
    next(button for button in box.buttons() if "schließen" in button.text()).click()
    qtbot.waitUntil(lambda: not window.isVisible())


def failure(**options) -> SaveFailedError:
    cause = "„/daten/drafts.db“ lässt sich nicht schreiben: Der Datenträger ist voll."
    return SaveFailedError(cause, Path("/rettung/Rettung-2023-1.lpd"), **options)


def test_a_failure_is_told_in_full_while_typing_goes_on_and_goes_when_saving_works(
    qtbot, sample_wizard, monkeypatch
) -> None:
    plan, bar = sample_wizard.window().plan, sample_wizard.window().plan.trouble.bar
    tried: list[float] = []
    monkeypatch.setattr(plan.autosave, "flush", lambda timeout=None: bool(tried.append(timeout)))
    assert bar.isHidden()
    plan._news.tell_failed(failure())
    qtbot.waitUntil(bar.isVisible)
    assert "Datenträger ist voll" in bar.label.sentence
    assert "/rettung/Rettung-2023-1.lpd" in bar.label.sentence
    assert bar.label.sentence.endswith("Sie können weiterschreiben.")
    qtbot.waitUntil(lambda: bar.label.height() >= bar.label.heightForWidth(bar.label.width()))
    bar.again.click()
    assert tried == [0]
    assert "voll" in plan.unsaved_sentence
    plan._news.tell_saved("2022-11-08T09:30:00Z")
    qtbot.waitUntil(bar.isHidden)


def test_saving_that_takes_long_is_said_before_it_has_failed(sample_wizard) -> None:
    trouble = sample_wizard.window().plan.trouble
    trouble.watch()
    assert trouble._slow.isActive()
    trouble._slow.timeout.emit()
    assert "ungewöhnlich lange" in trouble.bar.label.sentence
    trouble._on_saved()
    assert trouble.bar.isHidden()


def shown_box(window, title: str) -> QMessageBox | None:
    boxes = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    return next((box for box in boxes if box.windowTitle() == title), None)


def test_a_store_that_is_gone_interrupts_nobody_and_lets_the_draft_go_on_as_a_new_one(
    qtbot, sample_wizard, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(writer, "write_rescue_file", lambda *_given: tmp_path / "Rettung.lpd")
    window, found = sample_wizard.window(), "Entwurf nicht gefunden"
    for path in window.services.data_folder.glob("drafts.db*"):
        path.unlink()
    window.session.draft.set_text(Address("A.staff"), (paragraph("Trotzdem da."),))
    qtbot.waitUntil(window.wizard.bar.settle.isVisible)
    assert shown_box(window, found) is None, "typing goes on"
    window.wizard.bar.settle.click()
    qtbot.waitUntil(lambda: shown_box(window, found) is not None)
    with qtbot.waitSignal(window.opening.opened):
        shown_box(window, found).buttons()[0].click()
    assert block_words(window.session.file.plan.answer("A.staff").text) == ["Trotzdem", "da."]
    assert window.plan.save()


def test_who_is_typing_answers_no_question_that_comes_by_itself(qtbot, sample_wizard) -> None:
    window, title = sample_wizard.window(), "Anderswo gespeichert"
    window.plan._news.tell_failed(failure(is_conflict=True))
    qtbot.waitUntil(lambda: shown_box(window, title) is not None)
    box = shown_box(window, title)
    assert box.defaultButton() is box.escapeButton()
