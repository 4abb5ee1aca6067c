"""Answers of another state of the same plan, taken over one by one or all together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from lpd_desktop.editing.topic_choice import put_topic_away, waiting_topic
from lpd_desktop.form.model import BudgetItem, PotentialsItem, TargetsItem, TopicsItem
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks, with_potential
from lpd_desktop.plan.comparing.counterparts import matched_potentials
from lpd_desktop.plan.comparing.facts import COVER, FORM
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential, TopicAnswer
from lpd_desktop.plan.remark_merging import merged_remarks
from lpd_desktop.runtime.errors import NotAllowedError

_NOT_THERE = (
    "Diese Stelle gibt es nur in Ihrem jetzigen Entwurf; dort gibt es nichts, was übernommen "
    "werden könnte. Entfernen Sie sie im Entwurf, wenn sie wegfallen soll."
)
_OTHER_FORM = (
    "Die Vorlagen beider Fassungen haben verschiedene Teile; der Wortlaut lässt sich nur zusammen "
    "mit dem ganzen Planungsdokument übernehmen."
)


_STAYING = ("state", "log", "editors", "replaced")
"""What a plan went through is not taken back with its text."""


class NothingToTakeError(NotAllowedError):
    """The other state has no such place, or it does not fit."""


def with_all_of(file: LpdFile, other: LpdFile) -> LpdFile:
    """The whole other state; what happened since stays on record, and so does the plan's id.

    Remarks of both states are there: nobody takes back what others said.
    """
    kept = {name: getattr(file.work, name) for name in _STAYING}
    remarks = merged_remarks(file.work.remarks, other.work.remarks)
    work = changed(other.work, remarks=remarks, **kept)
    plan = changed(other.plan, id=file.plan.id)
    return replace(other, plan=plan, work=work, release=file.release)


@dataclass(frozen=True)
class TakenBack:
    """The step that takes over the whole other state; for `OpenDraft.change`."""

    other: LpdFile

    def __call__(self, file: LpdFile) -> LpdFile:
        """See `with_all_of`."""
        return with_all_of(file, self.other)


@dataclass(frozen=True)
class PlaceTakenBack:
    """The step that takes over one place; for `OpenDraft.change`.

    Attributes:
        there: Its address in the other state, empty where that has none.
        here: Its address in the plan, empty where that has none.
    """

    other: LpdFile
    there: str
    here: str

    @classmethod
    def of(cls, other: LpdFile, change: PlaceChange, *, other_is_older: bool) -> PlaceTakenBack:
        """For a place of a comparison."""
        there, here = change.old_where, change.where
        return cls(other, there, here) if other_is_older else cls(other, here, there)

    def __call__(self, file: LpdFile) -> LpdFile:
        """See `with_place_of`."""
        return with_place_of(file, self.other, self.there, self.here)


def with_place_of(file: LpdFile, other: LpdFile, there: str, here: str | None = None) -> LpdFile:
    """The plan with one answer, table, choice or fact as the other state has it.

    Args:
        file: The plan.
        other: Another state of it.
        there: The address in the other state, without a block.
        here: The address in the plan, empty where it has no such place: then the whole topic or
            potential comes back; None: the same address.

    Raises:
        NothingToTakeError: the other state has no such place, or its form does not fit.
    """
    here = there if here is None else here
    if there == FORM:
        return _with_form(file, other)
    if there == COVER:
        cover = other.plan
        fields = {"jobcenter": cover.jobcenter, "as_of": cover.as_of, "options": cover.options}
        return replace(file, plan=changed(file.plan, **fields))
    place = Address.parse(there)
    item = other.form.item(place.item)
    if item is None or file.form.item(place.item) is None:
        raise NothingToTakeError(_NOT_THERE)
    if isinstance(item, TopicsItem) and not (here and place.parts):
        return _with_topic(file, other, place) if place.parts else _with_topics(file, other)
    if isinstance(item, PotentialsItem) and not (here and place.parts):
        return _with_added(file, other, place) if place.parts else _with_potentials(file, other)
    return _with_part(file, other, place, Address.parse(here))


def _with_part(file: LpdFile, other: LpdFile, there: Address, here: Address) -> LpdFile:
    """What stands at a place that both have."""
    item = other.form.item(there.item)
    if isinstance(item, PotentialsItem) and there.parts[1:] == ("topic",):
        index = int(here.parts[0]) - 1
        named = changed(file.plan.potentials[index], topic=_potential(other, there).topic)
        return replace(file, plan=with_potential(file.plan, index, named))
    answer = file.plan.answer(here.item)
    if isinstance(item, BudgetItem) and there.parts[:1] == ("table",):
        answer = changed(answer, table=other.plan.table_of(other.form, there.item))
        return replace(file, plan=file.plan.with_answer(here.item, answer))
    if isinstance(item, TargetsItem):
        answer = changed(answer, figures=other.plan.answer(there.item).figures)
        return replace(file, plan=file.plan.with_answer(here.item, answer))
    return _with_text(file, other, there, here)


def _with_text(file: LpdFile, other: LpdFile, there: Address, here: Address) -> LpdFile:
    blocks = blocks_at(other.form, other.plan, there)
    if blocks is None:
        raise NothingToTakeError(_NOT_THERE)
    try:
        return replace(file, plan=with_blocks(file.form, file.plan, here, blocks))
    except KeyError as error:
        raise NothingToTakeError(_NOT_THERE) from error


def _with_form(file: LpdFile, other: LpdFile) -> LpdFile:
    keys = [[item.key for item in each.form.items] for each in (file, other)]
    if keys[0] != keys[1] or file.form.year != other.form.year:
        raise NothingToTakeError(_OTHER_FORM)
    return replace(file, form=other.form)


def _with_topic(file: LpdFile, other: LpdFile, there: Address) -> LpdFile:
    """A topic with all its answers, at the place where it stood."""
    topic = other.plan.topic(there.parts[0])
    if topic is None:
        raise NothingToTakeError(_NOT_THERE)
    if file.plan.topic(topic.key) is not None:
        return _with_text(file, other, there, there)
    place = other.plan.topics.index(topic)
    topics = (*file.plan.topics[:place], topic, *file.plan.topics[place:])
    waiting = tuple(each for each in file.work.put_away_topics if each != topic)
    work = changed(file.work, put_away_topics=waiting)
    return replace(file, plan=changed(file.plan, topics=topics), work=work)


def _with_topics(file: LpdFile, other: LpdFile) -> LpdFile:
    """The same topics in the same order; texts that the plan has stay, others wait beside it."""
    topics = tuple(_present_topic(file, each) for each in other.plan.topics)
    keys = {topic.key for topic in topics}
    for topic in file.plan.topics:
        if topic.key not in keys:
            file = put_topic_away(file, topic.key)
    waiting = tuple(each for each in file.work.put_away_topics if each.key not in keys)
    work = changed(file.work, put_away_topics=waiting)
    return replace(file, plan=changed(file.plan, topics=topics), work=work)


def _present_topic(file: LpdFile, topic: TopicAnswer) -> TopicAnswer:
    """The topic with the texts it has now, or had when it was put away, else those of then."""
    present = file.plan.topic(topic.key)
    if present is None:
        return waiting_topic(file.work, topic.key) or topic
    return changed(present, title=topic.title)


def _potential(other: LpdFile, there: Address) -> Potential:
    index = int(there.parts[0]) - 1 if there.parts[0].isdecimal() else -1
    if not 0 <= index < len(other.plan.potentials):
        raise NothingToTakeError(_NOT_THERE)
    return other.plan.potentials[index]


def _with_added(file: LpdFile, other: LpdFile, there: Address) -> LpdFile:
    """A potential with all it says, at the place where it stood."""
    potential, place = _potential(other, there), int(there.parts[0]) - 1
    present = file.plan.potentials
    if potential in present:
        return file
    potentials = (*present[:place], potential, *present[place:])
    return replace(file, plan=changed(file.plan, potentials=potentials))


def _with_potentials(file: LpdFile, other: LpdFile) -> LpdFile:
    """The same potentials in the same order; texts that the plan has stay."""
    origins = matched_potentials(other.plan.potentials, file.plan.potentials)
    numbers = {origin: number for number, origin in enumerate(origins) if origin is not None}
    present = file.plan.potentials
    potentials = tuple(
        present[numbers[place]] if place in numbers else each
        for place, each in enumerate(other.plan.potentials)
    )
    gone = tuple(
        each
        for each, origin in zip(present, origins, strict=True)
        if origin is None and not each.is_empty
    )
    work = changed(file.work, put_away_potentials=(*file.work.put_away_potentials, *gone))
    return replace(file, plan=changed(file.plan, potentials=potentials), work=work)
