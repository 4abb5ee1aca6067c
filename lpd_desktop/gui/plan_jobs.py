"""Long work on a plan, for the job runner. Each is given its data and touches no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.gui.drafts import Drafts
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.approval import Approval
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import UnwritableFileError, prepared
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.pdf.edition import Edition
    from lpd_desktop.release.sign_off import SignedOff


_SECONDS_TO_SAVE = 10.0
_NOT_SAVED = (
    "Die Freigabe ist nicht möglich, solange sich der Entwurf nicht speichern lässt; bitte geben "
    "Sie frei, sobald er gespeichert ist."
)
_PDF_MISSING = (
    "Der Plan ist freigegeben, nur das PDF liegt noch nicht am gewählten Ort; bitte speichern Sie "
    "es mit „Als PDF speichern“ im Menü „Datei“."
)


class NotSavedError(LpdError):
    """What was typed before the approval is not in the store."""


class PdfMissingError(LpdError):
    """The release is stored, its PDF got no name."""


@dataclass(frozen=True)
class RenderTo:
    """Writes the PDF; gives its path."""

    file: LpdFile
    target: Path
    edition: Edition

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.editing.file_targets import write_output
        from lpd_desktop.pdf.rendering import render_edition
        from lpd_desktop.release.consistency import require_consistent

        if self.edition.needs_approval and self.file.release is not None:
            require_consistent(self.file)
        progress.step(0, "Das Dokument wird gesetzt")
        data = render_edition(self.file, self.edition).data
        progress.step(90, "Das PDF wird geschrieben")
        write_output(self.target, data, self.edition.kind, self.file)
        return self.target


@dataclass(frozen=True)
class Approved:
    """The file before, and what signing it off gave; nothing is written yet."""

    before: LpdFile
    result: SignedOff
    target: Path


@dataclass(frozen=True)
class SignOff:
    """Approves, seals and sets the document; writes nothing.

    The rule of the office is asked here and not earlier: whatever the window knows of it may be
    older than the settings.
    """

    file: LpdFile
    approval: Approval
    target: Path
    data_folder: Path

    def __call__(self, progress: Progress) -> Approved:
        from lpd_desktop.editing.four_eyes_setting import four_eyes_setting
        from lpd_desktop.release.sign_off import sign_off

        progress.step(0, "Das Dokument wird besiegelt")
        rule = four_eyes_setting(self.data_folder)
        result = sign_off(self.file, self.approval, four_eyes=rule)
        return Approved(self.file, result, self.target)


@dataclass(frozen=True)
class KeepRelease:
    """Stores the approved plan with its release, then the PDF gets its name; gives its path.

    The PDF is written before, so that a folder that takes none leaves the plan a draft. Whatever
    ends the program between the two steps leaves a whole release in the store.

    Attributes:
        flush: Stores what was typed before the approval.
    """

    approved: Approved
    draft: str
    drafts: Drafts
    flush: Callable[[float], bool]

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.editing.file_targets import refuse_taken

        progress.step(0, "Das PDF wird geschrieben")
        result, target = self.approved.result, self.approved.target
        with alone_with(target), prepared(target, result.pdf) as take_name:
            refuse_taken(target, result.pdf, "final", result.file)
            if not self.flush(_SECONDS_TO_SAVE):
                raise NotSavedError(_NOT_SAVED)
            before = self.approved.before
            self.drafts.keep_release(self.draft, result.file, result.pdf, before)
            try:
                take_name()
            except UnwritableFileError as error:
                raise PdfMissingError(f"{_PDF_MISSING} {error}") from error
        return target
