"""Mending the text after a budget changed: on the newest, checked state only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lpd_desktop.check.replaced_amounts import ReplacedAmount, mend, mend_all
from lpd_desktop.gui.budget_versions.replaced_list import ReplacedList
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of

Change = Callable[[str, Callable[[LpdFile], LpdFile]], bool]


@dataclass(frozen=True)
class Mending:
    """Replaces old figures as one step; `words` is what a person chose for a single one."""

    figures: Sequence[ReplacedAmount]
    words: str = ""

    @property
    def title(self) -> str:
        """What the menu says of the step."""
        is_one = len(self.figures) == 1
        return "Betrag im Text ersetzen" if is_one else "Beträge im Text ersetzen"

    def __call__(self, file: LpdFile) -> LpdFile:
        if self.words:
            plan = mend(file.form, file.plan, self.figures[0], self.words)
        else:
            plan = mend_all(file.form, file.plan, self.figures)
        return replace(file, plan=plan)


class OldFigures:
    """Keeps a list on the figures of the newest check and carries out what it asks for."""

    def __init__(self, shown: ReplacedList, session: PlanSession, change: Change) -> None:
        self._shown, self._session, self._change = shown, session, change
        shown.mend_wanted.connect(self._on_mend_wanted)

    def show_newest(self) -> int:
        """Shows what the newest check found; gives its number."""
        file = self._session.file
        self._shown.show_figures(
            self._session.replaced, lambda each: place_of(file.form, file.plan, each.where)
        )
        return len(self._session.replaced)

    def _on_mend_wanted(self, figures: list[ReplacedAmount], words: str) -> None:
        """Until the next check has come, the places that are shown may have moved."""
        if figures and self._session.is_checked:
            step = Mending(figures, words)
            self._change(step.title, step)
