"""The copy of a draft that is written elsewhere while the store cannot be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import reason_of, write_atomically


class NoRescueError(LpdError):
    """None of the folders takes the copy."""


def rescue_folders(data_folder: Path) -> tuple[Path, ...]:
    """Where copies go: the person's documents, which often lie on another disk, else the data."""
    from platformdirs import user_documents_path

    return (user_documents_path() / "LPD Desktop", data_folder / "rettung")


def write_rescue_file(file: LpdFile, draft: str, folders: Sequence[Path]) -> Path:
    """Writes the draft as .lpd into the first folder that takes it; returns its path.

    A draft has one copy at a time: the newest.

    Raises:
        NoRescueError: with the reason of the last folder.
    """
    reason = "es ist kein Ordner dafür eingerichtet"
    for folder in folders:
        path = folder / f"Rettung-{file.form.year}-{draft[-12:]}.lpd"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, write_lpd(file, mends_halves=True))
        except OSError as error:
            reason = reason_of(error)
        except LpdError as error:
            reason = str(error).rstrip(".")
        else:
            return path
    message = f"Auch eine Kopie ließ sich nirgends schreiben: {reason}."
    raise NoRescueError(message)
