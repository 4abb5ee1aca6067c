"""What a plan of an earlier year says at one place, to be read and taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    PotentialsItem,
    RichTextItem,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.earlier.facts import cover_facts, figures_table, money_table, topic_list
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Plan, TopicAnswer
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import Blocks, is_blank
from lpd_desktop.plan.topic_names import chosen_title


@dataclass(frozen=True)
class EarlierPart:
    """Blocks below one caption.

    Attributes:
        caption: What was asked, or what it is.
        is_text: Somebody wrote it, so it may be taken over; else it is put together of facts.
    """

    caption: str
    blocks: Blocks
    is_text: bool = True


@dataclass(frozen=True)
class EarlierAnswer:
    """What stands at one place of the earlier plan; `where` is its address there."""

    where: Address
    name: str
    parts: tuple[EarlierPart, ...]

    @property
    def text(self) -> Blocks:
        """All that somebody wrote."""
        return tuple(block for part in self.parts if part.is_text for block in part.blocks)


def all_answers(before: LpdFile) -> tuple[EarlierAnswer, ...]:
    """Every answer of an earlier plan that says something, in the order of the document."""
    places = (where for item in before.form.items for where in _places(item, before.plan))
    answers = (answer_at(before, where) for where in places)
    return tuple(answer for answer in answers if answer.parts)


def answer_at(before: LpdFile, where: Address) -> EarlierAnswer:
    """What an earlier plan says at a place of its own; without parts where it says nothing."""
    item = before.form.item(where.item)
    found = () if item is None else tuple(_parts(before.form, before.plan, item, where))
    parts = tuple(part for part in found if not is_blank(part.blocks))
    return EarlierAnswer(where, _name(before, where), parts)


def _places(item: Item, plan: Plan) -> Iterator[Address]:
    if isinstance(item, TopicsItem):
        yield Address(item.key)
        for topic in plan.topics:
            for question in item.questions_of(topic.key):
                yield Address(item.key, (topic.key, question.key))
    elif isinstance(item, PotentialsItem):
        for number, _potential in enumerate(plan.potentials, 1):
            yield Address(item.key, (str(number),))
    else:
        yield Address(item.key)


def _name(before: LpdFile, where: Address) -> str:
    """The German place, and what tells one topic or potential from another."""
    form, plan = before.form, before.plan
    place = place_of(form, plan, where)
    if form.potentials is not None and where.item == form.potentials.key and where.parts:
        topic = plan.potentials[int(where.parts[0]) - 1].topic
        return f"{place}: {topic}" if topic else place
    return place


def _parts(form: Form, plan: Plan, item: Item, where: Address) -> Iterator[EarlierPart]:
    if isinstance(item, RichTextItem):
        yield EarlierPart(form.text(item.question or item.title), plan.answer(item.key).text)
    elif isinstance(item, BudgetItem):
        yield from _budget_parts(form, plan, item)
    elif isinstance(item, TopicsItem):
        yield from _topic_parts(form, plan, item, where)
    elif isinstance(item, PotentialsItem):
        yield from _potential_parts(form, plan, item, where)
    elif isinstance(item, TargetsItem):
        yield EarlierPart("Zielwerte", figures_table(form, plan, item), is_text=False)
    elif isinstance(item, CoverItem):
        yield EarlierPart("Deckblatt", cover_facts(plan), is_text=False)


def _budget_parts(form: Form, plan: Plan, item: BudgetItem) -> Iterator[EarlierPart]:
    answer = plan.answer(item.key)
    yield EarlierPart(form.text(item.question) or "Text über der Tabelle", answer.text)
    yield EarlierPart("Tabelle", money_table(form, plan, item), is_text=False)
    yield EarlierPart("Text unter der Tabelle", answer.text_below)


def _topic_parts(form: Form, plan: Plan, item: TopicsItem, where: Address) -> Iterator[EarlierPart]:
    if not where.parts:
        yield EarlierPart("Gewählte Themen", topic_list(form, plan), is_text=False)
        return
    topic = plan.topic(where.parts[0])
    if topic is not None:
        yield from _question_parts(form, item, topic, where)


def _question_parts(
    form: Form, item: TopicsItem, topic: TopicAnswer, where: Address
) -> Iterator[EarlierPart]:
    """The answer to one question of a topic, or to all of them."""
    title = chosen_title(form, topic)
    for question in item.questions_of(topic.key):
        if where.parts[1:] in ((), (question.key,)):
            caption = f"{title}\n{form.text(question.text)}"
            yield EarlierPart(caption, topic.answer(question.key))


def _potential_parts(
    form: Form, plan: Plan, item: PotentialsItem, where: Address
) -> Iterator[EarlierPart]:
    for number, potential in enumerate(plan.potentials, 1):
        if where.parts[:1] in ((), (str(number),)):
            heading = item.heading.replace("{n}", str(number)).rstrip(":")
            title = f"{heading}: {potential.topic}" if potential.topic else heading
            yield EarlierPart(title, potential.background)
            development = form.text(item.development_caption).rstrip(":")
            yield EarlierPart(f"{title}\n{development}", potential.development)
