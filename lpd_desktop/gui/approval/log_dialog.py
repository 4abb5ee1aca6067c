"""„Historie des Dokuments“: who brought it into which state, and whether the log is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import life_entries
from lpd_desktop.plan.work import STATE_NAMES, LogEntry
from lpd_desktop.release.consistency import log_fault
from lpd_desktop.release.states import EVENT_NAMES
from lpd_desktop.runtime.german import counted, german_time

TITLE = "Historie des Dokuments"
HEADERS = ("Zeit", "Was", "Zustand danach", "Name", "Funktion", "Benutzerkonto", "Bemerkung")
_ABOUT = (
    "Namen und Funktionen stehen hier, wie sie eingetippt wurden; das Benutzerkonto nannte der "
    "Rechner. Beides ist keine Unterschrift. Die Kette zeigt versehentliche und unbedachte "
    "Änderungen, keine Fälschung durch jemanden, der sie neu berechnet."
)
_EMPTY = "Die Historie ist noch leer: Das Dokument war bisher nur Entwurf."
_FROM_PDF = (
    "Keine Historie: Das Dokument wurde aus einem PDF übernommen, das keine Historie enthält."
)
_SIZE = (940, 460)


def log_lines(log: Sequence[LogEntry]) -> list[tuple[str, ...]]:
    """The log as people read it, the oldest entry first."""
    return [tuple(_cells(entry)) for entry in life_entries(log)]


def _cells(entry: LogEntry) -> Iterator[str]:
    yield german_time(entry.time)
    yield EVENT_NAMES.get(entry.event, entry.event)
    yield STATE_NAMES[entry.state] if entry.state else ""
    yield from (entry.name, entry.role, entry.account, entry.note)


def told_chain(file: LpdFile) -> str:
    """Whether the log is whole, in one sentence."""
    number = len(list(life_entries(file.work.log)))
    fault = log_fault(file)
    if fault:
        return f"⚠ {fault}"
    if not number:
        return _EMPTY if file.release is None else _FROM_PDF
    told = counted(number, "Eintrag", "Einträge")
    return f"Die Kette ist ganz: {told}, keiner davon geändert, entfernt oder eingefügt."


class LogDialog(DraftDialog):
    """A table to be read and copied; it follows the draft."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, context, TITLE)
        self.chain = WrappedLabel()
        self.table = ReadOnlyTable(TITLE, len(HEADERS))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setHorizontalHeaderLabels(HEADERS)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(len(HEADERS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self._buttons.addButton("&Kopieren", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAccessibleDescription(
            "Kopiert die gewählten Zeilen, ohne Auswahl alle, als Tabelle."
        )
        self._arrange()
        self._session.changed.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.chain)
        column.addWidget(self.table, 1)
        column.addWidget(quiet_label(_ABOUT))
        column.addWidget(self._buttons)
        self._buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self.copy_lines)
        QShortcut(QKeySequence.StandardKey.Copy, self).activated.connect(self.copy_lines)
        self.resize(*_SIZE)

    @Slot()
    def _show(self) -> None:
        file = self._session.file
        lines = log_lines(file.work.log)
        self.chain.show_sentence(told_chain(file))
        self.table.setAccessibleDescription(told_chain(file))
        self.table.setRowCount(len(lines))
        for row, cells in enumerate(lines):
            for column, text in enumerate(cells):
                self.table.setItem(row, column, _item(column, text))
        self.copy.setEnabled(bool(lines))
        if lines:
            self.table.setCurrentCell(len(lines) - 1, 0)

    @Slot()
    def copy_lines(self) -> None:
        """Puts the selected lines into the clipboard; where one or none is selected, all."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        if len(rows) < 2:
            rows = list(range(self.table.rowCount()))
        lines = log_lines(self._session.file.work.log)
        texts = [HEADERS, *(lines[row] for row in rows)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in texts))
        announce(self, f"{counted(len(rows), 'Zeile', 'Zeilen')} kopiert.")


def _item(column: int, text: str) -> QTableWidgetItem:
    """A cell that is spoken with its column's name."""
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    spoken = f"{HEADERS[column]}: {text or 'keine Angabe'}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
