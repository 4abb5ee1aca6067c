"""„Umfang“: the words, characters and pages of all texts in a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.pdf.printed_length import PrintedLength
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.counting import Count, Limits, count_blocks, limits_at, total
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of
from lpd_desktop.runtime.german import counted, grouped
from lpd_desktop.runtime.progress import Progress

_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CAPTIONS = ("Text", "Wörter", "Zeichen", "ohne Leerzeichen", "Seiten", "Vorgabe")
_PAGES, _WISH = 4, 5


@dataclass(frozen=True)
class TextLength:
    """One line of the table."""

    where: Address
    place: str
    count: Count
    limits: Limits


def lengths_of(file: LpdFile) -> list[TextLength]:
    """The lengths of all texts of a plan."""
    form, plan = file.form, file.plan
    return [
        TextLength(where, place_of(form, plan, where), count_blocks(blocks), limits_at(form, where))
        for where, blocks in text_fields(form, plan)
    ]


@dataclass(frozen=True)
class PrintedLengthOf:
    """Sets the document without drawing it; for the worker thread."""

    file: LpdFile

    def __call__(self, progress: Progress) -> PrintedLength:
        from lpd_desktop.pdf.rendering import printed_length

        progress.step(0, "Die Seiten werden gezählt")
        return printed_length(self.file)


class LengthDialog(ScrollingDialog):
    """Words at once; pages as soon as the document is set."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent)
        self.setWindowTitle("Umfang")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        file = context.session.file
        self._lengths = lengths_of(file)
        self._whole = total(each.count for each in self._lengths)
        self.table = ReadOnlyTable("Umfang der Texte", len(_CAPTIONS))
        self._sum = QLabel()
        self._sum.setWordWrap(True)
        self._arrange()
        self._fill()
        self._show_sum("")
        self._job = context.jobs.start("Umfang", PrintedLengthOf(file))
        self._job.succeeded.connect(self._on_set)
        self._job.failed.connect(self._on_failed)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._sum)
        layout.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, caption in enumerate(_CAPTIONS):
            self.table.setHorizontalHeaderItem(column, _head(caption, column))
        self.resize(900, 560)

    def _fill(self) -> None:
        self.table.setRowCount(len(self._lengths))
        for row, each in enumerate(self._lengths):
            count = each.count
            numbers = (count.words, count.characters, count.characters_without_blanks)
            texts = (each.place, *map(grouped, numbers), "…", _wish(each.limits))
            for column, text in enumerate(texts):
                self.table.setItem(row, column, _cell(text, column, each.place))
        has_wishes = any(each.limits != Limits() for each in self._lengths)
        self.table.setColumnHidden(_WISH, not has_wishes)
        if self._lengths:
            self.table.setCurrentCell(0, 0)

    @Slot(object)
    def _on_set(self, length: PrintedLength) -> None:
        for row, each in enumerate(self._lengths):
            pages = f"{length.by_address.get(str(each.where), 0.0):.1f}".replace(".", ",")
            self.table.setItem(row, _PAGES, _cell(pages, _PAGES, each.place))
        self._show_sum(f" Das Dokument hat gedruckt {counted(length.pages, 'Seite', 'Seiten')}.")

    @Slot(Exception)
    def _on_failed(self, _error: Exception) -> None:
        for row, each in enumerate(self._lengths):
            self.table.setItem(row, _PAGES, _cell("–", _PAGES, each.place))
        self._show_sum(" Die Seiten ließen sich nicht zählen.")

    def _show_sum(self, pages: str) -> None:
        words, signs = self._whole.words, self._whole.characters
        self._sum.setText(
            f"Alle Texte zusammen: {grouped(words)} Wörter, {grouped(signs)} Zeichen.{pages}"
        )


def _wish(limits: Limits) -> str:
    parts = []
    if limits.target:
        parts.append(f"etwa {grouped(limits.target)}")
    if limits.most:
        parts.append(f"höchstens {grouped(limits.most)}")
    return ", ".join(parts)


def _head(caption: str, column: int) -> QTableWidgetItem:
    head = QTableWidgetItem(caption)
    side = Qt.AlignmentFlag.AlignRight if 0 < column <= _PAGES else Qt.AlignmentFlag.AlignLeft
    head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return head


def _cell(text: str, column: int, place: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    if 0 < column <= _PAGES:
        item.setTextAlignment(_NUMBERS)
    if column:
        said = f"{place}, {_CAPTIONS[column]}: {text or 'keine'}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item
