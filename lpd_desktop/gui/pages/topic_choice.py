"""The choice of topics: full titles, their order, and why there are no more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.editing.topic_choice import choose_topic, move_topic, put_topic_away
from lpd_desktop.form.model import Topic, TopicsItem
from lpd_desktop.gui.finding_notes import FindingNotes
from lpd_desktop.gui.letters import quiet_label
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.wrapping_check_box import WrappingCheckBox
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError


@dataclass(frozen=True)
class _Row:
    box: WrappingCheckBox
    place: QLabel
    up: QPushButton
    down: QPushButton
    note: FindingNotes


class TopicChoicePage(Page):
    """One box for each topic of the form."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if not isinstance(item, TopicsItem):
            return
        self._item = item
        instruction = QLabel(self.file.form.text(item.instruction))
        instruction.setWordWrap(True)
        self.column.addWidget(instruction)
        self._count = quiet_label("")
        self.column.addWidget(self._count)
        self._notes = FindingNotes()
        self._topics = {topic.key: self._add_topic(topic) for topic in item.topics}
        self.column.addWidget(self._notes)
        self.refresh(None)

    def _add_topic(self, topic: Topic) -> _Row:
        title = self.file.form.text(topic.title) or "Eigenes Thema"
        row = _Row(
            WrappingCheckBox(f"{topic.number} {title}".strip()),
            QLabel(),
            self._move_button("↑", f"„{title}“ nach oben", topic.key, -1),
            self._move_button("↓", f"„{title}“ nach unten", topic.key, 1),
            FindingNotes(),
        )
        help_text = self.file.form.text(topic.help)
        row.box.setAccessibleDescription(help_text)
        row.box.setEnabled(not topic.fixed)
        row.box.clicked.connect(partial(self._on_box_clicked, topic.key))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(row.box, 1)
        for widget in (row.place, row.up, row.down):
            line.addWidget(widget)
        column.addLayout(line)
        if help_text:
            indented = quiet_label(help_text)
            indented.setIndent(26)
            column.addWidget(indented)
        column.addWidget(row.note)
        self.column.addWidget(holder)
        return row

    def _move_button(self, sign: str, name: str, key: str, steps: int) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(button.fontMetrics().height() * 2)
        button.clicked.connect(partial(self._on_move_clicked, key, steps))
        return button

    def first_field(self) -> QWidget:
        return next(iter(self._topics.values())).box

    def lead_to(self, _address: Address, _quote: str) -> None:
        self.first_field().setFocus()

    def show_findings(self) -> None:
        self._notes.show_findings(self.context.session.findings_at((self._item.key,)))

    def refresh(self, _change: Change | None) -> None:
        keys = [topic.key for topic in self.file.plan.topics]
        letter = self._item.key.split(".", maxsplit=1)[0]
        for key, row in self._topics.items():
            chosen = key in keys
            place = keys.index(key) + 1 if chosen else 0
            row.box.setChecked(chosen)
            row.place.setText(f"{letter}.{place}" if chosen else "")
            row.up.setVisible(chosen)
            row.down.setVisible(chosen)
            row.up.setEnabled(place > 1)
            row.down.setEnabled(0 < place < len(keys))
            row.note.show_error("")
        self._count.setText(f"{len(keys)} von {self._item.needed} Themen gewählt")

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        if editable:
            self.refresh(None)
            for topic in self._item.topics:
                self._topics[topic.key].box.setEnabled(not topic.fixed)

    def _on_box_clicked(self, key: str) -> None:
        """A topic too many is explained at its place; nothing else is unticked for it."""
        chosen = self._topics[key].box.isChecked()
        step = partial(_chosen, key) if chosen else partial(_put_away, key)
        title = "Thema wählen" if chosen else "Thema abwählen"
        try:
            self.context.session.draft.change(title, step)
        except LpdError as error:
            row = self._topics[key]
            row.box.setChecked(not chosen)
            row.note.show_error(str(error))
            row.box.setAccessibleDescription(str(error))

    def _on_move_clicked(self, key: str, steps: int, _checked: bool = False) -> None:
        self.change("Thema verschieben", partial(_moved, key, steps))


def _chosen(key: str, file: LpdFile) -> LpdFile:
    return choose_topic(file, key)


def _put_away(key: str, file: LpdFile) -> LpdFile:
    return put_topic_away(file, key)


def _moved(key: str, steps: int, file: LpdFile) -> LpdFile:
    return move_topic(file, key, steps)
