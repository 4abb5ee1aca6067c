"""Long work on a plan, for the job runner. Each is given its data and touches no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.gui.drafts import Drafts
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.approval import Approval
from lpd_desktop.runtime.files import write_atomically
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.release.sign_off import SignedOff


@dataclass(frozen=True)
class RenderTo:
    """Writes the PDF; gives its path."""

    file: LpdFile
    target: Path
    draft: bool

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.pdf.rendering import render_plan

        progress.step(0, "Das Dokument wird gesetzt")
        data = render_plan(self.file, draft=self.draft).data
        progress.step(90, "Das PDF wird geschrieben")
        write_atomically(self.target, data)
        return self.target


@dataclass(frozen=True)
class Approved:
    """The file before, and what signing it off gave; nothing is written yet."""

    before: LpdFile
    result: SignedOff
    target: Path


@dataclass(frozen=True)
class SignOff:
    """Approves, seals and sets the document; writes nothing."""

    file: LpdFile
    approval: Approval
    target: Path

    def __call__(self, progress: Progress) -> Approved:
        from lpd_desktop.release.sign_off import sign_off

        progress.step(0, "Das Dokument wird besiegelt")
        return Approved(self.file, sign_off(self.file, self.approval), self.target)


@dataclass(frozen=True)
class KeepRelease:
    """Writes the approved PDF and keeps it in the store; gives its path."""

    approved: Approved
    draft: str
    drafts: Drafts

    def __call__(self, progress: Progress) -> Path:
        progress.step(0, "Das PDF wird geschrieben")
        result = self.approved.result
        write_atomically(self.approved.target, result.pdf)
        self.drafts.keep_release(self.draft, result.file, result.pdf)
        return self.approved.target
