"""Saving as PDF: which edition, what is remembered, what is possible, and what comes then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox, QPushButton

from lpd_desktop.gui.pdf_export.edition_dialog import EditionDialog
from lpd_desktop.gui.pdf_export.pdf_export import PdfExport
from lpd_desktop.gui.pdf_export.remembered_edition import remember_edition, remembered_edition
from lpd_desktop.gui.pdf_export.year_dialog import YearDialog
from lpd_desktop.gui.preview.plan_drawing import DrawPlan
from lpd_desktop.gui.printing import print_dialog
from lpd_desktop.gui.printing.printing import Printing
from lpd_desktop.gui.window_memory import WindowMemory
from lpd_desktop.pdf.edition import DRAFT, FINAL, PUBLISHING, Edition
from lpd_desktop.pdf.edition_marks import kind_without_data
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval, approve

REVIEW = Edition("draft", line_numbers=True, wide_margin=True)


@pytest.fixture
def memory(tmp_path) -> WindowMemory:
    return WindowMemory(tmp_path)


@pytest.fixture
def approved(window, take):
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08")
    return take(window, approve(sample_file(), approval))


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """What was given to other programs."""
    names: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: names.append(url.toLocalFile()) or True
    )
    return names


def asked(window) -> EditionDialog:
    window.actions_by_key["pdf"].trigger()
    return window.findChild(PdfExport).dialog


def press(qtbot, dialog, caption: str) -> None:
    buttons = [each for each in dialog.findChildren(QPushButton) if caption in each.text()]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def save_as(qtbot, window, target: Path) -> str:
    """Answers the file dialog; gives the name that it proposed."""
    chooser = window.findChild(QFileDialog)
    proposed = Path(chooser.selectedFiles()[0]).name
    chooser.fileSelected.emit(str(target))
    chooser.close()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    return proposed


def test_a_plan_that_is_not_approved_offers_a_draft_and_says_why_nothing_else(
    window, sample_wizard
):
    dialog = asked(window)
    assert dialog.edition == DRAFT
    enabled = {kind: button.isEnabled() for kind, button in dialog.kinds.items()}
    assert enabled == {"draft": True, "final": False, "publishing": False}
    for kind in ("final", "publishing"):
        assert "nach der Freigabe" in dialog.kinds[kind].accessibleDescription()
    dialog.reject()


def test_an_approved_plan_offers_everything_and_options_belong_to_drafts(window, approved):
    dialog = asked(window)
    assert all(button.isEnabled() for button in dialog.kinds.values())
    assert dialog.edition == FINAL
    dialog.kinds["draft"].setChecked(True)
    assert dialog.line_numbers.isEnabled()
    dialog.kinds["publishing"].setChecked(True)
    assert not dialog.line_numbers.isEnabled()
    assert not dialog.wide_margin.isEnabled()
    dialog.reject()


def test_the_page_of_the_approval_proposes_the_final_document(window, approved):
    window.plan.do("pdf_final")
    dialog = window.findChild(PdfExport).dialog
    assert dialog.edition.kind == "final"
    dialog.reject()


def test_a_draft_for_review_is_written_and_opened(qtbot, window, sample_wizard, opened, tmp_path):
    target = tmp_path / "entwurf.pdf"
    dialog = asked(window)
    dialog.line_numbers.setChecked(True)
    dialog.wide_margin.setChecked(True)
    press(qtbot, dialog, "Speichern")
    assert save_as(qtbot, window, target).endswith("Entwurf.pdf")
    with pikepdf.open(target) as pdf:
        assert "/FormXob.digit1" in pdf.pages[3].Resources.XObject
    box = window.findChild(QMessageBox)
    assert str(tmp_path) in box.text()
    press(qtbot, box, "Datei")
    assert opened == [str(target)]


def test_the_folder_can_be_opened_and_enter_opens_nothing(
    qtbot, window, sample_wizard, opened, tmp_path
):
    press(qtbot, asked(window), "Speichern")
    save_as(qtbot, window, tmp_path / "plan.pdf")
    box = window.findChild(QMessageBox)
    assert box.defaultButton().text() == "&Schließen"
    press(qtbot, box, "Ordner")
    assert opened == [str(tmp_path)]


def test_a_machine_without_a_program_for_it_is_told_in_a_sentence(
    qtbot, window, sample_wizard, monkeypatch, tmp_path
):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press(qtbot, asked(window), "Speichern")
    save_as(qtbot, window, tmp_path / "plan.pdf")
    press(qtbot, window.findChild(QMessageBox), "Datei")
    sentences = [box.text() for box in window.findChildren(QMessageBox)]
    assert any("kein Programm" in each for each in sentences)


def test_the_copy_to_be_published_is_written_without_data(
    qtbot, window, approved, opened, tmp_path
):
    target = tmp_path / "web.pdf"
    dialog = asked(window)
    dialog.kinds["publishing"].setChecked(True)
    press(qtbot, dialog, "Speichern")
    assert save_as(qtbot, window, target).endswith("_Veroeffentlichung.pdf")
    assert kind_without_data(target.read_bytes()) == "publishing"


def test_the_choice_is_remembered(qtbot, window, sample_wizard, opened, tmp_path):
    dialog = asked(window)
    dialog.wide_margin.setChecked(True)
    press(qtbot, dialog, "Speichern")
    save_as(qtbot, window, tmp_path / "plan.pdf")
    again = asked(window)
    assert again.edition == replace(DRAFT, wide_margin=True)
    again.reject()


@pytest.mark.parametrize("edition", [DRAFT, REVIEW, replace(FINAL, wide_margin=True), PUBLISHING])
def test_what_is_remembered_comes_back_as_it_was(memory, edition):
    remember_edition(memory, edition, is_approved=True)
    assert remembered_edition(memory, is_approved=True) == edition
    if edition.needs_approval:
        expected = replace(edition, kind="draft")
        assert remembered_edition(memory, is_approved=False) == expected


def test_an_approved_plan_proposes_its_document_whatever_drafts_were_written_before(memory):
    assert remembered_edition(memory, is_approved=True) == FINAL
    remember_edition(memory, REVIEW, is_approved=False)
    assert remembered_edition(memory, is_approved=False) == REVIEW
    assert remembered_edition(memory, is_approved=True).kind == "final"


def test_a_draft_of_a_plan_that_has_no_other_leaves_the_choice_for_approved_ones(memory):
    remember_edition(memory, PUBLISHING, is_approved=True)
    remember_edition(memory, DRAFT, is_approved=False)
    assert remembered_edition(memory, is_approved=True) == PUBLISHING


@pytest.mark.parametrize("words", ["", "unsinn", "blank", "final  line_numbers nochwas"])
def test_what_another_version_remembered_does_no_harm(memory, words):
    memory.remember_edition(words)
    assert remembered_edition(memory, is_approved=False).kind == "draft"
    assert remembered_edition(memory, is_approved=True).kind == "final"


def test_the_chosen_edition_can_be_printed(qtbot, window, sample_wizard, monkeypatch):
    drawn: list[DrawPlan] = []
    monkeypatch.setattr(print_dialog, "has_printer", lambda: True)
    monkeypatch.setattr(Printing, "_run", lambda _self, _title, work, _done: drawn.append(work))
    dialog = asked(window)
    dialog.line_numbers.setChecked(True)
    press(qtbot, dialog, "Drucken")
    assert [work.edition for work in drawn] == [replace(DRAFT, line_numbers=True)]


def test_the_start_page_gives_the_blank_form_of_a_year(qtbot, window, opened, tmp_path):
    target = tmp_path / "leer.pdf"
    press(qtbot, window.start, "Formular")
    dialog = window.findChild(YearDialog)
    dialog.year.setValue(2023)
    dialog.findChild(QDialogButtonBox).accepted.emit()
    assert save_as(qtbot, window, target) == "LPD 2023 Formular.pdf"
    assert kind_without_data(target.read_bytes()) == "blank"


def test_an_open_plan_gives_the_blank_form_of_its_own_form(
    qtbot, window, sample_wizard, opened, tmp_path
):
    target = tmp_path / "leer.pdf"
    window.actions_by_key["blank_form"].trigger()
    assert window.findChild(YearDialog) is None
    save_as(qtbot, window, target)
    with pikepdf.open(target) as pdf:
        assert "2023" in str(pdf.docinfo["/Title"])


def test_a_folder_that_takes_no_file_is_told_in_a_sentence(qtbot, window, sample_wizard, tmp_path):
    press(qtbot, asked(window), "Speichern")
    save_as(qtbot, window, tmp_path / "fehlt" / "plan.pdf")
    box = window.findChild(QMessageBox)
    assert box.windowTitle() == "Das ging nicht"
