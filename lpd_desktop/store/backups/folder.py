"""The folder of the daily backup, in which other persons and programs may write too.

Each store has a folder of its own there; nothing outside of it is ever touched.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
import re
import shutil
import sqlite3
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import quote

from lpd_desktop.runtime.files import reason_of
from lpd_desktop.runtime.new_file import unfinished_files
from lpd_desktop.store.errors import DamagedStoreError, StoreError

PLANS = "Planungsdokumente"
_PREFIX = "LPD-Sicherung"
_COPY = re.compile(r"Entwuerfe-(\d{4}-\d{2}-\d{2})\.db")
_SHORT_ID = 8
_UNFINISHED = ".lpd-unfertig-"
_STALE_SECONDS = 24 * 3600
_NAME_AT_MOST = 40

_ABOUT = """\
Hier liegt die tägliche Sicherung der Entwürfe von LPD Desktop.

Planungsdokumente\\   jeder Entwurf als .lpd-Datei, mit dem Stand der letzten Sicherung.
                     Eine Vertretung kopiert die Datei auf ihren Rechner und öffnet die Kopie
                     in LPD Desktop mit "Datei öffnen".
Entwuerfe-….db       alle Entwürfe eines Tages mit früheren Fassungen. Zurückgespielt werden
                     sie auf der Startseite unter "Sicherungen" oder mit dem Befehl
                     lpd drafts restore.

Alte Sicherungen werden ausgedünnt: 14 Tage, 8 Wochen und 12 Monate bleiben.
Bitte benennen Sie in diesem Ordner nichts um.
"""


class BackupFailedError(StoreError):
    """A backup could not be made; drafts and earlier backups are as they were."""


class BackupFolderGoneError(BackupFailedError):
    """The folder of the backup cannot be reached, as when a share is not connected."""


def failed(folder: Path, error: OSError) -> BackupFailedError:
    """The sentence for what the operating system refused in a folder of backups."""
    return BackupFailedError(
        f"In „{folder}“ lässt sich nicht sichern: {reason_of(error)}. Ihre Entwürfe sind "
        "unverändert; bitte prüfen Sie den Ordner, oder wählen Sie einen anderen."
    )


def gone(folder: Path) -> BackupFolderGoneError:
    """The sentence for a folder that is not there any more."""
    return BackupFolderGoneError(
        f"Der Ordner „{folder}“ ist nicht erreichbar. Ihre Entwürfe sind unverändert; bitte "
        "verbinden Sie das Laufwerk, oder wählen Sie einen anderen Ordner."
    )


def own_folder(chosen: Path, store: str) -> Path:
    """Where the backups of one store lie in the chosen folder; it need not be there yet.

    Args:
        chosen: The folder that somebody has chosen.
        store: The id of the store; a renamed person or computer keeps the folder.
    """
    ending = f"-{store[:_SHORT_ID]}"
    for folder in own_folders(chosen):
        if folder.name.endswith(ending):
            return folder
    person = re.sub(r"[^\w.-]+", "", _person())[:_NAME_AT_MOST].strip(".-") or "Person"
    return chosen / f"{_PREFIX}-{person}{ending}"


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def own_folders(chosen: Path) -> list[Path]:
    """All folders with backups of any store in the chosen folder."""
    try:
        return sorted(path for path in chosen.glob(f"{_PREFIX}-*") if path.is_dir())
    except OSError:
        return []


def copy_name(day: date) -> str:
    """The name of the backup of a day."""
    return f"Entwuerfe-{day.isoformat()}.db"


def copies_in(folder: Path) -> dict[date, Path]:
    """The backups in the folder of one store by their day."""
    found: dict[date, Path] = {}
    for path in folder.iterdir():
        match = _COPY.fullmatch(path.name)
        with contextlib.suppress(ValueError):
            if match and path.is_file():
                found[date.fromisoformat(match[1])] = path
    return found


def prepare_folder(folder: Path) -> None:
    """Makes the folder of a store, explains it, and clears away what was left unfinished.

    Raises:
        OSError: it cannot be made or written.
    """
    (folder / PLANS).mkdir(parents=True, exist_ok=True)
    about = folder / "LIESMICH.txt"
    text = _ABOUT.replace("\n", "\r\n").encode("utf-8-sig")
    if not about.exists() or about.stat().st_size != len(text):
        about.write_bytes(text)
    clear_unfinished(folder, older_than=_STALE_SECONDS)


def clear_unfinished(folder: Path, *, older_than: float = 0) -> None:
    """Removes what somebody began to write in the folder of a store and did not finish.

    Args:
        folder: The folder; where it is missing there is nothing to do.
        older_than: Seconds for which it must not have been changed.

    Raises:
        OSError: it cannot be removed.
    """
    for left in [*folder.glob(f"{_UNFINISHED}*"), *unfinished_files(folder / PLANS)]:
        if time.time() - left.stat().st_mtime >= older_than:
            left.unlink(missing_ok=True)


def deliver(copy: Path, target: Path) -> None:
    """Puts a finished local copy at its place, read back there before it takes its name.

    SQLite itself never writes there: shares lock files in ways of their own.

    Raises:
        OSError: the place cannot be written.
        DamagedStoreError: what was read back is not what was written.
    """
    unfinished = target.with_name(f"{_UNFINISHED}{os.urandom(6).hex()}.db")
    try:
        with copy.open("rb") as source, unfinished.open("xb") as sink:
            shutil.copyfileobj(source, sink, 1024 * 1024)
            sink.flush()
            os.fsync(sink.fileno())
        if digest_of_file(unfinished) != digest_of_file(copy) or not _opens(unfinished):
            message = (
                f"In „{target.parent}“ kam die Sicherung beschädigt an; sie wurde verworfen. "
                "Bitte wählen Sie einen anderen Ordner, oder wenden Sie sich an Ihre IT-Stelle."
            )
            raise DamagedStoreError(message)
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def digest_of_file(path: Path) -> str:
    """SHA-256 of the bytes of a file."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _opens(path: Path) -> bool:
    try:
        with closing(opened_for_good(path)) as reader:
            answers = reader.execute("pragma integrity_check").fetchall()
            reader.execute("select count(*) from drafts").fetchone()
    except sqlite3.Error:
        return False
    return answers == [("ok",)]


def opened_for_good(path: Path) -> sqlite3.Connection:
    """A connection to a file that nobody changes: no locks, and no files beside it."""
    posix = quote(path.absolute().as_posix(), safe="/:")
    start = "file://" if posix.startswith("/") else "file:///"
    return sqlite3.connect(f"{start}{posix}?mode=ro&immutable=1", uri=True)
