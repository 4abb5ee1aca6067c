"""Approving a plan: state, version, seal."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.check.finding import Finding
from lpd_desktop.plan.characters import unsettable
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.log_chain import appended, chain_head
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import STATE_NAMES, LogEntry, Release, State, Work
from lpd_desktop.release.changes import changes_of
from lpd_desktop.release.four_eyes import NOTHING_COMPARED, Rule, can_compare, require_four_eyes
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.german import counted, german_date

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
        rule: Who wants four eyes, where they are wanted.
    """

    signatories: tuple[Signatory, ...]
    place: str
    date: str
    time: str = ""
    account: str = ""
    rule: Rule = "office"


def blocking_findings(file: LpdFile) -> list[Finding]:
    """The errors that stand against an approval."""
    from lpd_desktop.check.engine import check_plan

    findings = check_plan(file.plan, file.work, file.form)
    return [finding for finding in findings if finding.level == "error"]


def approve(file: LpdFile, approval: Approval, *, four_eyes: bool = False) -> LpdFile:
    """The approved and sealed file.

    The seal is the SHA-256 over the canonical JSON of `{form, plan, schema}`. Version, names,
    place and day are no part of it; the chained log holds them too, see `release.consistency`.

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
    approval = on_one_line(approval)
    _require_complete(approval)
    _require_possible_day(file, approval)
    if four_eyes:
        first = approval.signatories[0]
        require_four_eyes(file.work, first, approval.account, approval.rule)
    errors = blocking_findings(file)
    if errors:
        raise NotReadyError(errors)
    is_blind = four_eyes and not can_compare(file.work)
    return proposed(file, approval, NOTHING_COMPARED if is_blind else "")


def on_one_line(approval: Approval) -> Approval:
    """The approval with names, functions and place without line breaks and doubled blanks."""
    signatories = tuple(
        changed(each, name=_line(each.name), role=_line(each.role)) for each in approval.signatories
    )
    return replace(approval, signatories=signatories, place=_line(approval.place))


def _line(text: str) -> str:
    return " ".join(text.split())


def proposed(file: LpdFile, approval: Approval, note: str = "") -> LpdFile:
    """What `approve` gives, without asking whether it may be: for looking at its pages.

    Args:
        file: The plan.
        approval: Who approves, where and when.
        note: What the log is to say about it.
    """
    approval = on_one_line(approval)
    release = Release(
        version=next_version(file),
        seal=seal_digest(file),
        signatories=approval.signatories,
        place=approval.place,
        date=approval.date,
        replaces=replaced_seal(file),
        changes=changes_of(file),
    )
    work = _logged(file.work, approval, release, note)
    return replace(file, work=work, release=changed(release, log_chain=chain_head(work.log)))


def told_approval(release: Release) -> str:
    """What the log keeps of a release beside names and seal: version, place, day, changes.

    The list of changes is kept as a digest, so that it can be compared in later versions too.
    """
    told = f"Fassung {release.version}, {release.place}, {german_date(release.date)}"
    if release.changes is None:
        return told
    changes = json.dumps(msgspec.to_builtins(release.changes), sort_keys=True)
    return f"{told}, Änderungen {hashlib.sha256(changes.encode('ascii')).hexdigest()[:16]}"


def next_version(file: LpdFile) -> int:
    """The number the next submitted version has; only submission uses one up."""
    logged = sum(entry.event == SUBMITTED for entry in file.work.log)
    replaced = file.work.replaced.version if file.work.replaced is not None else 0
    return 1 + max(logged, replaced)


def replaced_seal(file: LpdFile) -> str:
    """The seal of the version that the next one replaces, empty for the first."""
    if file.work.replaced is not None:
        return file.work.replaced.seal
    submitted = [entry.detail for entry in file.work.log if entry.event == SUBMITTED]
    return submitted[-1] if submitted else ""


def _logged(work: Work, approval: Approval, release: Release, note: str) -> Work:
    """The approved work with an entry for each who approves."""
    for each in approval.signatories:
        entry = LogEntry(
            time=approval.time or approval.date,
            event=APPROVED,
            name=each.name,
            role=each.role,
            detail=told_approval(release),
            account=approval.account,
            note=note,
            state="approved",
            seal=release.seal,
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
    hidden = [sign for sign in "".join(filled) if unicodedata.category(sign) in ("Cc", "Cf")]
    if hidden:
        message = (
            f"In Name, Funktion oder Ort steht ein unsichtbares Zeichen (U+{ord(hidden[0]):04X}); "
            "bitte tippen Sie die Angabe neu."
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


def _require_possible_day(file: LpdFile, approval: Approval) -> None:
    problem = problem_of_day(file, approval.date)
    if problem:
        raise IncompleteApprovalError(problem)


def problem_of_day(file: LpdFile, day: str) -> str:
    """Why a plan cannot have been approved on a day (ISO), in German; empty where it can.

    A plan is approved once it stands as it is, and not on a day to come.
    """
    today = date.today().isoformat()
    if day > today:
        return (
            f"Die Freigabe kann nicht am {german_date(day)} gewesen sein; heute ist der "
            f"{german_date(today)}."
        )
    if file.plan.as_of and day < file.plan.as_of:
        return (
            f"Die Freigabe am {german_date(day)} läge vor dem Stand des Plans "
            f"({german_date(file.plan.as_of)}); bitte berichtigen Sie eines von beiden."
        )
    return ""
