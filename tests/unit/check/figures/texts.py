"""Findings of one rule about figures in a text, a list or a table of our own."""

from __future__ import annotations

from functools import cache

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.checks import FIGURE_CHECKS
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.order import in_document_order
from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import Blocks, ListBlock, Paragraph, Table, text_run
from lpd_desktop.plan.work import Work
from tests.unit.check.plans import FORM, complete, text

FIELD = "A.staff"


@cache
def _without_texts() -> Plan:
    return complete()


def in_blocks(code: str, blocks: Blocks, plan: Plan | None = None) -> list[Finding]:
    """The findings of a rule in a field with these blocks."""
    whole = (plan or _without_texts()).with_answer(FIELD, Answer(text=blocks))
    context = Context(whole, Work(), FORM)
    found = [each for check in FIGURE_CHECKS for each in check(context) if each.rule == code]
    return in_document_order(found, FORM, whole)


def in_text(code: str, words: str, plan: Plan | None = None) -> list[Finding]:
    """The findings of a rule in one paragraph."""
    return in_blocks(code, text(words), plan)


def in_paragraphs(code: str, *words: str) -> list[Finding]:
    """The findings of a rule in several paragraphs."""
    return in_blocks(code, tuple(paragraph(each, n) for n, each in enumerate(words)))


def paragraph(words: str, number: int = 0) -> Paragraph:
    """A paragraph with an id of its own."""
    return Paragraph(f"p{number}", (text_run(words),))


def bullets(*items: str) -> ListBlock:
    """A list of paragraphs."""
    return ListBlock(
        "l1", "bullet", tuple((paragraph(each, 10 + n),) for n, each in enumerate(items))
    )


def grid(*rows: str, header_rows: int = 1) -> Table:
    """A table from rows with bars between the cells."""
    cells = tuple(tuple((text_run(cell.strip()),) for cell in row.split("|")) for row in rows)
    return Table("t1", cells, header_rows, header_column=True)
