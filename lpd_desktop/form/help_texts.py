"""What a form says in help of its questions, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    Item,
    TargetsItem,
    TopicsItem,
    item_name,
)


@dataclass(frozen=True)
class HelpText:
    """One help text below its caption.

    Attributes:
        parts: What it belongs to below the item, as in addresses; empty for the item itself.
    """

    parts: tuple[str, ...]
    caption: str
    text: str


def help_texts(form: Form, item: Item, topic: str = "") -> tuple[HelpText, ...]:
    """What helps with an item, or with one topic of it, in the order of its questions.

    Texts are empty where the form says nothing but the question itself.
    """
    if isinstance(item, TopicsItem) and topic:
        return tuple(_topic_texts(form, item, topic))
    return tuple(_item_texts(form, item))


def _item_texts(form: Form, item: Item) -> Iterator[HelpText]:
    yield HelpText((), form.text(item_name(item)), form.text(item.help))
    if isinstance(item, TopicsItem):
        for topic in item.topics:
            caption = f"{topic.number} {form.text(topic.title)}".strip()
            yield HelpText((topic.key,), caption, form.text(topic.help))
        for question in item.questions:
            yield HelpText(("", question.key), form.text(question.text), form.text(question.help))
    elif isinstance(item, BudgetItem):
        for row in item.rows:
            yield HelpText(("table", row.key), row.label, form.text(row.help))
    elif isinstance(item, TargetsItem):
        for target in item.targets:
            yield HelpText((target.key,), form.text(target.label), form.text(target.help))


def _topic_texts(form: Form, item: TopicsItem, key: str) -> Iterator[HelpText]:
    topic = item.topic(key)
    if topic is not None:
        yield HelpText((), form.text(topic.title), form.text(topic.help))
    for question in item.questions_of(key):
        yield HelpText((key, question.key), form.text(question.text), form.text(question.help))
