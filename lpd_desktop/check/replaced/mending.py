"""Writing the new figure where an old one stands; bold and italic stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from msgspec.structs import replace

from lpd_desktop.check.prose.figures import figures_in
from lpd_desktop.check.prose.sentences import Span
from lpd_desktop.check.replaced.found import ReplacedAmount
from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import blocks_at, with_blocks
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Block, Runs, plain_text
from lpd_desktop.plan.run_mapping import replaced_in_runs, with_runs_changed


def mend(form: Form, plan: Plan, found: ReplacedAmount, new_text: str = "") -> Plan:
    """The plan with one old figure replaced.

    Args:
        form: The form of the plan.
        plan: The plan as it was when the figure was found.
        found: The figure.
        new_text: What a person chose, where several figures are possible.

    Raises:
        KeyError: the address names no text of this plan.
        ValueError: there is no single new figure and none was chosen.
    """
    words = new_text or found.new_text
    if not words:
        raise ValueError(found.quote)
    blocks = blocks_at(form, plan, found.where)
    if blocks is None:
        raise KeyError(str(found.where))
    changed = with_runs_changed(blocks, _Replacement(found, words).in_runs)
    return with_blocks(form, plan, found.where.field, changed)


def mend_all(form: Form, plan: Plan, found: Iterable[ReplacedAmount]) -> Plan:
    """The plan with all figures replaced for which there is a single new one, as one step.

    The later ones in a block go first, so that the places of the earlier ones stay right.

    Raises:
        KeyError: an address names no text of this plan.
    """
    unambiguous = [each for each in found if each.can_mend]
    last_first = sorted(unambiguous, key=lambda each: each.occurrence, reverse=True)
    return reduce(lambda each, place: mend(form, each, place), last_first, plan)


class _Replacement:
    """Counts the equal figures in reading order and replaces the one that is meant."""

    def __init__(self, found: ReplacedAmount, new_text: str) -> None:
        self._found = found
        self._new_text = new_text
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
        for span in self._places_in(plain_text(runs)):
            self._seen += 1
            if self._seen == self._found.occurrence + 1:
                return replaced_in_runs(runs, span, self._new_text)
        return runs

    def _places_in(self, text: str) -> Iterator[Span]:
        return (each.span for each in figures_in(text) if each.quote == self._found.quote)
