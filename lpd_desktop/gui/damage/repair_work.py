"""What looks at the store and mends it; for the worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.store.repair.repairing import RepairReport
    from lpd_desktop.store.repair.sound_copies import StoreCopy


@dataclass(frozen=True)
class Damage:
    """What is wrong with the store.

    Attributes:
        problems: German sentences, the first one first.
        can_go_on: Nothing but saves of the past is missing; one can work with what is there.
    """

    problems: tuple[str, ...]
    can_go_on: bool = False

    @property
    def sentence(self) -> str:
        """The first problem, and how many more there are."""
        more = len(self.problems) - 1
        return self.problems[0] + (f" Dazu {_more(more)}." if more > 0 else "")


def _more(number: int) -> str:
    return "kommt eine weitere Stelle" if number == 1 else f"kommen {number} weitere Stellen"


class LookOver:
    """Reads the whole store; the damage, or None."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, _progress: Progress) -> Damage | None:
        from lpd_desktop.store.repair.repairing import lost_commits, store_problems

        problems = store_problems(self._folder)
        if not problems:
            return None
        return Damage(tuple(problems), len(problems) == 1 and lost_commits(self._folder) > 0)


class FindCopies:
    """The sound copies, the one with the newest state first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, progress: Progress) -> list[StoreCopy]:
        from lpd_desktop.store.repair.sound_copies import newest_first

        progress.step(0, "Die Sicherungen werden gelesen")
        return newest_first(self._folder)


class Repair:
    """Builds the store anew."""

    def __init__(self, folder: Path, copy: Path | None) -> None:
        self._folder, self._copy = folder, copy

    def __call__(self, progress: Progress) -> RepairReport:
        from lpd_desktop.store.repair.repairing import repair_store

        return repair_store(self._folder, self._copy, progress)


class GoOn:
    """Takes the store as it is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, _progress: Progress) -> None:
        from lpd_desktop.store.commit_mark import accept
        from lpd_desktop.store.connection import store_path

        accept(store_path(self._folder))
