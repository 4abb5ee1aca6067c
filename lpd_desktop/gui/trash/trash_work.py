"""What is done with the trash beside the GUI thread. Touches no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpd_desktop.runtime.progress import Progress
    from lpd_desktop.store.summary import DraftSummary


TITLE = "Papierkorb"


@dataclass(frozen=True)
class ListTrash:
    """Gives the drafts in the trash, the one changed last first."""

    data_folder: Path

    def __call__(self, _progress: Progress) -> list[DraftSummary]:
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            return store.list_drafts(trashed=True)


@dataclass(frozen=True)
class TakeBack:
    """Puts a draft among the others again."""

    data_folder: Path
    draft: str

    def __call__(self, _progress: Progress) -> None:
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            store.take_back(self.draft)


@dataclass(frozen=True)
class Erase:
    """Erases a draft for good; gives sentences on copies that could not be reached.

    A share with backups may not answer for minutes, so it is work for the keeper of backups.
    """

    data_folder: Path
    draft: str

    def __call__(self) -> list[str]:
        from lpd_desktop.editing.rescue import rescue_folders
        from lpd_desktop.editing.rescue_erasing import remove_rescue_files
        from lpd_desktop.store.backups.erasing import erase_in_backups
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            store.erase(self.draft)
        left = erase_in_backups(self.data_folder)
        return [*left, *remove_rescue_files(self.draft, rescue_folders(self.data_folder))]
