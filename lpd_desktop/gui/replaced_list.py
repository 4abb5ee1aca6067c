"""Sentences that still name old amounts: each with its new one, mended with one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.finding_list import LineList
from lpd_desktop.gui.lines import Line
from lpd_desktop.gui.marks import mark
from lpd_desktop.runtime.german import counted


@dataclass(frozen=True)
class OldSentence:
    """One figure in the text that a newer budget replaced.

    Attributes:
        place: Where it stands, in German.
        sentence: The whole sentence as it stands.
        old, new: The words concerned and what replaces them; no `new` where a person must decide.
        where, quote: Whereto it leads.
        subject: What mends it.
    """

    place: str
    sentence: str
    old: str
    new: str
    where: str
    quote: str
    subject: object


class ReplacedList(QWidget):
    """`mend_wanted` tells the subjects to mend: one, or all as one step."""

    mend_wanted = Signal(list)
    place_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._caption = QLabel()
        self._caption.setWordWrap(True)
        self.list = LineList("Sätze mit alten Beträgen", click_leads=False)
        self.list.setAccessibleDescription("Die Eingabetaste setzt den neuen Betrag ein.")
        self._mend = QPushButton("&Ersetzen")
        self._mend_all = QPushButton("A&lle ersetzen")
        self._place = QPushButton("Zur &Stelle")
        self._sentences: tuple[OldSentence, ...] = ()
        self._arrange()
        self.list.chosen.connect(self._on_line_chosen)
        self.list.current_changed.connect(self._on_current_changed)
        self._mend.clicked.connect(self._on_mend_clicked)
        self._mend_all.clicked.connect(self._on_mend_all_clicked)
        self._place.clicked.connect(self._on_place_clicked)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._caption)
        column.addWidget(self.list, 1)
        line = QHBoxLayout()
        for button in (self._mend, self._mend_all, self._place):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)

    def show_sentences(self, sentences: Sequence[OldSentence]) -> None:
        """Shows what is left to mend; the first one is current."""
        self._sentences = tuple(sentences)
        self.list.show_lines([_line(each) for each in sentences])
        if self.list.current is None and sentences:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._caption.setText(_caption(len(sentences)))
        self.list.setVisible(bool(sentences))
        for button in (self._mend, self._mend_all, self._place):
            button.setVisible(bool(sentences))
        self._on_current_changed()

    @property
    def _current(self) -> OldSentence | None:
        line = self.list.current
        return line.subject if line and isinstance(line.subject, OldSentence) else None

    @Slot()
    def _on_current_changed(self) -> None:
        current = self._current
        self._mend.setEnabled(current is not None and bool(current.new))
        self._place.setEnabled(current is not None)
        self._mend_all.setEnabled(any(each.new for each in self._sentences))

    @Slot(object)
    def _on_line_chosen(self, _line: Line) -> None:
        self._on_mend_clicked()

    @Slot()
    def _on_mend_clicked(self) -> None:
        current = self._current
        if current is not None and current.new:
            self.mend_wanted.emit([current.subject])

    @Slot()
    def _on_mend_all_clicked(self) -> None:
        self.mend_wanted.emit([each.subject for each in self._sentences if each.new])

    @Slot()
    def _on_place_clicked(self) -> None:
        current = self._current
        if current is not None:
            self.place_wanted.emit(current.where, current.quote)


def _line(sentence: OldSentence) -> Line:
    change = (
        f"„{sentence.old}“ → „{sentence.new}“"
        if sentence.new
        else f"„{sentence.old}“: bitte von Hand prüfen"
    )
    return Line(
        title=f"{sentence.place}: {change}",
        text=sentence.sentence,
        icon=mark("warning"),
        level="Alter Betrag",
        where=sentence.where,
        quote=sentence.quote,
        subject=sentence,
    )


def _caption(number: int) -> str:
    if not number:
        return "Kein Satz nennt noch einen ersetzten Betrag."
    places = counted(number, "Stelle nennt", "Stellen nennen")
    return f"{places} noch einen ersetzten Betrag. Die Eingabetaste setzt den neuen ein."
