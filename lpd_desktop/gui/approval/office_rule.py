"""Whether the office approves with four eyes; for the worker thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.editing.four_eyes_setting import four_eyes_setting
from lpd_desktop.runtime.progress import Progress


@dataclass(frozen=True)
class ReadFourEyes:
    """Reads the settings of the office; UnknownRuleError where they cannot be read."""

    data_folder: Path

    def __call__(self, progress: Progress) -> bool:
        progress.step(0, "Die Einstellungen werden gelesen")
        return four_eyes_setting(self.data_folder)
