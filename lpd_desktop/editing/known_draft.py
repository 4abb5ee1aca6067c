"""Which draft of the store a file belongs to that is opened, and which of the two is newer."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.editing.file_standing import RANKS, DraftFiles, SeenFile, relation_of
from lpd_desktop.editing.passing_places import is_passing_place
from lpd_desktop.plan.file import LpdFile, read_lpd, write_published
from lpd_desktop.plan.file_relation import Relation
from lpd_desktop.plan.file_trail import state_of
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.summary import DraftSummary


@dataclass(frozen=True)
class KnownDraft:
    """A draft of the plan that stands in a file.

    Attributes:
        relation: How the file stands to it.
    """

    draft: DraftSummary
    relation: Relation

    @property
    def is_same(self) -> bool:
        """Whether the file holds nothing that the draft has not."""
        return self.relation is Relation.SAME


def known_draft(
    store: DraftStore, file: LpdFile, seen: SeenFile | None = None
) -> KnownDraft | None:
    """The draft to which a file belongs, None where there is none of this plan.

    Of several drafts of one plan it is the one that the file says most about, then the one whose
    file it is, then the one changed last. Drafts in the trash count no more.

    Args:
        store: Where drafts are kept.
        file: The plan in the file.
        seen: The .lpd file; None for a PDF, which carries the plan without the work around it.
    """
    found = [
        _judged(store, draft, file, seen)
        for draft in store.list_drafts()
        if draft.plan_id == file.plan.id
    ]
    path = seen.path if seen is not None else None
    return min(found, key=lambda each: _rank(each, path), default=None)


def adopt_file(store: DraftStore, known: KnownDraft, seen: SeenFile) -> None:
    """A draft without a file has the one in which it is found unchanged."""
    if known.is_same and known.draft.origin is None and seen.file is not None:
        is_own = not is_passing_place(seen.path)
        store.files.note(known.draft.id, seen.origin, state_of(seen.file), is_own=is_own)


def add_draft(store: DraftStore, file: LpdFile, seen: SeenFile | None) -> str:
    """Takes a plan into the store; returns the id of its draft.

    Args:
        store: Where drafts are kept.
        file: The plan.
        seen: The .lpd file it was read from, which is the file of the draft from now on, unless
            it lies where files vanish by themselves.
    """
    if seen is None or not is_passing_place(seen.path):
        return store.add(file, seen.origin if seen is not None else None)
    draft = store.add(file)
    store.files.note(draft, seen.origin, state_of(file), is_own=False)
    return draft


def _rank(known: KnownDraft, path: object) -> tuple[bool, bool, int]:
    origin = known.draft.origin
    is_its_file = origin is not None and origin.path == path
    return not known.is_same, not is_its_file, RANKS.index(known.relation)


def _judged(
    store: DraftStore, draft: DraftSummary, file: LpdFile, seen: SeenFile | None
) -> KnownDraft:
    """A draft that cannot be read is known all the same."""
    try:
        ours = store.load(draft.id)
        shows = _shows(ours, file)
        known = DraftFiles.of(store, draft.id)
    except LpdError:
        return KnownDraft(draft, Relation.UNKNOWN)
    return KnownDraft(draft, Relation.SAME if shows else relation_of(ours, file, known, seen))


def _shows(ours: LpdFile, file: LpdFile) -> bool:
    """Whether a file holds what is published of a draft, and nothing else.

    A PDF carries the plan without its log and its remarks; they are not missed.
    """
    published = write_published(file)
    return read_lpd(published) == file and published == write_published(ours)
