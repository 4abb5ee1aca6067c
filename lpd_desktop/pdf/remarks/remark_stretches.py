"""What the annex of remarks must say, straight from the remarks, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.pdf.page_text import settled
from lpd_desktop.plan.remark_list import ListedRemark, by_place


def remark_stretches(listed: tuple[ListedRemark, ...]) -> tuple[str, ...]:
    """Each place, each remark line by line, each answer."""
    return tuple(map(settled, _texts(listed)))


def _texts(listed: tuple[ListedRemark, ...]) -> Iterator[str]:
    for place, remarks in by_place(listed):
        yield place
        for each in remarks:
            yield from each.text.split("\n")
            for reply in each.remark.replies:
                yield from reply.text.split("\n")
