"""What a plan holds beside its texts, as tables and lists to be read.

Their blocks have fixed ids, so that the same facts are the same blocks whenever they are asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem, Form, TargetsItem
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Amount, TypedText
from lpd_desktop.plan.figures import FigureValue, format_figure
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Blocks, ListBlock, Paragraph, Runs, Table, text_run
from lpd_desktop.plan.topic_names import chosen_title
from lpd_desktop.runtime.german import german_date


def money_table(form: Form, plan: Plan, item: BudgetItem) -> Blocks:
    """The table of a budget with both columns, also where it is not printed."""
    table = plan.answer(item.key).table
    if table is None or table.is_blank:
        return ()
    captions = ("", form.text(item.plan_caption), form.text(item.previous_caption))
    rows = [
        (row.label, *(_shown(row.amount(column)) for column in BUDGET_COLUMNS))
        for row in table.rows
    ]
    return (_table("money", (captions, *rows), header_rows=1),)


def figures_table(form: Form, plan: Plan, item: TargetsItem) -> Blocks:
    """The figures of the targets that have one, with their units."""
    values: dict[str, FigureValue] = {
        each.key: each.value for each in plan.answer(item.key).figures
    }
    rows = [
        (form.text(target.label), f"{text} {Form.units[target.unit]}".strip())
        for target in item.targets
        if target.key in values and (text := format_figure(values[target.key]))
    ]
    return (_table("figures", rows),) if rows else ()


def cover_facts(plan: Plan) -> Blocks:
    """Jobcenter, its name forms and the Stand, as far as they are known."""
    jobcenter = plan.jobcenter
    facts = (
        ("Träger", jobcenter.name),
        ("Im Satz", jobcenter.genitive),
        ("Eigener Name", jobcenter.own_name),
        ("Nummer", jobcenter.number),
        ("Stand", german_date(plan.as_of)),
    )
    rows = [fact for fact in facts if fact[1]]
    return (_table("cover", rows),) if rows else ()


def topic_list(form: Form, plan: Plan) -> Blocks:
    """The titles of the chosen topics in their order."""
    items = tuple(
        (Paragraph(f"topics-{topic.key}", (text_run(chosen_title(form, topic)),)),)
        for topic in plan.topics
    )
    return (ListBlock("topics", "number", items),) if items else ()


def _shown(amount: Amount) -> str:
    if isinstance(amount, TypedText):
        return amount.text
    return format_amount(amount) if isinstance(amount, int) else ""


def _table(name: str, rows: Sequence[tuple[str, ...]], header_rows: int = 0) -> Table:
    cells = tuple(tuple(_cell(text) for text in row) for row in rows)
    return Table(name, cells, header_rows, header_column=True)


def _cell(text: str) -> Runs:
    return (text_run(text),) if text else ()
