"""The submissions, and the papers of one of them, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.gui.submissions.told_submission import ToldSubmission
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.submission_entries import PAPER_NAMES, Paper

_SUBMISSIONS = ("Dokument", "Fassung", "Stand", "Zeit", "Empfänger", "Weg", "Beilagen")
_PAPERS = ("Art", "Datei", "Größe", "Aufgehoben")
_STRETCHED = {"Empfänger", "Datei"}
_LETTERS_AT_LEAST = 12
_MARKS = {"recorded": "done", "begun": "started", "written": "started", "abandoned": "empty"}
_STANDING = 2
_KB = 1024


class _Lines(ReadOnlyTable):
    """Lines of words; Ctrl+C copies the current one with its headings."""

    line_changed = Signal()

    def __init__(self, name: str, headers: Sequence[str]) -> None:
        super().__init__(name, len(headers))
        self._headers = tuple(headers)
        self.setHorizontalHeaderLabels(headers)
        header = self.horizontalHeader()
        for column, caption in enumerate(headers):
            if caption in _STRETCHED:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _LETTERS_AT_LEAST)
        header.setHighlightSections(False)
        self.currentCellChanged.connect(self.line_changed)

    def _fill(self, row: int, texts: Sequence[str]) -> list[QTableWidgetItem]:
        items = [QTableWidgetItem(text) for text in texts]
        for column, (item, text) in enumerate(zip(items, texts, strict=True)):
            item.setToolTip(text)
            spoken = f"{self._headers[column]}: {text or 'leer'}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.setItem(row, column, item)
        return items

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentRow() >= 0:
            QGuiApplication.clipboard().setText(self.copied())
            announce(self, "Die Zeile ist kopiert.")
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The current line as two rows for a spreadsheet."""
        items = [self.item(self.currentRow(), column) for column in range(len(self._headers))]
        texts = [item.text() if item is not None else "" for item in items]
        return "\t".join(self._headers) + "\n" + "\t".join(texts)


class SubmissionList(_Lines):
    """`line_changed` tells that another submission is current."""

    def __init__(self) -> None:
        super().__init__("Eingereichte Dokumente", _SUBMISSIONS)
        self._submissions: tuple[ToldSubmission, ...] = ()

    @property
    def current(self) -> ToldSubmission | None:
        """The submission of the current line."""
        row = self.currentRow()
        return self._submissions[row] if 0 <= row < len(self._submissions) else None

    def show_submissions(self, submissions: Sequence[ToldSubmission]) -> None:
        """Shows submissions; the current one stays current."""
        known = self.current
        blocked = self.blockSignals(True)
        self._submissions = tuple(submissions)
        self.setRowCount(len(submissions))
        for row, each in enumerate(submissions):
            items = self._fill(row, each.cells())
            items[_STANDING].setIcon(mark(_MARKS[each.entry.step]))
        ids = [each.entry.id for each in submissions]
        if ids:
            self.selectRow(ids.index(known.entry.id) if known and known.entry.id in ids else 0)
        self.blockSignals(blocked)
        self.line_changed.emit()

    def copied(self) -> str:
        """With file, checksum and seal, which have no columns."""
        head, _, line = super().copied().partition("\n")
        current = self.current
        if current is None:
            return ""
        planned = current.entry.planned
        more = (planned.file_name, planned.sha256, planned.seal)
        return "\t".join((head, "Datei", "SHA-256", "Siegel")) + "\n" + "\t".join((line, *more))


class PaperList(_Lines):
    """`line_changed` tells that another paper is current."""

    def __init__(self) -> None:
        super().__init__("Beilagen", _PAPERS)
        self._papers: tuple[Paper, ...] = ()

    @property
    def current(self) -> Paper | None:
        """The paper of the current line."""
        row = self.currentRow()
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Shows papers; the newest is current."""
        blocked = self.blockSignals(True)
        self._papers = tuple(papers)
        self.setRowCount(len(papers))
        for row, each in enumerate(papers):
            kind = PAPER_NAMES[each.kind]
            name = f"{kind[:1].upper()}{kind[1:]}"
            self._fill(row, (name, each.name, told_size(each.size), local_time(each.time)))
        if papers:
            self.selectRow(len(papers) - 1)
        self.blockSignals(blocked)
        self.line_changed.emit()


def told_size(size: int) -> str:
    """`312 KB`, `1,4 MB`."""
    if size < _KB * _KB:
        return f"{max(1, round(size / _KB))} KB"
    return f"{size / _KB / _KB:.1f} MB".replace(".", ",")
