"""What `lpd doctor` says of the data folder: place, locks, space, backup, the last run.

No path, no name and no word of a plan is in it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import msgspec

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_private_folder
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.german import german_date
from lpd_desktop.runtime.log_files import last_error_day
from lpd_desktop.runtime.run_mark import earlier_bad_end
from lpd_desktop.runtime.storage_place import is_roaming, is_too_long_for_windows, storage_place
from lpd_desktop.runtime.unsafe_place import UnsafePlaceError, is_accepted, refuse_unsafe_place
from lpd_desktop.store.backups.setting import backup_standing
from lpd_desktop.store.connection import recognised_version, store_path
from lpd_desktop.store.errors import (
    DamagedStoreError,
    ForeignStoreError,
    NewerStoreError,
    store_errors,
)
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.repair.repairing import store_problems

_LEAST_SPACE = 200 * 1024 * 1024
"""Bytes; below this it is time to make room, long before a save fails."""

_BACKUPS = {
    "unset": "kein Ordner gewählt",
    "declined": "so gewählt: ohne Sicherung",
    "waiting": "Ordner gewählt, noch keine Sicherung",
    "fine": "aktuell",
    "overdue": "die letzte ist älter als eine Woche",
    "failed": "die letzte ging nicht",
}


class Check(msgspec.Struct, frozen=True):
    """One thing that was looked at."""

    name: str
    fine: bool
    detail: str


def data_checks(folder: Path) -> tuple[Check, ...]:
    """Looks at a data folder; makes it where it is missing and its place is safe."""
    place = _check_place(folder)
    if not place.fine:
        return (place,)
    return (
        _check_folder(folder),
        place,
        _check_drafts(folder),
        _check_space(folder),
        _check_window(folder),
        _check_backup(folder),
        _check_last_run(folder),
    )


def _check_place(folder: Path) -> Check:
    name = "Ort der Entwürfe"
    try:
        refuse_unsafe_place(folder)
    except UnsafePlaceError as error:
        kind = "Netzlaufwerk" if error.place.kind == "network" else "abgeglichener Ordner"
        holder = "" if error.place.holder.startswith("\\") else f" ({error.place.holder})"
        return Check(name, fine=False, detail=f"{kind}{holder}")
    if sys.platform == "win32" and is_too_long_for_windows(str(folder)):
        return Check(name, fine=False, detail="der Pfad ist für Windows zu lang")
    place = storage_place(folder)
    if is_accepted(place):
        detail = f"nach {place.holder} benannt, laut Auskunft nicht abgeglichen"
        return Check(name, fine=True, detail=detail)
    roams = is_roaming(place.folder, os.environ)
    where = "auf diesem Rechner, im wandernden Teil des Profils" if roams else "auf diesem Rechner"
    return Check(name, fine=True, detail=where)


def _check_folder(folder: Path) -> Check:
    try:
        make_private_folder(folder)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"x")
    except Exception:
        return Check("Datenordner", fine=False, detail="nicht beschreibbar")
    return Check("Datenordner", fine=True, detail="beschreibbar")


def _check_drafts(folder: Path) -> Check:
    """Without their names; drafts of an older version are left for their first opening."""
    name, path = "Entwürfe", store_path(folder)
    try:
        with store_errors(path):
            version = recognised_version(path)
        if 0 < version < STORE_VERSION:
            return Check(name, fine=True, detail=f"im älteren Speicherformat {version}")
        problems = store_problems(folder)
    except NewerStoreError:
        detail = f"in einem neueren Speicherformat; diese Version kennt sie bis {STORE_VERSION}"
        return Check(name, fine=False, detail=detail)
    except (DamagedStoreError, ForeignStoreError):
        return Check(name, fine=False, detail="beschädigt; „lpd drafts repair“ hilft weiter")
    except LpdError:
        return Check(name, fine=False, detail="nicht lesbar")
    if problems:
        detail = "beschädigt oder unvollständig; „lpd drafts check“ sagt mehr"
        return Check(name, fine=False, detail=detail)
    return Check(name, fine=True, detail="unversehrt" if version else "noch keine")


def _check_space(folder: Path) -> Check:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return Check("Freier Platz", fine=False, detail="nicht zu ermitteln")
    amount = f"{free / 1024**3:.1f} GB".replace(".", ",")
    return Check("Freier Platz", free >= _LEAST_SPACE, amount)


def _check_window(folder: Path) -> Check:
    since = _open_since(folder)
    detail = "keines geöffnet" if since is None else f"geöffnet seit {german_date(since[:10])}"
    return Check("Fenster", fine=True, detail=detail)


def _open_since(folder: Path) -> str | None:
    """Since when a window is open over the folder; None for none."""
    lock = FolderLock(folder)
    if not lock.take():
        return lock.holder().since
    lock.release()
    return None


def _check_backup(folder: Path) -> Check:
    kind = backup_standing(folder).kind
    return Check("Sicherung", kind not in ("overdue", "failed"), _BACKUPS[kind])


def _check_last_run(folder: Path) -> Check:
    """While a window is open its mark is no trace of the run before."""
    told = []
    bad_end = earlier_bad_end(folder) if _open_since(folder) is None else None
    if bad_end is not None:
        way = "durch einen Fehler im Programm" if bad_end.trace else "ohne Spur eines Fehlers"
        told.append(f"gestartet {german_date(bad_end.started[:10])}, nicht richtig beendet, {way}")
    error = last_error_day(folder)
    if error:
        told.append(f"letzter Fehler im Protokoll: {german_date(error)}")
    return Check("Letzter Lauf", fine=True, detail="; ".join(told) or "nichts Auffälliges")
