"""A data folder moves to a disk of this machine; what lies where it was is left there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from lpd_desktop.runtime.data_folder import VIEWED, usual_folder
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import (
    make_private_folder,
    read_bounded,
    reason_of,
    write_atomically,
)
from lpd_desktop.runtime.folder_lock import FILE_NAME as LOCK_FILE
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.moved_folder import FILE_NAME as MOVED_NOTE
from lpd_desktop.runtime.moved_folder import note_move
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.unsafe_place import ACCEPTED_NOTE, refuse_unsafe_place

_ORIGIN_NOTE = "herkunft.txt"
_NOTE_LIMIT = 100_000
_STAYS = frozenset({LOCK_FILE, MOVED_NOTE, ACCEPTED_NOTE, _ORIGIN_NOTE, "log", VIEWED})
_STAYS_ENDING = "-shm"
"""What SQLite shares between processes of one machine; it makes it anew."""

_UNFINISHED = ".umzug"
"""At the end of the name of the folder in which a copy grows until it is complete."""


class NotMovedError(LpdError):
    """The data folder could not be copied; everything is as it was."""


def free_target() -> Path:
    """A folder beside the usual one, or that itself, in which nothing lies yet."""
    return next(target for target in _targets() if not _is_taken(target))


def earlier_target(source: Path) -> Path | None:
    """Where the drafts of a folder were copied before, if that folder could not be told so."""
    for target in _targets():
        if not _is_taken(target):
            return None
        if moved_from(target) == source.absolute():
            return target
    return None


def moved_from(target: Path) -> Path | None:
    """The folder from which the drafts of a data folder were copied; None where they were not."""
    if not (target / _ORIGIN_NOTE).exists():
        return None
    with suppress(LpdError):
        noted = read_bounded(target / _ORIGIN_NOTE, _NOTE_LIMIT).decode("utf-8", "replace")
        return Path(noted.strip())
    return None


def _targets() -> Iterator[Path]:
    usual = usual_folder()
    yield usual
    for number in range(2, 1000):
        yield usual.with_name(f"{usual.name} {number}")


def move_data_folder(source: Path, target: Path, progress: Progress) -> Path:
    """Copies everything but logs and locks, and notes in `source` where it went.

    The database is copied with its log, while no window is open over it.

    Returns:
        The target.

    Raises:
        UnsafePlaceError: the target is no better.
        NotMovedError: drafts lie there already, or something cannot be read or written.
        JobCancelled: somebody asked to stop.
    """
    refuse_unsafe_place(target)
    if _is_taken(target):
        message = f"In „{target}“ liegt schon etwas. Bitte wählen Sie einen leeren Ordner."
        raise NotMovedError(message)
    lock = FolderLock(source)
    if source.is_dir() and not lock.take():
        message = (
            f"Die Entwürfe in „{source}“ sind noch in einem anderen Fenster geöffnet. Bitte "
            "schließen Sie es und versuchen Sie es noch einmal."
        )
        raise NotMovedError(message)
    try:
        _copy_all(source, target, progress)
    finally:
        lock.release()
    with suppress(LpdError):
        note_move(source, target)
    return target


def _is_taken(folder: Path) -> bool:
    """Whether something lies there."""
    try:
        return any(folder.iterdir())
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _copy_all(source: Path, target: Path, progress: Progress) -> None:
    growing = target.with_name(target.name + _UNFINISHED)
    try:
        shutil.rmtree(growing, ignore_errors=True)
        make_private_folder(growing)
        _copy_files(source, growing, progress)
        write_atomically(growing / _ORIGIN_NOTE, f"{source.absolute()}\n".encode())
        if target.exists():
            target.rmdir()
        growing.rename(target)
    except OSError as error:
        message = f"„{source}“ lässt sich nicht nach „{target}“ kopieren: {reason_of(error)}."
        raise NotMovedError(message) from error


def _copy_files(source: Path, target: Path, progress: Progress) -> None:
    files = list(_files(source)) if source.is_dir() else []
    before = [_state(path) for path in files]
    for number, path in enumerate(files):
        progress.step(100 * number // len(files), "wird kopiert")
        _copy(path, target / path.relative_to(source))
    if before != [_state(path) for path in files]:
        message = f"In „{source}“ wird gerade geschrieben. Bitte versuchen Sie es noch einmal."
        raise NotMovedError(message)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _STAYS or path.name.endswith(_STAYS_ENDING):
            continue
        if path.is_dir():
            yield from (each for each in sorted(path.rglob("*")) if each.is_file())
        elif path.is_file():
            yield path


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copy2(path, target)
