"""What is still missing and what is wrong in the whole plan; each line leads to its place."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QWidget

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.findings.finding_buttons import FindingButtons
from lpd_desktop.gui.findings.finding_lines import Folds
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.findings.overview import KINDS, Kind, Overview
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.pages.page import Page

_CAPTIONS: dict[Kind, str] = {
    "missing": "Feh&lt noch",
    "error": "&Fehler",
    "warning": "Wa&rnungen",
    "hint": "H&inweise",
}
_MARKS: dict[Kind, str] = {"missing": "empty", "error": "error", "warning": "warning"}


_LINES_AT_LEAST = 5


class ReviewPage(Page):
    """The list takes the room that the window has; only in a small one the page scrolls too."""

    fills_window = True

    def build(self) -> None:
        self._folds = Folds()
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        font = self._summary.font()
        font.setWeight(font.Weight.DemiBold)
        self._summary.setFont(font)
        self._progress = QLabel()
        self._progress.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(self.fontMetrics().height() * 2 // 3)
        self._bar.setAccessibleName("So viel ist ausgefüllt")
        self._boxes = {kind: self._filter_box(kind) for kind in KINDS}
        self._list = LineList("Was noch fehlt oder nicht stimmt", click_leads=False)
        self._list.setMinimumHeight(self.fontMetrics().height() * _LINES_AT_LEAST)
        self._list.chosen.connect(self._on_line_chosen)
        self._list.fold_wanted.connect(self._on_fold_wanted)
        for widget in (self._summary, self._progress, self._bar):
            self.column.addWidget(widget)
        self.column.addLayout(self._filters())
        self.column.addWidget(self._list, 1)
        self.column.addWidget(FindingButtons(self._list, self.context.requests, on_page=True))
        self.show_findings()

    def _filter_box(self, kind: Kind) -> QCheckBox:
        box = QCheckBox(_CAPTIONS[kind])
        box.setIcon(mark(_MARKS.get(kind, "hint")))
        box.setChecked(True)
        box.toggled.connect(self._on_filter_toggled)
        return box

    def _filters(self) -> FlowLayout:
        line = FlowLayout(20)
        line.addWidget(QLabel("Anzeigen:"))
        for box in self._boxes.values():
            line.addWidget(box)
        return line

    def first_field(self) -> QWidget:
        return self._list

    def set_editable(self, _editable: bool) -> None:
        """Findings of an approved plan can be looked at as well."""

    def refresh(self, _change: Change | None) -> None:
        if self.isVisible():
            self.show_findings()

    def show_findings(self) -> None:
        session = self.context.session
        overview = Overview(self.file, session.findings)
        kinds = [kind for kind, box in self._boxes.items() if box.isChecked()]
        if session.was_checked:
            self._list.show_lines(list(overview.lines(session.accepted, kinds, self._folds)))
        self._summary.setText(overview.summary() if session.was_checked else _NOT_YET)
        self._progress.setText(overview.progress())
        self._bar.setValue(overview.percent)
        for kind, box in self._boxes.items():
            box.setText(f"{_CAPTIONS[kind]} ({overview.number(kind)})")

    @Slot()
    def _on_filter_toggled(self) -> None:
        self.show_findings()

    @Slot(object)
    def _on_fold_wanted(self, line: Line) -> None:
        self._folds.turn(line)
        self.show_findings()

    @Slot(object)
    def _on_line_chosen(self, line: Line) -> None:
        self.context.requests.place_wanted.emit(line.where, line.quote)


_NOT_YET = "Das Dokument wird geprüft …"
