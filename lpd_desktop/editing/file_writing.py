"""Writing a draft into a .lpd file that somebody else may have changed meanwhile. No Qt."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.editing.file_standing import DraftFiles, SeenFile
from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.file_trail import state_of, trail_of, with_trail
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import UnreadableFileError, prepared, read_bounded
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.summary import Origin

_LOG = logging.getLogger(__name__)


class FileChangedError(NotAllowedError):
    """The file is not as it was when somebody decided to replace it; it was left alone."""


@dataclass(frozen=True)
class DraftCopy:
    """A draft on its way into a file.

    Attributes:
        draft: Its id in the store.
        file: Its newest state.
        known: What is remembered of its files.
    """

    draft: str
    file: LpdFile
    known: DraftFiles

    def bytes(self) -> bytes:
        """The content of the file, with the states that this draft went through.

        Raises:
            HalfCharacterError: some text cannot be written.
        """
        earlier = trail_of(self.file, self.known.trail).earlier
        return write_lpd(with_trail(self.file, earlier, utc_now()))


def copy_of(store: DraftStore, draft: str) -> DraftCopy:
    """The stored state of a draft as it goes into a file.

    Raises:
        UnknownDraftError, DamagedDraftError: see `DraftStore.load`.
    """
    return DraftCopy(draft, store.load(draft), DraftFiles.of(store, draft))


def write_copy(copy: DraftCopy, path: Path, expected: str | None) -> bytes:
    """Writes a draft into a file, all or nothing; returns the bytes.

    Args:
        copy: The draft.
        path: Where to.
        expected: SHA-256 of the bytes that may be replaced, empty where nothing may be there,
            None to replace whatever is there.

    Raises:
        FileChangedError: something else is there now.
        UnwritableFileError, HalfCharacterError: the old file, if any, is untouched.
    """
    data = copy.bytes()
    with alone_with(path), prepared(path, data) as take_name:
        if expected is not None and _present_digest(path) != expected:
            raise _changed(path, is_new=not expected)
        take_name()
    return data


def _present_digest(path: Path) -> str:
    """Read right before writing; a file that is there and cannot be read is none that we know."""
    try:
        return hashlib.sha256(read_bounded(path)).hexdigest()
    except UnreadableFileError:
        return "?" if path.exists() else ""


def _changed(path: Path, *, is_new: bool) -> FileChangedError:
    what = "liegt inzwischen eine andere Datei" if is_new else "wurde die Datei inzwischen geändert"
    return FileChangedError(
        f"Unter „{path}“ {what}; sie ist nicht überschrieben. Bitte vergleichen Sie zuerst."
    )


def note_copy(
    store: DraftStore, copy: DraftCopy, path: Path, data: bytes, replaced: SeenFile | None = None
) -> None:
    """Remembers that a file holds the draft now, and what was replaced knowingly.

    Both are states that the draft knows from now on, so copies of either are recognised. The file
    is written already: a store that cannot take the note is no reason to call that a failure.
    """
    path = path.absolute()
    try:
        if replaced is not None and _is_of(replaced, copy):
            states = _states_in(replaced)
            store.files.note(copy.draft, replaced.origin, *states, is_own=False)
        store.files.note(copy.draft, Origin.holding(path, data), state_of(copy.file))
    except LpdError:
        _LOG.warning("the file of draft %s could not be noted", copy.draft, exc_info=True)


def _is_of(seen: SeenFile, copy: DraftCopy) -> bool:
    return seen.file is not None and seen.file.plan.id == copy.file.plan.id


def _states_in(seen: SeenFile) -> tuple[str, ...]:
    return trail_of(seen.file).whole if seen.file is not None else ()
