"""What was found: a figure of the text that is no longer right, and what may stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from lpd_desktop.check.replaced.derivations import Derivation
from lpd_desktop.check.replaced.meaning import Meanings
from lpd_desktop.check.replaced.successors import Successor
from lpd_desktop.check.rules import AMOUNT_REPLACED, FIGURE_REPLACED
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rounding import half_up


@dataclass(frozen=True)
class Candidate:
    """One thing that may stand there instead.

    Attributes:
        new: Cents, or hundredths of a percent.
        new_text: In the same style of writing; empty where the direction of a change turned or
            the unit is too large for it, so that the sentence has to be written anew.
        meaning: What the figure is then, in German.
    """

    new: int
    new_text: str
    meaning: str


@dataclass(frozen=True)
class ReplacedAmount:
    """One figure of the text that an older table gave and the new one does not.

    Attributes:
        where: Field and block.
        occurrence: Which of the equal figures in the block, from 0.
        quote: The figure as it is written.
        old, new: In cents, or in hundredths of a percent; `new` is that of the first candidate.
        new_text: The new figure in the same style; empty where a person has to decide.
        rule: AMOUNT-REPLACED for an amount of the table, FIGURE-REPLACED for what followed from it.
        unit: What `old` and `new` count.
        sentence: The sentence around it, for showing it.
        candidates: All that may stand there, at least one.
        is_by_chance: Whether the amount is so round, and its sentence so silent about the row, that
            it may be another amount of the same size.
    """

    where: Address
    occurrence: int
    quote: str
    old: int
    new: int
    new_text: str
    rule: str = AMOUNT_REPLACED
    unit: Literal["cents", "percent"] = "cents"
    sentence: str = field(default="", compare=False)
    candidates: tuple[Candidate, ...] = ()
    is_by_chance: bool = field(default=False, compare=False)

    @property
    def is_certain(self) -> bool:
        """Whether it may be replaced together with others, without a look at its sentence."""
        return self.can_mend and not self.is_by_chance

    @property
    def can_mend(self) -> bool:
        """Whether one figure alone can stand there."""
        return bool(self.new_text)

    @property
    def meaning(self) -> str:
        """What the figure is, in German; empty where several are possible."""
        return self.candidates[0].meaning if len(self.candidates) == 1 else ""


@dataclass(frozen=True)
class Place:
    """Where a figure stands: field and block, which of the equal ones, its words, its sentence."""

    where: Address
    occurrence: int
    quote: str
    sentence: str


def as_found(place: Place, successors: tuple[Successor, ...], meanings: Meanings) -> ReplacedAmount:
    """What was found at one place, from what may replace it."""
    first = successors[0]
    candidates = tuple(
        Candidate(_hundredths(each.new), each.new_text, meanings.of(each.derivation))
        for each in successors
    )
    return ReplacedAmount(
        where=place.where,
        occurrence=place.occurrence,
        quote=place.quote,
        old=_hundredths(first.old),
        new=_hundredths(first.new),
        new_text=first.new_text if len(successors) == 1 else "",
        rule=_rule_of(first.derivation),
        unit="percent" if first.derivation.is_percent else "cents",
        sentence=place.sentence,
        candidates=candidates,
        is_by_chance=first.is_by_chance,
    )


def _rule_of(derivation: Derivation) -> str:
    return AMOUNT_REPLACED if derivation.kind == "cell" else FIGURE_REPLACED


def _hundredths(value: Fraction) -> int:
    return half_up(value * 100)
