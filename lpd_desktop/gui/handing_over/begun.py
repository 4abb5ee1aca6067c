"""Whether the hand-over of a draft waits for its last step; for the worker thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.unfinished import drafts_to_record


@dataclass(frozen=True)
class LookForHandOver:
    """Gives whether one was begun; a register that cannot be read reminds of nothing."""

    data_folder: Path
    draft: str

    def __call__(self, _progress: Progress) -> bool:
        try:
            return self.draft in drafts_to_record(self.data_folder)
        except LpdError:
            return False
