"""A plan and its approved document: whether they belong together, and the plan as submitted."""

from __future__ import annotations

from datetime import date

from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.work import STATE_NAMES, Release
from lpd_desktop.release.acceptance import Accepted, NotAcceptableError
from lpd_desktop.release.approval import NotReadyError, WrongStateError, blocking_findings
from lpd_desktop.release.consistency import require_consistent, way_out
from lpd_desktop.release.states import Actor, move
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import german_date

_NAME_OF_APPROVAL = "Name und Funktion aus der Freigabe übernommen"


def require_approved(file: LpdFile) -> None:
    """Refuses what is not approved, or is back from the ministry.

    Raises:
        NotReadyError: a draft in which the checks find errors.
        WrongStateError: another state, or the plan was changed after its approval.
        ContradictionError: its log tells the approval otherwise.
    """
    if file.work.state not in ("approved", "submitted") or file.release is None:
        errors = blocking_findings(file)
        if errors and file.release is None:
            raise NotReadyError(errors)
        state = STATE_NAMES[file.work.state]
        message = f"Das Dokument ist {state}; eingereicht wird nur ein freigegebenes Dokument."
        raise WrongStateError(message)
    if seal_digest(file) != file.release.seal:
        message = (
            "Das Dokument wurde nach der Freigabe verändert und passt nicht mehr zu seinem "
            f"Siegel. {way_out(file)}"
        )
        raise WrongStateError(message)
    require_consistent(file)


def require_same_plan(file: LpdFile, document: Accepted) -> None:
    """Refuses a document of another approval than that of the plan.

    Raises:
        NotAcceptableError: seal, version or names differ.
    """
    if file.release != document.release:
        message = (
            "Dieses PDF gehört nicht zu der Freigabe in der Datei; bitte nennen Sie das PDF, das "
            "bei dieser Freigabe entstanden ist, oder lassen Sie --pdf weg."
        )
        raise NotAcceptableError(message)


class ImpossibleDayError(LpdError):
    """Nothing can have been handed over on this day."""


def require_possible_day(release: Release | None, day: str) -> None:
    """Refuses the day (ISO) of a hand-over that is to come, or before the approval.

    Args:
        release: What was handed over; None where that cannot be read any more.
        day: Empty for now.

    Raises:
        ImpossibleDayError: the document cannot have been handed over then.
    """
    problem = problem_of_day(release.date if release is not None else "", day) if day else ""
    if problem:
        raise ImpossibleDayError(problem)


def problem_of_day(approved: str, day: str) -> str:
    """Why nothing can have been handed over on a day, in German; empty where it can.

    Args:
        approved: The day of the approval, empty where it is not known; ISO, as `day`.
        day: Of the hand-over.
    """
    today = date.today().isoformat()
    if day > today:
        return (
            f"Die Übergabe kann nicht am {german_date(day)} gewesen sein; heute ist der "
            f"{german_date(today)}."
        )
    if day < approved:
        return (
            f"Die Übergabe am {german_date(day)} läge vor der Freigabe "
            f"({german_date(approved)}); bitte berichtigen Sie den Tag."
        )
    return ""


def submitted(file: LpdFile, actor: Actor | None, time: str) -> LpdFile:
    """The plan in the state `submitted`; one that is in it already comes back as it is.

    Args:
        file: An approved plan.
        actor: Who hands it over; None takes the one who approved first, which the log says.
        time: ISO time in UTC.

    Raises:
        WrongStateError: the plan is in another state, or its seal is broken.
        ContradictionError: its log tells its state or approval otherwise.
        ActorMissingError: name or function is missing.
    """
    require_consistent(file)
    if file.work.state == "submitted":
        return file
    if actor is None and file.release is not None:
        first = file.release.signatories[0]
        known = Actor(first.name, first.role, account_name())
        return move(file, "submitted", known, time, _NAME_OF_APPROVAL)
    return move(file, "submitted", actor or Actor("", ""), time)
