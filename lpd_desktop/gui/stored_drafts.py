"""The drafts of the store, for the job runner's thread. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from lpd_desktop.editing.file_standing import SeenFile
from lpd_desktop.editing.known_draft import KnownDraft, add_draft, adopt_file, known_draft
from lpd_desktop.editing.own_dates import SettleDate
from lpd_desktop.gui.approval.told_states import BROKEN
from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.consistency import standing_fault
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.listing import list_drafts
from lpd_desktop.store.summary import DraftSummary
from lpd_desktop.store.unfinished import drafts_to_record

_APPROVED = ("approved", "submitted", "returned")


class StoredDrafts:
    """Opens a connection of its own for each call: SQLite's are bound to their thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._revisions: dict[str, int] = {}
        self._broken: dict[tuple[str, int], bool] = {}

    def rows(self) -> Sequence[DraftRow]:
        """All drafts, the one changed last first."""
        summaries = list_drafts(self._folder)
        waiting: frozenset[str] = frozenset()
        with suppress(LpdError):  # a damaged register hides no draft
            waiting = drafts_to_record(self._folder)
        broken = self._broken_approvals(summaries)
        return [
            _row(each, is_waiting=each.id in waiting, is_broken=each.id in broken)
            for each in summaries
        ]

    def _broken_approvals(self, summaries: Sequence[DraftSummary]) -> frozenset[str]:
        """Approved drafts that are not what they say; each stored state is looked at once."""
        known = self._broken
        approved = [each for each in summaries if each.version or each.state in _APPROVED]
        unknown = [each for each in approved if (each.id, each.revision) not in known]
        if unknown:
            with suppress(LpdError), DraftStore.open(self._folder) as store:
                for each in unknown:
                    known[each.id, each.revision] = _is_broken(store, each.id)
        return frozenset(each.id for each in approved if known.get((each.id, each.revision)))

    def warm_up(self) -> None:
        """Loads what reading and writing drafts needs; what goes wrong is told when it is used."""
        with suppress(LpdError), DraftStore.open(self._folder):
            pass

    def load(self, draft_id: str) -> LpdFile:
        """The stored draft; its revision is noted for `revision_of`."""
        with DraftStore.open(self._folder) as store:
            self._revisions[draft_id] = store.summary(draft_id).revision
            return store.load(draft_id)

    def add(self, file: LpdFile, origin: SeenFile | None = None) -> str:
        """Takes a plan into the store, or finds the draft that holds exactly this."""
        with DraftStore.open(self._folder) as store:
            same = store.find_same(file) if origin else None
            draft_id = same or add_draft(store, file, origin)
            self._revisions[draft_id] = store.summary(draft_id).revision
            return draft_id

    def keep_release(
        self, draft_id: str, file: LpdFile, pdf: bytes, before: LpdFile | None = None
    ) -> None:
        """Stores an approved plan with its release and a restore point, or nothing of it."""
        with DraftStore.open(self._folder) as store:
            store.save_release(draft_id, file, pdf, before)

    def known(self, file: LpdFile, seen: SeenFile | None = None) -> KnownDraft | None:
        """The draft to which a file belongs; one that has no file yet has this from now on."""
        with DraftStore.open(self._folder) as store:
            known = known_draft(store, file, seen)
            if known is not None and seen is not None:
                adopt_file(store, known, seen)
            return known

    def year_before(self, file: LpdFile) -> LpdFile | None:
        """Last year's plan of the same Jobcenter; one that cannot be read is not compared with."""
        try:
            with DraftStore.open(self._folder) as store:
                draft_id = store.year_before(file)
                return store.load(draft_id) if draft_id else None
        except LpdError:
            return None

    def settle_date(self, draft_id: str, label: str, day: str, *, done: bool) -> None:
        """Marks a day of a draft as done, or as open again; what somebody saved meanwhile stays."""
        step = SettleDate(label, day, done)
        with DraftStore.open(self._folder) as store:
            revision = store.summary(draft_id).revision
            store.save(draft_id, step(store.load(draft_id)), expected_revision=revision)

    def remove(self, draft_id: str) -> None:
        """Puts a draft into the trash."""
        with DraftStore.open(self._folder) as store:
            store.trash(draft_id)

    def revision_of(self, draft_id: str) -> int | None:
        """The revision that was loaded last."""
        return self._revisions.get(draft_id)


def _is_broken(store: DraftStore, draft_id: str) -> bool:
    """One that cannot be read is told as damaged when it is opened."""
    try:
        return bool(standing_fault(store.load(draft_id)))
    except LpdError:
        return False


def _row(summary: DraftSummary, *, is_waiting: bool, is_broken: bool) -> DraftRow:
    state = summary.state_name
    begun = ", Übergabe begonnen" if is_waiting else ""
    version = f", Fassung {summary.version}" if summary.version else ""
    return DraftRow(
        id=summary.id,
        jobcenter=summary.jobcenter,
        title=summary.title,
        year=summary.year,
        state=f"⚠ {BROKEN} ({state}{version})" if is_broken else f"{state}{version}{begun}",
        completeness=summary.completeness,
        changed=summary.changed,
        created=summary.created,
        dates=summary.dates,
    )
