"""The open draft as the window sees it: changes, findings and saving as Qt signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.open_draft import Change, OpenDraft
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.plan_before import PlanBefore
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.footnote_numbers import first_footnote_numbers
from lpd_desktop.plan.model import Plan
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.check.replaced.found import ReplacedAmount

CHECK_DELAY_MS = 400


@dataclass(frozen=True)
class Checked:
    """What one check said: findings that are open, accepted ones, old figures in the text."""

    file: LpdFile
    findings: tuple[Finding, ...]
    accepted: tuple[AcceptedFinding, ...]
    replaced: tuple[ReplacedAmount, ...]


class PlanSession(QObject):
    """One open draft, its newest findings, and who hears of both."""

    changed = Signal(object)
    findings_changed = Signal()

    def __init__(
        self,
        draft: OpenDraft,
        draft_id: str,
        checks: JobRunner,
        before: PlanBefore,
        source: Path | None = None,
    ) -> None:
        super().__init__()
        self.draft = draft
        self.draft_id = draft_id
        self.source = source
        self.findings: tuple[Finding, ...] = ()
        self.accepted: tuple[AcceptedFinding, ...] = ()
        self.replaced: tuple[ReplacedAmount, ...] = ()
        self._checks, self._before = checks, before
        self._checked: LpdFile | None = None
        self._check: Job | None = None
        self._under_check: LpdFile | None = None
        self._has_failed = False
        self._numbered: Plan | None = None
        self._first_footnotes: dict[Address, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_DELAY_MS)
        self._timer.timeout.connect(self.check_now)
        self._unsubscribe = draft.subscribe(self._on_draft_changed)

    @property
    def file(self) -> LpdFile:
        """The newest state."""
        return self.draft.file

    def findings_at(self, addresses: Sequence[str]) -> tuple[Finding, ...]:
        """The findings whose place is one of the addresses, blocks included."""
        return tuple(each for each in self.findings if each.where.split("#")[0] in addresses)

    def first_footnote(self, address: Address) -> int:
        """The number of the first footnote of a field; they are counted over the document."""
        if self._numbered is not self.file.plan:
            self._numbered = self.file.plan
            self._first_footnotes = first_footnote_numbers(self.file.form, self._numbered)
        return self._first_footnotes.get(address, 1)

    @property
    def is_checked(self) -> bool:
        """Whether the findings are those of the newest state."""
        return self._checked is self.file

    @property
    def was_checked(self) -> bool:
        """Whether any state was checked yet: without that no findings say nothing."""
        return self._checked is not None

    @Slot()
    def check_now(self) -> None:
        """Checks the newest state on the worker thread; an older check counts no more.

        A check of that state that has begun goes on.
        """
        self._timer.stop()
        if self._check is not None:
            if self._under_check is self.file:
                return
            self._check.succeeded.disconnect(self._on_check_succeeded)
            self._check.cancel()
        self._under_check = self.file
        self._check = self._checks.start("Prüfung", CheckOf(self.file, self._before))
        self._check.succeeded.connect(self._on_check_succeeded)
        self._check.failed.connect(self._on_check_failed)
        self._check.ended.connect(self._on_check_ended)

    def compare_anew(self) -> None:
        """Another plan is last year's now, so the checks compare with that."""
        self._before.forget()
        self._under_check = None
        self.check_now()

    def close(self) -> None:
        """Ends the subscription."""
        self._timer.stop()
        self._unsubscribe()

    def _on_draft_changed(self, change: Change) -> None:
        """What a check of an older state would say comes too late, and it slows typing down."""
        if self._check is not None:
            self._check.cancel()
        self._timer.start()
        self.changed.emit(change)

    @Slot(object)
    def _on_check_succeeded(self, result: Checked) -> None:
        self._checked = result.file
        self.findings, self.accepted = result.findings, result.accepted
        self.replaced = result.replaced
        self.findings_changed.emit()

    @Slot(Exception)
    def _on_check_failed(self, error: Exception) -> None:
        """A fault of a rule is reported once; writing and saving go on."""
        if not self._has_failed:
            self._has_failed = True
            raise error

    @Slot()
    def _on_check_ended(self) -> None:
        if self.sender() is self._check:
            self._check = self._under_check = None


class CheckOf:
    """Checks one state of a plan; for the worker thread."""

    def __init__(self, file: LpdFile, before: PlanBefore) -> None:
        self._file, self._before = file, before

    def __call__(self, progress: Progress) -> Checked:
        from lpd_desktop.check.engine import check_all
        from lpd_desktop.check.replaced_amounts import replaced_in_plan

        progress.step(0, "Das Dokument wird geprüft")
        form, plan, work = self._file.form, self._file.plan, self._file.work
        remaining, accepted = check_all(plan, work, form, self._before.of(self._file))
        replaced = replaced_in_plan(form, plan, work)
        return Checked(self._file, tuple(remaining), tuple(accepted), tuple(replaced))
