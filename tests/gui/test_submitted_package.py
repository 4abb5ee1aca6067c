"""On the page of a submitted plan: mail draft, folder, and the package once more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from lpd_desktop.editing.handing_over import HandOver, hand_over
from lpd_desktop.gui.handing_over.package_box import PackageBox
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import Submission
from tests.gui.approved_plan import ACTOR, recorded_submission, stored_approval
from tests.gui.conftest import checked

NAME = "LPD_2023_Kreis_Talbrueck_v1"
TEXTS = HandOverTexts(recipient_email="lpd@amt.example", mail_text="Mit eigenen Worten: {file}")


@pytest.fixture
def folder(window: MainWindow, tmp_path: Path) -> Path:
    """Where the package of a submitted draft lies."""
    draft = stored_approval(window.services.data_folder)
    target = tmp_path / "Paket"
    with DraftStore.open(window.services.data_folder) as store:
        done = hand_over(store, draft, HandOver(target, TEXTS), ACTOR, "2022-11-08T10:00:00Z")
    assert done.file is not None
    return target


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """What was given to other programs."""
    paths: list[str] = []

    def open_url(url: QUrl) -> bool:
        paths.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


def shown(qtbot, window: MainWindow) -> PackageBox:
    """The box on the page of the only draft."""
    with DraftStore.open(window.services.data_folder) as store:
        (draft,) = [each.id for each in store.list_drafts()]
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(draft)
    checked(qtbot, window)
    window.plan.wizard.go_to("approval")
    qtbot.waitUntil(lambda: bool(_boxes(window)))
    return _boxes(window)[0]


def _boxes(window: MainWindow) -> list[PackageBox]:
    return [each for each in window.findChildren(PackageBox) if each.isVisible()]


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def entries(window: MainWindow) -> list[Submission]:
    with DraftStore.open(window.services.data_folder) as store:
        return store.submissions.list()


def test_mail_draft_and_folder_open_after_the_program_was_closed(
    qtbot, window: MainWindow, folder: Path, opened: list[str]
) -> None:
    box = shown(qtbot, window)
    assert f"liegt unverändert im Ordner „{folder}“" in box.told.sentence
    box.mail.click()
    box.folder.click()
    assert opened == [str(folder / f"{NAME}.eml"), str(folder)]


def test_a_package_that_is_gone_is_told_and_written_again_byte_for_byte(
    qtbot, window: MainWindow, folder: Path
) -> None:
    before = contents(folder)
    shutil.rmtree(folder)
    box = shown(qtbot, window)
    assert "ist nicht mehr da" in box.told.sentence
    assert not box.mail.isVisible()
    assert not box.folder.isVisible()
    box.again.click()
    qtbot.waitUntil(box.mail.isVisible, timeout=20_000)
    assert contents(folder) == before
    assert "Mit eigenen Worten" in before[f"{NAME}_Begleittext.txt"].decode("utf-8-sig")
    assert [each.step for each in entries(window)] == ["recorded"]


def test_a_changed_package_is_not_overwritten_but_put_elsewhere(
    qtbot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    before = contents(folder)
    (folder / f"{NAME}.eml").write_text("anders", "utf-8")
    box = shown(qtbot, window)
    assert "nicht mehr unverändert" in box.told.sentence
    box.again.click()
    told: list[QMessageBox] = []
    qtbot.waitUntil(lambda: bool(_messages(window, told)), timeout=20_000)
    assert "anderem Inhalt" in told[0].text()
    next(each for each in told[0].findChildren(QPushButton) if "Ordner" in each.text()).click()
    (tmp_path / "anderswo").mkdir()
    _choose(box, tmp_path / "anderswo")
    qtbot.waitUntil(lambda: "liegt unverändert" in box.told.sentence, timeout=20_000)
    assert contents(tmp_path / "anderswo" / NAME) == before
    assert (folder / f"{NAME}.eml").read_text("utf-8") == "anders"
    (entry,) = entries(window)
    assert entry.folder == str(tmp_path / "anderswo" / NAME)


def test_what_was_submitted_without_a_package_says_so(qtbot, window: MainWindow) -> None:
    recorded_submission(window.services.data_folder)
    box = shown(qtbot, window)
    assert "ohne Paket" in box.told.sentence
    assert box.again.isVisible()
    assert not box.mail.isVisible()


def _messages(window: MainWindow, found: list[QMessageBox]) -> list[QMessageBox]:
    found[:] = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    return found


def _choose(box: PackageBox, path: Path) -> None:
    files = next(each for each in box.findChildren(QFileDialog) if each.isVisible())
    files.fileSelected.emit(str(path))
    files.reject()


def test_every_button_has_a_letter_that_no_menu_has(
    qtbot, window: MainWindow, folder: Path
) -> None:
    box = shown(qtbot, window)
    page = box.parentWidget()
    menus = [each.text() for each in window.menuBar().actions()]
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    letters = [text.partition("&")[2][:1].lower() for text in (*menus, *buttons)]
    assert folder.is_dir()
    assert all(letters)
    assert len(set(letters)) == len(letters)
