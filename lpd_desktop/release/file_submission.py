"""Handing over a plan that lies in a file: check, freeze, PDF, package, state, in this order.

The file is frozen (approved) before the package is written and says `submitted` afterwards, so a
killed process leaves the plan as it was, or approved, or whole; the same call completes it.
"""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.release.acceptance import accepted
from lpd_desktop.release.approval import APPROVABLE, Approval
from lpd_desktop.release.changes import replaced_file
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.package import Extras, Package, package_of
from lpd_desktop.release.package_folder import (
    WrittenPackage,
    missing_files,
    take_back,
    write_package,
)
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.release.states import Actor
from lpd_desktop.release.submitting import require_approved, require_same_plan, submitted
from lpd_desktop.runtime.claimed import claimed
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import prepared, read_bounded, write_atomically

_ONLY_THE_FILE = (
    "Das Paket lag von einem früheren Aufruf schon vollständig da; unterbrochen worden war er vor "
    "dem Eintrag in der .lpd-Datei, der jetzt nachgeholt ist."
)


_BUSY = (
    "„{name}“ wird gerade von einem anderen Aufruf übergeben; bitte warten Sie, bis er fertig ist, "
    "und sehen Sie dann mit „lpd state“ nach."
)
_SUBMITTED_MEANWHILE = (
    "„{name}“ ist inzwischen von einem anderen Aufruf als eingereicht festgehalten; dieser hat "
    "nichts geschrieben. Wo das Paket liegt, hat der andere gesagt."
)
_CHANGED_MEANWHILE = (
    "„{name}“ wurde während des Aufrufs von anderer Seite geändert; es ist nichts geschrieben. "
    "Bitte sehen Sie mit „lpd state“ nach und rufen Sie noch einmal auf."
)


class PlanBusyError(LpdError):
    """Another call hands over the same file just now."""


class ChangedMeanwhileError(NotAllowedError):
    """The file was changed while its package was being made."""


@dataclass(frozen=True)
class Wanted:
    """How a plan in a file is handed over.

    Attributes:
        pdf: Bytes of its approved document; None to render it.
        approval: For a draft: it is approved first.
        actor: Who hands it over; None for the one who approved.
        time: ISO time in UTC.
        changes: With the document of changes where the replaced version is at hand.
    """

    texts: HandOverTexts
    time: str
    pdf: bytes | None = None
    approval: Approval | None = None
    actor: Actor | None = None
    four_eyes: bool = False
    publishing: bool = False
    replaced: LpdFile | None = None
    changes: bool = True


@dataclass(frozen=True)
class Frozen:
    """A plan that is ready to be handed over; nothing is written yet.

    Attributes:
        before: The bytes of its file.
        approved: The plan with its approval.
        final: The plan as it is afterwards.
    """

    before: bytes
    approved: LpdFile
    final: LpdFile
    package: Package

    @property
    def is_approved_now(self) -> bool:
        """Whether the approval is part of this hand-over."""
        return read_lpd(self.before).work.state in APPROVABLE

    @property
    def was_submitted(self) -> bool:
        """Whether the file says so already, so that only the package is left to write."""
        return self.final is self.approved


def freeze(plan: Path, wanted: Wanted) -> Frozen:
    """Checks, approves where that is wanted, makes the document and the package, in memory.

    Raises:
        NotAllowedError: errors in the plan, the wrong state, or a document that is not its own.
        LpdError: the file cannot be read, or the texts of the office cannot be filled in.
    """
    before = read_bounded(plan)
    file, pdf = read_lpd(before), wanted.pdf
    if wanted.approval is not None and file.work.state in APPROVABLE:
        result = sign_off(file, wanted.approval, four_eyes=wanted.four_eyes)
        file, pdf = result.file, pdf or result.pdf
    require_approved(file)
    document = accepted(pdf or render_plan(file, draft=False).data)
    require_same_plan(file, document)
    replaced = (wanted.replaced or replaced_file(file.work)) if wanted.changes else None
    package = package_of(document, wanted.texts, Extras(wanted.publishing, replaced))
    return Frozen(before, file, submitted(file, wanted.actor, wanted.time), package)


def hand_over_file(plan: Path, frozen: Frozen, folder: Path) -> WrittenPackage:
    """Writes the package and the state; where one cannot be written, both are as before.

    Raises:
        PlanBusyError: another call hands this plan over just now.
        ChangedMeanwhileError: its file is not as it was when it was frozen.
        LpdError: the folder holds something else, or something cannot be written.
    """
    missing_files(folder.absolute(), frozen.package.files)
    if frozen.was_submitted:
        return write_package(folder, frozen.package)
    with _alone(plan):
        _require_unchanged(plan, frozen)
        return _hand_over(plan, frozen, folder)


def _alone(plan: Path) -> AbstractContextManager[None]:
    """One call at a time: each would put its own package beside the state of the other."""
    path = plan.resolve()
    digest = hashlib.sha256(path.name.encode("utf-8", "surrogateescape")).hexdigest()
    folder = path.with_name(f".{path.name[:40]}.{digest[:8]}.uebergabe")
    return claimed(folder, PlanBusyError(_BUSY.format(name=plan.name)))


def _require_unchanged(plan: Path, frozen: Frozen) -> None:
    data = read_bounded(plan)
    if data == frozen.before:
        return
    is_submitted = read_lpd(data).work.state == "submitted"
    told = _SUBMITTED_MEANWHILE if is_submitted else _CHANGED_MEANWHILE
    raise ChangedMeanwhileError(told.format(name=plan.name))


def _hand_over(plan: Path, frozen: Frozen, folder: Path) -> WrittenPackage:
    with prepared(plan, write_lpd(frozen.final)) as take_name:
        if frozen.is_approved_now:
            write_atomically(plan, write_lpd(frozen.approved))
        written = None
        try:
            written = write_package(folder, frozen.package)
            take_name()
        except BaseException:
            _undo(plan, frozen, written)
            raise
    if written.was_there and not written.interrupted:
        return WrittenPackage(written.folder, was_there=True, interrupted=_ONLY_THE_FILE)
    return written


def _undo(plan: Path, frozen: Frozen, written: WrittenPackage | None) -> None:
    if written is not None:
        take_back(written, frozen.package)
    if frozen.is_approved_now:
        write_atomically(plan, frozen.before)
