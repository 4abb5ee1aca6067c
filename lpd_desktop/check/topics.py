"""The choice of topics, by the numbers that the form gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import (
    TOPIC_DUPLICATE,
    TOPIC_FIXED_MISSING,
    TOPIC_TITLE_MISSING,
    TOPIC_UNKNOWN,
    TOPICS_COUNT,
    TOPICS_MISSING,
)
from lpd_desktop.form.model import TopicsItem, topic_name
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.model import Plan
from lpd_desktop.runtime.german import counted


def number_of_topics(context: Context) -> Iterator[Finding]:
    """As many topics are chosen as the form asks for; free ones come on top."""
    item = context.form.topics
    if item is None:
        return
    free = sum(_is_free(item, key) for key in _keys(context.plan))
    chosen = len(context.plan.topics) - free
    if chosen != item.needed:
        yield context.finding(
            TOPICS_COUNT if chosen > item.needed else TOPICS_MISSING,
            Address(item.key),
            f"{_are_chosen(chosen)}, die Form verlangt {item.needed}.",
            _how_to_mend(chosen - item.needed),
        )
    if free > item.free_at_most:
        yield context.finding(
            TOPICS_COUNT,
            Address(item.key),
            f"Der Plan enthält {counted(free, 'eigenes Thema', 'eigene Themen')}; "
            f"die Form erlaubt höchstens {item.free_at_most}.",
            "Bitte legen Sie die überzähligen beiseite; ihre Texte bleiben aufgehoben.",
        )


def _keys(plan: Plan) -> list[str]:
    return [topic.key for topic in plan.topics]


def _is_free(item: TopicsItem, key: str) -> bool:
    topic = item.topic(key)
    return topic is not None and topic.free


def _are_chosen(number: int) -> str:
    if number == 1:
        return "Es ist ein Thema gewählt"
    return f"Es sind {number or 'keine'} Themen gewählt"


def _how_to_mend(surplus: int) -> str:
    if surplus < 0:
        return f"Bitte wählen Sie noch {-surplus}."
    what = "eines" if surplus == 1 else str(surplus)
    return f"Bitte wählen Sie {what} davon ab; die Texte dazu bleiben aufgehoben."


def known_topics(context: Context) -> Iterator[Finding]:
    """Each topic stands in the form's list, and once only."""
    item = context.form.topics
    key_of_item = item.key if item else "topics"
    for key, times in Counter(_keys(context.plan)).items():
        where = Address(key_of_item, (key,))
        if item is None or item.topic(key) is None:
            yield context.finding(
                TOPIC_UNKNOWN,
                where,
                f"Das Thema „{key}“ steht nicht in dieser Form.",
                "Bitte übernehmen Sie den Text in eines der Themen der Form.",
            )
        if times > 1:
            yield context.finding(
                TOPIC_DUPLICATE,
                where,
                f"Dasselbe Thema steht {times}-mal im Plan.",
                "Bitte führen Sie die Texte zusammen und wählen Sie ein anderes Thema dazu.",
            )


def fixed_topics(context: Context) -> Iterator[Finding]:
    """Topics that the form prescribes are there; a free one has a title."""
    item = context.form.topics
    if item is None:
        return
    keys = set(_keys(context.plan))
    for topic in item.topics:
        if topic.fixed and topic.key not in keys:
            yield context.finding(
                TOPIC_FIXED_MISSING,
                Address(item.key),
                f"Das vorgegebene Thema „{context.form.text(topic_name(topic))}“ fehlt.",
                "Bitte nehmen Sie es wieder auf.",
            )
    for answer in context.plan.topics:
        if _is_free(item, answer.key) and not answer.title.strip():
            yield context.finding(
                TOPIC_TITLE_MISSING,
                Address(item.key, (answer.key,)),
                "Das eigene Thema hat keinen Titel.",
                "Bitte geben Sie ihm einen.",
            )
