"""Plans for the tests of the checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.model import Form
from lpd_desktop.form.reading import read_form
from lpd_desktop.plan.budget import BudgetTable, TableRow
from lpd_desktop.plan.model import (
    Answer,
    Figure,
    Jobcenter,
    Plan,
    Potential,
    TopicAnswer,
    empty_plan,
)
from lpd_desktop.plan.rich_text import Blocks, Paragraph, text_run
from lpd_desktop.plan.work import Work

DATA = Path(__file__).resolve().parents[2] / "data"
FORM = form_for_year(2023)
SECOND = read_form(DATA / "forms" / "second-form.toml")


def text(words: str, block: str = "p1") -> Blocks:
    """One paragraph."""
    return (Paragraph(block, (text_run(words),)),)


def complete(form: Form = FORM) -> Plan:
    """A plan in which nothing is missing, in a few words."""
    plan = empty_plan(form, Jobcenter(name="Kreis Musterstadt", own_name="Jobcenter"))
    answers = {
        item.key: Answer(text=text("Alles ist gesagt."))
        for item in form.items
        if type(item).__name__ in ("RichTextItem", "BudgetItem")
    }
    for item in form.items:
        if type(item).__name__ == "TargetsItem":
            figures = tuple(Figure(key=target.key, value=250) for target in item.targets)
            answers[item.key] = Answer(figures=figures)
    assert form.topics is not None
    chosen = [topic.key for topic in form.topics.topics if not topic.free][: form.topics.needed]
    topics = tuple(topic_answer(form, key) for key in chosen)
    as_of = f"{form.year - 1}-11-04"
    return replace(plan, as_of=as_of, answers=answers, topics=topics)


def topic_answer(form: Form, key: str, title: str = "") -> TopicAnswer:
    """A topic with every question answered."""
    assert form.topics is not None
    questions = form.topics.questions_of(key)
    answers = {question.key: text("Dazu ist viel geplant.") for question in questions}
    return TopicAnswer(key=key, title=title, answers=answers)


def budget_item(form: Form = FORM) -> Any:
    """The first budget item."""
    return next(form.budgets)


def table(form: Form, plan: dict[str, Any], previous: dict[str, Any] | None = None) -> BudgetTable:
    """A table with these cells; the amounts in euros, other things as they are."""
    rows = []
    for row in budget_item(form).rows:
        cells = {
            column: value * 100 if isinstance(value, int) else value
            for column, values in (("plan", plan), ("previous", previous or {}))
            if (value := values.get(row.key)) is not None
        }
        rows.append(TableRow(key=row.key, label=row.label, role=row.role, **cells))
    return BudgetTable(rows=tuple(rows))


def with_table(plan: Plan, form: Form, new: BudgetTable) -> Plan:
    """The plan with this budget table."""
    key = budget_item(form).key
    return plan.with_answer(key, replace(plan.answer(key), table=new))


def with_potential(plan: Plan, potential: Potential) -> Plan:
    """The plan with one potential more."""
    return replace(plan, potentials=(*plan.potentials, potential))


def findings(plan: Plan, form: Form = FORM, work: Work | None = None) -> list[Finding]:
    """What the checks say."""
    return check_plan(plan, work or Work(), form)


def codes(plan: Plan, form: Form = FORM, work: Work | None = None) -> list[str]:
    """The codes of the findings."""
    return [finding.rule for finding in findings(plan, form, work)]
