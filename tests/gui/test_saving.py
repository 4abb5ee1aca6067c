"""What happens when saving or writing goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.gui.plan_jobs import Approved, KeepRelease
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.runtime.files import UnwritableFileError
from lpd_desktop.runtime.progress import Progress


class NoDrafts:
    """Drafts that keep nothing and remember that they were asked."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep_release(self, draft: str, _file: object, _pdf: bytes) -> None:
        self.kept.append(draft)


@pytest.fixture
def approved(tmp_path: Path) -> Approved:
    file = sample_file()
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-10")
    return Approved(file, sign_off(file, approval), tmp_path / "plan.pdf")


def test_the_release_is_kept_only_after_the_pdf_is_written(approved: Approved) -> None:
    drafts = NoDrafts()
    approved.target.mkdir()
    with pytest.raises(UnwritableFileError):
        KeepRelease(approved, "d1", drafts)(Progress())
    assert drafts.kept == []
    approved.target.rmdir()
    assert KeepRelease(approved, "d1", drafts)(Progress()).read_bytes() == approved.result.pdf
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
