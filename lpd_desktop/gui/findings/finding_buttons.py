"""What can be done with the current line of a list of findings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.form_row import plain_caption
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.pages.page import Requests

_ACCEPT = "Zur &Kenntnis nehmen…"
_REOPEN = "Wieder &öffnen"


class FindingButtons(QWidget):
    """Explains a finding, accepts it or opens it again; on a page of its own leads there too."""

    def __init__(self, findings: LineList, requests: Requests, *, on_page: bool = False) -> None:
        super().__init__()
        self._list, self._requests, self._on_page = findings, requests, on_page
        self._place = self._button("Zur &Stelle", self._on_place_clicked)
        self._explain = self._button("&Erklärung…", self._on_explain_clicked)
        self._act = self._button(_ACCEPT, self._on_act_clicked)
        layout = FlowLayout()
        self.setLayout(layout)
        for button in (self._place, self._explain, self._act):
            layout.addWidget(button)
        self._place.setVisible(on_page)
        findings.current_changed.connect(self._on_current_changed)
        self._on_current_changed()

    def _button(self, caption: str, slot: object) -> QPushButton:
        button = QPushButton(self._caption(caption))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _caption(self, caption: str) -> str:
        """Beside a page the keys belong to the page."""
        return caption if self._on_page else plain_caption(caption)

    @property
    def _finding(self) -> Finding | None:
        subject = self._list.subject
        if isinstance(subject, AcceptedFinding):
            return subject.finding
        return subject if isinstance(subject, Finding) else None

    @Slot()
    def _on_current_changed(self) -> None:
        line, finding = self._list.current, self._finding
        is_accepted = isinstance(self._list.subject, AcceptedFinding)
        self._place.setEnabled(line is not None and not line.is_header)
        self._explain.setEnabled(finding is not None)
        self._act.setEnabled(finding is not None and finding.level != "error")
        self._act.setText(self._caption(_REOPEN if is_accepted else _ACCEPT))

    @Slot()
    def _on_place_clicked(self) -> None:
        line = self._list.current
        if line is not None:
            self._requests.place_wanted.emit(line.where, line.quote)

    @Slot()
    def _on_explain_clicked(self) -> None:
        self._requests.explanation_wanted.emit(self._finding)

    @Slot()
    def _on_act_clicked(self) -> None:
        """The line goes elsewhere and the button may have nothing to do: the list is worked on."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._list.subject, AcceptedFinding):
            self._requests.withdrawal_wanted.emit(self._list.subject)
        else:
            self._requests.finding_wanted.emit(self._finding)
