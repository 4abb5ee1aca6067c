"""How the .lpd file of a draft stands to the draft: which of the two is newer. No Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.plan.file_relation import Relation, relation
from lpd_desktop.plan.file_trail import Trail, trail_of
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.file_states import FileState
from lpd_desktop.store.summary import Origin


class Standing(Enum):
    """What one must know of a file beside a draft."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    BOTH_WENT_ON = "both_went_on"
    UNKNOWN = "unknown"
    OTHER_PLAN = "other_plan"
    GONE = "gone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class SeenFile:
    """A file as it was found.

    Attributes:
        written: When it was changed last by its own account, ISO in UTC; empty where it is gone.
        stamp: Size and time in nanoseconds; while both stay, it is not read again.
        sha256: Digest of its bytes; empty where they cannot be read.
        file: The plan in it, None where there is none.
        problem: Why there is none, in German.
    """

    path: Path
    written: str = ""
    stamp: tuple[int, int] = (0, 0)
    sha256: str = ""
    file: LpdFile | None = None
    problem: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether nothing is there, or nothing can be reached."""
        return not self.written

    @property
    def origin(self) -> Origin:
        """The file as the store remembers it."""
        return Origin(self.path, self.sha256, self.written)


@dataclass(frozen=True)
class DraftFiles:
    """What the store remembers of the files of one draft; see `store.file_states`."""

    origin: Origin | None = None
    states: tuple[FileState, ...] = ()

    @classmethod
    def of(cls, store: DraftStore, draft: str) -> DraftFiles:
        """Reads it.

        Raises:
            UnknownDraftError: there is none of this id.
        """
        return cls(store.summary(draft).origin, tuple(store.files.of(draft)))

    @property
    def trail(self) -> tuple[str, ...]:
        """The states of the draft that went into a file or came out of one, the oldest first."""
        return tuple(each.state for each in self.states)

    def synced_at(self, path: Path) -> str:
        """The state in which draft and file were the same last, empty for never."""
        return next((each.state for each in reversed(self.states) if each.path == path), "")

    def has_bytes(self, sha256: str) -> bool:
        """Whether a file with exactly these bytes was read or written before."""
        known = {each.sha256 for each in self.states}
        return sha256 in known or (self.origin is not None and self.origin.sha256 == sha256)


def look_at(path: Path, before: SeenFile | None = None) -> SeenFile:
    """The file at a path as it is now; `before` saves reading what did not change.

    Never raises: what cannot be read is told in the result.
    """
    path = path.absolute()
    try:
        found = path.stat()
    except (OSError, ValueError):
        return SeenFile(path)
    stamp = (found.st_size, found.st_mtime_ns)
    if before is not None and (before.path, before.stamp) == (path, stamp) and before.sha256:
        return before
    written = datetime.fromtimestamp(int(found.st_mtime), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _read(SeenFile(path, written, stamp))


def _read(seen: SeenFile) -> SeenFile:
    digest = ""
    try:
        data = read_bounded(seen.path)
        digest = hashlib.sha256(data).hexdigest()
        file, problem = read_lpd(data), ""
    except LpdError as error:
        file, problem = None, str(error)
    return SeenFile(seen.path, seen.written, seen.stamp, digest, file, problem)


def standing_of(seen: SeenFile, ours: LpdFile, known: DraftFiles) -> Standing:
    """How a file stands to the newest state of a draft.

    Args:
        seen: The file.
        ours: The draft as it is now.
        known: What is remembered of the files of the draft.
    """
    if seen.is_gone:
        return Standing.GONE
    if seen.file is None:
        return Standing.UNREADABLE
    if seen.file.plan.id != ours.plan.id:
        return Standing.OTHER_PLAN
    return Standing(relation_of(ours, seen.file, known, seen).value)


def relation_of(
    ours: LpdFile, theirs: LpdFile, known: DraftFiles, seen: SeenFile | None = None
) -> Relation:
    """How another copy of the plan stands to the draft; `seen` is the file that it stands in."""
    trail, other = trail_of(ours, known.trail), trail_of(theirs)
    if seen is None:
        return relation(trail, other)
    if known.has_bytes(seen.sha256):
        trail = _knowing(trail, other.state)
    return relation(trail, other, known.synced_at(seen.path))


def _knowing(trail: Trail, state: str) -> Trail:
    """The trail with a state of which nobody knows when it was."""
    is_known = state in trail.whole
    return trail if is_known else Trail((state, *trail.earlier), trail.state)


def file_standing(
    path: Path, ours: LpdFile, known: DraftFiles, before: SeenFile | None = None
) -> tuple[SeenFile, Standing]:
    """Looks at a file and says how it stands."""
    seen = look_at(path, before)
    return seen, standing_of(seen, ours, known)


RANKS: Sequence[Relation] = (
    Relation.SAME,
    Relation.NEWER,
    Relation.OLDER,
    Relation.BOTH_WENT_ON,
    Relation.UNKNOWN,
)
"""Of several drafts of one plan a file belongs to the one that comes first here."""
