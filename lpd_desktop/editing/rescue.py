"""The copy of a draft that is written elsewhere while the store cannot be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.runtime.data_folder import usual_folder
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_private_folder, write_atomically

PATTERN = "Rettung-*.lpd"
_ENDING = 12
"""So many letters of a draft's id stand in the name of its copy; they are random."""


class NoRescueError(LpdError):
    """None of the folders takes the copy."""


def rescue_folders(data_folder: Path) -> tuple[Path, ...]:
    """Where copies go, the better place first.

    Usually that is the person's documents, which often lie on another disk. Who has chosen a data
    folder finds everything in it; the documents are the last resort then.
    """
    own, documents = data_folder / "rettung", documents_folder()
    return (documents, own) if data_folder == usual_folder() else (own, documents)


def documents_folder() -> Path:
    """Our folder among the person's documents."""
    from platformdirs import user_documents_path

    return user_documents_path() / "LPD Desktop"


def rescue_name(year: int, draft: str) -> str:
    """How the copy of a draft is called."""
    return f"Rettung-{year}-{draft[-_ENDING:]}.lpd"


def is_copy_of(path: Path, draft: str) -> bool:
    """Whether a copy by its name belongs to a draft."""
    return path.stem.endswith(draft[-_ENDING:])


def write_rescue_file(file: LpdFile, draft: str, folders: Sequence[Path]) -> Path:
    """Writes the draft as .lpd into the first folder that takes it; returns its path.

    A draft has one copy at a time: the newest.

    Raises:
        NoRescueError: with the reason of the last folder.
    """
    reason = "es ist kein Ordner dafür eingerichtet"
    for folder in folders:
        path = folder / rescue_name(file.form.year, draft)
        try:
            make_private_folder(folder)
            write_atomically(path, write_lpd(file, mends_halves=True))
        except LpdError as error:
            reason = str(error).rstrip(".")
        else:
            return path
    message = f"Auch eine Kopie ließ sich nirgends schreiben: {reason}."
    raise NoRescueError(message)
