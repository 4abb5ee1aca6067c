"""What `lpd doctor` says of the histories of the drafts, without a name or a word of a plan."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.commands.doctor_of_data import Check
from lpd_desktop.release.consistency import log_fault
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.connection import recognised_version, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import store_errors
from lpd_desktop.store.migrations import STORE_VERSION

_NAME = "Historien"


def check_logs(folder: Path) -> Check:
    """Looks at the log of every draft; what cannot be read is told by the check of the drafts."""
    try:
        broken, number = _broken_logs(folder)
    except LpdError:
        return Check(_NAME, fine=True, detail="nicht geprüft")
    if broken:
        drafts = counted(broken, "Entwurf", "Entwürfen")
        detail = f"bei {drafts} verändert; „lpd log --verify“ sagt an der Datei mehr"
        return Check(_NAME, fine=False, detail=detail)
    return Check(_NAME, fine=True, detail="in sich schlüssig" if number else "noch keine")


def _broken_logs(folder: Path) -> tuple[int, int]:
    """How many logs were changed, and of how many; a store of an older version is left alone."""
    path = store_path(folder)
    with store_errors(path):
        if recognised_version(path) != STORE_VERSION:
            return 0, 0
    with DraftStore.open(folder) as store:
        faults = [_fault(store, each.id) for each in store.list_drafts()]
    return sum(map(bool, faults)), len(faults)


def _fault(store: DraftStore, draft: str) -> str:
    try:
        return log_fault(store.load(draft))
    except LpdError:
        return ""
