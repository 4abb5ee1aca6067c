"""Copies that were written elsewhere while a draft could not be saved go with the draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lpd_desktop.editing.rescue import PATTERN, is_copy_of
from lpd_desktop.runtime.files import reason_of
from lpd_desktop.runtime.new_file import unfinished_files


def remove_rescue_files(draft: str, folders: Sequence[Path]) -> list[str]:
    """Deletes the copies of a draft; returns German sentences on those that stay."""
    copies = [path for folder in folders for path in _copies_in(folder, draft)]
    left: list[str] = []
    for path in copies:
        try:
            path.unlink()
        except OSError as error:
            left.append(f"„{path}“ lässt sich nicht löschen: {reason_of(error)}.")
    return left


def _copies_in(folder: Path, draft: str) -> list[Path]:
    """Those that were finished, and what a process that was killed left of others."""
    finished = [path for path in folder.glob(PATTERN) if is_copy_of(path, draft)]
    begun = unfinished_files(folder)
    return [*finished, *(path for path in begun if is_copy_of(path.with_suffix(""), draft))]
