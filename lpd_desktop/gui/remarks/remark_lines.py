"""What the list of remarks shows: under the name of each place who said what, and who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.plan.remark_list import ListedRemark, by_place, said_by

Wish = Literal["open", "all", "page"]

WISHES: dict[Wish, str] = {"open": "Offene", "all": "Alle", "page": "Zu dieser Seite"}
"""Which remarks somebody wants to see."""

DOCUMENT = "Ganzes Dokument"
_NOTHING: dict[Wish, str] = {
    "open": "Es gibt keine offenen Anmerkungen.",
    "all": "Es gibt keine Anmerkungen.",
    "page": "Zu dieser Seite gibt es keine Anmerkungen.",
}


def nothing_to_show(wish: Wish) -> str:
    """What is said instead of an empty list."""
    return _NOTHING[wish]


def remark_lines(listed: Sequence[ListedRemark]) -> Iterator[Line]:
    """The remarks in the order of the document, each under its place."""
    for place, remarks in by_place(tuple(listed)):
        yield Line(place or DOCUMENT)
        yield from map(_line, remarks)


def _line(listed: ListedRemark) -> Line:
    remark = listed.remark
    return Line(
        title=said_by(remark),
        text="\n".join(_parts(listed)),
        icon=mark("done" if remark.resolved else "remark"),
        level=listed.title,
        subject=remark.id,
    )


def _parts(listed: ListedRemark) -> Iterator[str]:
    """Words, text, answers and standing, one below the other."""
    if listed.quote:
        yield listed.quote
    if listed.place_note:
        yield f"({listed.place_note})"
    yield listed.text
    for reply in listed.remark.replies:
        yield f"↳ {said_by(reply)}"
        yield reply.text
    yield listed.standing[:1].upper() + listed.standing[1:]


def of_open(listed: Iterable[ListedRemark]) -> tuple[ListedRemark, ...]:
    """Those that still wait for somebody."""
    return tuple(each for each in listed if each.remark.is_open)
