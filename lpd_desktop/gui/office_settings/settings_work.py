"""Reading and keeping the settings beside the GUI thread. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.editing.office_settings import (
    ReadSettings,
    Value,
    keep_settings,
    read_settings,
)
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.plan.file import LpdFile


@dataclass(frozen=True)
class ReadForDialog:
    """The settings, and a plan to show examples of: the open one, else the sample."""

    folder: Path
    plan: LpdFile | None

    def __call__(self, _progress: Progress) -> tuple[ReadSettings, LpdFile]:
        from lpd_desktop.plan.sample import sample_file

        return read_settings(self.folder), self.plan or sample_file()


@dataclass(frozen=True)
class KeepSettings:
    """Sets these values from now on."""

    folder: Path
    values: Mapping[str, Value]

    def __call__(self, _progress: Progress) -> Path:
        return keep_settings(self.folder, self.values)
