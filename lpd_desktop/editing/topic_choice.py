"""Choosing topics. Texts of a topic that is put away wait in the work until it comes back."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import TopicAnswer
from lpd_desktop.plan.rich_text import is_blank
from lpd_desktop.runtime.errors import NotAllowedError


class TooManyTopicsError(NotAllowedError):
    """One more topic than the form allows."""


def choose_topic(file: LpdFile, key: str) -> LpdFile:
    """Adds a topic at the end, with the texts it had when it was put away.

    Raises:
        TooManyTopicsError: the form's number is reached.
    """
    item = file.form.topics
    if item is None or file.plan.topic(key) is not None:
        return file
    if len(file.plan.topics) >= item.allowed:
        message = (
            f"Es sind schon {item.allowed} Themen gewählt; mehr sieht die Form nicht vor. "
            "Wählen Sie zuerst ein anderes Thema ab, sein Text bleibt aufgehoben."
        )
        raise TooManyTopicsError(message)
    waiting = file.work.put_away_topics
    topic = next((each for each in waiting if each.key == key), TopicAnswer(key=key, answers={}))
    plan = changed(file.plan, topics=(*file.plan.topics, topic))
    work = changed(file.work, put_away_topics=tuple(each for each in waiting if each.key != key))
    return replace(file, plan=plan, work=work)


def put_topic_away(file: LpdFile, key: str) -> LpdFile:
    """Takes a topic out of the plan and keeps its texts in the work."""
    topic = file.plan.topic(key)
    if topic is None:
        return file
    plan = changed(file.plan, topics=tuple(each for each in file.plan.topics if each.key != key))
    if all(is_blank(blocks) for blocks in topic.answers.values()):
        return replace(file, plan=plan)
    work = changed(file.work, put_away_topics=(*file.work.put_away_topics, topic))
    return replace(file, plan=plan, work=work)


def move_topic(file: LpdFile, key: str, steps: int) -> LpdFile:
    """Moves a chosen topic up (negative) or down (positive)."""
    topics = list(file.plan.topics)
    index = next((place for place, each in enumerate(topics) if each.key == key), None)
    if index is None:
        return file
    topic = topics.pop(index)
    topics.insert(max(0, min(len(topics), index + steps)), topic)
    return replace(file, plan=changed(file.plan, topics=tuple(topics)))
