"""The work around a plan. It lives beside it and never reaches a published PDF."""

from __future__ import annotations

from typing import Literal

from lpd_desktop.plan.budget import Basis, BudgetTable
from lpd_desktop.plan.model import Potential, TopicAnswer
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.remark import Remark
from lpd_desktop.plan.rich_text import PlanPart
from lpd_desktop.plan.signatory import Signatory

State = Literal["draft", "in_review", "approved", "submitted", "returned"]

STATE_NAMES: dict[State, str] = {
    "draft": "Entwurf",
    "in_review": "in interner Prüfung",
    "approved": "freigegeben",
    "submitted": "eingereicht",
    "returned": "zurückgegeben",
}


class ImportNote(PlanPart, kw_only=True, frozen=True):
    """What an import changed: by which rule, where, the words concerned, what was done."""

    rule: str
    where: str = ""
    quote: str = ""
    line: int = 0
    done: str = ""


class UnplacedText(PlanPart, kw_only=True, frozen=True):
    """Text that an import could not place, with its line in the source (from 1)."""

    text: str
    line: int = 0


class Acknowledgement(PlanPart, kw_only=True, frozen=True):
    """A warning that was accepted; `digest` is that of the text it was accepted for."""

    rule: str
    where: str
    digest: str
    reason: str
    name: str = ""
    time: str = ""


class CellSource(PlanPart, kw_only=True, frozen=True):
    """From which cell of a workbook an amount came."""

    row: str
    column: str
    cell: str


VersionOrigin = Literal["import", "typed", "restored", "found"]


class BudgetVersion(PlanPart, kw_only=True, frozen=True):
    """A Budgetstand: the table as it was after one import, one session of typing, or a return.

    Source, date and status of the letter behind it are the basis of its table.

    Attributes:
        source: Where the amounts came from: the name of the workbook, or German words.
        origin: `found` is a table that stood in the plan before the first version was kept.
        restores: The id of the version that was brought back.
        held: Whether the planner closed it, so that later changes begin a new one.
    """

    id: str
    item: str
    time: str
    source: str
    sha256: str = ""
    sheet: str = ""
    cells: tuple[CellSource, ...] = ()
    origin: VersionOrigin = "import"
    restores: str = ""
    note: str = ""
    held: bool = False
    table: BudgetTable

    @property
    def basis(self) -> Basis:
        """The letter behind the amounts of the plan year."""
        return self.table.basis.plan or Basis()


class LogEntry(PlanPart, kw_only=True, frozen=True):
    """One event in the life of the plan.

    Attributes:
        time: ISO time in UTC.
        event: What happened, such as `approved`.
        name: As it was typed; nobody checks it.
        account: The account of the operating system as the program saw it.
        note: What somebody typed about it.
        state: The state that was reached, empty for events that change none.
        seal: Of the release that the event is about.
        chain: Digest over the previous link and this entry; see `plan.log_chain`.
    """

    time: str
    event: str
    name: str = ""
    role: str = ""
    detail: str = ""
    account: str = ""
    note: str = ""
    state: State | Literal[""] = ""
    seal: str = ""
    chain: str = ""


class Editor(PlanPart, kw_only=True, frozen=True):
    """Who changed the plan: account of the operating system, name as typed, last time in UTC."""

    account: str = ""
    name: str = ""
    time: str = ""


class Replaced(PlanPart, kw_only=True, frozen=True):
    """The submitted version that this draft is to replace.

    Attributes:
        date: ISO date of its approval.
        log_chain: The link of the log that it names.
        content: The text of its published `lpd.json` without blanks, empty where it is not at hand.
    """

    version: int
    seal: str
    date: str = ""
    log_chain: str = ""
    content: str = ""


class Work(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """Everything around the plan.

    Attributes:
        put_away_potentials: Potentials whose addition was taken back after they were written.
        ignored_words: Words of this document that are right although no dictionary knows them.
        dates: Days that the office has set itself for the plan.
        editors: Who changed the plan, the last one last; only the newest few.
        replaced: The version that was returned, while its successor is written.
    """

    state: State = "draft"
    put_away_topics: tuple[TopicAnswer, ...] = ()
    put_away_potentials: tuple[Potential, ...] = ()
    import_notes: tuple[ImportNote, ...] = ()
    unplaced: tuple[UnplacedText, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    budget_versions: tuple[BudgetVersion, ...] = ()
    ignored_words: tuple[str, ...] = ()
    dates: tuple[OwnDate, ...] = ()
    editors: tuple[Editor, ...] = ()
    replaced: Replaced | None = None
    log: tuple[LogEntry, ...] = ()


class ReleasedChange(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """One place at which a release differs from the one it replaces.

    Attributes:
        where: Its address, that in the older release where the newer has no such place.
        place: The same in German.
        words_in: How many words are new.
        words_out: How many words are gone.
        sentence: What happened, in German.
    """

    where: str
    place: str
    words_in: int
    words_out: int
    sentence: str


class Release(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """An approval: version, seal over form and plan, who, where, when.

    Attributes:
        seal: SHA-256 over the canonical JSON of `{form, plan, schema}`; nothing of the release
            itself is part of it.
        date: ISO date of the approval.
        replaces: Seal of the version that this one replaces, empty for the first.
        log_chain: The last link of the log's chain at the approval; the log is not published.
        changes: Against the replaced version; None where there is none, or it was not at hand.
    """

    version: int
    seal: str
    signatories: tuple[Signatory, ...]
    place: str
    date: str
    replaces: str = ""
    log_chain: str = ""
    changes: tuple[ReleasedChange, ...] | None = None
