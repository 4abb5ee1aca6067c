"""The register of submissions in the window: what was handed over, and its papers."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.submissions.correction_dialog import CorrectionDialog
from lpd_desktop.gui.submissions.submission_list import told_size
from lpd_desktop.gui.submissions.submissions_dialog import SubmissionsDialog
from lpd_desktop.gui.submissions.told_submission import told_submissions
from lpd_desktop.release.approval import approve
from lpd_desktop.release.states import move
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.kept_papers import PAPER_LIMIT
from lpd_desktop.store.submission_entries import Paper, Planned
from tests.gui.approved_plan import ACTOR, APPROVAL, recorded_submission
from tests.gui.conftest import inputs
from tests.gui.looked_over import spoken_name
from tests.gui.test_budget_files import drop

PDF = b"%PDF-1.7 scanned"


@pytest.fixture
def draft(window: MainWindow, tmp_path: Path) -> str:
    return recorded_submission(window.services.data_folder, str(tmp_path))


@pytest.fixture
def dialog(qtbot, window: MainWindow, draft: str) -> SubmissionsDialog:
    window.actions_by_key["submissions"].trigger()
    qtbot.waitUntil(lambda: window.submissions.dialog.list.rowCount() == 1)
    return window.submissions.dialog


@pytest.fixture
def opened(monkeypatch) -> list[QUrl]:
    """What was given to other programs."""
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    return urls


def papers(window: MainWindow) -> list[Paper]:
    with DraftStore.open(window.services.data_folder) as store:
        return list(store.submissions.list()[0].papers)


def answer(dialog: SubmissionsDialog, caption: str) -> None:
    """Presses a button of the question that is asked."""
    box = next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())
    next(each for each in box.findChildren(QPushButton) if caption in each.text()).click()


def attach(dialog: SubmissionsDialog, path: Path, kind: str) -> None:
    dialog.keep.click()
    chosen = next(each for each in dialog.findChildren(QFileDialog) if each.isVisible())
    chosen.fileSelected.emit(str(path))
    chosen.reject()
    answer(dialog, kind)


def told(dialog: SubmissionsDialog) -> str:
    boxes = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    return " ".join(box.text() for box in boxes)


def test_a_line_says_what_was_handed_over_when_to_whom_and_how(dialog: SubmissionsDialog) -> None:
    cells = [dialog.list.item(0, column).text() for column in range(dialog.list.columnCount())]
    assert cells[:3] == ["Kreis Talbrück 2023", "1", "eingereicht"]
    assert cells[4:] == ["MAGS", "per E-Mail", "Eingangsbestätigung"]
    assert dialog.details.file.text() == "LPD_2023_Kreis_Talbrueck_v1.pdf"
    assert dialog.details.sha256.text() == "a" * 64
    assert dialog.details.seal.text()[:8] == dialog.list.current.entry.planned.seal[:8]


def test_the_checksum_and_the_line_are_copied(dialog: SubmissionsDialog) -> None:
    dialog.details.copy.click()
    assert QGuiApplication.clipboard().text() == "a" * 64
    QTest.keyClick(dialog.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.count("\t") == line.count("\t")
    assert "SHA-256" in head
    assert "a" * 64 in line


def test_an_empty_register_says_how_something_comes_into_it(qtbot, window: MainWindow) -> None:
    window.actions_by_key["submissions"].trigger()
    dialog = window.submissions.dialog
    qtbot.waitUntil(lambda: "Noch ist nichts eingereicht" in dialog.told.text())
    assert dialog.list.isHidden()
    assert not dialog.keep.isVisible()


def test_the_start_page_leads_to_the_register(qtbot, window: MainWindow) -> None:
    window.start.submissions_wanted.emit()
    assert window.submissions.dialog.isVisible()
    qtbot.waitUntil(lambda: bool(window.submissions.dialog.told.text()))


def test_a_signed_page_is_kept_opened_saved_and_removed_after_a_question(
    qtbot, window: MainWindow, dialog: SubmissionsDialog, opened: list[QUrl], tmp_path: Path
) -> None:
    scan = tmp_path / "Seite unterschrieben.pdf"
    scan.write_bytes(PDF)
    attach(dialog, scan, "Unterschriebene")
    qtbot.waitUntil(lambda: dialog.papers.rowCount() == 2)
    assert [each.kind for each in papers(window)] == ["acknowledgement", "signed_page"]
    assert dialog.papers.current.name == scan.name
    dialog.view.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].isLocalFile()
    assert Path(opened[0].toLocalFile()).read_bytes() == PDF
    dialog.save.click()
    target = tmp_path / "kopie.pdf"
    chosen = next(each for each in dialog.findChildren(QFileDialog) if each.isVisible())
    chosen.fileSelected.emit(str(target))
    chosen.reject()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes() == PDF
    qtbot.waitUntil(lambda: "kopie.pdf" in told(dialog))
    answer(dialog, "Schließen")
    dialog.remove.click()
    assert len(papers(window)) == 2
    answer(dialog, "Entfernen")
    qtbot.waitUntil(lambda: dialog.papers.rowCount() == 1)
    assert [each.kind for each in papers(window)] == ["acknowledgement"]
    assert scan.exists()


def test_a_dropped_file_is_asked_for_its_kind(
    qtbot, window: MainWindow, dialog: SubmissionsDialog, tmp_path: Path
) -> None:
    mail = tmp_path / "Eingang bestätigt.eml"
    mail.write_bytes(b"Subject: Eingang\r\n\r\nErhalten.")
    assert drop(dialog, mail)
    answer(dialog, "Eingangsbestätigung")
    qtbot.waitUntil(lambda: dialog.papers.rowCount() == 2)
    kept = papers(window)[-1]
    assert (kept.name, kept.sha256) == (mail.name, hashlib.sha256(mail.read_bytes()).hexdigest())


@pytest.mark.parametrize(
    ("name", "size", "sentence"),
    [("leer.pdf", 0, "ist leer"), ("riesig.pdf", PAPER_LIMIT + 1, "größer als 16 MB")],
)
def test_an_empty_or_too_large_file_is_refused_in_a_sentence(
    qtbot, window: MainWindow, dialog: SubmissionsDialog, tmp_path: Path, name, size, sentence
) -> None:
    path = tmp_path / name
    with path.open("wb") as sink:
        sink.truncate(size)
    attach(dialog, path, "Beilage")
    qtbot.waitUntil(lambda: sentence in told(dialog))
    assert len(papers(window)) == 1


def test_a_file_of_another_kind_is_kept_but_never_handed_to_a_program(
    qtbot, dialog: SubmissionsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "eingang.exe"
    path.write_bytes(b"MZ")
    attach(dialog, path, "dere Beilage")
    qtbot.waitUntil(lambda: "weder PDF noch Bild" in told(dialog))
    qtbot.waitUntil(lambda: dialog.papers.rowCount() == 2)
    assert dialog.papers.current.name == "eingang.exe"
    assert not dialog.view.isEnabled()
    assert dialog.save.isEnabled()


def test_the_folder_of_the_package_is_opened_where_it_is_still_there(
    dialog: SubmissionsDialog, opened: list[QUrl], tmp_path: Path
) -> None:
    dialog.details.folder_button.click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_a_folder_that_is_gone_is_told(
    window: MainWindow, dialog: SubmissionsDialog, opened: list[QUrl], tmp_path: Path
) -> None:
    dialog.folder_wanted.emit(tmp_path / "fort")
    assert "liegt nicht mehr" in told(dialog)
    assert opened == []


def test_the_plan_of_a_submission_is_opened(
    qtbot, window: MainWindow, dialog: SubmissionsDialog, draft: str
) -> None:
    with qtbot.waitSignal(window.opening.opened):
        dialog.details.plan_button.click()
    assert window.session.draft_id == draft


def test_after_a_return_the_register_names_what_was_replaced_and_by_which_version(
    window: MainWindow, draft: str
) -> None:
    with DraftStore.open(window.services.data_folder) as store:
        first = store.load(draft)
        returned = move(first, "returned", ACTOR, "2022-11-20T10:00:00Z")
        store.save(draft, returned)
        (entry,) = told_submissions(store)
        assert entry.standing == "zurückgegeben am 20.11.2022"
        again = move(returned, "draft", ACTOR, "2022-11-21T10:00:00Z")
        store.save(draft, again)
        (entry,) = told_submissions(store)
        assert "Fassung 2, die sie ersetzen soll, ist in Arbeit" in entry.succession
        again = replace(again, plan=changed(again.plan, as_of="2022-11-07"))
        second = approve(again, APPROVAL)
        store.save_release(draft, second, PDF)
        seal = second.release.seal
        planned = Planned(2, seal, "v2.pdf", "b" * 64, "MAGS")
        final = move(second, "submitted", ACTOR, "2022-12-02T10:00:00Z")
        store.submissions.record_at_once(draft, planned, final)
        newer, older = told_submissions(store)
    assert newer.succession == f"Ersetzt Fassung 1 (Siegel {older.entry.planned.seal[:8]})."
    assert older.succession == f"Ersetzt durch Fassung 2 (Siegel {seal[:8]})."
    assert older.standing == "zurückgegeben am 20.11.2022"
    assert newer.standing == "eingereicht"


def test_submissions_of_a_draft_in_the_trash_stay_in_the_register(
    window: MainWindow, draft: str
) -> None:
    with DraftStore.open(window.services.data_folder) as store:
        store.trash(draft)
        assert [each.document for each in told_submissions(store)] == ["Kreis Talbrück 2023"]


def test_everything_in_the_register_is_named_for_screen_readers(dialog: SubmissionsDialog) -> None:
    assert [each for each in inputs(dialog) if not spoken_name(each)] == []
    spoken = dialog.list.item(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Stand: eingereicht"


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (319_488, "312 KB"), (1_468_006, "1,4 MB")]
)
def test_sizes_are_told_as_people_read_them(size: int, words: str) -> None:
    assert told_size(size) == words


def test_the_way_is_corrected_in_the_register_and_what_stood_there_stays(
    qtbot, window: MainWindow, dialog: SubmissionsDialog
) -> None:
    dialog.details.correct.click()
    asked = dialog.findChild(CorrectionDialog)
    asked.ways.choose("post")
    asked.agree.click()
    assert asked.isVisible()
    asked.name.edit.setText("Paula Planerin")
    asked.role.edit.setText("Sachbearbeitung")
    asked.agree.click()
    qtbot.waitUntil(lambda: dialog.details.way.text().startswith("per Post"))
    told = dialog.details.succession.sentence
    assert "von Paula Planerin (Sachbearbeitung): „per Post“ statt „per E-Mail“" in told
