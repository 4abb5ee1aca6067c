"""Whether the office approves with four eyes; for the worker thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.runtime.progress import Progress


@dataclass(frozen=True)
class ReadFourEyes:
    """Reads the settings of the office."""

    data_folder: Path

    def __call__(self, progress: Progress) -> bool:
        progress.step(0, "Die Einstellungen werden gelesen")
        return office_settings(self.data_folder).four_eyes
