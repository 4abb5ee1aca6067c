"""The choice of topics: full titles, their order, and why there are no more."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QWidget

from lpd_desktop.check.rules import TOPICS_MISSING
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.editing.topic_choice import (
    choose_topic,
    move_topic,
    put_away_at,
    put_topic_away,
    waiting_topic,
)
from lpd_desktop.form.model import Topic, TopicsItem
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.pages.topic_row import TopicRow
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.topic_names import chosen_name, chosen_title
from lpd_desktop.plan.words import block_words
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import counted, german_date

_FIXED = "Dieses Thema ist vorgegeben."
_FREE = "Den Titel bestimmen Sie selbst."


class TopicChoicePage(Page):
    """One box for each topic of the form.

    While somebody still chooses, the count says how many are missing; it is no finding before
    the page is left, or somebody is led here by it.
    """

    _was_left = False

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
        topics = (*item.topics, *self._unknown())
        self._topics = {topic.key: self._add_topic(topic) for topic in topics}
        self.column.addWidget(self._notes)
        self.refresh(None)

    def _unknown(self) -> list[Topic]:
        """Chosen topics that the form does not know, so that they can be put away."""
        return [
            Topic(key=answer.key, title=chosen_title(self.file.form, answer))
            for answer in self.file.plan.topics
            if self._item.topic(answer.key) is None
        ]

    def _add_topic(self, topic: Topic) -> TopicRow:
        text = self.file.form.text
        title = f"{topic.number} {text(topic.title) or 'Eigenes Thema'}".strip()
        said = (text(topic.help), _FIXED if topic.fixed else "", _FREE if topic.free else "")
        row = TopicRow(title, " ".join(part for part in said if part))
        row.wanted.connect(partial(self._on_wanted, topic.key))
        row.move_wanted.connect(partial(self._on_move_wanted, topic.key))
        self.column.addWidget(row)
        return row

    def first_field(self) -> QWidget:
        boxes = (row.box for row in self._topics.values())
        return next((box for box in boxes if box.isEnabled()), self)

    def lead_to(self, address: Address, _quote: str) -> None:
        self._was_left = True
        self.show_findings()
        row = self._topics.get(address.parts[0]) if address.parts else None
        (row.box if row is not None and row.box.isEnabled() else self.first_field()).setFocus()

    def show_findings(self) -> None:
        found = self.context.session.findings_at((self._item.key,))
        due = [each for each in found if self._was_left or each.rule != TOPICS_MISSING]
        self._notes.show_findings(due)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._was_left = True
            self.show_findings()

    def refresh(self, _change: Change | None) -> None:
        keys = self._keys()
        for key, row in self._topics.items():
            place = keys.index(key) + 1 if key in keys else 0
            may_rise, may_sink = place > 1, 0 < place < len(keys)
            row.show_choice(self._place(place), may_rise=may_rise, may_sink=may_sink)
            row.show_waiting("" if place else self._waiting(key))
        self._count.setText(self._told_choice())

    def _keys(self) -> list[str]:
        return [topic.key for topic in self.file.plan.topics]

    def _place(self, number: int) -> str:
        """As the document numbers the topic; empty for one that is not chosen."""
        return f"{self.file.form.section_of(self._item.key)}.{number}" if number else ""

    def _told_choice(self) -> str:
        topics = self.file.plan.topics
        told = f"{len(topics)} von {self._item.needed} Themen gewählt"
        free = sum(topic.free for topic in map(self._item.topic, self._keys()) if topic)
        left = self._item.needed - len(topics) + free
        told = f"{told}, noch {left} wählen" if left > 0 else told
        names = (
            f"{self._place(number)} {chosen_name(self.file.form, answer)}"
            for number, answer in enumerate(topics, 1)
        )
        return f"{told}: {', '.join(names)}" if topics else told

    def _waiting(self, key: str) -> str:
        """What lies ready for a topic that was put away."""
        topic = waiting_topic(self.file.work, key)
        if topic is None:
            return ""
        words = sum(len(block_words(blocks)) for blocks in topic.answers.values())
        time = put_away_at(self.file.work, key)
        day = f" vom {german_date(time[:10])}" if time else ""
        return (
            f"Ihr Text{day} ({counted(words, 'Wort', 'Wörter')}) liegt bereit; er kommt zurück, "
            "wenn Sie das Thema wählen."
        )

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        if editable:
            self.refresh(None)
            for topic in self._item.topics:
                is_given = topic.fixed and self.file.plan.topic(topic.key) is not None
                self._topics[topic.key].box.setEnabled(not is_given)

    def _on_wanted(self, key: str, chosen: bool) -> None:
        """A topic too many is explained at its place; nothing else is unticked for it."""
        title = "Thema wählen" if chosen else "Thema abwählen"
        step = partial(_chosen, key) if chosen else partial(_put_away, key, utc_now())
        try:
            self.context.session.draft.change(title, step)
        except LpdError as error:
            self._topics[key].refuse(str(error))
            announce(self._topics[key].box, str(error))
            return
        announce(self._topics[key].box, self._told_choice() if chosen else self._waiting(key))

    def _on_move_wanted(self, key: str, steps: int) -> None:
        if self.change("Thema verschieben", partial(_moved, key, steps)):
            announce(self._topics[key].box, self._told_choice())


def _chosen(key: str, file: LpdFile) -> LpdFile:
    return choose_topic(file, key)


def _put_away(key: str, time: str, file: LpdFile) -> LpdFile:
    return put_topic_away(file, key, time)


def _moved(key: str, steps: int, file: LpdFile) -> LpdFile:
    return move_topic(file, key, steps)
