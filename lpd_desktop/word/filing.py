"""Puts the recognised stretches where they belong: fields, cover, form, or nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lpd_desktop.form.model import (
    BudgetColumn,
    BudgetItem,
    Form,
    RichTextItem,
    TargetsItem,
    topic_name,
)
from lpd_desktop.form.similarity import similarity
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.import_rules import (
    HEADING_QUESTION,
    NUMBERING,
    OLD_TITLE,
    OTHER_YEAR,
    RENUMBERED,
    SECTION_LETTER,
    TEXT_BEFORE_QUESTION,
    TOPIC_TWICE,
    TOPIC_WITHOUT_CAPTION,
    UNKNOWN_TOPIC,
)
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.word.events import Event
from lpd_desktop.word.numbering import number_of, topic_prefix
from lpd_desktop.word.potential_draft import PotentialDraft, is_of_topic, may_be_topic
from lpd_desktop.word.source import SourceLine

_SAME_WORDING = 97
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass
class Filing:
    """Every line of the document in exactly one place.

    Attributes:
        topics: Keys of the chosen topics in order, with the title of a free one.
    """

    form: Form
    cover: list[SourceLine] = field(default_factory=list)
    asides: list[SourceLine] = field(default_factory=list)
    contents: list[SourceLine] = field(default_factory=list)
    fields: dict[Address, list[SourceLine]] = field(default_factory=dict)
    captions: dict[str, list[BudgetColumn]] = field(default_factory=lambda: defaultdict(list))
    topics: dict[str, str] = field(default_factory=dict)
    titles: list[SourceLine] = field(default_factory=list)
    potentials: list[PotentialDraft] = field(default_factory=list)
    form_lines: list[SourceLine] = field(default_factory=list)
    unplaced: list[SourceLine] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)


def file_events(events: list[Event], form: Form) -> Filing:
    """Files all events in order."""
    clerk = _Clerk(form)
    for event in events:
        clerk.file(event)
    for potential in clerk.filing.potentials:
        potential.settle()
    return clerk.filing


class _Clerk:
    """Remembers the place that the text which follows belongs to."""

    def __init__(self, form: Form) -> None:
        self.filing = Filing(form)
        self._form = form
        self._target: Address | None = None
        self._topic: Event | None = None
        self._potential: PotentialDraft | None = None
        self._started = False
        self._last: Event | None = None
        self._handlers = {
            "text": self._text,
            "section": self._section,
            "item": self._item,
            "form": self._item,
            "entry": self._entry,
            "topic": self._chosen_topic,
            "question": self._question,
            "potential": self._new_potential,
            "potential_topic": self._caption_of_potential,
            "development": self._caption_of_potential,
            "caption": self._caption,
        }

    def file(self, event: Event) -> None:
        """Files one event."""
        if event.kind == "contents":
            self.filing.contents += event.pieces
        elif event.kind == "aside":
            self.filing.asides += event.pieces
        elif event.kind == "page_number":
            self.filing.form_lines += event.pieces
        else:
            self._started = self._started or event.kind != "text"
            self._handlers[event.kind](event)
            self._last = event

    def _leave(self) -> None:
        self._target = self._topic = self._potential = None

    def _section(self, event: Event) -> None:
        self.filing.form_lines += event.pieces
        self._leave()
        section = next(each for each in self._form.sections if each.key == event.key)
        only = section.items[0] if len(section.items) == 1 else None
        if isinstance(only, RichTextItem | BudgetItem | TargetsItem):
            self._target = Address(only.key)
        if event.label == "missing":
            self._note(SECTION_LETTER, event, where=section.items[0].key)

    def _item(self, event: Event) -> None:
        """The heading or the instruction of an item; text follows where the item itself has one."""
        self.filing.form_lines += event.pieces
        self._leave()
        item = self._form.item(event.key)
        if isinstance(item, RichTextItem | BudgetItem | TargetsItem):
            self._target = Address(event.key)

    def _caption(self, event: Event) -> None:
        self.filing.form_lines += event.pieces
        column: BudgetColumn = "plan" if event.key == "plan" else "previous"
        self.filing.captions[event.item].append(column)

    def _entry(self, event: Event) -> None:
        self.filing.form_lines += event.pieces
        item = self._form.topics
        topic = item.topic(event.key) if item else None
        own = number_of(topic.number) if topic else 0
        renumbered = bool(own and event.number and own != event.number)
        if renumbered and all(note.rule != RENUMBERED for note in self.filing.notes):
            self._note(RENUMBERED, event, where=event.item)

    def _chosen_topic(self, event: Event) -> None:
        self._leave()
        item = self._form.topics
        assert item is not None
        title = event.text[topic_prefix(event.text, item.topic_heading).length :]
        if not event.key:
            event = self._unknown_topic(event, title)
        else:
            self.filing.form_lines += event.pieces
            self._note_wording(event, title)
        self._topic = event
        if event.key in self.filing.topics and not self._is_free(event.key):
            self._note(TOPIC_TWICE, event, where=f"{event.item}/{event.key}", quote=title)
        if event.key:
            self.filing.topics.setdefault(event.key, "")
        if event.repeated:
            self._note(NUMBERING, event, where=f"{event.item}/{event.key}")

    def _is_free(self, key: str) -> bool:
        topic = self._form.topics.topic(key) if self._form.topics else None
        return topic is not None and topic.free

    def _unknown_topic(self, event: Event, title: str) -> Event:
        """A free topic where the form has one left; else its text cannot be placed."""
        item = self._form.topics
        assert item is not None
        free = [topic.key for topic in item.topics if topic.free]
        left = next((key for key in free if key not in self.filing.topics), "")
        if left and title:
            self.filing.titles += event.pieces
            self.filing.topics[left] = title
            return Event("topic", event.pieces, key=left, item=event.item)
        self.filing.unplaced += event.pieces
        self._note(UNKNOWN_TOPIC, event, where=event.item, quote=title)
        return event

    def _note_wording(self, event: Event, title: str) -> None:
        item = self._form.topics
        topic = item.topic(event.key) if item else None
        if topic is None or similarity(title, self._form.text(topic.title)) >= _SAME_WORDING:
            return
        done = f"sie wurde dem Thema „{topic_name(topic)}“ zugeordnet"
        self._note(OLD_TITLE, event, where=f"{event.item}/{event.key}", quote=title, done=done)

    def _question(self, event: Event) -> None:
        self.filing.form_lines += event.pieces
        if self._topic is None or not self._topic.key:
            self._target = None
            return
        self._target = Address(event.item, (self._topic.key, event.key))
        self._note_year(event)
        if event.glued and self._last is self._topic_event():
            item = self._form.topics
            assert item is not None
            whole = self._topic.text
            title = whole[topic_prefix(whole, item.topic_heading).length :]
            quote = f"{title} {event.text}"
            self._note(HEADING_QUESTION, self._topic, where=str(self._target), quote=quote)

    def _topic_event(self) -> Event | None:
        return self._last if self._last is not None and self._last.kind == "topic" else None

    def _new_potential(self, event: Event) -> None:
        self._leave()
        self.filing.form_lines += event.pieces
        self._potential = PotentialDraft(event.text, event.line)
        self.filing.potentials.append(self._potential)

    def _caption_of_potential(self, event: Event) -> None:
        self.filing.form_lines += event.pieces
        if self._potential is not None:
            self._potential.part = "topic" if event.kind == "potential_topic" else "development"
        self._note_year(event)

    def _text(self, event: Event) -> None:
        line = event.pieces[0]
        if not self._started:
            self.filing.cover.append(line)
        elif self._potential is not None:
            self._text_of_potential(self._potential, line, event)
        elif self._target is not None:
            self.filing.fields.setdefault(self._target, []).append(line)
        elif self._topic is not None and self._topic.key:
            self._before_first_question(self._topic, event)
        else:
            self.filing.unplaced.append(line)

    def _before_first_question(self, topic: Event, event: Event) -> None:
        item = self._form.topics
        assert item is not None
        first = item.questions_of(topic.key)[0]
        self._target = Address(topic.item, (topic.key, first.key))
        self.filing.fields.setdefault(self._target, []).append(event.pieces[0])
        quote = " ".join(event.text.split()[:8])
        self._note(TEXT_BEFORE_QUESTION, event, where=str(self._target), quote=quote)

    def _text_of_potential(self, draft: PotentialDraft, line: SourceLine, event: Event) -> None:
        if draft.part == "topic" and is_of_topic(draft.topic, line):
            draft.topic.append(line)
        elif draft.part == "development":
            draft.development.append(line)
        elif draft.part == "" and may_be_topic(line):
            draft.topic.append(line)
            draft.part = "topic"
            where = f"{self._potentials_key()}/{len(self.filing.potentials)}"
            self._note(TOPIC_WITHOUT_CAPTION, event, where=where)
        else:
            draft.background.append(line)
            draft.part = "background"

    def _potentials_key(self) -> str:
        return self._form.potentials.key if self._form.potentials else ""

    def _note_year(self, event: Event) -> None:
        year = _YEAR.search(event.text)
        known = any(note.rule == OTHER_YEAR for note in self.filing.notes)
        if year and not known and str(self._form.year) not in event.text:
            done = f"dort {year[0]}, in der Form {self._form.year}"
            self._note(OTHER_YEAR, event, done=done)

    def _note(
        self, rule: str, event: Event, *, where: str = "", quote: str = "", done: str = ""
    ) -> None:
        quote = quote or event.text
        note = ImportNote(rule=rule, where=where, quote=quote, line=event.line, done=done)
        self.filing.notes.append(note)
