"""The verdicts of a verification as lines: mark, question, sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from lpd_desktop.gui.look.marks import mark

if TYPE_CHECKING:
    from lpd_desktop.release.verdicts import Answer, Verdicts

_MARKS: dict[Answer, str] = {
    "yes": "done",
    "no": "error",
    "unknown": "hint",
    "not_applicable": "empty",
}
_SPOKEN: dict[Answer, str] = {
    "yes": "in Ordnung",
    "no": "nicht in Ordnung",
    "unknown": "offen",
    "not_applicable": "entfällt",
}
_LINES_AT_LEAST = 5


class VerdictList(QListWidget):
    """Each line is told whole by screen readers; nothing can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Ergebnis der Prüfung im Einzelnen")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(self.fontMetrics().height() * 2 * _LINES_AT_LEAST)

    def show_verdicts(self, verdicts: Verdicts | None) -> None:
        """Shows those that say something of the document, and what deviates in it."""
        self.clear()
        if verdicts is None:
            return
        for each in verdicts.shown():
            spoken = f"{each.title}, {_SPOKEN[each.answer]}: {each.sentence}"
            self._add(_MARKS[each.answer], f"{each.title}: {each.sentence}", spoken)
        for deviation in verdicts.deviations:
            self._add("warning", deviation.sentence, f"Abweichung: {deviation.sentence}")
        self.setCurrentRow(0)

    def _add(self, shape: str, text: str, spoken: str) -> None:
        item = QListWidgetItem(mark(shape), text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.addItem(item)
