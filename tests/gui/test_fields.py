"""What single fields take, say and are called."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import msgspec
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QMessageBox, QPushButton, QTextEdit, QWizard

from lpd_desktop.gui.budget.basis_row import BasisRow
from lpd_desktop.gui.dates import iso_of
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.excel_import.preview_model import STATUS
from lpd_desktop.gui.jobcenter_box import JobcenterBox
from lpd_desktop.gui.start.text_import_dialog import TextImportDialog
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.sample import sample_file, sample_workbook
from tests.gui.conftest import checked
from tests.gui.test_journey import DOCUMENTS, click, dialog, named

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


def said(field) -> str:
    return field.accessibleDescription()


def lines(root) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


def page_texts(data: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def press_next(qtbot, assistant) -> None:
    next_button = assistant.button(QWizard.WizardButton.NextButton)
    qtbot.mouseClick(next_button, Qt.MouseButton.LeftButton)


@pytest.fixture
def assistant(qtbot, window):
    window.opening.start_new()
    return dialog(qtbot, window, QWizard)


def test_enter_takes_the_only_jobcenter_that_fits(qtbot, assistant):
    box = named(assistant, "Jobcenter")
    qtbot.keyClicks(box.lineEdit(), "Coesf")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.text == "Kreis Coesfeld"


def test_a_free_name_is_noted_before_the_assistant_goes_on(qtbot, assistant):
    box = named(assistant, "Jobcenter")
    qtbot.keyClicks(box.lineEdit(), "Entenhausen")
    first = assistant.currentId()
    press_next(qtbot, assistant)
    note = "„Entenhausen“ gehört nicht zu den 53 Jobcentern und wird als freier Name übernommen."
    assert assistant.currentId() == first
    assert note in said(box)
    press_next(qtbot, assistant)
    assert assistant.currentId() != first


def test_a_free_name_on_the_cover_is_noted(qtbot, lasting_wizard):
    box = lasting_wizard.page.findChild(JobcenterBox)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "Entenhausen")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    checked(qtbot, lasting_wizard.window())
    assert "„Entenhausen“ gehört nicht zu den 53" in said(box)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "Coesf")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert lasting_wizard.page.file.plan.jobcenter.key == "coesfeld"
    assert "gehört nicht" not in said(box)


def test_names_on_the_cover_say_where_they_stand(qtbot, window, take):
    jobcenter = Jobcenter(name="Kreis Musterland", own_name="Jobcenter Muster")
    sample = sample_file()
    plan = msgspec.structs.replace(sample.plan, jobcenter=jobcenter)
    page = take(window, replace(sample, plan=plan, as_read={})).page
    assert "auf dem Deckblatt" in said(named(page, "Name des Trägers"))
    assert "am Fuß jeder Seite nach" in said(named(page, "Eigener Name des Jobcenters"))
    pages = page_texts(render_plan(page.file, draft=True).data)
    later = [False] * (len(pages) - 1)
    assert [jobcenter.name in each for each in pages] == [True, *later]
    assert [jobcenter.own_name in each for each in pages] == [False, *(not one for one in later)]


def test_the_cover_shows_the_own_name_where_the_carrier_has_none(qtbot, window, take):
    sample = sample_file()
    plan = msgspec.structs.replace(sample.plan, jobcenter=Jobcenter(own_name="Jobcenter Muster"))
    page = take(window, replace(sample, plan=plan, as_read={})).page
    assert any(line.endswith(" Jobcenter Muster") for line in lines(page))


@pytest.mark.parametrize("typed", ["4.11.22", "04.11.22", "4.11.2022", "4. 11. 2022"])
def test_a_date_may_have_two_digits_for_its_year(typed):
    assert iso_of(typed) == "2022-11-04"


def test_a_date_of_three_digits_for_its_year_is_none():
    assert iso_of("4.11.202") is None


def test_what_is_no_date_is_said_and_stays_said(qtbot, lasting_wizard):
    date = named(lasting_wizard.page, "Stand")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "31.2.2022")
    qtbot.keyClick(date, Qt.Key.Key_Tab)
    lasting_wizard.window().session.check_now()
    checked(qtbot, lasting_wizard.window())
    lasting_wizard.page.show_findings()
    assert "„31.2.2022“ ist kein Datum; bitte schreiben Sie es wie 04.11.2022." in said(date)
    date.selectAll()
    qtbot.keyClicks(date, "4.11.22")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert date.text() == "04.11.2022"
    assert "kein Datum" not in said(date)


def test_what_is_no_date_of_a_basis_is_quoted(qtbot, lasting_wizard):
    lasting_wizard.go_to("A.budget")
    date = named(lasting_wizard.page, "Datum der Quelle 2023")
    date.clear()
    qtbot.keyClicks(date, "31.2.2022")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert any("„31.2.2022“ ist kein Datum" in line for line in lines(lasting_wizard.page))


def button(page, caption: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == caption)


def test_the_only_potential_cannot_be_moved(qtbot, window, take):
    wizard = take(window, sample_file())
    while len(wizard.page.file.plan.potentials) > 1:
        wizard.go_to("C.potentials/1")
        click(qtbot, wizard.page, "Potential entfernen")
    wizard.go_to("cover")
    wizard.go_to("C.potentials/1")
    assert not button(wizard.page, "Nach oben").isEnabled()
    assert not button(wizard.page, "Nach unten").isEnabled()


def test_who_removes_a_potential_is_told_how_it_comes_back(qtbot, lasting_wizard):
    before = lasting_wizard.page.file.plan.potentials
    lasting_wizard.go_to("C.potentials/1")
    click(qtbot, lasting_wizard.page, "Potential entfernen")
    assert lasting_wizard.steps.current.key == "C.potentials"
    told = "Entfernt – Strg+Z holt es zurück"
    assert any(told in line for line in lines(lasting_wizard.page))
    window = lasting_wizard.window()
    window.actions_by_key["undo"].trigger()
    assert lasting_wizard.page.file.plan.potentials == before
    assert not any(told in line for line in lines(lasting_wizard.page))


@pytest.fixture
def text_import(qtbot, window):
    path = DOCUMENTS / "wiesenland.docx"
    found = TextImportDialog(window, window.services.jobs, path, window.services.added_forms)
    found.open()
    qtbot.waitUntil(found._take.isEnabled)
    return found


def test_the_document_itself_names_the_year(text_import):
    assert text_import._year.value() == 2023


def test_enter_in_the_year_takes_the_document(qtbot, text_import):
    text_import._year.setFocus()
    with qtbot.waitSignal(text_import.taken):
        qtbot.keyClick(text_import._year, Qt.Key.Key_Return)


def test_page_keys_change_the_year_by_one(qtbot, text_import):
    qtbot.keyClick(text_import._year, Qt.Key.Key_PageUp)
    assert text_import._year.value() == 2024
    qtbot.keyClick(text_import._year, Qt.Key.Key_PageDown)
    assert text_import._year.value() == 2023
    qtbot.waitUntil(text_import._take.isEnabled)


def test_enter_on_a_destructive_question_changes_nothing(qtbot, window, take):
    take(window, sample_file())
    window.show_start()
    qtbot.waitUntil(lambda: bool(window.start.chosen))
    click(qtbot, window.start, "Löschen")
    box = dialog(qtbot, window, QMessageBox)
    assert sample_file().plan.jobcenter.name in box.text()
    assert "ein Jahr lang im Papierkorb" in box.text()
    assert "lpd drafts" not in box.text()
    assert box.defaultButton().text() == box.escapeButton().text() == "Abbrechen"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    window.opening.refresh()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    assert window.start.chosen


def test_a_repaired_cell_says_where_its_amount_is_from(qtbot, lasting_wizard):
    window = lasting_wizard.window()
    context = lasting_wizard._context
    item = next(window.session.file.form.budgets)
    excel = ExcelImportDialog(window, context, item, sample_workbook())
    excel.open()
    qtbot.waitUntil(
        lambda: any(
            "einsetzen" in b.text().replace("&", "") for b in excel.findChildren(QPushButton)
        )
    )
    assert excel._take.isDefault()
    click(qtbot, excel, "180.000 einsetzen")
    model = excel.page.table.model()
    notes = [model.index(row, STATUS).data() for row in range(model.rowCount())]
    assert "aus den Summen eingesetzt" in notes
    assert not any(note.startswith("gelesen: ") and "Ziffern" in note for note in notes)


def test_the_menu_inserts_a_table(qtbot, lasting_wizard):
    lasting_wizard.go_to("A.staff")
    edit = lasting_wizard.page.findChild(QTextEdit)
    edit.setFocus()
    action = lasting_wizard.window().actions_by_key["format:insert_table"]
    assert action.text().replace("&", "").startswith("Tabelle einfügen")
    action.trigger()
    asked = lasting_wizard.toolbar.table_menu.dialog
    assert asked is not None
    asked.accept()
    assert edit.document().rootFrame().childFrames()


def test_an_answer_without_a_question_is_called_by_its_item(lasting_wizard):
    lasting_wizard.go_to("A.staff")
    assert lasting_wizard.page.findChild(QTextEdit).accessibleName() == "Text zu Personal"


@pytest.mark.parametrize("status", range(3))
def test_the_status_boxes_of_two_years_are_told_apart(qtbot, status):
    names = set()
    for year in (2023, 2022):
        qtbot.addWidget(row := BasisRow(year))
        box = row.findChild(QComboBox)
        box.setCurrentIndex(status)
        names.add(QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name))
    assert len(names) == 2
