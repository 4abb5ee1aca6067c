"""A plan at a glance: state, completeness, key figures."""

from __future__ import annotations

import msgspec

from lpd_desktop.check.finding import Finding
from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    RichTextItem,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.counting import count_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import is_blank
from lpd_desktop.plan.topic_names import chosen_title
from lpd_desktop.plan.work import STATE_NAMES, State


class FindingCounts(msgspec.Struct, frozen=True):
    """How many findings of each level."""

    error: int = 0
    warning: int = 0
    hint: int = 0


class TotalFigure(msgspec.Struct, frozen=True):
    """A total of the budget in cents."""

    key: str
    label: str
    plan: int
    previous: int | None


class PlanSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd show` tells; `completeness` in percent, `words` over all answers."""

    title: str
    jobcenter: str
    year: int
    as_of: str
    state: State
    state_name: str
    version: int | None
    topics: tuple[str, ...]
    potentials: int
    completeness: int
    words: int
    totals: tuple[TotalFigure, ...]
    findings: FindingCounts


def summary_of(file: LpdFile, findings: list[Finding]) -> PlanSummary:
    """The summary of a plan with the findings of its check."""
    form, plan = file.form, file.plan
    return PlanSummary(
        title=form.text(form.title),
        jobcenter=plan.jobcenter.name,
        year=form.year,
        as_of=plan.as_of,
        state=file.work.state,
        state_name=STATE_NAMES[file.work.state],
        version=file.release.version if file.release else None,
        topics=tuple(chosen_title(form, topic) for topic in plan.topics),
        potentials=sum(not potential.is_empty for potential in plan.potentials),
        completeness=completeness(form, plan),
        words=sum(count_blocks(blocks).words for _address, blocks in text_fields(form, plan)),
        totals=tuple(_totals(form, plan)),
        findings=FindingCounts(
            *(_count(findings, level) for level in ("error", "warning", "hint"))
        ),
    )


def completeness(form: Form, plan: Plan) -> int:
    """How many of the required parts are filled, in percent."""
    parts = [part for item in form.items for part in _required_parts(item, plan)]
    return round(100 * sum(parts) / len(parts)) if parts else 100


def _required_parts(item: Item, plan: Plan) -> list[bool]:
    if isinstance(item, CoverItem):
        return [bool(plan.jobcenter.name), bool(plan.as_of)]
    if isinstance(item, BudgetItem):
        answer = plan.answer(item.key)
        is_there = answer.printed_table is not None or answer.has_text
        return [is_there] if item.required else []
    if isinstance(item, RichTextItem):
        return [not is_blank(plan.answer(item.key).text)] if item.required else []
    if isinstance(item, TopicsItem):
        return _topic_parts(item, plan)
    if isinstance(item, TargetsItem) and item.required:
        figures = plan.answer(item.key).figures
        filled = {figure.key for figure in figures if isinstance(figure.value, int)}
        return [target.key in filled for target in item.targets]
    return []


def _topic_parts(item: TopicsItem, plan: Plan) -> list[bool]:
    parts = [
        not is_blank(topic.answer(question.key))
        for topic in plan.topics
        for question in item.questions_of(topic.key)
    ]
    missing = max(0, item.needed - len(plan.topics))
    return parts + [False] * missing * len(item.questions)


def _totals(form: Form, plan: Plan) -> list[TotalFigure]:
    tables = [table for item in form.budgets if (table := plan.answer(item.key).table)]
    return [
        TotalFigure(row.key, row.label, cents, row.cents("previous"))
        for table in tables
        for row in table.rows
        if row.role == "total" and (cents := row.cents("plan")) is not None
    ]


def _count(findings: list[Finding], level: str) -> int:
    return sum(finding.level == level for finding in findings)
