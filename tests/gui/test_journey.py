from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextEdit,
    QWidget,
    QWizard,
)

from lpd_desktop.gui.approval.assistant import ApprovalAssistant
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.look.wrapping_check_box import WrappingCheckBox
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.start.start_page import StartPage
from lpd_desktop.gui.start.text_import_dialog import TextImportDialog
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import plain_text, walk_runs
from lpd_desktop.plan.sample import sample_file, sample_workbook
from lpd_desktop.release.verification import verify
from tests.gui.conftest import checked

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
DOCUMENTS = Path(__file__).resolve().parent.parent / "data" / "documents"


def click(qtbot, root: QWidget, caption: str) -> None:
    """Presses the visible button whose caption starts so."""
    buttons = [
        button
        for button in root.findChildren(QPushButton)
        if button.text().replace("&", "").startswith(caption) and button.isVisible()
    ]
    assert buttons, caption
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def named(root: QWidget, name: str) -> QWidget:
    """The visible input with this accessible name."""
    found = [
        child
        for child in root.findChildren(QWidget)
        if child.accessibleName() == name and child.isVisible()
    ]
    assert found, name
    return found[0]


def dialog(qtbot, window: QWidget, kind: type[QWidget]) -> QWidget:
    """The opened dialog of a kind."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    return next(each for each in window.findChildren(kind) if each.isVisible())


def name_file(qtbot, window: QWidget, path: Path) -> None:
    """Names a path in the file dialog (its own completer would take typed keys) and accepts."""
    chooser = dialog(qtbot, window, QFileDialog)
    line = chooser.findChild(QLineEdit, "fileNameEdit")
    line.setText(str(path))
    box = chooser.findChild(QDialogButtonBox)
    accept = next(b for b in box.buttons() if box.buttonRole(b) == box.ButtonRole.AcceptRole)
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)


def editors(wizard: PlanWizard) -> list[QTextEdit]:
    return [edit for edit in wizard.page.findChildren(QTextEdit) if edit.isVisible()]


def all_words(file: LpdFile) -> str:
    texts = []
    for answer in file.plan.answers.values():
        texts += [plain_text(runs) for _block, runs in walk_runs(answer.text)]
    for topic in file.plan.topics:
        for blocks in topic.answers.values():
            texts += [plain_text(runs) for _block, runs in walk_runs(blocks)]
    return " ".join(texts)


def new_plan(qtbot, window: MainWindow) -> PlanWizard:
    click(qtbot, window.start, "Neues")
    assistant = dialog(qtbot, window, QWizard)
    box = named(assistant, "Jobcenter")
    qtbot.keyClicks(box.lineEdit(), "Kreis Coesfeld")
    qtbot.mouseClick(assistant.button(QWizard.WizardButton.NextButton), Qt.MouseButton.LeftButton)
    year = named(assistant, "Planjahr")
    year.selectAll()
    qtbot.keyClicks(year, "2023")
    finish = assistant.button(QWizard.WizardButton.FinishButton)
    with qtbot.waitSignal(window.opening.opened):
        qtbot.mouseClick(finish, Qt.MouseButton.LeftButton)
    return window.wizard


def test_from_a_new_plan_to_the_verified_pdf(qtbot, window: MainWindow, tmp_path: Path):
    wizard = new_plan(qtbot, window)
    assert window.session.file.plan.jobcenter.key == "coesfeld"
    click(qtbot, wizard, "Heute")
    _write_budget(qtbot, window)
    click(qtbot, wizard, "Weiter")
    _write_all(qtbot, wizard)
    click(qtbot, wizard, "Weiter")
    _choose_topics(qtbot, wizard)
    for _ in range(3):
        click(qtbot, wizard, "Weiter")
        _write_all(qtbot, wizard)
    _approve(qtbot, window, tmp_path / "Coesfeld.pdf")


def _write_budget(qtbot, window: MainWindow) -> None:
    wizard = window.wizard
    click(qtbot, wizard, "Weiter")
    click(qtbot, wizard.page, "Aus Excel")
    name_file(qtbot, window, sample_workbook())
    excel = dialog(qtbot, window, ExcelImportDialog)
    qtbot.waitUntil(
        lambda: any(
            "einsetzen" in b.text().replace("&", "") for b in excel.findChildren(QPushButton)
        )
    )
    click(qtbot, excel, "180.000 einsetzen")
    click(qtbot, excel, "Übernehmen")
    click(qtbot, excel, "Schließen")
    row = window.session.file.plan.answer("A.budget").table.row("transfer_in")
    assert row.plan == 18_000_000
    assert window.session.draft.undo_title == "Tabelle einlesen"


def _write_all(qtbot, wizard: PlanWizard) -> None:
    for number, edit in enumerate(editors(wizard)):
        edit.setFocus()
        qtbot.keyClicks(edit, f"Antwort {number} auf {wizard.steps.current.key}.")


def _choose_topics(qtbot, wizard: PlanWizard) -> None:
    boxes = wizard.page.findChildren(WrappingCheckBox)
    for box in boxes[:3]:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 8)
    assert len(wizard.page.file.plan.topics) == 3
    qtbot.mouseClick(boxes[3], Qt.MouseButton.LeftButton, pos=boxes[3].rect().center() / 8)
    assert not boxes[3].isChecked()
    assert len(wizard.page.file.plan.topics) == 3
    assert "schon 3 Themen" in boxes[3].accessibleDescription()


def _approve(qtbot, window: MainWindow, target: Path) -> None:
    wizard = window.wizard
    checked(qtbot, window)
    while wizard.steps.following is not None:
        click(qtbot, wizard, "Weiter")
    checked(qtbot, window)
    assert [f.message for f in window.session.findings if f.level == "error"] == []
    click(qtbot, wizard.page, "Freigeben")
    assistant = dialog(qtbot, window, ApprovalAssistant)
    for _ in range(3):
        click(qtbot, assistant, "Weiter")
    for caption, text in (("Name", "Dr. Ada Muster"), ("Funktion", "Leitung"), ("Ort", "Coesfeld")):
        qtbot.keyClicks(named(assistant, caption), text)
    click(qtbot, assistant, "Weiter")
    click(qtbot, assistant, "Freigeben")
    name_file(qtbot, window, target)
    box = dialog(qtbot, window, QMessageBox)
    assert "Coesfeld.pdf" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert verify(target.read_bytes()).is_sound
    assert window.session.file.work.state == "approved"


def test_errors_stop_the_approval_with_their_place(qtbot, window: MainWindow):
    wizard = new_plan(qtbot, window)
    wizard.go_to("approval")
    checked(qtbot, window)
    click(qtbot, wizard.page, "Freigeben")
    assistant = dialog(qtbot, window, ApprovalAssistant)
    click(qtbot, assistant, "Weiter")
    assert "Vor der Freigabe fehlen noch 4 Angaben. Die erste Stelle ist" in assistant.notes.text
    assert assistant.page is assistant.open_page
    told = [each.text() for each in wizard.page.findChildren(QLabel)]
    assert any("fehlen noch 4 Angaben:" in each for each in told)
    qtbot.keyClick(assistant, Qt.Key.Key_Escape)
    click(qtbot, wizard.page, "Zur ersten Stelle")
    assert wizard.steps.current.key == "cover"
    assert window.focusWidget() is named(wizard.page, "Stand")


def test_an_approved_plan_cannot_be_typed_into(qtbot, window: MainWindow, take):
    wizard = take(window, sample_file())
    from lpd_desktop.plan.work import Signatory
    from lpd_desktop.release.approval import Approval, approve

    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08")
    window.session.draft.move_on("Freigabe", approve(window.session.file, approval))
    wizard.go_to("A.staff")
    before = window.session.file
    qtbot.keyClicks(editors(wizard)[0], "x")
    wizard.flush()
    assert window.session.file is before


def test_hundreds_of_random_jumps_keep_every_word(qtbot, window: MainWindow, take):
    wizard = take(window, sample_file())
    chance = random.Random(7)
    keys = [step.key for step in wizard.steps]
    before = window.session.file
    for _ in range(250):
        wizard.go_to(chance.choice(keys))
    wizard.flush()
    assert window.session.file.plan == before.plan


def test_typing_between_jumps_is_kept_after_a_restart(qtbot, open_window, take):
    window = open_window()
    wizard = take(window, sample_file())
    wizard.go_to("A.staff")
    edit = editors(wizard)[0]
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, "Zuletzt getippt. ")
    window.close()
    again = open_window()
    with qtbot.waitSignal(again.opening.opened):
        click(qtbot, again.findChild(StartPage), "Fortsetzen")
    assert again.wizard.steps.current.key == "A.staff"
    assert "Zuletzt getippt." in all_words(again.session.file)
    assert "Zuletzt getippt." in editors(again.wizard)[0].toPlainText()


def test_f8_leads_through_the_findings_and_shows_their_page(qtbot, window: MainWindow, take):
    wizard = take(window, sample_file())
    qtbot.keyClick(window, Qt.Key.Key_F8)
    first = wizard.current_finding
    assert wizard.steps.current.key == first.where.split("#")[0]
    selected = editors(wizard)[0].textCursor().selectedText()
    assert selected.replace("\u2028", "\n") == first.quote


def test_page_keys_turn_the_pages(qtbot, sample_wizard: PlanWizard):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(sample_wizard.window(), Qt.Key.Key_PageDown, control)
    assert sample_wizard.steps.index == 1
    qtbot.keyClick(sample_wizard.window(), Qt.Key.Key_PageUp, control)
    assert sample_wizard.steps.index == 0


def test_a_cell_keeps_what_is_no_amount_and_says_why(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("A.budget")
    grid = sample_wizard.page.findChild(BudgetGrid)
    grid.select_cell(0, 1)
    qtbot.keyClicks(grid.viewport(), "1")
    cell = grid.findChild(QLineEdit)
    qtbot.keyClicks(cell, ".00.000")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    index = grid.model().index(0, 1)
    qtbot.waitUntil(lambda: index.data() == "1.00.000")
    assert grid.currentIndex().row() == 1
    assert "statt drei" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_block_of_cells_is_pasted_as_one_step(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("A.budget")
    grid = sample_wizard.page.findChild(BudgetGrid)
    before = sample_wizard.page.file
    grid.select_cell(1, 1)
    QApplication.clipboard().setText("1.000\t2.000\n3.000\t4.000\n")
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rows = sample_wizard.page.file.plan.answer("A.budget").table.rows
    assert [(row.plan, row.previous) for row in rows[1:3]] == [
        (100_000, 200_000),
        (300_000, 400_000),
    ]
    qtbot.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample_wizard.page.file.plan == before.plan


def test_the_basis_of_the_amounts_is_taken(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("A.budget")
    before = sample_wizard.page.file.plan.answer("A.budget").table.basis
    date = named(sample_wizard.page, "Datum der Quelle 2023")
    date.clear()
    qtbot.keyClicks(date, "1.12.2022")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    after = sample_wizard.page.file.plan.answer("A.budget").table.basis
    assert after.plan.date == "2022-12-01"
    assert (after.plan.source, after.previous) == (before.plan.source, before.previous)


def test_enter_opens_the_draft_that_was_changed_last(qtbot, window: MainWindow, take):
    take(window, sample_file())
    window.show_start()
    qtbot.waitUntil(lambda: bool(window.start.chosen))
    with qtbot.waitSignal(window.opening.opened):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def test_a_topic_that_comes_back_has_its_text(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("B.topics")
    before = sample_wizard.page.file.plan.topics
    boxes = {box.text(): box for box in sample_wizard.page.findChildren(WrappingCheckBox)}
    box = next(box for box in boxes.values() if box.isChecked())
    for _ in range(2):
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert sorted(sample_wizard.page.file.plan.topics, key=str) == sorted(before, key=str)


def test_a_potential_is_added_filled_and_removed(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("C.potentials/3")
    click(qtbot, sample_wizard.page, "Potential entfernen")
    sample_wizard.go_to("C.potentials")
    click(qtbot, sample_wizard.page, "Potential hinzufügen")
    assert sample_wizard.steps.current.key == "C.potentials/3"
    qtbot.keyClicks(named(sample_wizard.page, "Thema"), "Wissen bewahren")
    click(qtbot, sample_wizard, "< Zurück")
    assert sample_wizard.page.file.plan.potentials[2].topic == "Wissen bewahren"


def test_a_word_document_becomes_a_draft_with_notes(qtbot, window: MainWindow):
    click(qtbot, window.start, "Aus Word")
    name_file(qtbot, window, DOCUMENTS / "wiesenland.docx")
    found = dialog(qtbot, window, TextImportDialog)
    with qtbot.waitSignal(window.opening.opened):
        qtbot.waitUntil(lambda: found._take.isEnabled() and found._year.value() == 2023)
        click(qtbot, found, "Als neues")
    assert "Wiesenland" in window.session.file.plan.jobcenter.name
    assert window.session.file.work.import_notes


def test_a_file_that_is_no_plan_gets_one_sentence(qtbot, window: MainWindow, tmp_path: Path):
    path = tmp_path / "kaputt.lpd"
    path.write_text("{", "utf-8")
    click(qtbot, window.start, "Datei")
    name_file(qtbot, window, path)
    box = dialog(qtbot, window, QMessageBox)
    assert "kein lesbares Planungsdokument" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.wizard is None


def test_a_deleted_draft_leaves_the_list(qtbot, window: MainWindow, take):
    take(window, sample_file())
    window.show_start()
    qtbot.waitUntil(lambda: bool(window.start.chosen))
    click(qtbot, window.start, "Löschen")
    click(qtbot, dialog(qtbot, window, QMessageBox), "Löschen")
    qtbot.waitUntil(lambda: not window.start.chosen)


def test_a_draft_that_cannot_be_saved_is_said_in_the_bar(qtbot, window: MainWindow, take):
    wizard = take(window, sample_file())
    news = window.plan_actions._news
    with qtbot.waitSignal(news.failed):
        news.tell_failed(OSError("Der Datenträger ist voll."))
    assert wizard.bar.saved.text() == "⚠ Nicht gespeichert"
    trouble = window.plan.trouble.bar.label.sentence
    assert "Nicht gespeichert: Der Datenträger ist voll." in trouble
    with qtbot.waitSignal(news.saved):
        news.tell_saved("2022-11-08T09:30:00Z")
    assert wizard.bar.saved.text() == "Gespeichert"


def test_an_unexpected_error_is_reported_without_words_of_the_plan(
    qtbot, window: MainWindow, tmp_path
):
    import sys

    from lpd_desktop.gui.crash_report import CrashDialog, install_crash_report

    hook = sys.excepthook
    report = install_crash_report(window, tmp_path)
    try:
        try:
            raise ValueError("Geheimes aus dem Plan")
        except ValueError as error:
            report.take(ValueError, error, error.__traceback__)
    finally:
        report.end()
        sys.excepthook = hook
    found = dialog(qtbot, window, CrashDialog)
    text = found._text.toPlainText()
    assert "ValueError" in text
    assert "test_journey.py" in text
    assert "Geheimes" not in text
    assert "Geheimes" not in (tmp_path / "log" / "lpd-desktop.log").read_text("utf-8")
    found.reject()
