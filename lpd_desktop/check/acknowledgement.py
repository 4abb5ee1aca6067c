"""Warnings that were accepted with a reason: for one text, and until it changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

import msgspec

from lpd_desktop.check.finding import Finding
from lpd_desktop.form.model import BudgetColumn, Form
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.import_rules import IMPORT_RULES
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import walk_blocks
from lpd_desktop.plan.work import Acknowledgement, Work


def acknowledgement_of(
    finding: Finding, form: Form, plan: Plan, *, reason: str, name: str = "", time: str = ""
) -> Acknowledgement:
    """The note that a person accepts a finding as the plan stands now; `time` is ISO in UTC."""
    return Acknowledgement(
        rule=finding.rule,
        where=finding.where,
        digest=finding_digest(finding, form, plan),
        reason=reason,
        name=name,
        time=time,
    )


def finding_digest(finding: Finding, form: Form, plan: Plan) -> str:
    """SHA-256 over the words that the finding is about and the text at its address.

    A note of the import speaks of the document that was read, so only its quote counts.
    """
    is_noted = finding.rule in IMPORT_RULES
    content = None if is_noted else _content(form, plan, Address.parse(finding.where))
    text = json.dumps(
        [finding.quote, msgspec.to_builtins(content)], sort_keys=True, ensure_ascii=False
    )
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class AcceptedFinding:
    """A finding that somebody accepted, with the note that says why."""

    finding: Finding
    note: Acknowledgement


def split_acknowledged(
    findings: list[Finding], form: Form, plan: Plan, work: Work
) -> tuple[list[Finding], list[AcceptedFinding]]:
    """The findings that stay open, and the accepted ones; errors cannot be accepted."""
    notes = {(each.rule, each.where, each.digest): each for each in work.acknowledged}
    places = {(each.rule, each.where) for each in work.acknowledged}
    remaining, accepted = [], []
    for finding in findings:
        note = None
        if finding.level != "error" and (finding.rule, finding.where) in places:
            digest = finding_digest(finding, form, plan)
            note = notes.get((finding.rule, finding.where, digest))
        if note is None:
            remaining.append(finding)
        else:
            accepted.append(AcceptedFinding(finding, note))
    return remaining, accepted


def _content(form: Form, plan: Plan, where: Address) -> object:
    if where.parts[:1] == ("table",):
        return _table_content(plan, where)
    blocks = blocks_at(form, plan, where)
    if blocks is None:
        return _structure(form, plan, where)
    if not where.block:
        return blocks
    return [block for block in walk_blocks(blocks) if block.id == where.block]


def _table_content(plan: Plan, where: Address) -> object:
    """An amount is judged by its column: any change there asks again."""
    table = plan.answer(where.item).table
    column: BudgetColumn | None = None
    if len(where.parts) == 3 and where.parts[2] in ("plan", "previous"):
        column = "plan" if where.parts[2] == "plan" else "previous"
    if table is None or column is None:
        return table
    return [[row.key, row.amount(column)] for row in table.rows]


def _structure(form: Form, plan: Plan, where: Address) -> object:
    if form.potentials is not None and where.item == form.potentials.key:
        return plan.potentials
    if form.topics is not None and where.item == form.topics.key:
        return [topic.key for topic in plan.topics]
    return [plan.as_of, plan.jobcenter, form.id]
