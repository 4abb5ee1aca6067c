"""Remarks as the command line tells them, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lpd_desktop.commands.remark_sources import RemarkSource
from lpd_desktop.plan.remark import AuthorKind, Reply, shown_remarks
from lpd_desktop.plan.remark_list import ListedRemark, listed_remarks, said_by
from lpd_desktop.plan.remark_places import PlaceStatus, RemarkPlace

_SHORT_ID = 8


class RemarkOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A remark as `lpd remarks list --json` gives it, in the order of the document.

    Attributes:
        where: The address at which it belongs now.
        made_at: The address at which it was made.
        place: The same in German.
        place_status: `found`; `changed`: the words there are others; `put_away`; `gone`.
        time: ISO in UTC, as all times here.
    """

    id: str
    number: int
    where: str
    made_at: str
    place: str
    place_status: PlaceStatus
    quote: str
    text: str
    name: str
    role: str
    kind: AuthorKind
    time: str
    changed_at: str
    open: bool
    resolved_by: str
    resolved_at: str
    replies: tuple[Reply, ...]


def listed_in(source: RemarkSource, *, only_open: bool) -> tuple[ListedRemark, ...]:
    """The remarks in the order of the document; of a small file in the order of time."""
    if source.file is not None:
        return listed_remarks(source.file, only_open=only_open)
    listed = (
        ListedRemark(
            number, each, RemarkPlace("found", each.where, each.place or each.where or "Dokument")
        )
        for number, each in enumerate(shown_remarks(source.remarks), 1)
    )
    return tuple(each for each in listed if each.remark.is_open or not only_open)


def remark_output(listed: ListedRemark) -> RemarkOutput:
    """A remark for programs."""
    remark, place = listed.remark, listed.place
    return RemarkOutput(
        id=remark.id,
        number=listed.number,
        where=place.where,
        made_at=remark.where,
        place=place.place,
        place_status=place.status,
        quote=remark.quote,
        text=remark.text,
        name=remark.name,
        role=remark.role,
        kind=remark.kind,
        time=remark.time,
        changed_at=remark.changed_at,
        open=remark.is_open,
        resolved_by=remark.resolved_by if remark.resolved else "",
        resolved_at=remark.resolved_at if remark.resolved else "",
        replies=remark.replies,
    )


def told_remark(listed: ListedRemark) -> Iterator[str]:
    """A remark as lines for people; the end of its id names it in other commands."""
    yield f"{listed.number}. {listed.place.place} ({listed.standing}) [{short_id(listed)}]"
    for line in (listed.about, listed.place_note):
        if line:
            yield f"   {line}"
    yield f"   {said_by(listed.remark)}: {_flat(listed.text)}"
    for reply in listed.remark.replies:
        yield f"   – {said_by(reply)}: {_flat(reply.text)}"


def short_id(listed: ListedRemark) -> str:
    """The end of the id, which is all chance."""
    return listed.remark.id[-_SHORT_ID:]


def _flat(text: str) -> str:
    return " ".join(text.split())
