"""The states of a draft that have a name: now, the last approval, the last submission, points."""

from __future__ import annotations

from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.plan.file import read_lpd
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.releases import StoredRelease

NOW, APPROVAL, SUBMISSION = "jetzt", "freigabe", "abgabe"
PRESENT_NAME = "Jetziger Entwurf"

_SUBMITTED = "submitted"


class UnknownStateError(LpdError):
    """The draft has no such state."""


def named_state(store: DraftStore, draft: str, wanted: str) -> ComparedState:
    """One state of a draft.

    Args:
        store: Where the draft is.
        draft: Its id.
        wanted: `jetzt`, `freigabe` (the newest approval), `abgabe` (the version submitted last),
            or the number of a restore point.

    Raises:
        UnknownStateError: there is none of this name.
        StoreError: the draft is unknown, or the state is damaged.
    """
    present = store.load(draft)
    if wanted == NOW:
        return ComparedState(present, PRESENT_NAME)
    if wanted == APPROVAL:
        return _release(store.releases(draft), "", "Der Entwurf wurde noch nie freigegeben.")
    if wanted == SUBMISSION:
        log = present.work.log
        seals = [entry.detail for entry in log if entry.event == _SUBMITTED]
        releases = store.releases(draft) if seals else []
        missing = "Von dem Entwurf wurde noch keine Fassung eingereicht."
        return _release(releases, "".join(seals[-1:]), missing)
    return _point(store, draft, wanted)


def _release(releases: list[StoredRelease], seal: str, missing: str) -> ComparedState:
    """The newest release, or the newest with a seal."""
    fitting = [each for each in releases if seal in ("", each.seal)]
    if not fitting:
        raise UnknownStateError(missing)
    release = fitting[-1]
    name = f"Freigegebene Fassung {release.version}"
    return ComparedState(read_lpd(release.lpd), name, local_time(release.time))


def _point(store: DraftStore, draft: str, wanted: str) -> ComparedState:
    points = {str(point.id): point for point in store.points.of(draft)}
    point = points.get(wanted)
    if point is None:
        message = (
            f"Der Entwurf hat keine Fassung „{wanted}“: Möglich sind {NOW}, {APPROVAL}, "
            f"{SUBMISSION} und die Nummern, die „lpd drafts points {draft}“ nennt."
        )
        raise UnknownStateError(message)
    return ComparedState(store.points.load(point.id), point.title, local_time(point.time))
