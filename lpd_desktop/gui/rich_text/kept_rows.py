"""Which row of a list stays with which footnote when footnotes come and go."""

from __future__ import annotations

from collections.abc import Sequence


def kept_rows(held: Sequence[int | None], places: Sequence[int]) -> list[int | None]:
    """The row for each footnote, None where a new one is needed; rows keep their order.

    A row stays with its footnote as long as that stands in the text. Footnotes that were written
    anew take the rows left over between their neighbours', in order.

    Args:
        held: Where the footnote of each row stands now, None where it is gone.
        places: Where the footnotes stand.
    """
    row_at = {place: row for row, place in enumerate(held) if place is not None}
    found = [row_at.get(place) for place in places]
    above = -1
    for index, row in enumerate(found):
        below = next((each for each in found[index:] if each is not None), len(held))
        taken = above + 1 if row is None and above + 1 < below else row
        found[index] = taken
        above = above if taken is None else taken
    return found
