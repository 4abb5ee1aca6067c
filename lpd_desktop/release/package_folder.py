"""The folder of a package: there as a whole, or not at all.

The files are written into a folder beside it, on the same disk, which then takes the name. Who
writes holds a lock that the operating system frees with the process, so that the next call knows
what a killed one has left.
"""

from __future__ import annotations

import contextlib
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
    unfinished_files,
    write_atomically,
)
from lpd_desktop.runtime.folder_lock import FolderLock

_FILES = "paket"
_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers put into any folder."""


class FolderTakenError(LpdError):
    """The folder holds something else, which is left as it is."""


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
        UnwritableFileError: the place cannot be written; nothing is left there.
    """
    target = folder.absolute()
    missing = missing_files(target, package.files)
    left = _take_away_unfinished(target, len(package.files))
    if not missing:
        return WrittenPackage(target, was_there=True, interrupted=left)
    if len(missing) < len(package.files):
        left = left or _unfinished(len(package.files) - len(missing), len(package.files))
        _add(target, missing)
    else:
        _write_whole(target, package.files)
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


def _write_whole(target: Path, files: Sequence[PackageFile]) -> None:
    """Gives a finished folder the name, or adds the files where the name cannot be given up."""
    if target.name:
        make_folder(target.parent)
        with _writing(target):
            if _took_name(target, files):
                return
    _add(target, files)


def _took_name(target: Path, files: Sequence[PackageFile]) -> bool:
    """False where the folder stays: a share in which nothing can be put beside it, a stick."""
    try:
        with _folder_beside(target) as working:
            for file in files:
                _write_new(working / file.name, file.data)
            flush_folder(working)
            if not _is_free(target):
                return False
            working.rename(target)
    except PermissionError:
        if not target.is_dir():
            raise
        return False
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
def _folder_beside(target: Path) -> Iterator[Path]:
    """A folder for the files inside one that holds the lock."""
    outer = target.with_name(f"{_prefix(target)}{os.urandom(6).hex()}")
    outer.mkdir()
    lock = FolderLock(outer)
    try:
        lock.take()
        (outer / _FILES).mkdir()
        yield outer / _FILES
    finally:
        lock.release()
        shutil.rmtree(outer, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}.uebergabe-"


def _take_away_unfinished(target: Path, number: int) -> str:
    """Removes what killed calls left beside the folder; says how far they had come."""
    told = ""
    for path in _abandoned(target):
        count = len(list((path / _FILES).glob("*"))) if (path / _FILES).is_dir() else -1
        shutil.rmtree(path, ignore_errors=True)
        told = _unfinished(count, number) if count >= 0 else told
    return told


def _abandoned(target: Path) -> list[Path]:
    if not target.name:
        return []
    prefix = _prefix(target)
    with contextlib.suppress(OSError):
        beside = sorted(target.parent.iterdir())
        return [path for path in beside if path.name.startswith(prefix) and _is_abandoned(path)]
    return []


def _is_abandoned(path: Path) -> bool:
    """A link of this name leads to a folder of somebody else."""
    if path.is_symlink() or not path.is_dir():
        return False
    lock = FolderLock(path)
    if not lock.take():
        return False
    lock.release()
    return True


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
