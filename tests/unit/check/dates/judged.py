"""One sentence through all checks of dates."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.checks import DATE_CHECKS
from lpd_desktop.check.finding import Finding
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.model import Form
from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import Blocks, Heading, Paragraph, text_run
from lpd_desktop.plan.work import Work
from tests.unit.check.plans import complete, text, topic_answer

FORM = form_for_year(2023)
STAND = "2022-11-04"


@cache
def _empty(form: Form) -> Plan:
    return replace(complete(form), as_of=STAND)


def in_topic(words: str, form: Form = FORM, as_of: str = STAND) -> Plan:
    """The plan with these words as the answer on planned activities."""
    return with_topic(text(words), form, as_of)


def with_topic(blocks: Blocks, form: Form = FORM, as_of: str = STAND) -> Plan:
    assert form.topics is not None
    plan = _empty(form)
    answer = topic_answer(form, plan.topics[0].key)
    answers = {**answer.answers, form.topics.questions[1].key: blocks}
    return replace(plan.with_topic(replace(answer, answers=answers)), as_of=as_of)


def in_item(key: str, words: str, form: Form = FORM, as_of: str = STAND) -> Plan:
    """The plan with these words as the answer of an item."""
    return replace(_empty(form).with_answer(key, Answer(text=text(words))), as_of=as_of)


def heading(words: str) -> Blocks:
    return (Heading("h1", 1, (text_run(words),)), Paragraph("p1", (text_run("Text."),)))


def found(plan: Plan, form: Form = FORM) -> list[Finding]:
    context = Context(plan, Work(), form)
    return [finding for check in DATE_CHECKS for finding in check(context)]


def codes(plan: Plan, form: Form = FORM) -> set[str]:
    return {finding.rule for finding in found(plan, form)}


def quotes(plan: Plan, rule: str, form: Form = FORM) -> list[str]:
    return [finding.quote for finding in found(plan, form) if finding.rule == rule]
