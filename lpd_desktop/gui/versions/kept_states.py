"""Restore points and earlier texts of a draft, read and kept; for the worker thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Block, Blocks
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.typed_data import decoded
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.earlier.restore_points import Reason, RestorePoint


@dataclass(frozen=True)
class DraftPlace:
    """The data folder and the id of a draft in it."""

    folder: Path
    draft_id: str


@dataclass(frozen=True)
class EarlierText:
    """What an answer said before it was changed at `time` (ISO, UTC)."""

    time: str
    blocks: Blocks


@dataclass(frozen=True)
class BeginSession:
    """Keeps the state at which somebody begins to work; gives the number of its point."""

    place: DraftPlace
    file: LpdFile

    def __call__(self, _progress: Progress) -> int:
        with DraftStore.open(self.place.folder) as store:
            return store.points.begin_session(self.place.draft_id, self.file)


@dataclass(frozen=True)
class KeepPoint:
    """Keeps a state; gives the number of its point."""

    place: DraftPlace
    file: LpdFile
    reason: Reason
    name: str = ""

    def __call__(self, progress: Progress) -> int:
        progress.step(0, "Der Stand wird festgehalten")
        with DraftStore.open(self.place.folder) as store:
            draft = self.place.draft_id
            return store.points.add(draft, self.reason, self.name, file=self.file)


@dataclass(frozen=True)
class ListPoints:
    """Gives the restore points, the newest first."""

    place: DraftPlace

    def __call__(self, progress: Progress) -> list[RestorePoint]:
        progress.step(0, "Die früheren Fassungen werden gesucht")
        with DraftStore.open(self.place.folder) as store:
            return store.points.of(self.place.draft_id)


@dataclass(frozen=True)
class LoadPoint:
    """Gives a restore point with its plan."""

    place: DraftPlace
    point: RestorePoint

    def __call__(self, progress: Progress) -> tuple[RestorePoint, LpdFile]:
        progress.step(0, "Die frühere Fassung wird gelesen")
        with DraftStore.open(self.place.folder) as store:
            return self.point, store.points.load(self.point.id)


@dataclass(frozen=True)
class ReadEarlierTexts:
    """Gives the earlier texts at an address, the newest first; each of them once."""

    place: DraftPlace
    address: str

    def __call__(self, progress: Progress) -> list[EarlierText]:
        progress.step(0, "Die früheren Texte werden gesucht")
        with DraftStore.open(self.place.folder) as store:
            entries = store.history(self.place.draft_id, self.address)
        found: dict[str, str] = {}
        for entry in entries:
            found.setdefault(entry.content, entry.time)
        return [EarlierText(time, _blocks(content)) for content, time in found.items()]


def _blocks(content: str) -> Blocks:
    return decoded(content, tuple[Block, ...])
