"""Sentences that still name an amount which a newer budget has replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import AMOUNT_REPLACED
from lpd_desktop.form.model import BUDGET_COLUMNS, Form
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields, with_blocks
from lpd_desktop.plan.amounts import AmountError, format_amount, parse_amount
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Block, Runs, footnotes_of, plain_text, walk_runs
from lpd_desktop.plan.run_mapping import replaced_in_runs, with_runs_changed

_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?P<cents>,\d{2}|,-{1,2}|,–)?"
    r"(?P<unit>[ \u00a0\u202f]?(?:€|EUR\b|Euro\b))?(?![\d%]|[.,]\d|[ \u00a0]?(?:%|T€|Mio|Tsd))"
)


@dataclass(frozen=True)
class ReplacedAmount:
    """One old amount in the text.

    Attributes:
        where: Field and block.
        occurrence: Which of the equal words in the block, from 0.
        quote: The amount as it is written.
        old, new: In cents.
        new_text: The new amount in the same style of writing.
    """

    where: Address
    occurrence: int
    quote: str
    old: int
    new: int
    new_text: str


def replacements(old: BudgetTable, new: BudgetTable) -> dict[int, int]:
    """From each amount that no cell of the new table holds any more to its successor, in cents.

    An amount that was followed by different ones in two cells is left out: nobody can say which
    of them a sentence means.
    """
    current = {row.cents(column) for row in new.rows for column in BUDGET_COLUMNS}
    followers: dict[int, set[int]] = {}
    for row in old.rows:
        successor = new.row(row.key)
        for column in BUDGET_COLUMNS:
            before, after = row.cents(column), successor.cents(column) if successor else None
            if before and after is not None and before not in current:
                followers.setdefault(abs(before), set()).add(abs(after))
    return {before: after.pop() for before, after in followers.items() if len(after) == 1}


def find_replaced(
    form: Form, plan: Plan, old: BudgetTable, new: BudgetTable
) -> list[ReplacedAmount]:
    """The places of the text that still name an amount of the old table."""
    return list(_places(form, plan, replacements(old, new)))


def replaced_amounts_in_text(context: Context) -> Iterator[Finding]:
    """A finding for each sentence with an amount of an earlier Budgetstand."""
    for item in context.form.budgets:
        table = context.plan.answer(item.key).table
        if table is None:
            continue
        followers: dict[int, int] = {}
        for version in context.work.budget_versions:
            if version.item == item.key:
                followers |= replacements(version.table, table)
        for found in _places(context.form, context.plan, followers):
            yield _as_finding(context, found)


def _as_finding(context: Context, found: ReplacedAmount) -> Finding:
    return context.finding(
        AMOUNT_REPLACED,
        found.where,
        f"Der Text nennt noch „{found.quote}“; in der Budgettabelle steht "
        f"statt dieses Betrags jetzt {found.new_text}.",
        f"Bitte prüfen Sie den Satz und schreiben Sie dort „{found.new_text}“.",
        found.quote,
    )


def _places(form: Form, plan: Plan, followers: dict[int, int]) -> Iterator[ReplacedAmount]:
    if not followers:
        return
    for field, blocks in text_fields(form, plan):
        counts: dict[tuple[str, str], int] = {}
        for block, runs in walk_runs(blocks):
            for text in (plain_text(runs), *map(plain_text, footnotes_of(runs))):
                for match in _AMOUNT.finditer(text):
                    cents = _cents(match)
                    if cents in followers:
                        key = (block.id, match[0])
                        counts[key] = counts.get(key, -1) + 1
                        new = followers[cents]
                        where = field.at_block(block.id)
                        words = _in_same_style(match, new)
                        yield ReplacedAmount(where, counts[key], match[0], cents, new, words)


def _cents(match: re.Match[str]) -> int:
    """The amount; -1 for what is no money: a plain number needs dots or a unit."""
    if not match["unit"] and "." not in match["number"]:
        return -1
    try:
        return parse_amount(match["number"] + (match["cents"] or ""))
    except AmountError:
        return -1


def _in_same_style(match: re.Match[str], new: int) -> str:
    cents = match["cents"] or ""
    written = format_amount(new, with_cents=bool(re.fullmatch(r",\d\d", cents)))
    if "." not in match["number"] and len(match["number"]) > 3:
        written = written.replace(".", "")
    if "," not in written:
        written += cents
    return written + (match["unit"] or "")


def mend(form: Form, plan: Plan, found: ReplacedAmount) -> Plan:
    """The plan with one old amount replaced by the new one; bold and italic stay.

    Raises:
        KeyError: the address names no text of this plan.
    """
    blocks = blocks_at(form, plan, found.where)
    if blocks is None:
        raise KeyError(str(found.where))
    changed = with_runs_changed(blocks, _Replacement(found).in_runs)
    return with_blocks(form, plan, found.where.field, changed)


class _Replacement:
    """Counts the equal words in reading order and replaces the one that is meant."""

    def __init__(self, found: ReplacedAmount) -> None:
        self._found = found
        self._seen = 0

    def in_runs(self, block: Block, runs: Runs) -> Runs:
        if block.id != self._found.where.block:
            return runs
        runs = self._in_text(runs)
        return tuple(
            replace(run, footnote=self._in_text(run.note)) if run.is_footnote else run
            for run in runs
        )

    def _in_text(self, runs: Runs) -> Runs:
        for match in _AMOUNT.finditer(plain_text(runs)):
            if match[0] == self._found.quote:
                self._seen += 1
                if self._seen == self._found.occurrence + 1:
                    return replaced_in_runs(runs, match.span(), self._found.new_text)
        return runs
