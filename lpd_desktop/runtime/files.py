"""Reading with a bound, writing all or nothing."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.new_file import NewFile, clear_abandoned, made_beside

READ_LIMIT = 64 * 1024 * 1024
"""Bytes; the largest real plan takes well under one megabyte."""

_REASONS = {
    errno.ENOENT: "die Datei oder der Ordner ist nicht vorhanden",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner",
    errno.EISDIR: "das ist ein Ordner und keine Datei",
    errno.EACCES: "dafür fehlen die Rechte",
    errno.EPERM: "dafür fehlen die Rechte",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EFBIG: "die Datei würde größer, als hier erlaubt ist",
    errno.EDQUOT: "das Speicherkontingent ist erschöpft",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EINVAL: "der Name ist ungültig",
    errno.ENODEV: "das ist keine gewöhnliche Datei",
    errno.EEXIST: "dort liegt schon eine Datei dieses Namens",
    errno.ELOOP: "der Verweis führt im Kreis",
}


_LOCKED = (32, 33)
"""What Windows answers while another program lets nobody else read or write."""


class UnreadableFileError(LpdError):
    """A file that cannot be opened or is larger than any plan."""


class UnwritableFileError(LpdError):
    """A target that cannot be written; what stood there before is untouched."""


def reason_of(error: OSError) -> str:
    """Why the operating system refused, in German, for the middle of a sentence."""
    if getattr(error, "winerror", None) in _LOCKED:
        return "ein anderes Programm hält die Datei gesperrt"
    fallback = "das Betriebssystem verweigert den Zugriff"
    return _REASONS.get(error.errno or 0, fallback)


def read_bounded(path: Path, limit: int = READ_LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    Raises:
        UnreadableFileError: missing, a folder, a device, no rights, too large.
    """
    try:
        _refuse_special(path)
        with path.open("rb") as source:
            data = source.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "der Name ist ungültig"
        message = f"„{path}“ lässt sich nicht lesen: {reason}."
        raise UnreadableFileError(message) from error
    if len(data) > limit:
        size = limit // (1024 * 1024)
        message = f"„{path}“ ist größer als {size} MB und wird deshalb nicht gelesen."
        raise UnreadableFileError(message)
    return data


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` at `path` so that a reader sees the old bytes or the new, never a part.

    Raises:
        UnwritableFileError: the target is a folder or device, not writable, or the disk is full.
    """
    with prepared(path, data) as take_name:
        take_name()


@contextmanager
def prepared(path: Path, data: bytes) -> Iterator[Callable[[], None]]:
    """Writes `data` beside `path`, flushed; what is yielded gives it the name.

    For what must be done between the two. Without the name nothing is left.

    Raises:
        UnwritableFileError: see `write_atomically`.
    """
    with _writing(path):
        beside = _written_beside(path, data)
    try:
        yield partial(_take_name, path, beside)
    finally:
        beside.clear()


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "der Name ist ungültig"
        message = (
            f"„{path}“ lässt sich nicht schreiben: {reason}; "
            "bitte wählen Sie einen anderen Ort oder schließen Sie die Datei in anderen Programmen."
        )
        raise UnwritableFileError(message) from error


def make_folder(folder: Path) -> None:
    """Makes a folder with those above it; one that is there already is fine.

    Raises:
        UnwritableFileError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "der Name ist ungültig"
        message = f"Der Ordner „{folder}“ lässt sich nicht anlegen: {reason}."
        raise UnwritableFileError(message) from error


def make_private_folder(folder: Path) -> None:
    """Makes a folder that only its owner may enter; one that is there already keeps its rights.

    Raises:
        UnwritableFileError: it cannot be made.
    """
    make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "der Name ist ungültig"
        message = f"Der Ordner „{folder}“ lässt sich nicht anlegen: {reason}."
        raise UnwritableFileError(message) from error


def _written_beside(path: Path, data: bytes) -> NewFile:
    _refuse_special(path)
    target = path.resolve()
    beside = made_beside(target)
    try:
        _fill(beside, data)
    except BaseException:
        beside.clear()
        raise
    return beside


def _fill(beside: NewFile, data: bytes) -> None:
    try:
        _keep_permissions(beside.target, beside.temporary)
        with open(beside.handle, "wb", closefd=False) as sink:
            sink.write(data)
        os.fsync(beside.handle)
    finally:
        beside.rest()


def _take_name(path: Path, beside: NewFile) -> None:
    target = beside.target
    with _writing(path):
        try:
            beside.temporary.replace(target)
        except PermissionError as error:
            if not target.is_file():
                raise
            raise UnwritableFileError(_in_use(path)) from error
        flush_folder(target.parent)
    clear_abandoned(target)


def _in_use(path: Path) -> str:
    """The folder has taken a new file, the old one keeps its name: somebody holds it open.

    Windows then says that the rights are missing (error 5), or that the file is shared (32).
    """
    return (
        f"„{path}“ lässt sich nicht schreiben, solange die Datei in einem anderen Programm "
        "geöffnet ist; bitte schließen Sie sie dort, ein PDF also im Anzeigeprogramm, und "
        "versuchen Sie es noch einmal."
    )


def _refuse_special(path: Path) -> None:
    """Folders, devices and pipes; replacing one would take it away from the whole system."""
    if not path.exists():
        return
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, "")


def _keep_permissions(target: Path, temporary: Path) -> None:
    """A replaced file keeps its rights, before anything is written; a new one has the usual."""
    if target.exists():
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        temporary.chmod(target.stat().st_mode & 0o777)


def flush_file(path: Path) -> None:
    """Puts on the disk what was written to a file.

    Raises:
        OSError: it cannot be opened or the disk fails.
    """
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def flush_folder(folder: Path) -> None:
    """Makes the rename itself durable; Windows offers no such call and needs none."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
