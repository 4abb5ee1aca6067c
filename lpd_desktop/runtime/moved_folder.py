"""Where the drafts of a folder went that could not stay, for each machine and person."""

from __future__ import annotations

import json
import platform
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded, write_atomically

FILE_NAME = "umgezogen.json"
_LIMIT = 100_000


def followed(folder: Path) -> Path:
    """The folder on this machine that took the drafts over, else the folder itself."""
    target = _read(folder).get(_whose(), "")
    return Path(target) if target and Path(target).is_dir() else folder


def note_move(folder: Path, target: Path) -> None:
    """Remembers the new place for this person on this machine, in the folder that was left.

    Raises:
        UnwritableFileError: the folder takes no file; then the question is asked again.
    """
    moves = {**_read(folder), _whose(): str(target.absolute())}
    data = json.dumps(moves, ensure_ascii=False, indent=2)
    write_atomically(folder / FILE_NAME, data.encode() + b"\n")


def _whose() -> str:
    """On a terminal server several people work on one machine."""
    from lpd_desktop.runtime.folder_lock import person

    return f"{platform.node() or '?'}/{person()}"


def _read(folder: Path) -> dict[str, str]:
    path = folder / FILE_NAME
    try:
        found = json.loads(read_bounded(path, _LIMIT)) if path.exists() else {}
    except (LpdError, OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if isinstance(value, str)}
