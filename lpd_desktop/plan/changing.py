"""Changing the plan in a .lpd file: one at a time, and nothing is replaced but what was read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.unchanged import write_over


@dataclass(frozen=True)
class PlanInFile:
    """A plan as it was read from its file, which nobody else changes meanwhile.

    Attributes:
        data: The bytes of the file.
    """

    path: Path
    data: bytes
    file: LpdFile

    def save(self, after: LpdFile) -> None:
        """Replaces the file all or nothing. Once: it then holds other bytes than were read.

        Raises:
            ChangedMeanwhileError: it does so already.
            UnwritableFileError, HalfCharacterError: the old file is untouched.
        """
        write_over(self.path, write_lpd(after), self.data)


@contextmanager
def changing(path: Path) -> Iterator[PlanInFile]:
    """The plan in a file, to be changed and saved while nobody else does so.

    Raises:
        FileBusyError: another process goes on changing it.
        UnreadableFileError, NotAPlanError, NewerPlanError: see `load_lpd`.
    """
    with alone_with(path):
        data = read_bounded(path)
        yield PlanInFile(path, data, read_lpd(data))
