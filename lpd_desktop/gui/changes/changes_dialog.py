"""The preview: nothing is changed before it was seen, and all of it is one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.editing.replacing import with_changes
from lpd_desktop.gui.changes.changes_model import ChangesModel
from lpd_desktop.gui.changes.changes_table import ChangesTable
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.passages import passage_place
from lpd_desktop.plan.shown_blanks import BLANKS_EXPLAINED
from lpd_desktop.plan.word_change import WordChange
from lpd_desktop.runtime.german import counted


@dataclass(frozen=True)
class PlannedStep:
    """What is going to be done.

    Attributes:
        title: Of the dialog and of the step that Ctrl+Z takes back.
        verb: On the button, such as `Ersetzen`.
        explanation: A sentence above the table.
        done: What is said afterwards, behind the number of places.
    """

    title: str
    verb: str
    explanation: str
    done: str


REPLACING = PlannedStep(
    "Ersetzen",
    "Ersetzen",
    "Ersetzt wird an den angekreuzten Stellen; die Leertaste kreuzt die gewählte an oder ab.",
    "ersetzt",
)
CLEANING = PlannedStep(
    "Typografie bereinigen",
    "Bereinigen",
    "Geändert wird an den angekreuzten Stellen, und nur Leerzeichen, Striche, Anführungszeichen, "
    f"Punkte und Apostrophe. {BLANKS_EXPLAINED}",
    "bereinigt",
)


class ChangesDialog(DraftDialog):
    """All places with their ticks.

    Attributes:
        was_made: Tells in a sentence what was changed.
        change_wanted: The dialog was left for the place of this change.
    """

    was_made = Signal(str)
    change_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: PageContext,
        planned: PlannedStep,
        changes: Sequence[WordChange],
    ) -> None:
        super().__init__(parent, context, planned.title)
        self._planned = planned
        file = self._session.file
        self.model = ChangesModel(changes, _places(file, changes))
        self.model.setParent(self)
        self.table = ChangesTable(self.model)
        self._line = QLabel()
        self._line.setWordWrap(True)
        self.apply = QPushButton()
        self._arrange()
        self._connect()
        self._on_ticks_changed()
        self._on_row_changed(self.table.currentIndex())
        self.table.setFocus()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(self._planned.explanation))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._line)
        below = QHBoxLayout()
        self._all, self._none = QPushButton("&Alle ankreuzen"), QPushButton("&Keine ankreuzen")
        self._place = QPushButton("Zur &Stelle")
        for button in (self._all, self._none, self._place):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.apply, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.apply.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        layout.addLayout(below)
        self.resize(1060, 600)

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self._on_ticks_changed)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.place_wanted.connect(self._on_row_wanted)
        self._all.clicked.connect(partial(self._tick_all, True))
        self._none.clicked.connect(partial(self._tick_all, False))
        self._place.clicked.connect(self._on_place_clicked)

    def _tick_all(self, ticked: bool, _checked: bool = False) -> None:
        self.model.tick_all(ticked)

    @Slot()
    def _on_ticks_changed(self) -> None:
        number = len(self.model.chosen)
        self.apply.setText(f"{self._planned.verb} ({number})")
        self.apply.setEnabled(number > 0)

    @Slot(QModelIndex)
    def _on_row_changed(self, index: QModelIndex) -> None:
        self._line.setText(self.model.sentence(index.row()) if index.isValid() else "")

    @Slot()
    def _on_place_clicked(self) -> None:
        self._on_row_wanted(self.table.currentIndex().row())

    @Slot(int)
    def _on_row_wanted(self, row: int) -> None:
        if row >= 0:
            self.accept()
            self.change_wanted.emit(self.model.change_at(row))

    @Slot()
    def _on_accepted(self) -> None:
        chosen = self.model.chosen
        if self._change(self._planned.title, _Making(chosen), in_all_texts=True):
            places = counted(len(chosen), "Stelle", "Stellen")
            self.was_made.emit(f"{places} {self._planned.done}. Strg+Z nimmt alles zurück.")
            self.accept()


def _places(file: LpdFile, changes: Sequence[WordChange]) -> list[str]:
    """For each change its place in German; many stand in one passage."""
    names: dict[int, str] = {}
    for change in changes:
        passage = change.passage
        if id(passage) not in names:
            names[id(passage)] = passage_place(file.form, file.plan, passage)
    return [names[id(change.passage)] for change in changes]


@dataclass(frozen=True)
class _Making:
    """The step of the draft."""

    changes: Sequence[WordChange]

    def __call__(self, file: LpdFile) -> LpdFile:
        return with_changes(file, self.changes)
