"""The states with which a plan is compared before it is approved; for the worker thread. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.editing.draft_states import APPROVAL, named_state
from lpd_desktop.gui.comparing.comparison_panel import OtherState
from lpd_desktop.gui.versions.kept_states import DraftPlace
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.changes import replaced_file
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import german_date, local_time
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.earlier.restore_points import RestorePoint

REPLACED = "replaced"
_GONE = "Diese Fassung ist nicht mehr da; bitte wählen Sie eine andere."


class StateGoneError(LpdError):
    """The chosen state is not at hand any more."""


@dataclass(frozen=True)
class EarlierState:
    """One of them; `key` finds it again.

    Attributes:
        is_proposed: Whether somebody meant it to be kept; what the program keeps by itself is
            chosen only by hand.
    """

    key: str
    title: str
    is_proposed: bool = True


@dataclass(frozen=True)
class ListEarlierStates:
    """Gives them, the one that is proposed first: what is replaced, named ones, the approval."""

    place: DraftPlace
    file: LpdFile

    def __call__(self, progress: Progress) -> list[EarlierState]:
        progress.step(0, "Die früheren Fassungen werden gesucht")
        found = list(_replaced(self.file))
        with DraftStore.open(self.place.folder) as store:
            points = store.points.of(self.place.draft_id)
            releases = store.releases(self.place.draft_id)
        kept = [_kept(point) for point in points]
        named = [each for each in kept if each.is_proposed]
        approval = [EarlierState(APPROVAL, "Letzte Freigabe")] if releases else []
        others = [each for each in kept if not each.is_proposed]
        return [*found, *named, *approval, *others]


def _kept(point: RestorePoint) -> EarlierState:
    title = f"{point.title}, {local_time(point.time)}"
    return EarlierState(str(point.id), title, is_proposed=point.reason == "named")


def _replaced(file: LpdFile) -> Iterator[EarlierState]:
    replaced = file.work.replaced
    if replaced is not None and replaced_file(file.work) is not None:
        day = f" vom {german_date(replaced.date)}" if replaced.date else ""
        yield EarlierState(REPLACED, f"Ersetzte Fassung {replaced.version}{day}")


@dataclass(frozen=True)
class LoadEarlierState:
    """Gives the state with which the plan is compared."""

    place: DraftPlace
    file: LpdFile
    state: EarlierState

    def __call__(self, progress: Progress) -> OtherState:
        progress.step(0, "Die frühere Fassung wird gelesen")
        return OtherState(self._loaded(), f"„{self.state.title}“")

    def _loaded(self) -> LpdFile:
        if self.state.key == REPLACED:
            replaced = replaced_file(self.file.work)
            if replaced is None:
                raise StateGoneError(_GONE)
            return replaced
        with DraftStore.open(self.place.folder) as store:
            return named_state(store, self.place.draft_id, self.state.key).file
