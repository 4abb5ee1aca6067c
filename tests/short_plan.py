"""The sample cut to a few pages, for tests to which the length of a document does not matter."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import TopicAnswer
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.sample import sample_file


@cache
def short_plan() -> LpdFile:
    """The sample with all its amounts and footnotes, and one block of each kind in other texts."""
    plan = sample_file().plan
    staff = plan.answers["A.staff"]
    answers = {**plan.answers, "A.staff": changed(staff, text=_one_of_each_kind(staff.text))}
    topics = tuple(map(_of_first_blocks, plan.topics))
    short = changed(plan, answers=answers, topics=topics, potentials=())
    return replace(sample_file(), plan=short, as_read={})


def _of_first_blocks(topic: TopicAnswer) -> TopicAnswer:
    return changed(topic, answers={key: blocks[:1] for key, blocks in topic.answers.items()})


def _one_of_each_kind(blocks: Blocks) -> Blocks:
    first = {type(block): block for block in reversed(blocks)}
    return tuple(block for block in blocks if first[type(block)] is block)
