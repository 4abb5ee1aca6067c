"""Copies for the PDF program of the machine: in a folder of our own, removed again. No Qt."""

from __future__ import annotations

import shutil
from pathlib import Path

from lpd_desktop.runtime.data_folder import VIEWED


class ViewedCopies:
    """Each copy has a folder to itself, because the program that shows it may hold it."""

    def __init__(self, data_folder: Path) -> None:
        """Takes the data folder; what an earlier start had to leave behind goes."""
        self._folder = data_folder / VIEWED
        self.remove()

    def new(self, name: str) -> Path:
        """Where a copy of this name may be written; only its owner may read there.

        Raises:
            OSError: the folder cannot be made.
        """
        import tempfile

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=self._folder)) / name

    def remove(self) -> None:
        """Removes all copies; what is still held goes at the next start."""
        if self._folder.exists():
            shutil.rmtree(self._folder, ignore_errors=True)
