"""The official list of topics, with the chosen ones marked."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lpd_desktop.form.model import Topic, TopicsItem
from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.paragraph import Column, Label, Setting, paragraph_strips
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import ACCENT, BODY, LIST_SPACE, PARAGRAPH_SPACE
from lpd_desktop.pdf.tree import LAYOUT, Node
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile

_BOX = 7.5
_BOX_COLUMN = 18.0
_NUMBER_COLUMN = 24.0


def add_topics_list(story: Story, parent: Node, file: LpdFile, item: TopicsItem) -> None:
    """Adds the list; the words „gewählt“ and a crossed box mark a chosen topic."""
    node = parent.add("L")
    node.attributes["List"] = {"ListNumbering": "/UpperRoman" if _has_numbers(item) else "/None"}
    places = {answer.key: number for number, answer in enumerate(file.plan.topics, 1)}
    section = file.form.section_of(item.key)
    strips: list[Strip] = []
    for topic in item.topics:
        if topic.free:
            continue
        chosen = f"{section}.{places[topic.key]}" if topic.key in places else ""
        address = Address(item.key, (topic.key,)) if chosen else Address(item.key)
        strips += _TopicLine(node, topic, chosen, str(address), story.column).strips(
            file.form.text(topic.title)
        )
    kept = [replace(strip, keep=True) for strip in strips[:-1]]
    last = [replace(strip, after=PARAGRAPH_SPACE) for strip in strips[-1:]]
    story.strips += [*kept, *last]


def _has_numbers(item: TopicsItem) -> bool:
    return any(topic.number for topic in item.topics)


class _TopicLine(msgspec.Struct, frozen=True, eq=False):
    """One topic of the list; `chosen` is its number among the chosen ones, else empty."""

    parent: Node
    topic: Topic
    chosen: str
    address: str
    room: Column

    def strips(self, title: str) -> list[Strip]:
        """The box, the topic's number and its title."""
        node = self.parent.add("LI")
        node.address = self.address
        column, label = self.room.indented(_BOX_COLUMN), None
        if self.topic.number:
            number = piece(self.topic.number, node.add("Lbl"), BODY, bold=bool(self.chosen))
            label = Label(number, column.x)
            column = column.indented(_NUMBER_COLUMN)
        body = node.add("LBody")
        pieces = [piece(title, body, BODY, bold=bool(self.chosen))]
        if self.chosen:
            pieces.append(piece(f" (gewählt: {self.chosen})", body, BODY))
        setting = Setting(after=LIST_SPACE, label=label, address=self.address)
        strips = paragraph_strips(pieces, BODY, column, setting)
        if strips:
            box = _Box(strips[0], self.room.x, crossed=bool(self.chosen))
            strips[0] = replace(strips[0], draw=box)
        return strips


class _Box(msgspec.Struct, frozen=True, eq=False):
    """Draws a box beside a strip, crossed or open; the text says the same."""

    strip: Strip
    left: float
    crossed: bool

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        """Draws the box, then the strip."""
        x0 = self.left + 0.5
        y0 = top - BODY.ascent - 0.4
        x1, y1 = x0 + _BOX, y0 + _BOX
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        canvas.outline(LAYOUT, corners, 0.8, ACCENT)
        if self.crossed:
            canvas.outline(LAYOUT, [(x0 + 1.6, y0 + 1.6), (x1 - 1.6, y1 - 1.6)], 1.3, ACCENT)
            canvas.outline(LAYOUT, [(x0 + 1.6, y1 - 1.6), (x1 - 1.6, y0 + 1.6)], 1.3, ACCENT)
        self.strip.draw(canvas, top)
