"""Of which addends a share was reckoned that does not fit its whole."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from lpd_desktop.check.identities import Cells
from lpd_desktop.form.identities import ShareIdentity, SumIdentity
from lpd_desktop.form.model import BudgetItem


def rows_left_out(item: BudgetItem, share: ShareIdentity, cells: Cells) -> tuple[str, ...]:
    """The addends of the whole without which the share would be right; empty for none.

    The share is one of the addends itself: a percent of the whole is a percent of the others
    divided by what is left of the hundred.
    """
    has = cells.get(share.row)
    for identity in item.identities:
        if (
            isinstance(identity, SumIdentity)
            and identity.total == share.of
            and isinstance(has, int)
        ):
            others = [
                (key, cents)
                for key in identity.plus
                if key != share.row and isinstance(cents := cells.get(key), int) and cents
            ]
            return _left_out(has, share, others) if share.row in identity.plus else ()
    return ()


def _left_out(has: int, share: ShareIdentity, others: list[tuple[str, int]]) -> tuple[str, ...]:
    percent = Fraction(share.percent)
    for size in range(1, len(others)):
        for chosen in combinations(others, size):
            rest = sum(cents for key, cents in others if (key, cents) not in chosen)
            if abs(has - rest * percent / (100 - percent)) <= share.tolerance:
                return tuple(key for key, _cents in chosen)
    return ()
