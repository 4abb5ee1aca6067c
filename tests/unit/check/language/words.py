"""Findings of one rule in texts of our own."""

from __future__ import annotations

from lpd_desktop.check.context import Context, RuleFunction
from lpd_desktop.check.finding import Finding
from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    text_run,
)
from lpd_desktop.plan.work import Work
from tests.unit.check.plans import FORM, complete

FIELD = "A.staff"


def paragraph(words: str, name: str = "p1") -> Paragraph:
    return Paragraph(name, (text_run(words),))


def heading(words: str, name: str = "h1", level: int = 1) -> Heading:
    assert level in (1, 2)
    return Heading(name, level, (text_run(words),))


def items(*words: str, name: str = "l1") -> ListBlock:
    return ListBlock(
        name,
        "bullet",
        tuple((paragraph(each, f"{name}i{number}"),) for number, each in enumerate(words, 1)),
    )


def table(*rows: tuple[str, ...], name: str = "t1") -> Table:
    cells = tuple(tuple((text_run(cell),) for cell in row) for row in rows)
    return Table(name, cells, header_rows=1, header_column=True)


def paragraphs(*words: str) -> Blocks:
    return tuple(paragraph(each, f"p{number}") for number, each in enumerate(words, 1))


def plan_with(*blocks: Block, field: str = FIELD) -> Plan:
    return complete().with_answer(field, Answer(text=blocks))


def found(check: RuleFunction, *blocks: Block, plan: Plan | None = None) -> list[Finding]:
    """What one check says about a plan with these blocks in the answer on staff."""
    whole = plan or plan_with(*blocks)
    return list(check(Context(whole, Work(), FORM)))


def quotes_in(check: RuleFunction, words: str) -> list[str]:
    """What one check quotes of one paragraph."""
    return [each.quote for each in found(check, paragraph(words))]
