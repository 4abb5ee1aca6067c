"""Replacing a file that is still as it was read, and no other."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.files import READ_LIMIT, UnreadableFileError, prepared, read_bounded

_CHANGED = (
    "„{path}“ wurde inzwischen von anderer Stelle gespeichert; hier ist deshalb nichts "
    "geschrieben. Bitte sehen Sie sich die Datei an und versuchen Sie es noch einmal."
)


class ChangedMeanwhileError(NotAllowedError):
    """The file is not as it was when it was read; it was left alone."""


def write_over(path: Path, data: bytes, before: bytes | None) -> None:
    """Replaces a file all or nothing, where it holds what was read.

    Compared right before the file gets its new bytes, because other programs know nothing of
    locks of ours.

    Args:
        path: The file.
        data: Its new bytes.
        before: Those that were read, None where there was no file.

    Raises:
        ChangedMeanwhileError: it holds other bytes, or is gone.
        UnwritableFileError: the old file is untouched.
    """
    with prepared(path, data) as take_name:
        require_unchanged(path, before)
        take_name()


def require_unchanged(path: Path, before: bytes | None) -> None:
    """Looks whether a file holds what was read.

    Raises:
        ChangedMeanwhileError: it holds other bytes, or is gone.
    """
    if bytes_at(path) != before:
        raise ChangedMeanwhileError(_CHANGED.format(path=path))


def bytes_at(path: Path, limit: int = READ_LIMIT) -> bytes | None:
    """The bytes of a file of at most `limit` bytes, None where there is none.

    Raises:
        UnreadableFileError: one is there and cannot be read.
    """
    try:
        return read_bounded(path, limit)
    except UnreadableFileError:
        if path.exists():
            raise
        return None
