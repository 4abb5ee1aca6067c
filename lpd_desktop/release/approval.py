"""Approving a plan: state, version, seal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from msgspec.structs import replace as changed

from lpd_desktop.check.finding import Finding
from lpd_desktop.plan.characters import unsettable
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.log_chain import appended, chain_head
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import STATE_NAMES, LogEntry, Release, State, Work
from lpd_desktop.release.changes import changes_of
from lpd_desktop.release.four_eyes import require_four_eyes
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.german import counted

APPROVABLE: tuple[State, ...] = ("draft", "in_review")
APPROVED, SUBMITTED = "approved", "submitted"
"""Events of the log; the detail of `submitted` is the seal of what was submitted."""


class NotReadyError(NotAllowedError):
    """Errors stand against an approval; `findings` are all of them."""

    def __init__(self, findings: list[Finding]) -> None:
        """Takes the findings of level error."""
        self.findings = findings
        first = findings[0]
        super().__init__(
            f"Die Freigabe ist nicht möglich: {counted(len(findings), 'Fehler', 'Fehler')}, "
            f"der erste bei „{first.place}“: {first.message}"
        )


class WrongStateError(NotAllowedError):
    """The step does not exist in this state."""


class IncompleteApprovalError(LpdError):
    """A name, function, place or date is missing, no date, or cannot be printed."""


@dataclass(frozen=True)
class Approval:
    """Who approves, where, on which day (ISO), and when it was typed (ISO time in UTC).

    Attributes:
        signatories: First who approves, then who signs along.
        account: Of the operating system, under which it was typed.
    """

    signatories: tuple[Signatory, ...]
    place: str
    date: str
    time: str = ""
    account: str = ""


def blocking_findings(file: LpdFile) -> list[Finding]:
    """The errors that stand against an approval."""
    from lpd_desktop.check.engine import check_plan

    findings = check_plan(file.plan, file.work, file.form)
    return [finding for finding in findings if finding.level == "error"]


def approve(file: LpdFile, approval: Approval, *, four_eyes: bool = False) -> LpdFile:
    """The approved and sealed file.

    The seal is the SHA-256 over the canonical JSON of `{form, plan, schema}`.

    Args:
        file: A draft, or one in review.
        approval: Who approves, where and when.
        four_eyes: Whether the one who approves must be another than the last editor.

    Raises:
        FourEyesError: both are one, as far as names and accounts tell.
        WrongStateError: the plan is neither a draft nor in review.
        NotReadyError: the checks find errors.
        IncompleteApprovalError: name, function, place or date is missing or cannot be printed.
    """
    if file.work.state not in APPROVABLE:
        state = STATE_NAMES[file.work.state]
        message = f"Das Dokument ist {state}; freigeben lässt sich nur ein Entwurf."
        raise WrongStateError(message)
    _require_complete(approval)
    if four_eyes:
        require_four_eyes(file.work, approval.signatories[0], approval.account)
    errors = blocking_findings(file)
    if errors:
        raise NotReadyError(errors)
    return proposed(file, approval)


def proposed(file: LpdFile, approval: Approval) -> LpdFile:
    """What `approve` gives, without asking whether it may be: for looking at its pages."""
    seal = seal_digest(file)
    work = _logged(file.work, approval, seal)
    release = Release(
        version=next_version(file),
        seal=seal,
        signatories=approval.signatories,
        place=approval.place,
        date=approval.date,
        replaces=_replaced_seal(file),
        log_chain=chain_head(work.log),
        changes=changes_of(file),
    )
    return replace(file, work=work, release=release)


def next_version(file: LpdFile) -> int:
    """The number the next submitted version has; only submission uses one up."""
    logged = sum(entry.event == SUBMITTED for entry in file.work.log)
    replaced = file.work.replaced.version if file.work.replaced is not None else 0
    return 1 + max(logged, replaced)


def _replaced_seal(file: LpdFile) -> str:
    if file.work.replaced is not None:
        return file.work.replaced.seal
    submitted = [entry.detail for entry in file.work.log if entry.event == SUBMITTED]
    return submitted[-1] if submitted else ""


def _logged(work: Work, approval: Approval, seal: str) -> Work:
    """The approved work with an entry for each who approves."""
    for each in approval.signatories:
        entry = LogEntry(
            time=approval.time or approval.date,
            event=APPROVED,
            name=each.name,
            role=each.role,
            account=approval.account,
            state="approved",
            seal=seal,
        )
        work = appended(work, entry)
    return changed(work, state="approved")


def _require_complete(approval: Approval) -> None:
    filled = [
        approval.place,
        *(text for each in approval.signatories for text in (each.name, each.role)),
    ]
    if not approval.signatories or not all(text.strip() for text in filled):
        message = (
            "Zur Freigabe gehören Name, Funktion und Ort; bitte ergänzen Sie die fehlende Angabe."
        )
        raise IncompleteApprovalError(message)
    strange = unsettable(" ".join(filled))
    if strange:
        message = (
            f"In Name, Funktion oder Ort lässt sich „{strange[0]}“ (U+{ord(strange[0]):04X}) im "
            "PDF nicht setzen; bitte schreiben Sie die Angabe mit lateinischen Buchstaben."
        )
        raise IncompleteApprovalError(message)
    try:
        date.fromisoformat(approval.date)
    except ValueError:
        message = (
            f"„{approval.date}“ ist kein Datum; "
            "bitte schreiben Sie es wie 08.11.2022 oder 2022-11-08."
        )
        raise IncompleteApprovalError(message) from None
