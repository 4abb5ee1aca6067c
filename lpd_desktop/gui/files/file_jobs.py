"""Long work on the file of a draft, for the job runner. Touches no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.editing.file_standing import DraftFiles, SeenFile, Standing, file_standing
from lpd_desktop.editing.file_writing import DraftCopy, note_copy, write_copy
from lpd_desktop.editing.passing_places import is_passing_place
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.file_trail import state_of
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.draft_store import DraftStore

_SAVED_SECONDS = 10.0
_SAFE = (Standing.SAME, Standing.OLDER)
_SAFE_IN_NEW_PLACE = (*_SAFE, Standing.GONE, Standing.UNREADABLE)
"""Where somebody has just chosen the name, the system asked already before replacing a file."""

REPLACED_IS_KEPT = (Standing.NEWER, Standing.BOTH_WENT_ON, Standing.UNKNOWN)
"""These are states of the same plan, so that they can be earlier states of its draft."""


@dataclass(frozen=True)
class FileKnowledge:
    """Reads what the store remembers of the files of a draft."""

    folder: Path
    draft: str

    def __call__(self, _progress: Progress) -> DraftFiles:
        with DraftStore.open(self.folder) as store:
            return DraftFiles.of(store, self.draft)


@dataclass(frozen=True)
class FileWritten:
    """A file that holds the draft now; `known` is what is remembered since."""

    path: Path
    known: DraftFiles


@dataclass(frozen=True)
class FileKept:
    """A file that was left alone, because somebody has to decide first."""

    seen: SeenFile
    standing: Standing


@dataclass(frozen=True)
class WriteFile:
    """Writes a draft into a file, unless that holds something that the draft does not know.

    Attributes:
        folder: The data folder.
        draft: The id of the draft.
        file: Its newest state.
        path: Where to.
        known: What is remembered of its files.
        save: Puts the newest state into the store; what a file holds and the store has not yet
            must not be remembered as a state of the draft.
        is_new_place: The path was just chosen.
        agreed: SHA-256 of the bytes that somebody agreed to replace, whatever they are.
    """

    folder: Path
    draft: str
    file: LpdFile
    path: Path
    known: DraftFiles
    save: Callable[[float], bool]
    is_new_place: bool = False
    agreed: str = ""

    def __call__(self, progress: Progress) -> FileWritten | FileKept:
        progress.step(0, "Die Datei wird geschrieben")
        is_stored = self.save(_SAVED_SECONDS)
        seen, standing = file_standing(self.path, self.file, self.known)
        if not self._may_replace(seen, standing):
            return FileKept(seen, standing)
        if self.agreed and standing in REPLACED_IS_KEPT:
            self._keep_replaced(seen)
        copy = DraftCopy(self.draft, self.file, self.known)
        data = write_copy(copy, self.path, seen.sha256)
        known = self._noted(copy, data, seen) if is_stored else self.known
        return FileWritten(self.path, known)

    def _keep_replaced(self, seen: SeenFile) -> None:
        """What only the file holds becomes an earlier state of the draft before it is replaced."""
        with DraftStore.open(self.folder) as store:
            name = f"Ersetzte Datei „{seen.path.name}“"
            store.points.add(self.draft, "replaced", name, file=seen.file)

    def _noted(self, copy: DraftCopy, data: bytes, seen: SeenFile) -> DraftFiles:
        """A file is written all the same where the store cannot be."""
        try:
            with DraftStore.open(self.folder) as store:
                note_copy(store, copy, self.path, data, seen if self.agreed else None)
                return DraftFiles.of(store, self.draft)
        except LpdError:
            return self.known

    def _may_replace(self, seen: SeenFile, standing: Standing) -> bool:
        if self.agreed:
            return seen.sha256 == self.agreed
        return standing in (_SAFE_IN_NEW_PLACE if self.is_new_place else _SAFE)


@dataclass(frozen=True)
class NoteTaken:
    """Remembers that a draft is what a file holds, or was made so, once that is in the store.

    A draft that has a file already keeps it: what came by mail does not take its place.
    """

    folder: Path
    draft: str
    seen: SeenFile
    save: Callable[[float], bool]

    def __call__(self, _progress: Progress) -> DraftFiles:
        is_stored = self.save(_SAVED_SECONDS)
        with DraftStore.open(self.folder) as store:
            if is_stored and self.seen.file is not None:
                own = store.summary(self.draft).origin
                path = self.seen.path
                is_own = own.path == path if own is not None else not is_passing_place(path)
                state = state_of(self.seen.file)
                store.files.note(self.draft, self.seen.origin, state, is_own=is_own)
            return DraftFiles.of(store, self.draft)
