"""What a data folder holds, without ids and times: equal before and after means nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.backups.copying import verify
from lpd_desktop.store.connection import read_only
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.repair.repairing import store_problems
from lpd_desktop.store.summary import DraftSummary

Draft = tuple[str, bool, tuple[str, ...]]
State = tuple[Draft, ...]


def stored_state(folder: Path) -> State:
    """Every draft: digest of its plan, whether in the trash, the seals of its releases.

    Raises:
        LpdError: something cannot be read.
    """
    with DraftStore.open(folder) as store:
        drafts = store.list_drafts() + store.list_drafts(trashed=True)
        return tuple(sorted(_draft(store, each) for each in drafts))


def _draft(store: DraftStore, draft: DraftSummary) -> Draft:
    file = _without_times(store.load(draft.id))
    seals = tuple(release.seal for release in store.releases(draft.id))
    return hashlib.sha256(write_lpd(file)).hexdigest(), bool(draft.trashed), seals


def _without_times(file: LpdFile) -> LpdFile:
    """Who edits is noted with the moment, which is another one in each run."""
    editors = tuple(changed(editor, time="") for editor in file.work.editors)
    return replace(file, work=changed(file.work, editors=editors))


def fault_in(folder: Path) -> str:
    """What is wrong with a store or the files beside it, empty for nothing."""
    try:
        problems = [*store_problems(folder), *_half_files(folder)]
    except LpdError as error:
        problems = [str(error)]
    return " ".join(problems)


def _half_files(folder: Path) -> Iterator[str]:
    """Copies and plan files have their name only when they are whole."""
    for path in sorted(folder.parent.rglob("*.lpd")):
        try:
            read_lpd(path.read_bytes())
        except LpdError as error:
            yield f"{path.name}: {error}"
    for path in sorted(folder.parent.rglob("*.db")):
        if path.name != "drafts.db" and not _is_temporary(path):
            yield from _half_copy(path)


def _is_temporary(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or "beschaedigt" in path.name


def _half_copy(path: Path) -> Iterator[str]:
    try:
        verify(path)
        with closing(read_only(path)) as copy:
            if not copy.execute("select count(*) from drafts").fetchone()[0]:
                yield f"{path.name} is empty"
    except LpdError as error:
        yield f"{path.name}: {error}"
