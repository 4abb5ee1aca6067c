"""„Name für Anmerkungen“: as whom somebody remarks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.plan.remark import Author, AuthorKind

TITLE = "Name für Anmerkungen"
_SIDES: dict[AuthorKind, str] = {"inside": "im &Jobcenter", "ministry": "beim &MAGS"}
_NOTE = (
    "So stehen Sie bei Ihren Anmerkungen und Antworten. Der Name wird übernommen, wie Sie ihn "
    "eintippen; niemand prüft ihn, und er ist keine Unterschrift."
)
_MISSING = "Bitte geben Sie Ihren Namen an, damit man weiß, von wem die Anmerkung ist."
_WIDTH = 460


class AuthorDialog(ScrollingDialog):
    """`chosen` tells the author; asked once, then remembered."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, author: Author) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = LineRow("&Name")
        self.role = LineRow("&Funktion (freiwillig)")
        self.sides: dict[AuthorKind, QRadioButton] = {}
        self.name.edit.setText(author.name)
        self.role.edit.setText(author.role)
        self._arrange(author.kind)
        self.name.edit.textChanged.connect(self._on_name_changed)
        self.name.edit.setFocus()
        self.resize(_WIDTH, self.sizeHint().height())

    def _arrange(self, kind: AuthorKind) -> None:
        box = QDialogButtonBox()
        take = box.addButton("&Übernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        box.addButton("&Abbrechen", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (quiet_label(_NOTE), self.name, self.role):
            column.addWidget(part)
        column.addLayout(self._side_line(kind))
        column.addStretch(1)
        column.addWidget(box)

    def _side_line(self, kind: AuthorKind) -> QHBoxLayout:
        line, group = QHBoxLayout(), QButtonGroup(self)
        line.addWidget(QLabel("Ich arbeite"))
        for side, caption in _SIDES.items():
            button = self.sides[side] = QRadioButton(caption)
            button.setChecked(side == kind)
            button.setAccessibleDescription("Ich arbeite …")
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return line

    @property
    def author(self) -> Author:
        """What is typed now."""
        name, role = (" ".join(row.edit.text().split()) for row in (self.name, self.role))
        kind: AuthorKind = "ministry" if self.sides["ministry"].isChecked() else "inside"
        return Author(name=name, role=role, kind=kind)

    @Slot()
    def _on_name_changed(self) -> None:
        self.name.show_error("")

    @Slot()
    def _on_accepted(self) -> None:
        author = self.author
        if not author.name:
            self.name.show_error(_MISSING)
            self.name.edit.setFocus()
            return
        self.accept()
        self.chosen.emit(author)
