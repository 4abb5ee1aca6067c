"""The package of a submitted plan: where it lies, and writing it once more. Touches no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.errors import LpdError

if TYPE_CHECKING:
    from lpd_desktop.editing.package_place import Standing
    from lpd_desktop.runtime.progress import Progress
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.submission_entries import Submission

_SENTENCES: dict[Standing, str] = {
    "whole": "Das Paket der Übergabe liegt unverändert im Ordner „{folder}“.",
    "changed": (
        "Im Ordner „{folder}“ liegt das Paket der Übergabe nicht mehr vollständig oder nicht mehr "
        "unverändert. Sie können es noch einmal schreiben, Byte für Byte wie damals."
    ),
    "gone": (
        "Der Ordner „{folder}“ mit dem Paket der Übergabe ist nicht mehr da oder gerade nicht "
        "erreichbar. Sie können das Paket noch einmal schreiben, Byte für Byte wie damals."
    ),
    "none": (
        "Eingereicht wurde ohne Paket. Sie können es noch schreiben, mit E-Mail-Entwurf und "
        "Prüfsummen."
    ),
}


@dataclass(frozen=True)
class PlacedPackage:
    """How the package of a submission lies now."""

    entry: Submission
    standing: Standing

    @property
    def folder(self) -> Path | None:
        """Where it was put last; None for a hand-over without one."""
        return Path(self.entry.folder) if self.entry.folder else None

    @property
    def stem(self) -> str:
        """The name of the document without its ending, which names folder and mail draft."""
        return self.entry.planned.file_name.removesuffix(".pdf")

    @property
    def mail(self) -> Path | None:
        """The mail draft in the folder."""
        return self.folder / f"{self.stem}.eml" if self.folder else None

    @property
    def sentence(self) -> str:
        """Where it lies and what can be done, in German."""
        return _SENTENCES[self.standing].format(folder=self.entry.folder)


@dataclass(frozen=True)
class FindPackage:
    """Gives the package of a submitted version; None where the register has no entry."""

    data_folder: Path
    draft: str
    seal: str

    def __call__(self, _progress: Progress) -> PlacedPackage | None:
        from lpd_desktop.store.draft_store import DraftStore

        try:
            with DraftStore.open(self.data_folder) as store:
                return _found(store, self.draft, self.seal)
        except LpdError:
            return None


@dataclass(frozen=True)
class WritePackageAgain:
    """Writes the package of a submission once more; gives how it lies then.

    Attributes:
        folder: Where to; the same bytes that lie there already change nothing.
    """

    data_folder: Path
    submission: str
    folder: Path

    def __call__(self, progress: Progress) -> PlacedPackage:
        from lpd_desktop.editing.office_settings import hand_over_texts, office_settings
        from lpd_desktop.editing.package_again import write_again
        from lpd_desktop.store.draft_store import DraftStore

        office = hand_over_texts(office_settings(self.data_folder))
        with DraftStore.open(self.data_folder) as store:
            write_again(store, self.submission, self.folder, office, progress)
            return _placed(store.submissions.of(self.submission))


def _found(store: DraftStore, draft: str, seal: str) -> PlacedPackage | None:
    entries = store.submissions.list(draft)
    recorded = [each for each in entries if each.step == "recorded" and each.planned.seal == seal]
    with_folder = [each for each in recorded if each.folder]
    chosen = next(iter(with_folder or recorded), None)
    return _placed(chosen) if chosen is not None else None


def _placed(entry: Submission) -> PlacedPackage:
    from lpd_desktop.editing.package_place import package_standing

    return PlacedPackage(entry, package_standing(entry))
