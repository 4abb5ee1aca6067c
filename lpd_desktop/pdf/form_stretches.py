"""What a form says, straight from its wordings, in the order in which the blank form says it.

It shares no code with `blank_story`: a question, topic or help text that is not drawn is noticed by
the check of the finished file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    PotentialsItem,
    Question,
    RichTextItem,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.pdf.page_text import settled


def form_stretches(form: Form) -> tuple[str, ...]:
    """Each text of the sections that the blank form must say, in order."""
    texts = [
        text for section in form.sections for text in (section.heading, *_items(section.items))
    ]
    return tuple(settled(form.text(text)) for text in texts if text.strip())


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, CoverItem):
            continue
        yield item.title
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, TopicsItem):
        yield from _topics(item)
    elif isinstance(item, PotentialsItem):
        yield from _potentials(item)
    elif isinstance(item, (RichTextItem, BudgetItem)):
        yield from (item.question, item.help)
        if isinstance(item, BudgetItem):
            yield from (row.label for row in item.rows)
    elif isinstance(item, TargetsItem):
        yield item.help
        yield from (target.label for target in item.targets)


def _topics(item: TopicsItem) -> Iterator[str]:
    yield from (item.instruction, item.help)
    yield from (topic.title for topic in item.topics if not topic.free)
    yield from (topic.help for topic in item.topics)
    fixed = [topic for topic in item.topics if topic.fixed]
    for place in range(item.allowed):
        topic = fixed[place] if place < len(fixed) else None
        yield from _questions((topic and topic.questions) or item.questions, is_first=place == 0)


def _questions(questions: tuple[Question, ...], *, is_first: bool) -> Iterator[str]:
    for question in questions:
        yield question.text
        if is_first:
            yield question.help


def _potentials(item: PotentialsItem) -> Iterator[str]:
    yield from (item.instruction, item.help)
    for number in range(1, item.at_most + 1):
        yield item.heading.replace("{n}", str(number))
        yield from (item.topic_caption, item.development_caption)
