"""The order of findings: as their places stand in the document, then by level."""

from __future__ import annotations

from collections.abc import Callable

from lpd_desktop.check.finding import LEVELS, Finding
from lpd_desktop.form.model import Form, TargetsItem, TopicsItem
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import walk_blocks

Position = tuple[int, ...]
_COVER_FIELDS = ("look", "jobcenter", "as_of")
_LAST = 1_000_000


def in_document_order(findings: list[Finding], form: Form, plan: Plan) -> list[Finding]:
    """The findings sorted; those without a place of the form come last."""
    position = document_positions(form, plan)
    return sorted(
        findings,
        key=lambda each: (
            position(Address.parse(each.where)),
            LEVELS.index(each.level),
            each.rule,
            each.quote,
        ),
    )


def document_positions(form: Form, plan: Plan) -> Callable[[Address], Position]:
    """Where an address stands in the document, as something that can be compared."""
    items = {item.key: index for index, item in enumerate(form.items)}
    blocks = {
        (str(field), block.id): index
        for field, content in text_fields(form, plan)
        for index, block in enumerate(walk_blocks(content), 1)
    }

    def position(where: Address) -> Position:
        if where.item not in items:
            return (_LAST,)
        block = blocks.get((str(where.field), where.block), 0) if where.block else 0
        return (items[where.item], *_within(form, plan, where), block)

    return position


def _within(form: Form, plan: Plan, where: Address) -> Position:
    """The place of the parts below an item; an item itself comes before its parts."""
    if not where.parts:
        return (0,)
    first, *rest = where.parts
    item = form.item(where.item)
    if first == "table":
        table = plan.answer(where.item).table
        keys = [row.key for row in table.rows] if table else []
        column = 1 + (rest[1:] == ["previous"])
        return (_place(keys, rest[0]) if rest else 0, column)
    if isinstance(item, TopicsItem):
        questions = [question.key for question in item.questions_of(first)]
        number = _place([topic.key for topic in plan.topics], first)
        return (number, _place(questions, rest[0]) if rest else 0)
    if isinstance(item, TargetsItem):
        return (_place([target.key for target in item.targets], first),)
    if first.isdecimal():
        parts = ["topic", "background", "development"]
        return (int(first), _place(parts, rest[0]) if rest else 0)
    return (_place(list(_COVER_FIELDS), first),)


def _place(keys: list[str], key: str) -> int:
    return keys.index(key) + 1 if key in keys else _LAST
