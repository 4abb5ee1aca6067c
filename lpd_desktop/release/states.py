"""The states of a plan, and how it gets from one to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, published_text, seal_digest
from lpd_desktop.plan.log_chain import ELSEWHERE_EVENT, appended, life_entries
from lpd_desktop.plan.work import STATE_NAMES, LogEntry, Release, Replaced, State, Work
from lpd_desktop.release.approval import APPROVED, SUBMITTED, WrongStateError
from lpd_desktop.release.consistency import contradiction, way_out
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import counted

RETURNED, WITHDRAWN, NEXT_VERSION = "returned", "withdrawn", "next_version"

EVENT_NAMES: dict[str, str] = {
    "review_begun": "in die interne Prüfung gegeben",
    "review_ended": "aus der Prüfung zurückgeholt",
    APPROVED: "freigegeben",
    WITHDRAWN: "Freigabe zurückgenommen",
    SUBMITTED: "eingereicht",
    RETURNED: "vom Empfänger zurückgegeben",
    NEXT_VERSION: "neue Fassung begonnen",
    ELSEWHERE_EVENT: "aus einem PDF übernommen, ohne die Historie davor",
    "budget_imported": "Budget eingelesen",
    "budget_restored": "Budgetstand zurückgeholt",
    "topic_put_away": "Schwerpunktthema abgewählt",
}
"""What the log tells of each event, in German."""


@dataclass(frozen=True)
class Transition:
    """One way from state to state.

    Attributes:
        key: Its stable name.
        starts: The states it begins in.
        event: What the log calls it.
        caption: What people press, in German.
        only: From where it goes, as a German sentence.
    """

    key: str
    starts: tuple[State, ...]
    target: State
    event: str
    caption: str
    only: str


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "review", ("draft",), "in_review", "review_begun", "In die interne Prüfung geben",
        "In die interne Prüfung geht nur ein Entwurf.",
    ),
    Transition(
        "back", ("in_review",), "draft", "review_ended", "Zurück in den Entwurf",
        "Aus der Prüfung zurückholen lässt sich nur, was in interner Prüfung ist.",
    ),
    Transition(
        "approve", ("draft", "in_review"), "approved", APPROVED, "Freigeben",
        "Freigeben lässt sich nur ein Entwurf oder was in interner Prüfung ist.",
    ),
    Transition(
        "withdraw", ("approved",), "draft", WITHDRAWN, "Freigabe zurücknehmen",
        "Zurücknehmen lässt sich nur eine Freigabe, und nur vor der Einreichung.",
    ),
    Transition(
        "submit", ("approved",), "submitted", SUBMITTED, "Einreichung festhalten",
        "Einreichen lässt sich nur, was freigegeben ist.",
    ),
    Transition(
        "return", ("submitted",), "returned", RETURNED, "Rückgabe festhalten",
        "Zurückgegeben werden kann nur, was eingereicht ist.",
    ),
    Transition(
        "next", ("returned",), "draft", NEXT_VERSION, "Nächste Fassung beginnen",
        "Eine nächste Fassung beginnt erst, wenn die eingereichte zurückgegeben ist.",
    ),
)  # fmt: skip
"""All ways there are; what is not in this table does not happen."""

_BROKEN_SEAL = (
    "Die Daten passen nicht zu ihrem Siegel; nehmen Sie die Freigabe zurück und geben Sie neu frei."
)


class ActorMissingError(LpdError):
    """Nobody is named who changes the state."""


@dataclass(frozen=True)
class Actor:
    """Who changes the state: name and function as typed, account as the system tells it."""

    name: str
    role: str
    account: str = ""


@dataclass(frozen=True)
class Step:
    """A way from the present state, or why there is none.

    Attributes:
        reason: Why it is not possible now, empty where it is.
    """

    key: str
    caption: str
    target: State
    reason: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether it can be gone now."""
        return not self.reason


def steps_from(file: LpdFile, *, errors: int = 0) -> tuple[Step, ...]:
    """All steps there are, each with why it is not possible now.

    Args:
        file: The plan.
        errors: How many errors the checks find; they stand against an approval.
    """
    return tuple(
        Step(each.key, each.caption, each.target, _reason(each, file, errors))
        for each in TRANSITIONS
    )


def move(file: LpdFile, to: State, actor: Actor, time: str, note: str = "") -> LpdFile:
    """The plan in another state, with an entry in its log.

    A returned plan becomes the draft of the next version and keeps what it replaces; a withdrawn
    approval leaves the plan as it is and its version number unused.

    Args:
        file: The plan.
        to: The state; approving needs more, see `release.sign_off`.
        actor: Who does it.
        time: ISO time in UTC.
        note: What was typed about it.

    Raises:
        WrongStateError: there is no such way from the present state, or the seal is broken.
        ActorMissingError: name or function is missing.
    """
    transition = _transition(file, to)
    _require(transition, file)
    if not (actor.name.strip() and actor.role.strip()):
        message = (
            "Zu jedem Wechsel des Zustands gehören Name und Funktion; bitte ergänzen Sie die "
            "fehlende Angabe. Sie steht dann in der Historie und ist keine Unterschrift."
        )
        raise ActorMissingError(message)
    return _moved(file, transition, actor, time, note)


