"""Which place of an earlier plan belongs to a place of this one: by key, else by wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lpd_desktop.form.model import (
    Form,
    Item,
    PotentialsItem,
    Question,
    Topic,
    TopicsItem,
    item_name,
)
from lpd_desktop.form.similarity import best_match
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Plan, TopicAnswer

ALIKE = 75
"""Titles of the same topic differ by a few words from year to year; those of others score less."""


@dataclass(frozen=True)
class Counterpart:
    """A place of the earlier plan.

    Attributes:
        wording: The earlier title where only that led there, empty where the keys are the same.
    """

    where: Address
    wording: str = ""


def counterpart(file: LpdFile, before: LpdFile, where: Address) -> Counterpart | None:
    """What an earlier plan has for a place of this plan; None where it has nothing like it.

    A cell of a table stands for the whole item, a part of a potential for the potential. Where
    no question fits, all answers to the topic do; where no potential fits, all potentials do.
    """
    item = file.form.item(where.item)
    found = None if item is None else _same_item(item, file.form, before.form)
    if item is None or found is None:
        return None
    if isinstance(item, TopicsItem) and isinstance(found, TopicsItem) and where.parts:
        return _topic_counterpart(_Topics(file, item), _Topics(before, found), where.parts)
    if isinstance(item, PotentialsItem) and where.parts:
        return Counterpart(_potential_place(file.plan, before.plan, found.key, where.parts[0]))
    return Counterpart(Address(found.key))


def _same_item(item: Item, form: Form, before: Form) -> Item | None:
    """The item of the same key; else the most alike of its kind, which may be the only one."""
    same = before.item(item.key)
    if same is not None and type(same) is type(item):
        return same
    others = [each for each in before.items if type(each) is type(item)]
    if len(others) == 1 and sum(type(each) is type(item) for each in form.items) == 1:
        return others[0]
    names = ((each.key, _names(before, item_name(each), each.title)) for each in others)
    key = _most_alike(_names(form, item.title, item_name(item)), names)
    return next((each for each in others if each.key == key), None)


class _Topics:
    """The topics of one plan with their wordings."""

    def __init__(self, file: LpdFile, item: TopicsItem) -> None:
        self.form, self.plan, self.item = file.form, file.plan, item

    def titles(self, key: str) -> tuple[str, ...]:
        """What a topic is called, and what it was called earlier."""
        answer, topic = self.plan.topic(key), self.item.topic(key)
        own = answer.title if answer is not None else ""
        return _names(self.form, own, *(_titles_of(topic) if topic is not None else ()))


def _titles_of(topic: Topic) -> tuple[str, ...]:
    return (topic.title, topic.short, *topic.former_titles)


def _topic_counterpart(now: _Topics, before: _Topics, parts: tuple[str, ...]) -> Counterpart | None:
    answer = before.plan.topic(parts[0])
    wording = ""
    if answer is None:
        answer = _similar_topic(now, before, parts[0])
        wording = before.titles(answer.key)[0] if answer is not None else ""
    if answer is None:
        return None
    question = _same_question(now, before, parts, answer.key)
    below = (answer.key, question) if question else (answer.key,)
    return Counterpart(Address(before.item.key, below), wording)


def _similar_topic(now: _Topics, before: _Topics, key: str) -> TopicAnswer | None:
    """Among the topics that this year's form does not know, since those have their own place."""
    known = {topic.key for topic in now.item.topics}
    others = [each for each in before.plan.topics if each.key not in known]
    found = _most_alike(now.titles(key), ((each.key, before.titles(each.key)) for each in others))
    return next((each for each in others if each.key == found), None)


def _same_question(now: _Topics, before: _Topics, parts: tuple[str, ...], topic: str) -> str:
    """The key of the earlier question: the same, one of like wording, or the one at its place."""
    asked, earlier = now.item.questions_of(parts[0]), before.item.questions_of(topic)
    wanted = parts[1] if len(parts) > 1 else ""
    keys = [each.key for each in asked]
    if not wanted or wanted in (each.key for each in earlier):
        return wanted
    if wanted not in keys:
        return ""
    place = keys.index(wanted)
    names = ((each.key, _question_names(before.form, each)) for each in earlier)
    alike = _most_alike(_question_names(now.form, asked[place]), names)
    return alike or (earlier[place].key if len(earlier) == len(asked) else "")


def _question_names(form: Form, question: Question) -> tuple[str, ...]:
    return _names(form, question.text)


def _potential_place(plan: Plan, before: Plan, item: str, number: str) -> Address:
    index = int(number) - 1 if number.isdecimal() else -1
    topic = plan.potentials[index].topic if 0 <= index < len(plan.potentials) else ""
    names = (
        (str(place), (each.topic,)) for place, each in enumerate(before.potentials, 1) if each.topic
    )
    found = _most_alike((topic,) if topic else (), names)
    return Address(item, (found,)) if found else Address(item)


def _names(form: Form, *wordings: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.text(wording) for wording in wordings if wording))


def _most_alike(wanted: Sequence[str], candidates: Iterable[tuple[str, Sequence[str]]]) -> str:
    """The key of the candidate whose label is most like one of the wanted; empty for none."""
    known = tuple(candidates)
    matches = [match for label in wanted if (match := best_match(label, known)) is not None]
    best = max(matches, key=lambda match: match.score, default=None)
    return best.key if best is not None and best.score >= ALIKE else ""
