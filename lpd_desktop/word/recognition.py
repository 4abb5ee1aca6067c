"""Finds the form's own words in a document: headings, instructions, topics, questions, captions.

The form decides what is looked for. A phrase is looked for at the start of a line, and right
behind another phrase, because people paste two of them together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lpd_desktop.form.model import BudgetItem, Form, PotentialsItem, TopicsItem
from lpd_desktop.runtime.progress import stop_if_cancelled
from lpd_desktop.word.contents import contents_end, is_contents_heading
from lpd_desktop.word.events import Event
from lpd_desktop.word.heading_recognition import find_item, find_potential, find_section
from lpd_desktop.word.source import SourceDocument, SourceLine, slice_spans, strip_spans
from lpd_desktop.word.topic_recognition import find_question, find_topic
from lpd_desktop.word.window import Window

_PAGE_NUMBER = re.compile(r"(?:Seite\s+)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:von|/)\s*\d{1,3})?")

Found = tuple[Event, int]
"""An event without its pieces yet, and how many words of the window it takes."""


def recognise(document: SourceDocument, form: Form) -> list[Event]:
    """All of the document as events, in order; every line is in exactly one of them or divided."""
    return list(_Recogniser(list(document.lines), form).events())


class _Recogniser:
    """Walks through the lines and remembers in which part of the form it is."""

    def __init__(self, lines: list[SourceLine], form: Form) -> None:
        self._lines = lines
        self._form = form
        self._index = 0
        self._offset = 0
        self._glued = False
        self._section = ""
        self._item = ""
        self._topic = ""
        self._in_potential = False
        self._contents_seen = False

    def events(self) -> Iterator[Event]:
        """The events in order."""
        while self._index < len(self._lines):
            stop_if_cancelled()
            line = self._lines[self._index]
            if line.aside or line.contents:
                yield self._whole("aside" if line.aside else "contents")
            elif line.cells:
                yield self._whole("text")
            elif self._is_page_number(line):
                yield self._whole("page_number")
            elif not self._contents_seen and not self._offset and is_contents_heading(line):
                yield from self._contents()
            else:
                yield self._phrase_or_text()

    def _whole(self, kind: str) -> Event:
        line = self._lines[self._index]
        self._move(self._index + 1)
        return Event(kind, (line,))  # type: ignore[arg-type]

    def _move(self, index: int, offset: int = 0, *, glued: bool = False) -> None:
        self._index, self._offset, self._glued = index, offset, glued

    def _is_page_number(self, line: SourceLine) -> bool:
        if self._offset or line.heading or not _PAGE_NUMBER.fullmatch(line.text.strip()):
            return False
        following = self._lines[self._index + 1 : self._index + 2]
        return line.gap == "page" or any(each.gap == "page" for each in following)

    def _contents(self) -> Iterator[Event]:
        self._contents_seen = True
        end = contents_end(self._lines, self._index, self._form)
        while self._index < end:
            yield self._whole("contents")

    def _phrase_or_text(self) -> Event:
        window = Window.at(self._lines, self._index, self._offset)
        for find in self._finders():
            found = find(window)
            if found is not None:
                return self._take(window, *found)
        return self._rest_as_text()

    def _rest_as_text(self) -> Event:
        line = self._lines[self._index]
        piece = _part(line, self._offset, len(line.text)) if self._offset else line
        self._move(self._index + 1)
        return Event("text", (piece,))

    def _take(self, window: Window, event: Event, count: int) -> Event:
        """Consumes the words of an event and goes on behind them."""
        words = window.words[:count]
        pieces = []
        for index in sorted({word.line for word in words}):
            of_line = [word for word in words if word.line == index]
            pieces.append(_part(self._lines[index], of_line[0].start, of_line[-1].end))
        last = words[-1]
        rest = self._lines[last.line].text[last.end :].strip()
        glued = self._glued
        if rest:
            self._move(last.line, last.end, glued=True)
        else:
            self._move(last.line + 1)
        self._enter(event)
        return replace(event, pieces=tuple(pieces), glued=glued)

    def _enter(self, event: Event) -> None:
        """Remembers where in the form the text that follows is."""
        if event.kind == "section":
            self._section, self._item, self._topic = event.key, "", ""
            self._in_potential = False
        elif event.kind in ("item", "topic", "potential", "form"):
            self._item = event.item
            self._section = self._section_of(event.item)
            self._topic = event.key if event.kind == "topic" else ""
            self._in_potential = event.kind == "potential"

    def _section_of(self, item: str) -> str:
        return next(
            (
                section.key
                for section in self._form.sections
                if any(each.key == item for each in section.items)
            ),
            self._section,
        )

    def _finders(self) -> tuple[Callable[[Window], Found | None], ...]:
        return (
            self._find_section,
            self._find_potential,
            self._find_item,
            self._find_topic,
            self._find_question,
            self._find_caption,
        )

    def _find_section(self, window: Window) -> Found | None:
        if self._glued:
            return None
        return find_section(self._form, window, self._lines[self._index])

    def _find_item(self, window: Window) -> Found | None:
        return find_item(self._form, window, self._lines[self._index], self._section)

    def _find_potential(self, window: Window) -> Found | None:
        item = self._form.potentials
        if item is None or not (self._is_in(item) or self._section == self._section_of(item.key)):
            return None
        return find_potential(self._form, item, window, self._in_potential)

    def _find_topic(self, window: Window) -> Found | None:
        item = self._form.topics
        if item is None or self._glued:
            return None
        at_home = self._is_in(item) or self._section == self._section_of(item.key)
        found = find_topic(self._form, item, window, self._lines, at_home=at_home)
        quoted = found is not None and found[0].kind == "entry" and bool(self._topic)
        return None if quoted else found

    def _find_question(self, window: Window) -> Found | None:
        item = self._form.topics
        if item is None or not self._is_in(item):
            return None
        return find_question(self._form, item, window, self._topic)

    def _find_caption(self, window: Window) -> Found | None:
        item = self._form.item(self._item) if self._item else None
        if not isinstance(item, BudgetItem):
            return None
        for column in ("plan", "previous"):
            wording = item.plan_caption if column == "plan" else item.previous_caption
            hit = window.find(self._form.text(wording))
            if hit is not None and window.ends_line(hit.words):
                event = Event("caption", (), key=column, item=item.key, score=hit.score)
                return event, hit.words
        return None

    def _is_in(self, item: TopicsItem | PotentialsItem) -> bool:
        return self._item == item.key


def _part(line: SourceLine, start: int, end: int) -> SourceLine:
    spans = strip_spans(slice_spans(line.spans, start, end))
    if start == 0:
        return replace(line, spans=spans)
    return replace(line, spans=spans, gap="paragraph", heading=0, marker=None)
