"""How the rows of a budget hang together: sums, shares, equal amounts, limits."""

from __future__ import annotations

from typing import Annotated

import msgspec

from lpd_desktop.form.part import FormPart

PERCENT_PATTERN = r"^[0-9]{1,3}(\.[0-9]{1,4})?$"
Percent = Annotated[str, msgspec.Meta(pattern=PERCENT_PATTERN)]
"""A decimal such as `12.5`, as text, so that nothing is rounded."""


class SumIdentity(FormPart, tag="sum", tag_field="kind", frozen=True):
    """`total` is the sum of `plus` less the sum of `minus`, within `tolerance` cents."""

    total: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    tolerance: int = 100


class ShareIdentity(FormPart, tag="share", tag_field="kind", frozen=True):
    """`row` is `percent` (a decimal such as `12.5`) of row `of`, within `tolerance` cents."""

    row: str
    of: str
    percent: Percent
    source: str = ""
    tolerance: int = 100


class EqualIdentity(FormPart, tag="equal", tag_field="kind", frozen=True):
    """Rows `left` and `right` hold the same amount, as both sides of one transfer do."""

    left: str
    right: str
    tolerance: int = 0


class AtMostIdentity(FormPart, tag="at_most", tag_field="kind", frozen=True):
    """`row` is not larger than row `of`."""

    row: str
    of: str


Identity = SumIdentity | ShareIdentity | EqualIdentity | AtMostIdentity


def rows_of(identity: Identity) -> tuple[str, ...]:
    """The keys of all rows that take part, first the one that is compared."""
    match identity:
        case SumIdentity(total=total, plus=plus, minus=minus):
            return (total, *plus, *minus)
        case ShareIdentity(row=row, of=of) | AtMostIdentity(row=row, of=of):
            return (row, of)
        case EqualIdentity(left=left, right=right):
            return (left, right)
