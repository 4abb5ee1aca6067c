"""Everything that a planner wrote, as passages of plain text with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import Block, Blocks, Heading, Runs, Table, plain_text, walk_runs

PassageKind = Literal["paragraph", "heading", "cell", "note", "label", "title"]


@dataclass(frozen=True)
class Passage:
    """A stretch of runs, a footnote, a title or the label of a budget row.

    Attributes:
        where: The field, and in it the block; of a title or label the place of its line.
        number: Its place among the passages of its field in reading order, from 0.
        runs: What it is made of; empty for titles and labels, which have no style.
        text: Its words; the marks of footnotes are no part of them.
    """

    where: Address
    number: int
    kind: PassageKind
    text: str
    runs: Runs = ()


def passages(form: Form, plan: Plan) -> Iterator[Passage]:
    """All passages in the order of the document; the wording of the form is none of them."""
    titles = {(each.where.item, each.where.parts[0]): each for each in _titles(form, plan)}
    budgets = {item.key: item for item in form.budgets}
    for where, blocks in text_fields(form, plan):
        title = titles.pop((where.item, where.parts[0]), None) if where.parts else None
        if title is not None:
            yield title
        yield from passages_of(where, blocks)
        if where.item in budgets and not where.parts:
            yield from _own_labels(budgets[where.item], plan)


def passages_of(where: Address, blocks: Blocks) -> Iterator[Passage]:
    """The passages of one rich-text field; a footnote follows the text it stands in."""
    number = 0
    for block, runs in walk_runs(blocks):
        place = where.at_block(block.id)
        yield Passage(place, number, _kind(block), plain_text(runs), runs)
        number += 1
        for run in runs:
            if run.is_footnote:
                yield Passage(place, number, "note", plain_text(run.note), run.note)
                number += 1


def _kind(block: Block) -> PassageKind:
    if isinstance(block, Table):
        return "cell"
    return "heading" if isinstance(block, Heading) else "paragraph"


_PARTS: dict[PassageKind, str] = {
    "heading": "Überschrift",
    "cell": "Tabelle",
    "note": "Fußnote",
    "title": "Titel",
}


def passage_place(form: Form, plan: Plan, passage: Passage) -> str:
    """Where a passage stands, such as `B.2 Beratung, Frage 1 (Fußnote)`."""
    place = place_of(form, plan, passage.where)
    part = _PARTS.get(passage.kind, "")
    is_said = passage.where.parts[1:] == ("topic",)
    return f"{place} ({part})" if part and not is_said else place


def _titles(form: Form, plan: Plan) -> Iterator[Passage]:
    """Titles of free topics, topics of potentials."""
    if form.topics is not None:
        for topic in plan.topics:
            if topic.title:
                yield Passage(Address(form.topics.key, (topic.key,)), 0, "title", topic.title)
    if form.potentials is not None:
        for number, potential in enumerate(plan.potentials, 1):
            where = Address(form.potentials.key, (str(number), "topic"))
            yield Passage(where, 0, "title", potential.topic)


def _own_labels(item: BudgetItem, plan: Plan) -> Iterator[Passage]:
    """Labels that the planner wrote, not those that the form proposes."""
    table = plan.answer(item.key).table
    for row in table.rows if table is not None else ():
        proposed = item.row(row.key)
        if proposed is None or proposed.label != row.label:
            where = Address(item.key, ("table", row.key))
            yield Passage(where, 0, "label", row.label)
