"""The list of steps with their state as mark and text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from lpd_desktop.gui.marks import mark
from lpd_desktop.gui.step_states import StepState
from lpd_desktop.gui.steps import Step, Steps
from lpd_desktop.runtime.german import counted


class StepList(QListWidget):
    """Emits `chosen` with the key of a step."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Schritte")
        self.setAccessibleDescription(
            "Mit den Pfeiltasten wählen Sie den Schritt, der sich öffnet."
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        self.setSpacing(1)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemSelectionChanged.connect(self._on_selection_changed)

    def show_steps(self, steps: Steps, states: Mapping[str, StepState]) -> None:
        """Shows the steps; the current one is marked without being chosen anew."""
        blocked = self.blockSignals(True)
        while self.count() > len(steps):
            self.takeItem(self.count() - 1)
        while self.count() < len(steps):
            self.addItem(QListWidgetItem())
        for row, step in enumerate(steps):
            self._fill(self.item(row), step, states.get(step.key))
        self.setCurrentRow(steps.index)
        self.blockSignals(blocked)

    def _fill(self, item: QListWidgetItem, step: Step, state: StepState | None) -> None:
        item.setData(Qt.ItemDataRole.UserRole, step.key)
        item.setText(_caption(step, state))
        item.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
        if state is not None:
            item.setIcon(mark(state.progress))
            told = f"{step.label}: {_told(state)}"
            item.setToolTip(told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    @Slot()
    def _on_selection_changed(self) -> None:
        """A screen reader selects without making current."""
        for item in self.selectedItems():
            self.setCurrentItem(item)


def _caption(step: Step, state: StepState | None) -> str:
    number = (state.errors + state.warnings) if state and step.kind != "approval" else 0
    count = f"  ({number})" if number and state and state.progress != "empty" else ""
    note = f"  {state.note}" if state and state.note else ""
    return f"{step.label}{note}{count}"


def _told(state: StepState) -> str:
    parts = [
        counted(state.errors, "Fehler", "Fehler") if state.errors else "",
        counted(state.warnings, "Warnung", "Warnungen") if state.warnings else "",
        counted(state.hints, "Hinweis", "Hinweise") if state.hints else "",
    ]
    return ", ".join([state.name, *(part for part in parts if part)])
