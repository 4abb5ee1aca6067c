"""Storing a plan that changed its state; for the worker thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lpd_desktop.gui.plan_jobs import NotSavedError
from lpd_desktop.gui.versions.kept_states import DraftPlace
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import ChangedElsewhereError

_SECONDS_TO_SAVE = 10.0
_ELSEWHERE = (
    "Der Entwurf wurde seit dem Öffnen in einem anderen Fenster gespeichert; bitte öffnen Sie ihn "
    "neu."
)
_NOT_SAVED = (
    "Der Zustand lässt sich nicht ändern, solange der Entwurf nicht gespeichert ist; bitte "
    "versuchen Sie es danach noch einmal."
)


@dataclass(frozen=True)
class KeepState:
    """Stores the plan in its new state with a restore point of the one before, or nothing.

    Attributes:
        flush: Stores what was typed before.
    """

    place: DraftPlace
    before: LpdFile
    after: LpdFile
    flush: Callable[[float], bool]

    def __call__(self, progress: Progress) -> None:
        progress.step(0, "Der Zustand wird gespeichert")
        if not self.flush(_SECONDS_TO_SAVE):
            raise NotSavedError(_NOT_SAVED)
        with DraftStore.open(self.place.folder) as store:
            store.points.go_on(self.place.draft_id, self.after, self.before)


@dataclass(frozen=True)
class KeepSubmission:
    """Records in plan and register that the document was handed over; gives the submitted plan.

    Attributes:
        flush: Stores what was typed before.
    """

    place: DraftPlace
    before: LpdFile
    actor: Actor
    flush: Callable[[float], bool]

    def __call__(self, progress: Progress) -> LpdFile:
        from lpd_desktop.editing.recording import Recorded, record_draft

        progress.step(0, "Das PDF wird geprüft und die Einreichung festgehalten")
        if not self.flush(_SECONDS_TO_SAVE):
            raise NotSavedError(_NOT_SAVED)
        with DraftStore.open(self.place.folder) as store:
            if store.load(self.place.draft_id) != self.before:
                raise ChangedElsewhereError(_ELSEWHERE)
            told = Recorded(self.actor, utc_now(), way="other")
            record_draft(store, self.place.draft_id, told)
            return store.load(self.place.draft_id)


@dataclass(frozen=True)
class IsStoredSo:
    """Tells what the window shows, and whether the store holds it: nobody went on elsewhere."""

    place: DraftPlace
    shown: LpdFile
    flush: Callable[[float], bool]

    def __call__(self, progress: Progress) -> tuple[LpdFile, bool]:
        progress.step(0, "Der Entwurf wird verglichen")
        if not self.flush(_SECONDS_TO_SAVE):
            raise NotSavedError(_NOT_SAVED)
        with DraftStore.open(self.place.folder) as store:
            return self.shown, store.load(self.place.draft_id) == self.shown
