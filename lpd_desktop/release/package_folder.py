"""The folder of a package: there as a whole, or not at all.

The files are written into a folder beside it, on the same disk, which then takes the name. Who
writes holds a lock that the operating system frees with the process, so that the next call knows
what a killed one has left.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.release.package import Package, PackageFile
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import (
    UnwritableFileError,
    flush_folder,
    make_folder,
    read_bounded,
    reason_of,
    write_atomically,
)
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.new_file import unfinished_files

_FILES = "paket"
_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers put into any folder."""


class FolderTakenError(LpdError):
    """The folder holds something else, which is left as it is."""


class FolderBusyError(LpdError):
    """Another call is writing the package into this folder."""


@dataclass(frozen=True)
class WrittenPackage:
    """Where a package lies.

    Attributes:
        was_there: It lay there already, byte for byte.
        interrupted: German sentence on what an earlier call had left unfinished; empty for
            nothing.
    """

    folder: Path
    was_there: bool
    interrupted: str


def write_package(folder: Path, package: Package) -> WrittenPackage:
    """Puts a package into a new or empty folder; the same package again changes nothing.

    Raises:
        FolderTakenError: the folder holds other files, or other bytes under one of the names.
        FolderBusyError: another call is writing into it.
        UnwritableFileError: the place cannot be written; nothing is left there.
    """
    target = folder.absolute()
    missing_files(target, package.files)
    with _folder_beside(target) as beside:
        missing = missing_files(target, package.files)
        left = beside.cleared(len(package.files))
        if not missing:
            return WrittenPackage(target, was_there=True, interrupted=left)
        if len(missing) < len(package.files):
            left = left or _unfinished(len(package.files) - len(missing), len(package.files))
            _add(target, missing)
        elif not beside.gave_name(target, missing):
            _add(target, missing)
    return WrittenPackage(target, was_there=False, interrupted=left)


def missing_files(folder: Path, files: Sequence[PackageFile]) -> list[PackageFile]:
    """Those that are not in the folder yet; other files there are refused unless none is missing.

    Raises:
        FolderTakenError: see `write_package`.
    """
    if not folder.exists():
        return list(files)
    if not folder.is_dir():
        message = f"„{folder}“ ist kein Ordner; bitte nennen Sie einen Ordner für das Paket."
        raise FolderTakenError(message)
    there = _names_in(folder)
    for file in files:
        if file.name in there and read_bounded(folder / file.name) != file.data:
            message = (
                f"„{folder / file.name}“ gibt es schon mit anderem Inhalt; es wird nichts "
                "überschrieben. Bitte nennen Sie einen neuen Ordner."
            )
            raise FolderTakenError(message)
    missing = [file for file in files if file.name not in there]
    strange = sorted(there - {file.name for file in files})
    if missing and strange:
        message = (
            f"Im Ordner „{folder}“ liegt schon anderes („{strange[0]}“); bitte nennen Sie einen "
            "neuen oder leeren Ordner, damit nichts verwechselt wird."
        )
        raise FolderTakenError(message)
    return missing


def _names_in(folder: Path) -> set[str]:
    with _writing(folder):
        unfinished = {path.name for path in unfinished_files(folder)}
        return {path.name for path in folder.iterdir()} - _OF_SYSTEMS - unfinished


class _Beside:
    """The folder beside the target in which the files are made; empty path where there is none.

    Its name follows from the target's, so that one call at a time writes there, and the next one
    finds what a killed one has left.
    """

    def __init__(self, folder: Path | None) -> None:
        self._files = folder / _FILES if folder else None

    def cleared(self, number: int) -> str:
        """Takes away what a killed call has left; says how far it had come, empty for nothing."""
        if self._files is None or not self._files.is_dir():
            return ""
        count = len(list(self._files.iterdir()))
        shutil.rmtree(self._files, ignore_errors=True)
        return _unfinished(count, number)

    def gave_name(self, target: Path, files: Sequence[PackageFile]) -> bool:
        """Gives a finished folder the name; False where the target cannot be replaced by it."""
        if self._files is None:
            return False
        with _writing(target):
            try:
                return self._finish(target, files)
            except PermissionError:
                if not target.is_dir():
                    raise
                return False

    def _finish(self, target: Path, files: Sequence[PackageFile]) -> bool:
        assert self._files is not None
        self._files.mkdir()
        for file in files:
            _write_new(self._files / file.name, file.data)
        flush_folder(self._files)
        if not _is_free(target):
            return False
        self._files.rename(target)
        flush_folder(target.parent)
        return True


def _write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as sink:
        sink.write(data)
        sink.flush()
        os.fsync(sink.fileno())


def _is_free(target: Path) -> bool:
    """Whether the name is free now; an empty folder gives it up, the root of a share does not."""
    if not target.exists():
        return True
    with contextlib.suppress(OSError):
        target.rmdir()
    return not target.exists()


def _add(target: Path, files: Sequence[PackageFile]) -> None:
    """Adds whole files one by one; where one fails, those before it are taken back."""
    added: list[Path] = []
    try:
        for unfinished in _unfinished_of(target, files):
            unfinished.unlink(missing_ok=True)
        for file in files:
            write_atomically(target / file.name, file.data)
            added.append(target / file.name)
    except (LpdError, OSError):
        for path in added:
            path.unlink(missing_ok=True)
        raise


def _unfinished_of(target: Path, files: Sequence[PackageFile]) -> list[Path]:
    """What a killed call left of these very files."""
    ours = tuple(f".{file.name[:40]}." for file in files)
    return [path for path in unfinished_files(target) if path.name.startswith(ours)]


def take_back(written: WrittenPackage, package: Package) -> None:
    """Removes a package that was just written, when what had to follow could not be done."""
    if written.was_there:
        return
    for file in package.files:
        with contextlib.suppress(OSError):
            (written.folder / file.name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        written.folder.rmdir()


@contextmanager
def _folder_beside(target: Path) -> Iterator[_Beside]:
    """Beside the root of a share, or in a folder of others, nothing can be put."""
    if not target.name:
        yield _Beside(None)
        return
    folder = target.with_name(_name_beside(target.name))
    if not _is_made(folder, target):
        yield _Beside(None)
        return
    lock = FolderLock(folder)
    if not lock.take():
        message = (
            f"In den Ordner „{target}“ schreibt gerade ein anderer Aufruf; bitte warten Sie, bis "
            "er fertig ist, und versuchen Sie es dann noch einmal."
        )
        raise FolderBusyError(message)
    try:
        yield _Beside(folder)
    finally:
        lock.remove_folder()


def _is_made(folder: Path, target: Path) -> bool:
    """False where the target is all that may be written into."""
    make_folder(target.parent)
    with _writing(target):
        try:
            folder.mkdir(exist_ok=True)
        except PermissionError:
            if not target.is_dir():
                raise
            return False
        if folder.is_symlink():
            raise FileExistsError(errno.EEXIST, "", str(folder))
    return True


def _name_beside(name: str) -> str:
    """Short enough for every disk, and another one for every target."""
    return f".{name[:40]}.{hashlib.sha256(name.encode()).hexdigest()[:8]}.uebergabe"


def _unfinished(count: int, number: int) -> str:
    return (
        "Ein früherer Aufruf war beim Schreiben der Dateien unterbrochen worden "
        f"({count} von {number}); jetzt ist das Paket vollständig."
    )


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = (
            f"Der Ordner „{target}“ lässt sich nicht schreiben: {reason_of(error)}; "
            "bitte wählen Sie einen anderen Ort."
        )
        raise UnwritableFileError(message) from error
