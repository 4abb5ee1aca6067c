"""Each draft as a .lpd file beside its backup, so that a deputy can go on with it.

A file that somebody else has written since is never replaced or deleted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import msgspec

from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.file_trail import trail_of, with_trail
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.runtime.progress import stop_if_cancelled
from lpd_desktop.runtime.typed_data import decoded
from lpd_desktop.store.backups.folder import PLANS, digest_of_file
from lpd_desktop.store.connection import read_only, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.summary import DraftSummary

_INDEX = "inhalt.json"
_SIZE_LIMIT = 4 * 1024 * 1024
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_NAME_AT_MOST = 80


class WrittenPlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A .lpd file as it was written.

    Attributes:
        name: Its name in the folder.
        content: The digest of the draft; empty while the file is being written.
        sha256: The digest of its bytes.
        coming: The digest of the bytes that are being written: after a crash it tells that the
            file is ours.
    """

    name: str
    content: str = ""
    sha256: str = ""
    coming: str = ""


class PlanIndex(msgspec.Struct, frozen=True):
    """Which file holds which draft; by the id of the draft.

    Attributes:
        plans: The files that are kept up to date.
        left: The names of files that somebody changed and that are left to them.
    """

    version: int = 1
    plans: dict[str, WrittenPlan] = {}
    left: dict[str, tuple[str, ...]] = {}


def write_plans(store_copy: Path, folder: Path) -> list[str]:
    """Writes the drafts of a store that changed, and removes files of drafts that are gone.

    Args:
        store_copy: The data folder with a copy of the store that nobody else uses.
        folder: The folder of the store's backups.

    Returns:
        German sentences on what somebody must know.

    Raises:
        OSError, LpdError: the folder cannot be written.
    """
    digests = _digests(store_copy)
    with DraftStore.open(store_copy) as store:
        writing = _Writing(folder, digests)
        drafts = store.list_drafts()
        writing.clear({draft.id for draft in drafts})
        for draft in sorted(drafts, key=lambda each: each.created):
            stop_if_cancelled()
            writing.write(store, draft)
    writing.finish()
    return writing.notes


def remove_plans(folder: Path, drafts: Collection[str]) -> list[str]:
    """Removes the files of drafts; names in German sentences those that somebody has changed."""
    writing = _Writing(folder, {})
    writing.clear(set(writing.plans) - set(drafts))
    writing.finish()
    return [
        f"„{path}“ enthält einen endgültig gelöschten Entwurf. Jemand hat diese Datei geändert, "
        "deshalb bleibt sie liegen; bitte löschen Sie sie selbst, wenn nichts bleiben darf."
        for path in writing.left_of(drafts)
    ]


def _digests(store_copy: Path) -> dict[str, str]:
    with closing(read_only(store_path(store_copy))) as reader:
        return dict(reader.execute("select id, digest from drafts"))


