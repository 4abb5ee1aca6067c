"""One finding with its cause and remedy; warnings and hints are accepted here with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from lpd_desktop.check.explanations import explanation_of
from lpd_desktop.check.finding import LEVEL_NAMES, Finding
from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.marks import MarkLabel, level_icon
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog

_WIDTH = 560
_NOTE = (
    "Der Befund gilt dann als gesehen. Er kommt wieder, wenn sich der Text an dieser Stelle ändert."
)


class FindingDialog(ScrollingDialog):
    """`accepted_with` tells reason and name; an error is explained only."""

    accepted_with = Signal(str, str)

    def __init__(
        self, parent: QWidget, finding: Finding, name: str = "", *, can_accept: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{LEVEL_NAMES[finding.level]}: {finding.place}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reason = LineRow("&Grund, zum Beispiel „mit der Kämmerei geklärt“")
        self._reason.edit.setAccessibleName("Grund")
        self._name = LineRow("&Name (freiwillig)")
        self._name.edit.setText(name)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(12)
        self._show(finding)
        if can_accept and finding.level != "error":
            self._ask_reason()
        else:
            self._only_close()
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))

    def _show(self, finding: Finding) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(MarkLabel(level_icon(finding.level), LEVEL_NAMES[finding.level]), 0, 0, top)
        texts = [f"{finding.message} {finding.suggestion}".strip()]
        explained = explanation_of(finding.rule)
        if explained is not None:
            texts += [f"Ursache: {explained.cause}", f"Abhilfe: {explained.remedy}"]
        for row, text in enumerate(texts):
            grid.addWidget(_text(text), row, 1)
        title = f"{explained.title} · " if explained and explained.title else ""
        grid.addWidget(quiet_label(f"{title}Regel {finding.rule}"), len(texts), 1)
        self._layout.addLayout(grid)

    def _ask_reason(self) -> None:
        self._layout.addWidget(quiet_label(_NOTE))
        self._layout.addWidget(self._reason)
        self._layout.addWidget(self._name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton("Zur &Kenntnis nehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._layout.addWidget(buttons)
        take.setDefault(True)
        self._reason.edit.textChanged.connect(self._on_reason_changed)
        self._reason.edit.setFocus()

    def _only_close(self) -> None:
        self._reason.hide()
        self._name.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._layout.addWidget(buttons)

    @Slot(str)
    def _on_reason_changed(self, _text: str) -> None:
        self._reason.show_error("")

    @Slot()
    def _on_accepted(self) -> None:
        reason = self._reason.edit.text().strip()
        if not reason:
            self._reason.show_error("Bitte geben Sie an, warum der Befund so bleiben kann.")
            self._reason.edit.setFocus()
            return
        self.accepted_with.emit(reason, self._name.edit.text().strip())
        self.accept()


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
