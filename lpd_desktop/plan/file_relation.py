"""Which of two copies of one plan is newer; judged by what they went through, not by clocks."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from lpd_desktop.plan.file_trail import Trail


class Relation(Enum):
    """How another copy stands to ours."""

    SAME = "same"
    OLDER = "older"
    """It is a state in which ours was before."""

    NEWER = "newer"
    """It went on from the state in which ours is now."""

    BOTH_WENT_ON = "both_went_on"
    """They were the same once, and each was changed since."""

    UNKNOWN = "unknown"
    """They differ, and nothing says whether one comes from the other."""


def relation(ours: Trail, theirs: Trail, synced: str = "") -> Relation:
    """How `theirs` stands to `ours`.

    Args:
        ours: The trail of the draft.
        theirs: The trail of the other copy.
        synced: The state in which both were when the draft last read or wrote that very file,
            empty where it never did. Other programs change files and keep no trail.
    """
    if ours.state == theirs.state:
        return Relation.SAME
    is_older, is_newer = theirs.state in ours.earlier, ours.state in theirs.earlier
    if is_older and is_newer:
        return _longer(ours.whole, theirs.whole)
    if is_older:
        return Relation.OLDER
    if is_newer or synced == ours.state:
        return Relation.NEWER
    has_common = synced or set(ours.earlier) & set(theirs.earlier)
    return Relation.BOTH_WENT_ON if has_common else Relation.UNKNOWN


def _longer(ours: Sequence[str], theirs: Sequence[str]) -> Relation:
    """One of them returned to an earlier state: newer is the one that knows all of the other."""
    knows_theirs, knows_ours = _holds(ours, theirs), _holds(theirs, ours)
    if knows_theirs == knows_ours:
        return Relation.BOTH_WENT_ON
    return Relation.OLDER if knows_theirs else Relation.NEWER


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether all states of `part` stand in `whole` in this order."""
    following = iter(whole)
    return all(state in following for state in part)
