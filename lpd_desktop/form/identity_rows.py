"""Which rows of a budget an identity speaks of."""

from __future__ import annotations

from lpd_desktop.form.model import (
    AtMostIdentity,
    EqualIdentity,
    Identity,
    ShareIdentity,
    SumIdentity,
)


def rows_of(identity: Identity) -> tuple[str, ...]:
    """The keys of all rows that take part, first the one that is compared."""
    match identity:
        case SumIdentity(total=total, plus=plus, minus=minus):
            return (total, *plus, *minus)
        case ShareIdentity(row=row, of=of) | AtMostIdentity(row=row, of=of):
            return (row, of)
        case EqualIdentity(left=left, right=right):
            return (left, right)
