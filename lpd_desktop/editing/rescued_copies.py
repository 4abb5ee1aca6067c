"""Copies of drafts that could not be saved, found again and taken in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lpd_desktop.editing.rescue import PATTERN, is_copy_of, rescue_folders
from lpd_desktop.plan.file import LpdFile, load_lpd
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.summary import DraftSummary


@dataclass(frozen=True)
class RescuedCopy:
    """A copy whose content is in no draft.

    Attributes:
        path: The .lpd file.
        file: What is in it.
        time: When it was written, ISO in UTC.
        draft: The id of the draft that it was written for; empty where there is none any more.
        is_newer: Whether it was written after that draft was saved last.
    """

    path: Path
    file: LpdFile
    time: str
    draft: str = ""
    is_newer: bool = False


def rescued_copies(data_folder: Path) -> list[RescuedCopy]:
    """The copies that hold what the store does not have; what it has is removed.

    Copies among the documents that belong to another data folder are left alone. Nothing is
    opened or made where no copy lies.
    """
    own, *others = sorted(rescue_folders(data_folder), key=lambda each: each.parent != data_folder)
    found = [(path, path.parent == own) for folder in (own, *others) for path in _copies_in(folder)]
    if not found or not store_path(data_folder).exists():
        return []
    with DraftStore.open(data_folder) as store:
        drafts = store.list_drafts()
        asked = (_asked(store, drafts, path, is_own=is_own) for path, is_own in found)
        return [copy for copy in asked if copy is not None]


def take_in(data_folder: Path, copy: RescuedCopy, *, replaces: bool) -> str:
    """Makes a copy a draft of its own, or the content of its draft; then removes the file.

    Args:
        data_folder: Where the store lies.
        copy: The copy.
        replaces: Whether its draft goes on with it; the draft's present state is kept as one to
            which somebody can go back.

    Returns:
        The id of the draft that holds it now.

    Raises:
        UnknownDraftError, StoreError: the copy stays where it is.
    """
    with DraftStore.open(data_folder) as store:
        if replaces:
            store.points.go_back(copy.draft, copy.file)
            draft = copy.draft
        else:
            draft = store.add(copy.file)
    discard(copy)
    return draft


def discard(copy: RescuedCopy) -> None:
    """Removes the file; one that cannot be removed is asked about again."""
    _remove(copy.path)


def _copies_in(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.glob(PATTERN))
    return []


def _asked(
    store: DraftStore, drafts: list[DraftSummary], path: Path, *, is_own: bool
) -> RescuedCopy | None:
    """The copy; None where nothing needs to be asked or it cannot be read."""
    draft = next((each for each in drafts if is_copy_of(path, each.id)), None)
    if draft is None and not is_own:
        return None
    with suppress(LpdError, OSError):
        file, time = load_lpd(path), _written(path)
        if store.find_same(file) is not None:
            _remove(path)
            return None
        is_newer = draft is not None and time >= draft.changed
        return RescuedCopy(path, file, time, draft.id if draft else "", is_newer)
    return None


def _written(path: Path) -> str:
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
