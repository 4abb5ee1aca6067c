"""Choosing topics. Texts of a topic that is put away wait in the work until it comes back."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.form.model import TopicsItem
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import appended
from lpd_desktop.plan.model import TopicAnswer
from lpd_desktop.plan.rich_text import is_blank
from lpd_desktop.plan.topic_names import chosen_name
from lpd_desktop.plan.work import LogEntry, Work
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.german import enumerate_german

PUT_AWAY_EVENT = "topic_put_away"


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
    _require_room(file, item, key)
    waiting = file.work.put_away_topics
    topic = waiting_topic(file.work, key) or TopicAnswer(key=key, answers={})
    plan = changed(file.plan, topics=(*file.plan.topics, topic))
    work = changed(file.work, put_away_topics=tuple(each for each in waiting if each.key != key))
    return replace(file, plan=plan, work=work)


def _require_room(file: LpdFile, item: TopicsItem, key: str) -> None:
    """Fixed topics always have room; free ones are counted apart from those of the list."""
    wanted = item.topic(key)
    if wanted is None or wanted.fixed:
        return
    most = item.free_at_most if wanted.free else item.choose
    alike = [
        answer
        for answer in file.plan.topics
        if (topic := item.topic(answer.key)) is not None
        and not topic.fixed
        and topic.free == wanted.free
    ]
    if len(alike) >= most:
        raise TooManyTopicsError(_no_room(file, alike))


def _no_room(file: LpdFile, chosen: list[TopicAnswer]) -> str:
    if not chosen:
        return "Eigene Themen sieht die Form nicht vor."
    names = enumerate_german([f"„{chosen_name(file.form, answer)}“" for answer in chosen])
    if len(chosen) == 1:
        return (
            f"Es ist schon {names} gewählt, mehr sieht die Form nicht vor. "
            "Wählen Sie es zuerst ab; sein Text bleibt aufgehoben."
        )
    return (
        f"Es sind schon {len(chosen)} Themen gewählt, mehr sieht die Form nicht vor: {names}. "
        "Wählen Sie zuerst eines davon ab; sein Text bleibt aufgehoben."
    )


def put_topic_away(file: LpdFile, key: str, time: str = "") -> LpdFile:
    """Takes a topic out of the plan and keeps its texts in the work.

    Args:
        file: The plan.
        key: Of the topic.
        time: When it is put away, ISO in UTC; noted in the log where there is text.
    """
    topic = file.plan.topic(key)
    if topic is None:
        return file
    plan = changed(file.plan, topics=tuple(each for each in file.plan.topics if each.key != key))
    if all(is_blank(blocks) for blocks in topic.answers.values()):
        return replace(file, plan=plan)
    work = changed(file.work, put_away_topics=(*file.work.put_away_topics, topic))
    if time:
        work = appended(work, LogEntry(time=time, event=PUT_AWAY_EVENT, detail=key))
    return replace(file, plan=plan, work=work)


def waiting_topic(work: Work, key: str) -> TopicAnswer | None:
    """The texts of a topic that was put away."""
    return next((each for each in work.put_away_topics if each.key == key), None)


def put_away_at(work: Work, key: str) -> str:
    """When a topic was put away last, ISO in UTC; empty where nobody noted it."""
    times = (
        entry.time
        for entry in reversed(work.log)
        if (entry.event, entry.detail) == (PUT_AWAY_EVENT, key)
    )
    return next(times, "")


def move_topic(file: LpdFile, key: str, steps: int) -> LpdFile:
    """Moves a chosen topic up (negative) or down (positive)."""
    topics = list(file.plan.topics)
    index = next((place for place, each in enumerate(topics) if each.key == key), None)
    if index is None:
        return file
    topic = topics.pop(index)
    topics.insert(max(0, min(len(topics), index + steps)), topic)
    return replace(file, plan=changed(file.plan, topics=tuple(topics)))