class _Writing:
    def __init__(self, folder: Path, digests: dict[str, str]) -> None:
        self._index, self._folder, self._digests = folder / _INDEX, folder / PLANS, digests
        self._before = _read_index(self._index)
        self.plans = dict(self._before.plans)
        self._left = dict(self._before.left)
        self.notes: list[str] = []

    def clear(self, remaining: Collection[str]) -> None:
        """Removes what belongs to other drafts than these."""
        for draft in set(self.plans) - set(remaining):
            plan = self.plans.pop(draft)
            if not self._remove(plan):
                self._leave(draft, plan.name)
                self.notes.append(
                    f"„{plan.name}“ wurde in der Sicherung von jemandem geändert und bleibt dort, "
                    "obwohl der Entwurf gelöscht ist."
                )

    def _leave(self, draft: str, name: str) -> None:
        self._left[draft] = (*self._left.get(draft, ()), name)

    def left_of(self, drafts: Collection[str]) -> list[Path]:
        """The files that somebody changed, of these drafts."""
        names = [name for draft in sorted(drafts) for name in self._left.get(draft, ())]
        return [path for name in names if (path := self._folder / name).exists()]

    def _remove(self, plan: WrittenPlan) -> bool:
        path = self._folder / plan.name
        if not path.exists():
            return True
        if not _is_ours(path, plan):
            return False
        path.unlink()
        return True

    def write(self, store: DraftStore, draft: DraftSummary) -> None:
        """Writes one draft where its file is not the newest state."""
        known, base = self.plans.get(draft.id), _base_name(draft)
        if known is not None and not _is_named(known.name, base):
            if not self._remove(self.plans.pop(draft.id)):
                self._leave(draft.id, known.name)
            known = None
        if known is not None and self._is_current(known, self._digests[draft.id]):
            return
        data = self._content(store, draft)
        if data is not None:
            self._put(draft.id, data, base, known)

    def _is_current(self, known: WrittenPlan, content: str) -> bool:
        return known.content == content and (self._folder / known.name).exists()

    def _content(self, store: DraftStore, draft: DraftSummary) -> bytes | None:
        """With the states the draft went through, so that a copy that comes back is recognised."""
        try:
            file = store.load(draft.id)
        except LpdError as error:
            self.notes.append(f"„{draft.name}“ liegt nicht als Datei bei der Sicherung: {error}")
            return None
        noted = [each.state for each in store.files.of(draft.id)]
        carried = with_trail(file, trail_of(file, noted).earlier, utc_now())
        return write_lpd(carried, mends_halves=True)

    def _put(self, draft: str, data: bytes, base: str, known: WrittenPlan | None) -> None:
        path = self._place(base, known)
        sha256 = hashlib.sha256(data).hexdigest()
        before = known.sha256 if known and path.name == known.name else ""
        if known and path.name != known.name:
            self._leave(draft, known.name)
        self.plans[draft] = WrittenPlan(path.name, sha256=before, coming=sha256)
        self.finish()
        try:
            write_atomically(path, data)
        except LpdError as error:
            self.notes.append(str(error))
        else:
            self.plans[draft] = WrittenPlan(path.name, self._digests[draft], sha256)

    def _place(self, base: str, known: WrittenPlan | None) -> Path:
        if known is None:
            return self._free(base)
        path = self._folder / known.name
        if not path.exists() or _is_ours(path, known):
            return path
        free = self._free(base)
        self.notes.append(
            f"„{known.name}“ wurde in der Sicherung von jemandem geändert und bleibt so; Ihr "
            f"Stand steht daneben in „{free.name}“."
        )
        return free

    def _free(self, base: str) -> Path:
        path, number = self._folder / f"{base}.lpd", 2
        while path.exists():
            path = self._folder / f"{base} ({number}).lpd"
            number += 1
        return path

    def finish(self) -> None:
        """Notes what is in the folder now."""
        index = PlanIndex(plans=dict(sorted(self.plans.items())), left=dict(self._left))
        if index != self._before or not self._index.exists():
            self._before = index
            data = msgspec.json.encode(index)
            write_atomically(self._index, msgspec.json.format(data) + b"\n")


def _is_ours(path: Path, plan: WrittenPlan) -> bool:
    return digest_of_file(path) in (plan.sha256, plan.coming)


def _read_index(path: Path) -> PlanIndex:
    """What was written; where that is lost the files count as those of somebody else."""
    try:
        index = decoded(read_bounded(path, _SIZE_LIMIT), PlanIndex)
    except (LpdError, msgspec.DecodeError):
        return PlanIndex()
    plans = {draft: plan for draft, plan in index.plans.items() if _is_name(plan.name)}
    left = {draft: tuple(filter(_is_name, names)) for draft, names in index.left.items()}
    return PlanIndex(plans=plans, left=left)


def _is_name(name: str) -> bool:
    """Whether it stays in its folder."""
    return bool(name) and Path(name).name == name


def _base_name(draft: DraftSummary) -> str:
    """A name for people that every file system takes."""
    name = _FORBIDDEN.sub(" ", draft.name).strip(" .")
    shortened = " ".join(name.split())[:_NAME_AT_MOST].strip(" .")
    return f"Plan {shortened}" if _is_device(shortened) else shortened


def _is_device(name: str) -> bool:
    """Names that Windows keeps for itself, with any ending."""
    return re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name) is not None


def _is_named(name: str, base: str) -> bool:
    return re.fullmatch(rf"{re.escape(base)}( \(\d+\))?\.lpd", name) is not None
