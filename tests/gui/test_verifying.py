"""„PDF prüfen“: any file, from the start page or beside an open plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton

from lpd_desktop.gui.verifying.verify_dialog import VerifyDialog
from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.release.verification import verify
from tests.unit.release.rewriters import edited
from tests.unit.release.tamperings import page_removed

APPROVAL = Approval((Signatory(name="A. Probe", role="Leitung"),), "Talbrück", "2022-11-10")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return sign_off(sample_file(), APPROVAL).pdf


def choose(qtbot, window, path: Path) -> None:
    """Answers the file dialog."""
    chooser = window.findChild(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.close()


def shown(qtbot, window) -> VerifyDialog:
    """The dialog, as soon as the file was verified."""
    qtbot.waitUntil(lambda: window.findChild(VerifyDialog) is not None, timeout=20_000)
    return window.findChild(VerifyDialog)


def sentences(dialog: VerifyDialog) -> list[str]:
    return [each.accessibleName() or each.text() for each in dialog.findChildren(QLabel)]


def press(qtbot, root, caption: str) -> None:
    button = next(each for each in root.findChildren(QPushButton) if caption in each.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_original_is_verified_from_the_start_page(qtbot, window, pdf, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf)
    press(qtbot, window.start, "PDF")
    choose(qtbot, window, path)
    dialog = shown(qtbot, window)
    said = sentences(dialog)
    assert any(each.startswith("Unverändertes Original: ") for each in said)
    assert sum(each == "ja" for each in said) == 5
    assert "nein" not in said


def test_a_changed_file_is_named_beside_an_open_plan(qtbot, window, sample_wizard, pdf, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(edited(pdf, page_removed))
    window.actions_by_key["verify"].trigger()
    choose(qtbot, window, path)
    said = sentences(shown(qtbot, window))
    assert "Verändert: Seite 4 des Originals fehlt." in said
    assert "– Seite 4 des Originals fehlt." in said
    assert "nein" in said
    assert window.wizard is sample_wizard


def test_all_that_is_said_can_be_copied(qtbot, window, pdf):
    verdicts = verify(edited(pdf))
    dialog = VerifyDialog(window, Path("plan.pdf"), verdicts)
    dialog.open()
    press(qtbot, dialog, "Kopieren")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[:2] == ["plan.pdf", verdicts.summary]
    assert f"Datei: {verdicts.file_unchanged.sentence}" in copied
    assert "keine Fälschung" in copied[-1]


def test_a_file_that_is_dropped_on_the_verdicts_is_verified_next(qtbot, window, pdf, tmp_path):
    path = tmp_path / "zweite.lpd"
    path.write_bytes(write_lpd(sample_file()))
    window.verifying.start(path)
    dialog = shown(qtbot, window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    dropped: list[Path] = []
    dialog.file_dropped.connect(dropped.append)
    how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *how)
    QApplication.sendEvent(dialog, enter)
    QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *how))
    assert dropped == [path]
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


def test_another_file_can_be_verified_at_once(qtbot, window, pdf):
    window.verifying._on_verified(Path("plan.pdf"), verify(pdf))
    press(qtbot, window.findChild(VerifyDialog), "Andere")
    assert window.findChild(QFileDialog) is not None
    window.findChild(QFileDialog).close()


def test_a_file_that_is_no_document_is_refused_in_a_sentence(qtbot, window, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    window.verifying.start(path)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert "lässt sich nicht lesen" in window.findChild(QMessageBox).text()
