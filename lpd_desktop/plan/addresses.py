"""Addresses: how findings, jumps, remarks and history name a place in a plan.

`A.budget/table/ROW/plan` · `A.budget/below#b3` · `B.topics/TOPIC/how#b4` ·
`C.potentials/2/background`
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    PotentialsItem,
    RichTextItem,
    TopicsItem,
)
from lpd_desktop.plan.model import Plan, Potential, TopicAnswer
from lpd_desktop.plan.rich_text import Blocks

POTENTIAL_TEXTS = ("background", "development")
BELOW_TABLE = "below"


class Address(msgspec.Struct, frozen=True, order=True):
    """The key of an item, the parts below it, and the id of a block where one is meant."""

    item: str
    parts: tuple[str, ...] = ()
    block: str = ""

    @classmethod
    def parse(cls, text: str) -> Address:
        """An address from its written form."""
        path, _, block = text.partition("#")
        item, *parts = path.split("/")
        return cls(item, tuple(parts), block)

    def __str__(self) -> str:
        """The written form."""
        path = "/".join((self.item, *self.parts))
        return f"{path}#{self.block}" if self.block else path

    def at_block(self, block: str) -> Address:
        """The same field, one block in it."""
        return Address(self.item, self.parts, block)

    @property
    def field(self) -> Address:
        """The same place without its block."""
        return Address(self.item, self.parts) if self.block else self


def cell_address(item: str, row: str, column: str) -> Address:
    """The address of one budget cell."""
    return Address(item, ("table", row, column))


def below_table(item: str) -> Address:
    """The address of the text below the table of a budget."""
    return Address(item, (BELOW_TABLE,))


def text_fields(form: Form, plan: Plan) -> Iterator[tuple[Address, Blocks]]:
    """All rich-text fields of a plan in the order of the document, empty ones included."""
    for item in form.items:
        if isinstance(item, BudgetItem | RichTextItem):
            yield Address(item.key), plan.answer(item.key).text
            if isinstance(item, BudgetItem):
                yield below_table(item.key), plan.answer(item.key).text_below
        elif isinstance(item, TopicsItem):
            yield from _topic_fields(item, plan)
        elif isinstance(item, PotentialsItem):
            yield from _potential_fields(item, plan)


def _topic_fields(item: TopicsItem, plan: Plan) -> Iterator[tuple[Address, Blocks]]:
    for topic in plan.topics:
        for question in item.questions_of(topic.key):
            yield Address(item.key, (topic.key, question.key)), topic.answer(question.key)


def _potential_fields(item: PotentialsItem, plan: Plan) -> Iterator[tuple[Address, Blocks]]:
    for number, potential in enumerate(plan.potentials, 1):
        for name in POTENTIAL_TEXTS:
            yield Address(item.key, (str(number), name)), getattr(potential, name)


def blocks_at(form: Form, plan: Plan, address: Address) -> Blocks | None:
    """The blocks of a rich-text field; None where the address names none."""
    wanted = address.field
    return next((blocks for place, blocks in text_fields(form, plan) if place == wanted), None)


def with_blocks(form: Form, plan: Plan, address: Address, blocks: Blocks) -> Plan:
    """The plan with the text of one field replaced.

    Raises:
        KeyError: the address names no rich-text field of this plan.
    """
    item = form.item(address.item)
    if isinstance(item, TopicsItem) and len(address.parts) == 2:
        return _with_topic_text(plan, address, blocks)
    if isinstance(item, PotentialsItem) and len(address.parts) == 2:
        return _with_potential_text(plan, address, blocks)
    if isinstance(item, BudgetItem | RichTextItem) and not address.parts:
        return plan.with_answer(item.key, changed(plan.answer(item.key), text=blocks))
    if isinstance(item, BudgetItem) and address.parts == (BELOW_TABLE,):
        return plan.with_answer(item.key, changed(plan.answer(item.key), text_below=blocks))
    raise KeyError(str(address))


def _with_topic_text(plan: Plan, address: Address, blocks: Blocks) -> Plan:
    key, question = address.parts
    topic = plan.topic(key)
    if topic is None:
        raise KeyError(str(address))
    return plan.with_topic(changed(topic, answers={**topic.answers, question: blocks}))


def _with_potential_text(plan: Plan, address: Address, blocks: Blocks) -> Plan:
    number, name = address.parts
    index = int(number) - 1 if number.isdecimal() else -1
    if not 0 <= index < len(plan.potentials) or name not in POTENTIAL_TEXTS:
        raise KeyError(str(address))
    potential = changed(plan.potentials[index], **{name: blocks})
    return with_potential(plan, index, potential)


def with_potential(plan: Plan, index: int, potential: Potential) -> Plan:
    """The plan with the potential at an index (from 0) replaced."""
    potentials = plan.potentials
    return changed(plan, potentials=(*potentials[:index], potential, *potentials[index + 1 :]))


def chosen_topic(plan: Plan, address: Address) -> tuple[int, TopicAnswer] | None:
    """Place (from 1) and answer of the chosen topic that an address names."""
    key = address.parts[0] if address.parts else ""
    found = (pair for pair in enumerate(plan.topics, 1) if pair[1].key == key)
    return next(found, None)
