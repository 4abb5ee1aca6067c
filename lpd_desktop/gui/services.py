"""What `app.py` builds and hands to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.drafts import Autosave, Drafts
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.steps.bookmarks import Bookmarks
from lpd_desktop.gui.window_memory import WindowMemory


@dataclass(frozen=True)
class Services:
    """The places where drafts are kept, the threads that work, what the window remembers.

    Attributes:
        added_forms: The folder of the forms that the office has added.
        data_folder: Where all that the program keeps lies.
    """

    drafts: Drafts
    open_autosave: Callable[[str, SaveNews], Autosave]
    jobs: JobRunner
    checks: JobRunner
    previews: JobRunner
    memory: WindowMemory
    bookmarks: Bookmarks
    added_forms: Path
    data_folder: Path

    def shut_down(self) -> None:
        """Ends the threads; what they still have to do is dropped."""
        self.bookmarks.close()
        for runner in (self.jobs, self.checks, self.previews):
            runner.shut_down()
