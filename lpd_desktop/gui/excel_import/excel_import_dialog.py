"""„Aus Excel einlesen“: every cell with what it shows and how it is read, before it is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.editing.budget_basis import basis_of
from lpd_desktop.excel.preview import BudgetPreview
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.excel_import.excel_reading import (
    BookFile,
    BookSource,
    Choices,
    KeepProfile,
    ReadBook,
)
from lpd_desktop.gui.excel_import.import_page import ImportPage
from lpd_desktop.gui.excel_import.import_result import ImportResult
from lpd_desktop.gui.excel_import.password_row import PasswordRow
from lpd_desktop.gui.excel_import.reading_bar import ReadingBar
from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.look.elided_label import ElidedLabel
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.start.file_drop import BOOK_FILTER
from lpd_desktop.gui.versions.kept_states import DraftPlace, KeepPoint
from lpd_desktop.plan.budget import Basis
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.clock import utc_now

_STOPPED = "Das Lesen wurde angehalten; wählen Sie die Datei noch einmal, um sie doch zu lesen."


class ExcelImportDialog(DraftDialog):
    """A live preview, then what changed; taking it is one step that can be undone."""

    def __init__(
        self, parent: QWidget, context: PageContext, item: BudgetItem, source: BookSource | Path
    ) -> None:
        super().__init__(parent, context, "Budget aus Excel einlesen")
        self._item = item
        source = BookFile(source) if isinstance(source, Path) else source
        self._source, self._choices = source, Choices()
        self._job: Job | None = None
        year = self._session.file.form.year
        self._file = ElidedLabel()
        self._other_file = QPushButton("Andere &Datei…")
        self._reading = ReadingBar()
        self._password = PasswordRow()
        self._basis = basis_of(self._session.file, item.key, "plan")
        self.page = ImportPage(item, year, self._basis)
        self.outcome = ImportResult(item.key, self._session, self._change)
        self._stack = QStackedWidget()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = self._buttons.addButton("&Übernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._connect()
        self._other_file.setVisible(isinstance(source, BookFile))
        self._read(source, Choices())

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._file, 1)
        top.addWidget(self._other_file)
        self._other_file.setAutoDefault(False)
        for page in (QWidget(), self.page, self.outcome):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._reading)
        layout.addWidget(self._password)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._buttons)
        self._take.setDefault(True)
        self.resize(1160, 660)

    def _connect(self) -> None:
        self._other_file.clicked.connect(self._on_other_file_clicked)
        self._reading.stopped.connect(self._on_stopped)
        self._password.entered.connect(self._on_password_entered)
        self.page.choices_changed.connect(self._on_choices_changed)
        self.page.all_decided.connect(self._focus_take)
        self.outcome.place_wanted.connect(self._on_place_wanted)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _read(self, source: BookSource, choices: Choices) -> None:
        """Reads a source with the choices so far; what was asked for before counts no more."""
        self._drop_job()
        self._source, self._choices = source, choices
        kind = "Datei: " if isinstance(source, BookFile) else ""
        self._file.show_text(f"{kind}{source.name}")
        self._take.setEnabled(False)
        work = source.work(self._item, self._session.file, choices, self._context.data_folder)
        self._job = self._context.jobs.start("Mappe lesen", work)
        self._job.succeeded.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._reading.follow(self._job)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop(succeeded=self._on_read, failed=self._on_failed)
            self._job = None

    @Slot(object)
    def _on_read(self, read: ReadBook) -> None:
        self._job = None
        self._reading.show_idle()
        self._password.hide()
        is_first = self._stack.currentWidget() is not self.page
        self.page.show_read(read, self._choices)
        self._stack.setCurrentWidget(self.page)
        self._take.setEnabled(self.page.preview is not None)
        if is_first and self.page.has_questions:
            self.page.go_to_open()
        elif is_first:
            self._focus_take()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        from lpd_desktop.excel.package import PasswordNeededError, WrongPasswordError

        self._job = None
        if isinstance(error, PasswordNeededError | WrongPasswordError):
            self._reading.show_idle()
            self._password.ask(_about_password(error))
        else:
            self._reading.show_idle(sentence_of(error))
            self._other_file.setFocus()

    @Slot()
    def _on_stopped(self) -> None:
        self._drop_job()
        self._reading.show_idle(_STOPPED)
        self._other_file.setFocus()

    @Slot(str)
    def _on_password_entered(self, password: str) -> None:
        self._read(self._source, self._choices.opened_by(password))

    @Slot(object)
    def _on_choices_changed(self, choices: Choices) -> None:
        self._read(self._source, choices)

    @Slot()
    def _focus_take(self) -> None:
        """The letter is asked for last; Enter takes the table from there too."""
        if not self._take.isEnabled():
            return
        if self.page.letter.is_empty:
            self.page.letter.focus_source()
        else:
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_other_file_clicked(self) -> None:
        choose_to_open(self, "Budget aus Excel einlesen", BOOK_FILTER, self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self._password.hide()
        self._read(BookFile(Path(name)), Choices())

    @Slot()
    def _on_accepted(self) -> None:
        letter = self.page.letter.typed()
        if self.page.preview is None or letter is None:
            return
        before = self._session.file
        step = partial(_applied, self._item.key, self.page.preview, self._source.name, letter)
        if self._change("Tabelle einlesen", step):
            self._keep_before(before)
            self._keep_profile(self.page.preview)
            self._show_result(before)

    def _keep_before(self, before: LpdFile) -> None:
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        work = KeepPoint(place, before, "import")
        self._context.jobs.start("Fassung festhalten", work, is_kept=True).failed.connect(
            self._on_before_not_kept
        )

    @Slot(Exception)
    def _on_before_not_kept(self, error: Exception) -> None:
        tell(self, "Fassung nicht festgehalten", sentence_of(error))

    def _keep_profile(self, preview: BudgetPreview) -> None:
        name = self.page.profile.name
        if name:
            year = self._session.file.form.year
            work = KeepProfile(preview, name, year, self._context.data_folder)
            self._context.jobs.start("Profil merken", work, is_kept=True).failed.connect(
                self._on_not_kept
            )

    @Slot(Exception)
    def _on_not_kept(self, error: Exception) -> None:
        tell(self, "Aufbau nicht gemerkt", sentence_of(error))

    def _show_result(self, before: LpdFile) -> None:
        """Stays open while somebody sees what changed and mends the text."""
        now = self._session.file
        tables = [file.plan.table_of(file.form, self._item.key) for file in (before, now)]
        self.outcome.show_change(*tables)
        self._session.findings_changed.connect(self._on_findings_changed)
        self._stack.setCurrentWidget(self.outcome)
        self._other_file.hide()
        self._take.hide()
        close = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        close.setText("S&chließen")
        close.setAutoDefault(False)
        self._take.setAutoDefault(False)  # Enter in a field takes what was typed
        self._take.setDefault(False)
        close.setFocus()

    @Slot()
    def _on_findings_changed(self) -> None:
        """The sentences come with the check; the first time they take the focus."""
        had_old = self.outcome.replaced.list.isVisible()
        if self.outcome.show_text() and not had_old:
            self.outcome.replaced.list.setFocus()

    def done(self, result: int) -> None:
        """What is still being read is of no use any more."""
        self._drop_job()
        super().done(result)


def _about_password(error: Exception) -> str:
    from lpd_desktop.excel.package import WrongPasswordError

    if isinstance(error, WrongPasswordError):
        return str(error)
    return "Die Mappe ist mit einem Kennwort geschützt; bitte geben Sie es ein."


def _applied(
    item: str, preview: BudgetPreview, source: str, letter: Basis, file: LpdFile
) -> LpdFile:
    """Without a letter the one so far is kept only where no amount of the plan year changes."""
    from lpd_desktop.excel.applying import apply_preview, changes_amounts

    table = file.plan.table_of(file.form, item)
    is_kept = letter == Basis() and not changes_amounts(table, preview, "plan")
    basis = None if is_kept else letter
    return apply_preview(file, item, preview, time=utc_now(), source=source, basis=basis)
