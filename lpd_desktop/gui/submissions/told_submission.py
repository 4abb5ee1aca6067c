"""A submission as people read it: of which document, how it stands, what it replaces. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lpd_desktop.editing.submission_correction import told_corrections
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.release.states import RETURNED
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import counted, local_time
from lpd_desktop.store.submission_entries import PAPER_NAMES, STEP_NAMES, WAY_NAMES, Submission

if TYPE_CHECKING:
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.summary import DraftSummary

_SHORT_SEAL = 8
_UNFINISHED = (
    "Diese Übergabe ist nicht zu Ende geführt: Öffnen Sie den Plan; „An das MAGS übergeben…“ nimmt "
    "sie wieder auf oder gibt sie auf."
)
_UNKNOWN = "nicht mehr vorhandener Entwurf"


@dataclass(frozen=True)
class ToldSubmission:
    """One line of the register.

    Attributes:
        document: Jobcenter and year.
        standing: Such as `eingereicht` or `zurückgegeben am …`.
        succession: Which version it replaces, which one replaces it, what was corrected,
            what is left to do; may be empty.
        approved: The day of the approval (ISO), empty where it is not known.
    """

    entry: Submission
    document: str
    standing: str
    succession: str
    approved: str = ""

    @property
    def seal(self) -> str:
        """The beginning of the seal, as it stands in the footer of each page."""
        return self.entry.planned.seal[:_SHORT_SEAL]

    def cells(self) -> tuple[str, ...]:
        """What stands in the columns of the table."""
        planned = self.entry.planned
        return (
            self.document,
            str(planned.version),
            self.standing,
            local_time(self.entry.sent),
            planned.recipient,
            WAY_NAMES[self.entry.way],
            told_papers(self.entry),
        )


def told_papers(entry: Submission) -> str:
    """Whether the receipt is there, and how many papers there are."""
    if not entry.papers:
        return "keine"
    if entry.is_acknowledged:
        others = len(entry.papers) - 1
        name = PAPER_NAMES["acknowledgement"]
        return f"{name} und {others} weitere" if others else name
    return counted(len(entry.papers), "Beilage", "Beilagen")


def told_submissions(store: DraftStore) -> list[ToldSubmission]:
    """All submissions over all drafts, also of those in the trash; the newest first."""
    entries = store.submissions.list()
    names = {each.id: _named(each) for each in _summaries(store)}
    histories = {draft: _History.of(store, draft) for draft in {each.draft for each in entries}}
    return [
        ToldSubmission(
            each,
            names.get(each.draft, _UNKNOWN),
            histories[each.draft].standing(each),
            histories[each.draft].succession(each, entries),
            histories[each.draft].approved.get(each.planned.seal, ""),
        )
        for each in entries
    ]


def _summaries(store: DraftStore) -> Iterator[DraftSummary]:
    yield from store.list_drafts()
    yield from store.list_drafts(trashed=True)


def _named(summary: DraftSummary) -> str:
    return f"{summary.jobcenter or 'ohne Jobcenter'} {summary.year}"


@dataclass(frozen=True)
class _History:
    """What the log and the releases of a draft tell of its versions, by their seals.

    Attributes:
        returned: When a version came back.
        replaces: The seal of the version that it replaces.
        next_of: The seal of the version whose successor is being written.
        approved: On which day (ISO) a version was approved.
    """

    returned: Mapping[str, str]
    replaces: Mapping[str, str]
    next_of: str = ""
    approved: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: DraftStore, draft: str) -> _History:
        """A draft that cannot be read has none."""
        try:
            file = store.load(draft)
            known = [file, *(read_lpd(each.lpd) for each in store.releases(draft))]
        except LpdError:
            return cls({}, {})
        returned = {each.seal: each.time for each in file.work.log if each.event == RETURNED}
        releases = [each.release for each in known if each.release is not None]
        replaces = {each.seal: each.replaces for each in releases if each.replaces}
        approved = {each.seal: each.date for each in releases}
        return cls(returned, replaces, _next_of(file), approved)

    def standing(self, entry: Submission) -> str:
        """How it stands now."""
        time = self.returned.get(entry.planned.seal, "")
        if entry.step == "recorded" and time:
            return f"zurückgegeben am {local_time(time)[:10]}"
        return STEP_NAMES[entry.step]

    def succession(self, entry: Submission, others: Sequence[Submission]) -> str:
        """What it replaces, what replaces it, and what was corrected, in German sentences."""
        seal, version = entry.planned.seal, entry.planned.version
        told = []
        if seal in self.replaces:
            earlier = self.replaces[seal]
            number = _version_of(earlier, entry.draft, others) or version - 1
            told.append(f"Ersetzt Fassung {number} (Siegel {earlier[:_SHORT_SEAL]}).")
        later = [one for one, other in self.replaces.items() if other == seal]
        if later:
            number = _version_of(later[0], entry.draft, others) or version + 1
            told.append(f"Ersetzt durch Fassung {number} (Siegel {later[0][:_SHORT_SEAL]}).")
        elif self.next_of == seal:
            told.append(f"Fassung {version + 1}, die sie ersetzen soll, ist in Arbeit.")
        told += told_corrections(entry)
        if entry.step in ("begun", "written"):
            told.append(_UNFINISHED)
        return " ".join(told)


def _next_of(file: LpdFile) -> str:
    replaced = file.work.replaced
    return replaced.seal if replaced is not None and file.release is None else ""


def _version_of(seal: str, draft: str, entries: Sequence[Submission]) -> int:
    """The number under which a version was submitted; 0 for none."""
    found = (
        each.planned.version
        for each in entries
        if each.draft == draft and each.planned.seal == seal
    )
    return next(found, 0)
