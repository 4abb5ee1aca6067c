"""All checks over one plan. Pure: no input, no output, no clock."""

from __future__ import annotations

from lpd_desktop.check import (
    budget,
    characters,
    completeness,
    cover,
    import_notes,
    look,
    placeholders,
    potentials,
    remarks,
    replaced_amounts,
    topics,
    wide_tables,
)
from lpd_desktop.check.acknowledgement import AcceptedFinding, split_acknowledged
from lpd_desktop.check.context import Context, RuleFunction
from lpd_desktop.check.dates.checks import DATE_CHECKS
from lpd_desktop.check.figures.checks import FIGURE_CHECKS
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.checks import LANGUAGE_CHECKS
from lpd_desktop.check.money.checks import MONEY_CHECKS
from lpd_desktop.check.order import in_document_order
from lpd_desktop.form.model import Form
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.work import Work
from lpd_desktop.runtime.progress import stop_if_cancelled

_RULE_FUNCTIONS: tuple[RuleFunction, ...] = (
    cover.jobcenter,
    cover.stand,
    cover.unconfirmed_form,
    look.logo,
    look.accent,
    completeness.required_texts,
    completeness.required_budgets,
    completeness.targets,
    completeness.word_limits,
    completeness.unknown_answers,
    topics.number_of_topics,
    topics.known_topics,
    topics.fixed_topics,
    potentials.potentials,
    budget.unreadable_amounts,
    budget.identities,
    budget.rows,
    replaced_amounts.replaced_amounts_in_text,
    placeholders.placeholders,
    characters.characters,
    wide_tables.wide_tables,
    import_notes.import_notes,
    import_notes.unplaced_texts,
    remarks.remarks_open,
    *MONEY_CHECKS,
    *FIGURE_CHECKS,
    *DATE_CHECKS,
    *LANGUAGE_CHECKS,
)


def check_plan(plan: Plan, work: Work, form: Form, previous: Plan | None = None) -> list[Finding]:
    """What is missing or doubtful, in document order, then by level.

    Of the work, import notes, remarks and budget versions are read; accepted warnings are left out.
    `previous` is the plan of the year before, for rules that compare.
    """
    return check_all(plan, work, form, previous)[0]


def check_all(
    plan: Plan, work: Work, form: Form, previous: Plan | None = None
) -> tuple[list[Finding], list[AcceptedFinding]]:
    """The findings that are open, and those that were accepted with a reason, both in order."""
    context = Context(plan, work, form, previous)
    findings: list[Finding] = []
    for function in _RULE_FUNCTIONS:
        stop_if_cancelled()
        findings += function(context)
    return split_acknowledged(in_document_order(findings, form, plan), form, plan, work)
