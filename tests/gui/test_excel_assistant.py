"""The Excel assistant: from a file to the table, with every decision by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit

from lpd_desktop.excel.choices import SKIP
from lpd_desktop.excel.package import PasswordNeededError, WrongPasswordError
from lpd_desktop.gui.budget.comparison_table import ComparisonTable
from lpd_desktop.gui.excel_import import excel_reading
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.excel_import.preview_model import IN_BOOK, IN_PLAN, READ, STATUS
from lpd_desktop.gui.excel_import.preview_table import PreviewTable
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.sample import sample_workbook
from tests.gui.conftest import checked, inputs
from tests.gui.test_access import mnemonics_on, spoken_name
from tests.gui.test_journey import all_words, click, named

ITEM = "A.budget"
ROWS = (
    ("Verwaltungsmittel insgesamt", 16_000_000, 15_000_000),
    ("Eingliederungsmittel Bund", 12_000_000, 13_000_000),
    ("Kommunale Eingliederungsmittel", 530_000, 505_000),
)

Open = Callable[[Path], ExcelImportDialog]


def write_book(path: Path, rows=ROWS, *, hidden: bool = False) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Haushalt"
    sheet.append(["Bezeichnung", "2023", "2022"])
    for row in rows:
        sheet.append(list(row))
    if hidden:
        book.create_sheet("Alt").sheet_state = "hidden"
        book["Alt"].append(["Bezeichnung", "2023", "2022"])
        book["Alt"].append(["Eingliederungsmittel Bund", 1_000_000, 2_000_000])
    book.save(path)
    return path


@pytest.fixture
def assistant(qtbot, lasting_wizard: PlanWizard) -> Open:
    def opened(path: Path) -> ExcelImportDialog:
        window = lasting_wizard.window()
        item = next(window.session.file.form.budgets)
        box = ExcelImportDialog(window, lasting_wizard._context, item, path)
        box.open()
        qtbot.waitUntil(lambda: box._job is None)
        return box

    return opened


def budget(wizard: PlanWizard) -> BudgetTable:
    return wizard._session.file.plan.answer(ITEM).table


def amount(wizard: PlanWizard, row: str, column: str = "plan") -> int:
    return getattr(wizard._session.file.plan.answer(ITEM).table.row(row), column)


def source(box: ExcelImportDialog) -> QLineEdit:
    return named(box, "Quelle der Beträge 2023")


def status(box: ExcelImportDialog, place: int) -> str:
    return box.page.table.model().index(place, STATUS).data()


def place_of(box: ExcelImportDialog, cell: str) -> int:
    cells = box.page.table.model().cells
    return next(place for place, each in enumerate(cells) if each.cell == cell)


def test_with_no_question_open_enter_takes_the_workbook(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    before = lasting_wizard._session.file
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    assert box.focusWidget() is source(box)
    assert lasting_wizard._session.file is before
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)
    assert amount(lasting_wizard, "integration_federal") == 1_200_000_000
    assert lasting_wizard._session.draft.undo_title == "Tabelle einlesen"
    lasting_wizard._session.draft.undo()
    assert lasting_wizard._session.file.plan == before.plan


def test_escape_writes_nothing(qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path):
    before = lasting_wizard._session.file
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert lasting_wizard._session.file is before


def test_an_open_cell_has_the_focus_and_can_be_proved(
    qtbot, lasting_wizard: PlanWizard, assistant: Open
):
    box = assistant(sample_workbook())
    table = box.page.table
    assert box.focusWidget() is table
    assert table.model().cells[table.currentIndex().row()].status == "refused"
    click(qtbot, box, "180.000 einsetzen")
    assert status(box, place_of(box, "B8")) == "aus den Summen eingesetzt"
    if box.page.has_questions:
        click(qtbot, box, "Bestätigen")
    assert box.focusWidget() is source(box)


def test_another_amount_is_typed_into_the_table(qtbot, lasting_wizard: PlanWizard, assistant: Open):
    box = assistant(sample_workbook())
    table = box.page.table
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = table.findChild(QLineEdit)
    assert "Gelesen als" in line.accessibleName()
    line.selectAll()
    qtbot.keyClicks(line, "175.000")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    place = place_of(box, "B8")
    qtbot.waitUntil(lambda: status(box, place) == "von Ihnen eingetragen")
    assert table.model().index(place, READ).data() == "175.000"
    qtbot.keyClick(box._take, Qt.Key.Key_Return)
    assert amount(lasting_wizard, "transfer_in") == 17_500_000


def test_what_is_typed_and_no_amount_is_explained(qtbot, assistant: Open):
    box = assistant(sample_workbook())
    table = box.page.table
    qtbot.keyClick(table, Qt.Key.Key_F2)
    line = table.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "18.00.0")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(box.page._problem.isVisible)
    assert "18.00.0" in box.page._problem.text()
    assert status(box, place_of(box, "B8")).startswith("kein Betrag")


def test_a_cell_can_be_left_out(qtbot, lasting_wizard: PlanWizard, assistant: Open):
    before = amount(lasting_wizard, "transfer_in")
    box = assistant(sample_workbook())
    click(qtbot, box, "Auslassen")
    assert status(box, place_of(box, "B8")) == "von Ihnen ausgelassen"
    click(qtbot, box, "Übernehmen")
    assert amount(lasting_wizard, "transfer_in") == before


def test_asked_cells_are_confirmed_one_by_one_or_all_at_once(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    rows = (("Angaben in T€", None, None), *((n, a / 1000, b / 1000) for n, a, b in ROWS))
    path = write_book(tmp_path / "Tausend.xlsx", rows)
    book = assistant(path)
    assert book.page.has_questions
    asked = book.page.preview.cells
    assert all(cell.status == "asked" for cell in asked)
    first = book.page.table.currentIndex().row()
    click(qtbot, book, "Bestätigen")
    assert status(book, first) == "von Ihnen bestätigt"
    assert book.page.table.currentIndex().row() != first
    click(qtbot, book, "Alle bestätigen")
    assert not book.page.has_questions
    assert book.focusWidget() is source(book)
    click(qtbot, book, "Übernehmen")
    assert amount(lasting_wizard, "integration_federal") == 1_200_000_000


def test_the_unit_is_chosen_and_the_workbook_read_anew(qtbot, assistant: Open, tmp_path: Path):
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    unit = named(box, "Einheit der Zahlen")
    unit.setFocus()
    qtbot.keyClicks(unit, "Tausend")
    unit.activated.emit(unit.currentIndex())
    qtbot.waitUntil(lambda: box._job is None)
    assert box.page.preview.unit == "teur"
    assert box.page.preview.cells[0].read_as == 1_600_000_000_000


def test_hidden_sheets_are_marked_and_can_be_chosen(qtbot, assistant: Open, tmp_path: Path):
    box = assistant(write_book(tmp_path / "Haushalt.xlsx", hidden=True))
    sheets = named(box, "Tabellenblatt")
    assert [sheets.itemText(place) for place in range(2)] == ["Haushalt", "Alt (verborgen)"]
    sheets.setFocus()
    qtbot.keyClick(sheets, Qt.Key.Key_Down)
    sheets.activated.emit(sheets.currentIndex())
    qtbot.waitUntil(lambda: box._job is None)
    assert box.page.preview.sheet == "Alt"


def test_after_taking_the_changes_and_old_sentences_are_shown_and_mended(
    qtbot, lasting_wizard: PlanWizard, assistant: Open
):
    window = lasting_wizard.window()
    box = assistant(sample_workbook())
    click(qtbot, box, "180.000 einsetzen")
    qtbot.keyClick(box._take, Qt.Key.Key_Return)
    assert box.findChild(ComparisonTable).rowCount() > 5
    assert "sich geändert" in box.outcome._summary.text()
    checked(qtbot, window)
    sentences = box.outcome.replaced.list
    qtbot.waitUntil(sentences.hasFocus)
    count = len(sentences.lines)
    assert count >= 2
    old = window.session.replaced[0].quote
    qtbot.keyClick(sentences, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(sentences.lines) < count)
    click(qtbot, box, "Alle ersetzen")
    qtbot.waitUntil(lambda: not sentences.isVisible())
    assert old not in all_words(window.session.file)
    date = named(box, "Datum der Quelle 2023")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "2.12.2022")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert box.isVisible()
    assert window.session.file.work.budget_versions[-1].basis.date == "2022-12-02"
    click(qtbot, box, "Schließen")


def test_an_old_letter_never_stays_beside_new_amounts_unasked(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    assert budget(lasting_wizard).basis.plan.source == "Eckwerte zum Bundeshaushalt 2023"
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    assert source(box).text() == ""
    qtbot.keyClick(source(box), Qt.Key.Key_Return)
    assert budget(lasting_wizard).basis.plan is None
    told = box.outcome._summary.text()
    assert "Eckwerte zum Bundeshaushalt 2023, 15.07.2022, vorläufig" in told
    assert "gilt nicht mehr" in told
    lasting_wizard._session.draft.undo()
    assert budget(lasting_wizard).basis.plan.date == "2022-07-15"


def test_the_letter_is_typed_before_the_amounts_are_taken(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    qtbot.keyClicks(source(box), "Bescheid des BMAS")
    date = named(box, "Datum der Quelle 2023")
    qtbot.keyClicks(date, "9.12.")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert box.focusWidget() is date
    assert amount(lasting_wizard, "integration_federal") != 1_200_000_000
    qtbot.keyClicks(date, "9.12.2022")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    basis = budget(lasting_wizard).basis.plan
    assert (basis.source, basis.date, basis.status) == ("Bescheid des BMAS", "2022-12-09", "")
    assert box.outcome._summary.text().endswith("sich geändert.")


def test_the_letter_so_far_can_be_kept_with_one_key(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    before = budget(lasting_wizard).basis
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    click(qtbot, box, "Wie bisher")
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)
    assert amount(lasting_wizard, "integration_federal") == 1_200_000_000
    assert budget(lasting_wizard).basis == before


def test_the_same_amounts_once_more_keep_their_letter(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    before = budget(lasting_wizard)
    rows = [
        (row.label, row.plan / 100, row.previous / 100)
        for row in before.rows
        if row.key in ("integration_federal", "municipal_integration", "administration_total")
    ]
    box = assistant(write_book(tmp_path / "Haushalt.xlsx", rows))
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)
    assert budget(lasting_wizard) == before


def pick(box: ExcelImportDialog, name: str, data: str) -> None:
    """Picks an entry of a box of choices."""
    chosen = named(box, name)
    chosen.setCurrentIndex(chosen.findData(data))
    chosen.activated.emit(chosen.currentIndex())


def pick_row(qtbot, box: ExcelImportDialog, place: int, key: str) -> None:
    """Opens the box of rows in the table with the keyboard and picks one."""
    box.page.table.select_line(place, IN_PLAN)
    qtbot.keyClick(box.page.table, Qt.Key.Key_Return)
    rows = box.page.table.findChild(QComboBox)
    assert "Im Plan" in rows.accessibleName()
    rows.setCurrentIndex(rows.findData(key))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box._job is None)


def test_another_row_is_picked_in_the_table(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    pick_row(qtbot, box, 0, "passive_active_transfer")
    assert {cell.row for cell in box.page.preview.cells[:2]} == {"passive_active_transfer"}
    click(qtbot, box, "Übernehmen")
    assert amount(lasting_wizard, "passive_active_transfer") == 1_600_000_000


def test_a_row_that_is_left_out_can_be_brought_back(qtbot, assistant: Open, tmp_path: Path):
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    count = len(box.page.preview.cells)
    pick_row(qtbot, box, 0, SKIP)
    assert len(box.page.preview.cells) == count - 2
    model = box.page.table.model()
    last = model.rowCount() - 1
    assert model.index(last, IN_PLAN).data() == "nicht übernommen"
    pick_row(qtbot, box, last, "administration_total")
    assert len(box.page.preview.cells) == count


def test_columns_and_header_row_can_be_chosen(qtbot, assistant: Open, tmp_path: Path):
    box = assistant(write_book(tmp_path / "Haushalt.xlsx"))
    assert named(box, "Spalte 2023").currentData() == "B"
    assert named(box, "Spalte der Bezeichnungen").currentData() == "A"
    assert named(box, "Kopfzeile endet in").currentData() == 1
    pick(box, "Spalte 2023", "C")
    qtbot.waitUntil(lambda: box._job is None)
    assert box.page.preview.columns["plan"] == "C"
    assert box.page.preview.cell("integration_federal", "plan").cell == "C3"
    pick(box, "Kopfzeile endet in", 2)
    qtbot.waitUntil(lambda: box._job is None)
    problem = box.page._problem.isVisible()
    assert problem or all(cell.cell not in ("B2", "C2") for cell in box.page.preview.cells)


def test_a_layout_is_remembered_and_asks_nothing_the_next_time(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    rows = (("Angaben in T€", None, None), *((n, a / 1000, b / 1000) for n, a, b in ROWS))
    box = assistant(write_book(tmp_path / "Tausend.xlsx", rows))
    click(qtbot, box, "Alle bestätigen")
    keep = next(each for each in box.findChildren(QCheckBox) if "merken" in each.text())
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton, pos=QPoint(8, keep.height() // 2))
    name = named(box, "Name des Profils")
    qtbot.keyClicks(name, "Haushaltsamt")
    click(qtbot, box, "Übernehmen")
    jobs = lasting_wizard.window().services.jobs
    qtbot.waitUntil(lambda: not jobs.is_busy)
    click(qtbot, box, "Schließen")
    again = assistant(tmp_path / "Tausend.xlsx")
    assert again.page.preview.profile == "Haushaltsamt"
    assert not again.page.has_questions
    assert "Haushaltsamt" in again.page.profile._used.text()


def test_a_broken_file_is_said_in_place_and_another_can_be_chosen(
    qtbot, assistant: Open, tmp_path: Path
):
    path = tmp_path / "kaputt.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    box = assistant(path)
    assert "kaputt.xlsx" in box._reading.text
    assert not box._take.isEnabled()
    assert box.focusWidget() is box._other_file
    box._on_file_chosen(str(write_book(tmp_path / "Haushalt.xlsx")))
    qtbot.waitUntil(lambda: box._job is None)
    assert box._reading.text == ""
    assert box._take.isEnabled()


def test_a_sheet_without_budget_says_so_and_keeps_the_choice_of_sheets(
    qtbot, assistant: Open, tmp_path: Path
):
    box = assistant(write_book(tmp_path / "leer.xlsx", (("Miete", "a", "b"),)))
    assert not box._take.isEnabled()
    assert box.page._problem.isVisible()
    assert named(box, "Tabellenblatt").count() == 1


REAL_READ = excel_reading.ReadWorkbook.__call__


def test_a_password_is_asked_for_until_it_fits(
    qtbot, assistant: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = []

    def locked(work: excel_reading.ReadWorkbook, progress) -> excel_reading.ReadBook:
        asked.append(work.choices.password)
        if not work.choices.password:
            raise PasswordNeededError("Kennwort nötig.")
        if work.choices.password != "geheim":
            raise WrongPasswordError("Das Kennwort passt nicht.")
        return REAL_READ(work, progress)

    monkeypatch.setattr(excel_reading.ReadWorkbook, "__call__", locked)
    box = assistant(write_book(tmp_path / "geschützt.xlsx"))
    line = named(box, "Kennwort der Mappe")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert line.hasFocus()
    for typed in ("falsch", "geheim"):
        line.selectAll()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: box._job is None)
    assert asked == [None, "falsch", "geheim"]
    assert not line.isVisible()
    assert box.isVisible()
    assert box._take.isEnabled()
    assert "geheim" not in repr(box._choices)


def test_reading_can_be_stopped(qtbot, lasting_wizard: PlanWizard, tmp_path: Path, monkeypatch):
    from threading import Event

    begun, go_on = Event(), Event()

    def slow(work: excel_reading.ReadWorkbook, progress) -> object:
        begun.set()
        go_on.wait(10)
        progress.step(50, "weiter")
        raise AssertionError("The work went on after it was stopped.")

    monkeypatch.setattr(excel_reading.ReadWorkbook, "__call__", slow)
    window = lasting_wizard.window()
    item = next(window.session.file.form.budgets)
    box = ExcelImportDialog(window, lasting_wizard._context, item, tmp_path / "x.xlsx")
    box.open()
    assert begun.wait(10)
    qtbot.waitUntil(lambda: box._reading._stop.height() > 10)
    click(qtbot, box, "Anhalten")
    assert "angehalten" in box._reading.text
    go_on.set()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    assert not box._take.isEnabled()


def test_every_part_has_a_name_and_its_own_key(qtbot, assistant: Open):
    box = assistant(sample_workbook())
    nameless = [child for child in inputs(box) if not spoken_name(child)]
    assert nameless == []
    keys = mnemonics_on(box)
    assert len(keys) == len(set(keys)), sorted(keys)


def test_all_fits_a_small_screen(qtbot, assistant: Open):
    box = assistant(sample_workbook())
    assert box.minimumSizeHint().width() <= 1100
    assert box.minimumSizeHint().height() <= 640
    assert box.findChild(QDialogButtonBox).geometry().bottom() <= box.height()


def write_across(path: Path) -> Path:
    """A table whose years run downwards."""
    book = Workbook()
    book.active.append(["Jahr", *(label for label, _plan, _before in ROWS)])
    book.active.append([2022, *(before for _label, _plan, before in ROWS)])
    book.active.append([2023, *(plan for _label, plan, _before in ROWS)])
    book.save(path)
    return path


def test_in_a_table_across_the_boxes_name_rows_for_the_years(
    qtbot, assistant: Open, tmp_path: Path
):
    box = assistant(write_across(tmp_path / "quer.xlsx"))
    assert named(box, "Zeile 2023").currentText() == "3: 2023"
    assert named(box, "Zeile Vorjahr 2022").currentText() == "2: 2022"
    assert named(box, "Zeile der Bezeichnungen").currentText() == "1: Jahr"
    assert named(box, "Kopfspalte endet in").currentText().startswith("Spalte A: Jahr")
    pick(box, "Zeile 2023", "2")
    qtbot.waitUntil(lambda: box._job is None)
    assert box.page.preview.cell("integration_federal", "plan").cell == "C2"


def test_rows_that_a_label_may_mean_stand_first(qtbot, assistant: Open, tmp_path: Path):
    rows = (*ROWS, ("Umschichtung zugunsten Verwaltung", 180_000, 150_000))
    box = assistant(write_book(tmp_path / "Haushalt.xlsx", rows))
    near = next(row for row in box.page.preview.rows if row.is_asked).candidates
    assert near
    box.page.table.select_line(place_of(box, "B5"), IN_PLAN)
    qtbot.keyClick(box.page.table, Qt.Key.Key_Return)
    shown = box.page.table.findChild(QComboBox)
    keys = [shown.itemData(place) for place in range(shown.count())]
    assert keys[: len(near)] == [each.row for each in near]
    assert keys[-1] == SKIP
    assert len(set(keys) - {None}) == len([key for key in keys if key is not None])


def test_a_malformed_amount_offers_what_it_may_mean(
    qtbot, lasting_wizard: PlanWizard, assistant: Open, tmp_path: Path
):
    rows = (*ROWS, ("zzgl. Einnahmen aus Rückforderungen", "45.0000", 45_000))
    box = assistant(write_book(tmp_path / "Haushalt.xlsx", rows))
    assert box.page._readings.isVisible()
    offered = [each.text() for each in box.page._readings.buttons]
    assert "45.000 €" in offered
    click(qtbot, box, "45.000 €")
    assert status(box, place_of(box, "B5")) == "von Ihnen eingetragen"
    assert not box.page._readings.isVisible()
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)
    assert amount(lasting_wizard, "recoveries") == 4_500_000


def test_what_the_table_says_of_a_cell_is_not_said_twice(qtbot, assistant: Open, tmp_path: Path):
    rows = (("Alle Beträge in T€", None, None), *((a, b / 1000, c / 1000) for a, b, c in ROWS))
    box = assistant(write_book(tmp_path / "Tausend.xlsx", rows))
    assert box.page.has_questions
    assert not any("Zelle B" in line.title for line in box.page.findings.lines)
    assert not box.page._readings.isVisible()


def tab_stops(qtbot, box: ExcelImportDialog, number: int) -> list[str]:
    """What has the focus after each press of Tab."""
    found = []
    for _each in range(number):
        qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
        focused = box.focusWidget()
        found.append(spoken_name(focused) or focused.text())
    return found


def test_a_proposal_is_reached_with_tab_before_the_letter(qtbot, assistant: Open):
    box = assistant(sample_workbook())
    stops = tab_stops(qtbot, box, 6)
    proposal = next(place for place, name in enumerate(stops) if "einsetzen" in name)
    assert proposal < stops.index("Quelle der Beträge 2023")


def test_readings_are_reached_with_tab_before_the_letter(qtbot, assistant: Open, tmp_path: Path):
    rows = (*ROWS, ("zzgl. Einnahmen aus Rückforderungen", "45.0000", 45_000))
    box = assistant(write_book(tmp_path / "Haushalt.xlsx", rows))
    stops = tab_stops(qtbot, box, 8)
    reading = next(place for place, name in enumerate(stops) if "45.000 €" in name)
    assert reading < stops.index("Quelle der Beträge 2023")


def test_all_at_once_confirms_amounts_but_not_what_a_label_means(
    qtbot, assistant: Open, tmp_path: Path
):
    rows = (
        ("Angaben in T€", None, None),
        *((name, plan / 1000, before / 1000) for name, plan, before in ROWS),
        ("Umschichtung zugunsten Verwaltung", 300, 200),
    )
    box = assistant(write_book(tmp_path / "Tausend.xlsx", rows))
    unsure = [cell for cell in box.page.preview.cells if "row" in cell.questions]
    assert unsure
    click(qtbot, box, "Alle bestätigen")
    for cell in unsure:
        assert status(box, place_of(box, cell.cell)) != "von Ihnen bestätigt"
    assert box.page.has_questions


def test_a_narrow_table_scrolls_before_its_words_become_unreadable(qtbot, assistant: Open):
    table = PreviewTable(assistant(sample_workbook()).page.table.model())
    qtbot.addWidget(table)
    table.show()
    least = 12 * table.fontMetrics().averageCharWidth()
    for width in (300, 1200, 400):
        table.resize(width, 300)
        assert min(table.columnWidth(column) for column in (IN_BOOK, IN_PLAN)) >= least
    table.resize(1200, 300)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
