"""Below the grid: buttons for its rows, and what the current row is in the sums."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.form.model import BudgetItem
from lpd_desktop.gui.budget.budget_cells import ROLE_NAMES
from lpd_desktop.gui.budget.budget_row_commands import BudgetRowCommands
from lpd_desktop.gui.form_row import QuietComboBox
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.plan.budget import TableRow

_OWN = (
    "Eine eigene Zeile geht nicht in die Summen der Vorlage ein; ihre Art bestimmt, wie sie "
    "gedruckt wird."
)
_OF_FORM = "Diese Zeile gehört zur Vorlage, ihre Art steht fest."
_NO_ROW = "Wählen Sie zuerst eine Zeile der Tabelle."


class BudgetRowBar(QWidget):
    """`role_wanted` tells the role that somebody chose for the current row."""

    role_wanted = Signal(str)

    def __init__(self, commands: BudgetRowCommands, item: BudgetItem) -> None:
        super().__init__()
        self._item = item
        self._role = QuietComboBox()
        for role, name in ROLE_NAMES.items():
            self._role.addItem(name, role)
        self._role.activated.connect(self._on_role_activated)
        self._is_editable = True
        self._buttons: list[tuple[QAction, QPushButton]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._command_line(commands))
        column.addLayout(self._role_line(commands))
        self.show_row(None)

    def show_row(self, row: TableRow | None) -> None:
        """Shows the role of the current row; only that of an own row can be changed."""
        is_own = row is not None and self._item.row(row.key) is None
        self._role.setEnabled(self._is_editable and is_own)
        self._role.setCurrentIndex(-1 if row is None else self._role.findData(row.role))
        of = f" „{row.label}“" if row is not None else ""
        self._role.setAccessibleName(f"Art der Zeile{of}")
        told = _NO_ROW if row is None else _OWN if is_own else _OF_FORM
        self._role.setToolTip(told)
        self._role.setAccessibleDescription(told)

    def set_editable(self, editable: bool, row: TableRow | None) -> None:
        """Nothing can be chosen for an approved plan."""
        self._is_editable = editable
        for action, button in self._buttons:
            button.setEnabled(action.isEnabled())
        self.show_row(row)

    def _command_line(self, commands: BudgetRowCommands) -> FlowLayout:
        line = FlowLayout()
        for action in commands.row_actions:
            line.addWidget(self._button(action))
        return line

    def _role_line(self, commands: BudgetRowCommands) -> QHBoxLayout:
        line = QHBoxLayout()
        label = QLabel("Art der Zeile")
        label.setBuddy(self._role)
        back = QPushButton(commands.removed.title())
        back.setMenu(commands.removed)
        self._follow(commands.removed.menuAction(), back)
        for widget in (label, self._role, back):
            line.addWidget(widget)
        line.addStretch(1)
        return line

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.clicked.connect(action.trigger)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys:
            button.setToolTip(f"In der Tabelle: {keys}")
        self._follow(action, button)
        return button

    def _follow(self, action: QAction, button: QPushButton) -> None:
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        self._buttons.append((action, button))

    @Slot()
    def _on_role_activated(self) -> None:
        self.role_wanted.emit(self._role.currentData())
