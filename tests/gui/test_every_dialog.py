"""Every dialog and window by keyboard and screen reader; a new one has to be added here."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWizard,
)

import lpd_desktop.gui
from lpd_desktop.editing.office_settings import read_settings
from lpd_desktop.editing.own_dates import AddDate
from lpd_desktop.gui import messages
from lpd_desktop.gui.approval.assistant import ApprovalAssistant
from lpd_desktop.gui.approval.entries import Entries
from lpd_desktop.gui.approval.log_dialog import LogDialog
from lpd_desktop.gui.approval.signature_sheet_dialog import SignatureSheetDialog
from lpd_desktop.gui.approval.state_dialog import StateDialog
from lpd_desktop.gui.backup.backup_dialog import BackupDialog
from lpd_desktop.gui.budget_versions.budget_versions_dialog import BudgetVersionsDialog
from lpd_desktop.gui.changes.changes_dialog import CLEANING, ChangesDialog
from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.comparing.draft_comparison import DraftComparison
from lpd_desktop.gui.cover_look.look_dialog import LookDialog
from lpd_desktop.gui.crash_report import CrashDialog
from lpd_desktop.gui.damage.repair_dialog import RepairDialog
from lpd_desktop.gui.damage.repair_work import Damage
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.file_choice import choose_to_open, choose_to_save
from lpd_desktop.gui.findings.finding_dialog import FindingDialog
from lpd_desktop.gui.handing_over.hand_over_assistant import HandOverAssistant
from lpd_desktop.gui.lengths.length_dialog import LengthDialog
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog, ScrollingMessageBox
from lpd_desktop.gui.office_settings.settings_dialog import SettingsDialog
from lpd_desktop.gui.own_dates.dates_dialog import DatesDialog
from lpd_desktop.gui.pdf_export.edition_dialog import EditionDialog
from lpd_desktop.gui.pdf_export.year_dialog import YearDialog
from lpd_desktop.gui.printing.print_dialog import new_dialog, new_printer
from lpd_desktop.gui.remarks.author_dialog import AuthorDialog
from lpd_desktop.gui.remarks.list_dialog import ListDialog
from lpd_desktop.gui.remarks.remark_dialog import RemarkDialog
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.numbering import NumberingDialog
from lpd_desktop.gui.rich_text.table_menu import TableSizeDialog
from lpd_desktop.gui.spelling.dictionaries_dialog import DictionariesDialog
from lpd_desktop.gui.spelling.spelling import Spelling
from lpd_desktop.gui.start.new_plan_assistant import NewPlanAssistant
from lpd_desktop.gui.start.place_dialog import PlaceDialog
from lpd_desktop.gui.start.second_start import refusal
from lpd_desktop.gui.start.text_import_dialog import TextImportDialog
from lpd_desktop.gui.submissions.correction_dialog import CorrectionDialog
from lpd_desktop.gui.submissions.submissions_dialog import SubmissionsDialog
from lpd_desktop.gui.trash.trash_dialog import TrashDialog
from lpd_desktop.gui.verifying.verify_dialog import VerifyDialog
from lpd_desktop.gui.versions.earlier_texts_dialog import EarlierTextsDialog
from lpd_desktop.gui.versions.points_dialog import PointsDialog
from lpd_desktop.gui.versions.two_states_dialog import TwoStatesDialog
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.gui.wording.wording_dialog import WordingDialog
from lpd_desktop.pdf.edition import DRAFT
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.remark import Author
from lpd_desktop.plan.sample import sample_workbook
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import steps_from
from lpd_desktop.runtime.folder_lock import Holder
from lpd_desktop.runtime.storage_place import StoragePlace
from lpd_desktop.store.earlier.restore_points import RestorePoint
from tests.gui.approved_plan import recorded_submission
from tests.gui.conftest import checked
from tests.gui.looked_over import default_of, faults_in, trap_in
from tests.gui.versions_screenshots import rewritten

GUI = Path(lpd_desktop.gui.__file__).parent
DOCUMENT = Path(__file__).resolve().parent.parent / "data" / "documents" / "wiesenland.md"

Make = Callable[[PlanWizard], QDialog]


def correction(wizard: PlanWizard) -> QDialog:
    return CorrectionDialog(wizard, "mail", "2022-11-11", Signatory(name="", role=""))


def excel(wizard: PlanWizard) -> QDialog:
    item = next(iter(wizard._session.file.form.budgets))
    return ExcelImportDialog(wizard, wizard._context, item, sample_workbook())


def versions(wizard: PlanWizard) -> QDialog:
    return BudgetVersionsDialog(wizard, wizard._context, "A.budget")


def backups(wizard: PlanWizard) -> QDialog:
    window = wizard.window()
    return BackupDialog(window, window.backups.keeper, window.services.data_folder)


def repair(wizard: PlanWizard) -> QDialog:
    services = wizard.window().services
    damage = Damage(("Die Antwort bei „A.staff“ ist beschädigt gespeichert.",), can_go_on=True)
    return RepairDialog(wizard.window(), services.jobs, services.data_folder, damage)


def trash(wizard: PlanWizard) -> QDialog:
    services = wizard.window().services
    return TrashDialog(wizard.window(), services.jobs, services.data_folder)


def finding(wizard: PlanWizard) -> QDialog:
    return FindingDialog(wizard, wizard._session.findings[0])


def text(wizard: PlanWizard) -> QDialog:
    services = wizard.window().services
    return TextImportDialog(wizard.window(), services.jobs, DOCUMENT, services.added_forms)


def crash(wizard: PlanWizard) -> QDialog:
    return CrashDialog(wizard, "", "LPD Desktop")


def changes(wizard: PlanWizard) -> QDialog:
    from lpd_desktop.check.typography.cleaning import slips_in_plan

    file = wizard._session.file
    return ChangesDialog(wizard, wizard._context, CLEANING, slips_in_plan(file.form, file.plan))


def lengths(wizard: PlanWizard) -> QDialog:
    return LengthDialog(wizard, wizard._context)


def wording(wizard: PlanWizard) -> QDialog:
    return WordingDialog(wizard, wizard._context)


def look(wizard: PlanWizard) -> QDialog:
    return LookDialog(wizard, wizard._context)


def place(_wizard: PlanWizard) -> QDialog:
    found = StoragePlace(
        Path("/home/jörg/OneDrive/Planung/LPD Desktop"), "synchronised", "OneDrive"
    )
    return PlaceDialog(found, Path("/home/jörg/.local/share/LPD Desktop"))


def edition(wizard: PlanWizard) -> QDialog:
    return EditionDialog(wizard, DRAFT, is_approved=False)


def blank_form_year(wizard: PlanWizard) -> QDialog:
    return YearDialog(wizard, 2023)


def points(wizard: PlanWizard) -> QDialog:
    return PointsDialog(wizard, wizard._context)


def two_states(wizard: PlanWizard) -> QDialog:
    point = RestorePoint(1, "", "2022-11-08T09:30:00Z", "named", "Fassung Kreistag")
    return TwoStatesDialog(wizard, wizard._context, (point,), point)


def earlier_texts(wizard: PlanWizard) -> QDialog:
    return EarlierTextsDialog(wizard, wizard._context, Address("A.staff"))


def file_compared(wizard: PlanWizard) -> QDialog:
    other = rewritten(wizard._session.file)
    return DraftComparison(wizard, wizard._context, other, "Rücklauf.lpd", other_is_older=False)


def hand_over(wizard: PlanWizard) -> QDialog:
    return HandOverAssistant(wizard, wizard._context)


def submissions(wizard: PlanWizard) -> QDialog:
    services = wizard.window().services
    recorded_submission(services.data_folder)
    return SubmissionsDialog(wizard.window(), services.jobs, services.data_folder)


def remark(wizard: PlanWizard) -> QDialog:
    return RemarkDialog(wizard, "Anmerkung: A Personal", ("Zu: „20 Prozent“",), "A&nmerken")


def remark_author(wizard: PlanWizard) -> QDialog:
    return AuthorDialog(wizard, Author())


def remark_list(wizard: PlanWizard) -> QDialog:
    return ListDialog(wizard, only_open=False)


def dictionaries(wizard: PlanWizard) -> QDialog:
    speller = wizard.window().findChild(Spelling).speller
    return DictionariesDialog(wizard, wizard._context, speller)


def own_dates(wizard: PlanWizard) -> QDialog:
    draft = wizard._session.draft
    draft.change_dates("Termin", AddDate(OwnDate(label="Kreistag", date="2022-12-14")))
    return DatesDialog(wizard, wizard._context)


def office(wizard: PlanWizard) -> QDialog:
    services, folder = wizard.window().services, wizard.window().services.data_folder
    read = read_settings(folder)
    return SettingsDialog(wizard.window(), services.jobs, folder, read, wizard._session.file)


def table_size(wizard: PlanWizard) -> QDialog:
    return TableSizeDialog(wizard)


def numbering(wizard: PlanWizard) -> QDialog:
    return NumberingDialog(RichTextEdit(wizard), 0, 3)


def assistant(wizard: PlanWizard) -> QDialog:
    return NewPlanAssistant(wizard.window(), wizard.window().services.added_forms)


def verified(wizard: PlanWizard) -> QDialog:
    from lpd_desktop.plan.file import write_lpd
    from lpd_desktop.release.verification import verify

    verdicts = verify(write_lpd(wizard._session.file))
    return VerifyDialog(wizard.window(), Path("plan.lpd"), verdicts)


def approval(wizard: PlanWizard) -> QDialog:
    return ApprovalAssistant(wizard, wizard._context, Entries())


def state_step(wizard: PlanWizard) -> QDialog:
    return StateDialog(wizard, steps_from(wizard._session.file)[0], Signatory(name="", role=""))


def log(wizard: PlanWizard) -> QDialog:
    return LogDialog(wizard, wizard._context)


def signature_sheet(wizard: PlanWizard) -> QDialog:
    return SignatureSheetDialog(wizard, wizard._context)


MAKERS: dict[type[QDialog], Make] = {
    AuthorDialog: remark_author,
    ApprovalAssistant: approval,
    BackupDialog: backups,
    BudgetVersionsDialog: versions,
    ChangesDialog: changes,
    CrashDialog: crash,
    DictionariesDialog: dictionaries,
    DatesDialog: own_dates,
    DraftComparison: file_compared,
    EarlierTextsDialog: earlier_texts,
    EditionDialog: edition,
    ExcelImportDialog: excel,
    FindingDialog: finding,
    HandOverAssistant: hand_over,
    LengthDialog: lengths,
    ListDialog: remark_list,
    LogDialog: log,
    LookDialog: look,
    NewPlanAssistant: assistant,
    NumberingDialog: numbering,
    PlaceDialog: place,
    PointsDialog: points,
    RemarkDialog: remark,
    RepairDialog: repair,
    SignatureSheetDialog: signature_sheet,
    StateDialog: state_step,
    SettingsDialog: office,
    SubmissionsDialog: submissions,
    CorrectionDialog: correction,
    TableSizeDialog: table_size,
    TextImportDialog: text,
    TrashDialog: trash,
    TwoStatesDialog: two_states,
    VerifyDialog: verified,
    WordingDialog: wording,
    YearDialog: blank_form_year,
}
"""How each dialog of the program is made over the sample plan."""

BASES = {ScrollingDialog, ScrollingMessageBox, DraftDialog}


def told(wizard: PlanWizard) -> QDialog:
    return messages.tell(wizard, "Speichern", "Das ging nicht.")


def asked(wizard: PlanWizard) -> QDialog:
    return messages.ask(wizard, "Löschen", "Den Entwurf löschen?", "&Löschen", list)


def chosen(wizard: PlanWizard) -> QDialog:
    return choose_one(wizard, "Einheit", "In €?", [("In &Euro", list), ("In &Tausend", list)])


def to_open(wizard: PlanWizard) -> QDialog:
    return choose_to_open(wizard, "Datei öffnen", "Pläne (*.lpd)", str)


def to_save(wizard: PlanWizard) -> QDialog:
    return choose_to_save(wizard, "Speichern", "Pläne (*.lpd)", "plan.lpd", str)


def printed(wizard: PlanWizard) -> QDialog:
    printer = new_printer(13)
    dialog = new_dialog(printer, wizard)
    dialog.destroyed.connect(printer.isValid)  # the printer lives as long as its dialog
    return dialog


def refused(_wizard: PlanWizard) -> QDialog:
    return refusal(Holder(machine="anderswo", process=1))


QT_DIALOGS: dict[str, tuple[Make, ...]] = {
    "messages.py": (told, asked),
    "choice.py": (chosen,),
    "file_choice.py": (to_open, to_save),
    "print_dialog.py": (printed,),
    "second_start.py": (refused,),
}
"""Where dialogs of Qt itself are made."""

ALL = [*MAKERS.values(), *(make for makers in QT_DIALOGS.values() for make in makers)]


def subclasses(kind: type) -> set[type]:
    return {each for one in kind.__subclasses__() for each in (one, *subclasses(one))}


def test_every_dialog_of_the_program_is_looked_over() -> None:
    for module in pkgutil.walk_packages([str(GUI)], "lpd_desktop.gui."):
        importlib.import_module(module.name)
    own = {each for each in subclasses(QDialog) if each.__module__.startswith("lpd_desktop")}
    assert own == {*MAKERS, *BASES}


def test_every_place_that_makes_a_dialog_of_qt_is_looked_over() -> None:
    made = re.compile(r"\b(?:ScrollingMessageBox|QMessageBox|Q\w+Dialog)\(\w*[,)]")
    found = {
        path.name
        for path in GUI.rglob("*.py")
        if any(
            made.search(line) and not line.startswith("class ")
            for line in path.read_text("utf-8").splitlines()
        )
    }
    assert found == set(QT_DIALOGS)


def test_every_own_dialog_scrolls_where_the_screen_is_too_small() -> None:
    assert [kind for kind in MAKERS if not issubclass(kind, (ScrollingDialog, QWizard))] == []


def shown(qtbot, make: Make, wizard: PlanWizard) -> QDialog:
    dialog = make(wizard)
    if dialog.parent() is None:
        qtbot.addWidget(dialog)
    if not dialog.isVisible():
        QDialog.open(dialog) if isinstance(dialog, QPrintDialog) else dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(lambda: not wizard.window().services.jobs.is_busy)
    return dialog


def faults_of(dialog: QDialog) -> list[str]:
    """What the dialog does wrong; closes it."""
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    faults = faults_in(dialog, of_qt=isinstance(dialog, (QPrintDialog, QFileDialog)))
    faults += [trap] if (trap := trap_in(dialog)) else []
    default = default_of(dialog)
    if default is not None and role_of(default) in WRONG_FOR_ENTER:
        faults.append(f"Enter drückt „{default.text()}“")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    return faults if ended or not dialog.isVisible() else [*faults, "Escape schließt nicht"]


WRONG_FOR_ENTER = {
    QDialogButtonBox.ButtonRole.DestructiveRole,
    QDialogButtonBox.ButtonRole.ResetRole,
    QDialogButtonBox.ButtonRole.HelpRole,
}


def role_of(button: QPushButton) -> QDialogButtonBox.ButtonRole | None:
    box = button.parent()
    return box.buttonRole(button) if isinstance(box, QDialogButtonBox) else None


def test_every_dialog_is_named_german_gone_round_with_tab_and_left_with_escape(
    qtbot, sample_wizard: PlanWizard
) -> None:
    checked(qtbot, sample_wizard.window())
    found = {make.__name__: faults_of(shown(qtbot, make, sample_wizard)) for make in ALL}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_what_is_wrong_with_a_dialog_is_found(qtbot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    for button in (QPushButton("&Cancel"), QPushButton("&Clear"), QToolButton()):
        layout.addWidget(button)
    dialog.show()
    assert len(faults_in(dialog)) == 4
