"""Handing over a plan that lies in a file: check, freeze, PDF, package, state, in this order.

The file is frozen (approved) before the package is written and says `submitted` afterwards, so a
killed process leaves the plan as it was, or approved, or whole; the same call completes it.
"""

from __future__ import annotations

import contextlib
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
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.files import prepared, read_bounded
from lpd_desktop.runtime.unchanged import (
    ChangedMeanwhileError,
    bytes_at,
    require_unchanged,
    write_over,
)

_ONLY_THE_FILE = (
    "Das Paket lag von einem früheren Aufruf schon vollständig da; unterbrochen worden war er vor "
    "dem Eintrag in der .lpd-Datei, der jetzt nachgeholt ist."
)


_SUBMITTED_MEANWHILE = (
    "„{name}“ ist inzwischen von einem anderen Aufruf als eingereicht festgehalten; dieser hat "
    "nichts geschrieben. Wo das Paket liegt, hat der andere gesagt."
)


class SubmittedMeanwhileError(ChangedMeanwhileError):
    """Another call has handed the plan over."""


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
        FileBusyError: another call changes its file just now.
        ChangedMeanwhileError: its file is not as it was when it was frozen.
        LpdError: the folder holds something else, or something cannot be written.
    """
    missing_files(folder.absolute(), frozen.package.files)
    if frozen.was_submitted:
        return write_package(folder, frozen.package)
    with alone_with(plan):
        _require_unchanged(plan, frozen)
        return _hand_over(plan, frozen, folder)


def _require_unchanged(plan: Path, frozen: Frozen) -> None:
    data = bytes_at(plan)
    if data != frozen.before and data and read_lpd(data).work.state == "submitted":
        raise SubmittedMeanwhileError(_SUBMITTED_MEANWHILE.format(name=plan.name))
    require_unchanged(plan, frozen.before)


def _hand_over(plan: Path, frozen: Frozen, folder: Path) -> WrittenPackage:
    between = write_lpd(frozen.approved)
    with prepared(plan, write_lpd(frozen.final)) as take_name:
        if frozen.is_approved_now:
            write_over(plan, between, frozen.before)
        written = None
        try:
            written = write_package(folder, frozen.package)
            require_unchanged(plan, between if frozen.is_approved_now else frozen.before)
            take_name()
        except BaseException:
            _undo(plan, frozen, written, between)
            raise
    if written.was_there and not written.interrupted:
        return WrittenPackage(written.folder, was_there=True, interrupted=_ONLY_THE_FILE)
    return written


def _undo(plan: Path, frozen: Frozen, written: WrittenPackage | None, between: bytes) -> None:
    """What somebody else has put into the file meanwhile stays."""
    if written is not None:
        take_back(written, frozen.package)
    if frozen.is_approved_now:
        with contextlib.suppress(ChangedMeanwhileError):
            write_over(plan, frozen.before, between)
