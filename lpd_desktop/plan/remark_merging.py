"""Two lists of remarks to one: in any order, as often as anybody likes, nothing is lost.

Each part of a remark is joined by itself. Texts are told apart by how often they were changed, the
standing by how often it turned: what somebody did who knew the other state wins without any clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.plan.remark import Remark, Remarks, Reply

_STANDING = ("turns", "resolved", "resolved_at", "resolved_by")
_OTHERS = tuple(
    name for name in Remark.__struct_fields__ if name not in {"id", "replies", *_STANDING}
)


def merged_remarks(ours: Iterable[Remark], theirs: Iterable[Remark]) -> Remarks:
    """All remarks of both, those with one id as one, by time."""
    found: dict[str, Remark] = {}
    for remark in (*ours, *theirs):
        known = found.get(remark.id)
        found[remark.id] = _joined(known, remark) if known is not None else _joined(remark, remark)
    return tuple(sorted(found.values(), key=lambda each: (each.time, each.id)))


def _joined(one: Remark, other: Remark) -> Remark:
    wording = max(one, other, key=_wording_rank)
    standing = max(one, other, key=_standing_rank)
    taken: dict[str, Any] = {name: getattr(standing, name) for name in _STANDING}
    return changed(wording, replies=_joined_replies(one.replies, other.replies), **taken)


def _wording_rank(remark: Remark) -> tuple[Any, ...]:
    """Later texts first; where nobody knew of the other, the one that says something."""
    rest = (getattr(remark, name) for name in _OTHERS)
    return (remark.revision, bool(remark.text), remark.changed_at, *rest)


def _standing_rank(remark: Remark) -> tuple[Any, ...]:
    return tuple(getattr(remark, name) for name in _STANDING)


def _joined_replies(one: Iterable[Reply], other: Iterable[Reply]) -> tuple[Reply, ...]:
    found: dict[str, Reply] = {}
    for reply in (*one, *other):
        known = found.get(reply.id, reply)
        found[reply.id] = max(known, reply, key=_reply_rank)
    return tuple(sorted(found.values(), key=lambda each: (each.time, each.id)))


def _reply_rank(reply: Reply) -> tuple[Any, ...]:
    return msgspec.structs.astuple(reply)
