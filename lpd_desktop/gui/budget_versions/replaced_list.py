"""Sentences that still hold old figures: each with its new one, mended with one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.check.replaced_amounts import Candidate, ReplacedAmount
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.runtime.german import counted, enumerate_german


class ReplacedList(QWidget):
    """`mend_wanted` tells the figures to mend as one step, and the words that were chosen."""

    mend_wanted = Signal(list, str)
    place_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._caption = QLabel("Der Text wird geprüft …")
        self._caption.setWordWrap(True)
        self.list = LineList("Sätze mit alten Beträgen", click_leads=False)
        self.list.setAccessibleDescription("Die Eingabetaste setzt den neuen Betrag ein.")
        self._mend = QPushButton("&Ersetzen")
        self._mend_all = QPushButton("A&lle ersetzen")
        self._place = QPushButton("Zur &Stelle")
        self.menu = QMenu(self)
        self._figures: tuple[ReplacedAmount, ...] = ()
        self._arrange()
        self._show_parts(False)
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
        column.addStretch(0)

    def show_figures(
        self, figures: Sequence[ReplacedAmount], place: Callable[[ReplacedAmount], str]
    ) -> None:
        """Shows what is left to mend; `place` says in German where a figure stands."""
        self._figures = tuple(figures)
        self.list.show_lines([_line(each, place(each)) for each in figures])
        if self.list.current is None and figures:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._caption.setText(_caption(len(figures)))
        self._show_parts(bool(figures))
        self._on_current_changed()

    def _show_parts(self, shown: bool) -> None:
        for widget in (self.list, self._mend, self._mend_all, self._place):
            widget.setVisible(shown)

    @property
    def _current(self) -> ReplacedAmount | None:
        subject = self.list.subject
        return subject if isinstance(subject, ReplacedAmount) else None

    @Slot()
    def _on_current_changed(self) -> None:
        current = self._current
        self._mend.setText("&Ersetzen" if current is None or current.can_mend else "&Ersetzen…")
        self._mend.setEnabled(current is not None and bool(_possible(current)))
        self._place.setEnabled(current is not None)
        self._mend_all.setEnabled(any(each.is_certain for each in self._figures))

    @Slot(object)
    def _on_line_chosen(self, _line: Line) -> None:
        self._on_mend_clicked()

    @Slot()
    def _on_mend_clicked(self) -> None:
        current = self._current
        if current is None or not _possible(current):
            return
        if current.can_mend:
            self.mend_wanted.emit([current], "")
        else:
            self._offer(current)

    def _offer(self, figure: ReplacedAmount) -> None:
        """Lets a person choose where several figures are possible."""
        self.menu.clear()
        for each in _possible(figure):
            action = self.menu.addAction(f"{each.new_text}: {each.meaning}".replace("&", "&&"))
            action.triggered.connect(partial(self._on_offer_taken, figure, each.new_text))
        self.menu.popup(self._mend.mapToGlobal(QPoint(0, self._mend.height())))

    def _on_offer_taken(self, figure: ReplacedAmount, words: str) -> None:
        self.mend_wanted.emit([figure], words)

    @Slot()
    def _on_mend_all_clicked(self) -> None:
        self.mend_wanted.emit([each for each in self._figures if each.is_certain], "")

    @Slot()
    def _on_place_clicked(self) -> None:
        current = self._current
        if current is not None:
            self.place_wanted.emit(str(current.where), current.quote)


def _possible(figure: ReplacedAmount) -> list[Candidate]:
    return [each for each in figure.candidates if each.new_text]


def _line(figure: ReplacedAmount, place: str) -> Line:
    return Line(
        title=f"{place}: {_change(figure)}",
        text=figure.sentence or figure.quote,
        icon=mark("warning"),
        level="Alter Betrag",
        where=str(figure.where),
        quote=figure.quote,
        subject=figure,
    )


def _change(figure: ReplacedAmount) -> str:
    old, possible = f"„{figure.quote}“", _possible(figure)
    if figure.can_mend:
        return f"{old} → „{figure.new_text}“"
    if possible:
        words = enumerate_german([f"„{each.new_text}“" for each in possible], "oder")
        return f"{old} → {words}?"
    return f"{old}: bitte schreiben Sie den Satz neu"


def _caption(number: int) -> str:
    if not number:
        return "Kein Satz nennt noch einen ersetzten Betrag."
    places = counted(number, "Stelle nennt", "Stellen nennen")
    return f"{places} noch einen ersetzten Betrag. Die Eingabetaste setzt den neuen ein."
