"""„Aus Excel einlesen“: every cell with what it shows and how it is read, before it is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.check.repair import Repair
from lpd_desktop.excel.preview import BudgetPreview, PreviewCell
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.gui.form_row import FormRow, QuietComboBox
from lpd_desktop.gui.marks import mark
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.repair_lines import RepairLines
from lpd_desktop.gui.roomy_delegate import RoomyDelegate
from lpd_desktop.plan.addresses import cell_address
from lpd_desktop.plan.amounts import Unit, format_amount
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.german import counted
from lpd_desktop.runtime.progress import Progress

_UNITS: tuple[tuple[str, Unit | None], ...] = (
    ("wie in der Mappe angegeben", None),
    ("Euro", "eur"),
    ("Tausend Euro", "teur"),
    ("Millionen Euro", "mio"),
)
_STATUS = {
    "ok": ("done", "gelesen"),
    "asked": ("warning", "bitte bestätigen"),
    "refused": ("error", "kein Betrag"),
    "skipped": ("empty", "nicht übernommen"),
}
_HEADERS = ("Zeile", "Zelle", "Excel zeigt", "Gelesen als", "Stand")


class ExcelImportDialog(QDialog):
    """A live preview; taking it is one step that can be undone."""

    def __init__(self, parent: QWidget, context: PageContext, item: str, path: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle("Budget aus Excel einlesen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._item, self._path = context, item, path
        self._preview: BudgetPreview | None = None
        self._repaired: set[tuple[str, str]] = set()
        self._sheet, self._unit = QuietComboBox(), QuietComboBox()
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._table = _new_table()
        self._repairs = RepairLines()
        self._repairs.repair_wanted.connect(self._on_repair_wanted)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = self._buttons.addButton("Ü&bernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._read()

    def _arrange(self) -> None:
        for caption, unit in _UNITS:
            self._unit.addItem(caption, unit)
        self._unit.activated.connect(self._on_choice)
        self._sheet.activated.connect(self._on_choice)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        title = QLabel(f"Datei: {self._path.name}")
        title.setWordWrap(True)
        choices = QHBoxLayout()
        choices.addWidget(FormRow("&Tabellenblatt", self._sheet), 1)
        choices.addWidget(FormRow("&Einheit der Zahlen", self._unit), 1)
        layout.addWidget(title)
        layout.addLayout(choices)
        layout.addWidget(self._summary)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._repairs)
        layout.addWidget(self._buttons)
        self.resize(960, 620)

    @Slot()
    def _on_choice(self) -> None:
        self._read()

    def _read(self) -> None:
        self._take.setEnabled(False)
        self._summary.setText("Die Mappe wird gelesen …")
        form_item = self._context.session.file.form.item(self._item)
        if not isinstance(form_item, BudgetItem):
            return
        sheet = self._sheet.currentText() or None
        file = self._context.session.file
        work = _Preview(self._path, form_item, file, sheet, self._unit.currentData())
        job = self._context.jobs.start("Mappe lesen", work)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, result: tuple[tuple[str, ...], BudgetPreview]) -> None:
        sheets, self._preview = result
        self._repaired.clear()
        if not self._sheet.count():
            self._sheet.addItems(sheets)
        self._sheet.setCurrentText(self._preview.sheet)
        self._show_preview()
        self._take.setEnabled(True)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._summary.setText(sentence_of(error))
        self._table.setRowCount(0)

    def _show_preview(self) -> None:
        preview = self._preview
        if preview is None:
            return
        labels = {row.key: row.label for row in preview.rows}
        year = self._context.session.file.form.year
        self._table.setRowCount(len(preview.cells))
        for place, cell in enumerate(preview.cells):
            shown = (
                f"{labels.get(cell.row, cell.row)}, {year if cell.column == 'plan' else year - 1}"
            )
            self._fill(place, shown, cell)
        self._table.resizeRowsToContents()
        self._summary.setText(_summary(preview))
        open_cells = {(c.row, c.column) for c in preview.cells if c.status in ("refused", "asked")}
        repairs = [each for each in preview.repairs if (each.row, each.column) in open_cells]
        self._repairs.show_repairs(labels, repairs)

    def _fill(self, place: int, shown: str, cell: PreviewCell) -> None:
        icon = _STATUS[cell.status][0]
        read_as = format_amount(cell.read_as) if cell.read_as is not None else "–"
        for column, text in enumerate((shown, cell.cell, cell.shows, read_as, self._note(cell))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column in (2, 3):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if column == 4:
                item.setIcon(mark(icon))
            self._table.setItem(place, column, item)

    def _note(self, cell: PreviewCell) -> str:
        if (cell.row, cell.column) in self._repaired:
            return "aus den Summen eingesetzt"
        status = _STATUS[cell.status][1]
        return f"{status}: {cell.note}" if cell.note else status

    @Slot(object)
    def _on_repair_wanted(self, repair: Repair) -> None:
        from lpd_desktop.excel.budget_import import with_reading

        if self._preview is not None:
            self._repaired.add((repair.row, repair.column))
            self._preview = with_reading(self._preview, repair.row, repair.column, repair.cents)
            self._show_preview()

    @Slot()
    def _on_accepted(self) -> None:
        if self._preview is None:
            return
        step = partial(_applied, self._item, self._preview, self._path.name)
        self._context.session.draft.change("Tabelle einlesen", step)
        self._context.session.check_now()
        self.accept()


class _Preview:
    def __init__(
        self, path: Path, item: BudgetItem, file: LpdFile, sheet: str | None, unit: Unit | None
    ) -> None:
        self._path, self._item, self._form = path, item, file.form
        self._sheet, self._unit = sheet, unit

    def __call__(self, _progress: Progress) -> tuple[tuple[str, ...], BudgetPreview]:
        from lpd_desktop.excel.budget_import import preview_budget
        from lpd_desktop.excel.reading import read_workbook

        data = read_bounded(self._path)
        name = self._path.name
        sheets = tuple(sheet.name for sheet in read_workbook(data, name).sheets)
        preview = preview_budget(
            data, name, self._item, self._form, sheet=self._sheet, unit=self._unit
        )
        return sheets, preview


def _applied(item: str, preview: BudgetPreview, source: str, file: LpdFile) -> LpdFile:
    from lpd_desktop.excel.budget_import import apply_preview

    return apply_preview(file, item, preview, time=utc_now(), source=source)


def _summary(preview: BudgetPreview) -> str:
    counts = dict.fromkeys(_STATUS, 0)
    for cell in preview.cells:
        counts[cell.status] += 1
    text = f"Blatt „{preview.sheet}“: {counts['ok']} Beträge gelesen."
    open_cells = counts["asked"] + counts["refused"]
    if open_cells:
        cells = counted(open_cells, "Zelle ist", "Zellen sind")
        text += f" {cells} noch zu klären; Ungeklärtes wird nicht übernommen."
    shown_below = {str(cell_address(preview.item, r.row, r.column)) for r in preview.repairs}
    findings = [each for each in preview.findings if each.where not in shown_below]
    sentences = [f"{each.message} {each.suggestion}".strip() for each in findings[:3]]
    return "\n".join([text, *sentences])


def _new_table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADERS))
    table.setHorizontalHeaderLabels(_HEADERS)
    table.setAccessibleName("Gelesene Zellen")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setItemDelegate(RoomyDelegate(table))
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