def next_version_draft(file: LpdFile, actor: Actor, time: str, note: str = "") -> LpdFile:
    """The draft of the next version out of a returned plan; see `move`.

    Raises:
        WrongStateError: the plan was not returned.
        ActorMissingError: name or function is missing.
    """
    if file.work.state != "returned":
        _require(TRANSITIONS[-1], file)
    return move(file, "draft", actor, time, note)


def withdraw_approval(file: LpdFile, name: str, time: str) -> LpdFile:
    """The draft again, without a new version number; possible until submission.

    Raises:
        WrongStateError: the plan is not approved.
    """
    transition = next(each for each in TRANSITIONS if each.event == WITHDRAWN)
    _require(transition, file)
    return _moved(file, transition, Actor(name, ""), time, "")


def _require(transition: Transition, file: LpdFile) -> None:
    reason = _reason(transition, file, 0)
    if reason:
        raise WrongStateError(f"Das Dokument ist {_state_told(file)}. {reason}")


def _state_told(file: LpdFile) -> str:
    state = file.work.state
    return "ein Entwurf" if state == "draft" else STATE_NAMES[state]


def _transition(file: LpdFile, to: State) -> Transition:
    """The way to a state from the present one, else one that says what is missing."""
    if to == file.work.state:
        raise WrongStateError(f"Das Dokument ist schon {_state_told(file)}.")
    ways = [each for each in TRANSITIONS if each.target == to]
    fitting = [each for each in ways if file.work.state in each.starts]
    if to == "approved" and fitting:
        message = (
            "Zur Freigabe gehören Name, Funktion, Ort und Prüfung; sie geht mit „lpd sign-off“ "
            "oder im Fenster unter „Freigabe“."
        )
        raise WrongStateError(message)
    return (fitting or ways)[-1]


def _reason(transition: Transition, file: LpdFile, errors: int) -> str:
    """Why a step is not possible now, empty where it is."""
    if transition.target == file.work.state != "draft":
        return f"Das Dokument ist schon {_state_told(file)}."
    if file.work.state not in transition.starts:
        return transition.only
    fault = contradiction(file)
    if fault and transition.event != WITHDRAWN:
        return f"{fault} {way_out(file)}"
    if transition.target == "submitted" and not _is_sealed(file):
        return _BROKEN_SEAL
    if transition.target == "approved" and errors:
        return f"{counted(errors, 'Fehler steht', 'Fehler stehen')} der Freigabe entgegen."
    return ""


def _is_sealed(file: LpdFile) -> bool:
    return file.release is not None and seal_digest(file) == file.release.seal


def _moved(file: LpdFile, transition: Transition, actor: Actor, time: str, note: str) -> LpdFile:
    seal = file.release.seal if file.release is not None else ""
    entry = LogEntry(
        time=time,
        event=transition.event,
        name=" ".join(actor.name.split()),
        role=" ".join(actor.role.split()),
        account=actor.account,
        note=note.strip(),
        detail=seal if transition.event in (SUBMITTED, NEXT_VERSION) else "",
        state=transition.target,
        seal=seal,
    )
    work = appended(_anchored(file, time), entry)
    work = changed(work, state=transition.target)
    if transition.target != "draft" or file.release is None:
        return replace(file, work=work)
    return replace(file, work=_remembering(work, file, transition), release=None)


def _anchored(file: LpdFile, time: str) -> Work:
    """A plan out of a PDF has no log; its first entry says at which link the log went on."""
    release = file.release
    if any(life_entries(file.work.log)) or release is None or not release.log_chain:
        return file.work
    entry = LogEntry(time=time, event=ELSEWHERE_EVENT, detail=release.log_chain, seal=release.seal)
    return appended(file.work, entry)


def _remembering(work: Work, file: LpdFile, transition: Transition) -> Work:
    """The work with the version that the draft is to replace."""
    release = file.release
    if release is None:
        return work
    if transition.event == NEXT_VERSION:
        return changed(work, replaced=_replaced(file, release))
    if work.replaced is None and release.replaces and not _knows(work, release.replaces):
        before = Replaced(version=release.version - 1, seal=release.replaces)
        return changed(work, replaced=before)
    return work


def _knows(work: Work, seal: str) -> bool:
    return any(entry.event == SUBMITTED and entry.detail == seal for entry in work.log)


def _replaced(file: LpdFile, release: Release) -> Replaced:
    return Replaced(
        version=release.version,
        seal=release.seal,
        date=release.date,
        log_chain=release.log_chain,
        content=published_text(file),
    )
