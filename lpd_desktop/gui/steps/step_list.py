"""The list of steps with their state as mark and text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.steps.step_delegate import SHORT_STATE, StepDelegate
from lpd_desktop.gui.steps.step_states import StepState
from lpd_desktop.gui.steps.steps import Step, Steps
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
        self.setItemDelegate(StepDelegate(self))
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
            told = f"{step.label}: {_told(step, state)}"
            item.setToolTip(told)
            item.setData(SHORT_STATE, _short(step, state))
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
    is_noted = state is not None and state.note and step.kind != "approval"
    return f"{step.label}  {state.note}" if state and is_noted else step.label


def _short(step: Step, state: StepState) -> str:
    """The state in a word: what is gravest, nothing where all is done."""
    if step.kind == "approval":
        return state.note
    counts = (
        counted(state.wrong, "Fehler", "Fehler") if state.wrong else "",
        "leer" if state.progress == "empty" and step.item else "",
        counted(state.missing, "fehlt", "fehlen") if state.missing else "",
        counted(state.warnings, "Warnung", "Warnungen") if state.warnings else "",
        "begonnen" if state.progress == "started" and step.item else "",
        counted(state.hints, "Hinweis", "Hinweise") if state.hints else "",
    )
    return next(filter(None, counts), "")


def _told(step: Step, state: StepState) -> str:
    if step.kind == "approval":
        return f"Zustand: {state.note}"
    counts = (
        (state.wrong, "Fehler", "Fehler"),
        (state.missing, "Angabe fehlt noch", "Angaben fehlen noch"),
        (state.warnings, "Warnung", "Warnungen"),
        (state.hints, "Hinweis", "Hinweise"),
    )
    told = [counted(*each) for each in counts if each[0]]
    return ", ".join([state.note, state.name, *told] if state.note else [state.name, *told])
