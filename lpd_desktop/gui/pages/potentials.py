"""The internal potentials: their list, and one page for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.editing.potentials import (
    add_potential,
    move_potential,
    name_potential,
    remove_potential,
)
from lpd_desktop.form.model import PotentialsItem
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.look.grids import clear_grid
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.pages.texts import TextPage
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile

_REMOVAL = "Potential entfernen"
_WAITING = (
    "Ein Potential, dessen Hinzufügen zurückgenommen wurde, liegt mit Ihrem Text bereit; "
    "„Potential hinzufügen“ holt es zurück."
)


class PotentialsPage(Page):
    """All potentials, with what adds one."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if not isinstance(item, PotentialsItem):
            return
        self._item = item
        instruction = QLabel(self.file.form.text(item.instruction))
        instruction.setWordWrap(True)
        self.column.addWidget(instruction)
        self._removed = self._hidden_note("Entfernt – Strg+Z holt es zurück.")
        self._waiting = self._hidden_note(_WAITING)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.column.addWidget(holder)
        self._notes = FindingNotes()
        self.column.addWidget(self._notes)
        self._add = QPushButton("Potential h&inzufügen")
        self._add.clicked.connect(self._on_add_clicked)
        line = QHBoxLayout()
        line.addWidget(self._add)
        line.addStretch(1)
        self.column.addLayout(line)
        self._shown: tuple[str, ...] | None = None
        self.refresh(None)

    def _hidden_note(self, sentence: str) -> QLabel:
        label = quiet_label(sentence)
        label.hide()
        self.column.addWidget(label)
        return label

    def first_field(self) -> QWidget:
        return self._add

    def show_findings(self) -> None:
        self._notes.show_findings(self.context.session.findings_at((self._item.key,)))

    def refresh(self, _change: Change | None) -> None:
        self._removed.setVisible(self.context.session.draft.undo_title == _REMOVAL)
        self._waiting.setVisible(bool(self.file.work.put_away_potentials))
        topics = tuple(potential.topic for potential in self.file.plan.potentials)
        if topics == self._shown:
            return
        self._shown = topics
        clear_grid(self._grid)
        for index, topic in enumerate(topics):
            self._add_line(index, topic)

    def _add_line(self, index: int, topic: str) -> None:
        label = QLabel(f"{index + 1}. {topic or 'noch ohne Thema'}")
        label.setWordWrap(True)
        button = QPushButton("Öffnen")
        button.setAccessibleName(f"Potential {index + 1} öffnen")
        button.clicked.connect(partial(self._on_open_clicked, index))
        self._grid.addWidget(label, index, 0)
        self._grid.addWidget(button, index, 1)

    @Slot()
    def _on_add_clicked(self) -> None:
        if self.change("Potential hinzufügen", add_potential):
            self._on_open_clicked(len(self.file.plan.potentials) - 1)

    def _on_open_clicked(self, index: int, _checked: bool = False) -> None:
        self.context.requests.step_wanted.emit(f"{self._item.key}/{index + 1}")


class PotentialPage(TextPage):
    """Topic, background and development of one potential."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if not isinstance(item, PotentialsItem):
            return
        self._topic = QLineEdit()
        self._topic.editingFinished.connect(self._on_topic_finished)
        number = self.step.part
        row = FormRow(f"&{item.topic_caption}", self._topic)
        self.add_row(Address(item.key, (number, "topic")), row)
        self.watch(Address(item.key, (number,)), row)
        self.add_text(
            Address(item.key, (number, "background")),
            "Hinter&grund (freiwillig):",
            note="Steht im Dokument ohne eigene Überschrift unter dem Thema.",
        )
        caption = self.file.form.text(item.development_caption)
        self.add_text(Address(item.key, (number, "development")), caption)
        self._add_buttons()
        self.refresh(None)

    def _add_buttons(self) -> None:
        line = QHBoxLayout()
        self._up = QPushButton("Na&ch oben")
        self._down = QPushButton("Nach &unten")
        remove = QPushButton("Potential entfer&nen")
        self._up.clicked.connect(partial(self._on_move_clicked, -1))
        self._down.clicked.connect(partial(self._on_move_clicked, 1))
        remove.clicked.connect(self._on_remove_clicked)
        for button in (self._up, self._down, remove):
            line.addWidget(button)
        line.addStretch(1)
        self.column.addLayout(line)

    @property
    def _index(self) -> int:
        return int(self.step.part) - 1

    def refresh(self, change: Change | None) -> None:
        super().refresh(change)
        potentials = self.file.plan.potentials
        if self._index >= len(potentials):
            return
        topic = potentials[self._index].topic
        if topic != self._topic.text() and not (change is not None and change.text_at):
            self._topic.setText(topic)

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        last = len(self.file.plan.potentials) - 1
        self._up.setEnabled(editable and self._index > 0)
        self._down.setEnabled(editable and self._index < last)

    @Slot()
    def _on_topic_finished(self) -> None:
        if self._index >= len(self.file.plan.potentials):
            return  # the field loses the focus because its potential went
        text = " ".join(self._topic.text().split())
        self.change("Thema des Potentials ändern", partial(_named, self._index, text))

    def _on_move_clicked(self, steps: int, _checked: bool = False) -> None:
        goal = self._index + 1 + steps
        if self.change("Potential verschieben", partial(_moved, self._index, steps)):
            self.context.requests.step_wanted.emit(f"{self.step.item}/{goal}")

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self.change(_REMOVAL, partial(_removed, self._index)):
            self.context.requests.place_wanted.emit(self.step.item, "")


def _named(index: int, topic: str, file: LpdFile) -> LpdFile:
    return name_potential(file, index, topic)


def _moved(index: int, steps: int, file: LpdFile) -> LpdFile:
    return move_potential(file, index, steps)


def _removed(index: int, file: LpdFile) -> LpdFile:
    return remove_potential(file, index)
