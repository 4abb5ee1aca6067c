"""The check of the approved document, and what is known of earlier tries. Touches no widget."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.gui.handing_over.interrupted import Interrupted, interrupted
from lpd_desktop.gui.handing_over.kept_words import KeptWords, words_in
from lpd_desktop.gui.handing_over.saved_first import Flush, require_saved
from lpd_desktop.release.hand_over_fields import as_text
from lpd_desktop.runtime.errors import NotAllowedError

if TYPE_CHECKING:
    from lpd_desktop.plan.file import LpdFile
    from lpd_desktop.release.acceptance import Accepted
    from lpd_desktop.release.verdicts import Verdicts
    from lpd_desktop.runtime.progress import Progress
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.submission_entries import Submission


@dataclass(frozen=True)
class Inspection:
    """What is known before anything is written.

    Attributes:
        document: The approved document; None where it must not be handed over.
        verdicts: Of its verification; None where there was nothing to verify.
        problem: German sentence where there is no document.
        has_predecessor: Whether the version that it replaces is at hand.
        words: What was typed for it before; None for nothing.
    """

    file: LpdFile
    document: Accepted | None
    verdicts: Verdicts | None
    problem: str
    interrupted: Interrupted | None
    has_predecessor: bool
    words: KeptWords | None = None

    @cached_property
    def sha256(self) -> str:
        """Digest of the document; empty where there is none."""
        return hashlib.sha256(self.document.pdf).hexdigest() if self.document else ""


@dataclass(frozen=True)
class Inspect:
    """Verifies the approved document of a draft, and looks for what was interrupted.

    Attributes:
        flush: Stores what was changed last.
    """

    data_folder: Path
    draft: str
    flush: Flush

    def __call__(self, progress: Progress) -> Inspection:
        from lpd_desktop.store.draft_store import DraftStore

        require_saved(self.flush)
        progress.step(10, "Das PDF wird geprüft")
        with DraftStore.open(self.data_folder) as store:
            file = store.load(self.draft)
            begun = interrupted(store, self.draft, file)
            found = _inspected(store, self.draft, file, begun)
            return replace(found, words=_words_of(store, self.draft, found))


def _inspected(
    store: DraftStore, draft: str, file: LpdFile, begun: Interrupted | None
) -> Inspection:
    from lpd_desktop.editing.handing_over import document_of
    from lpd_desktop.release.acceptance import NotAcceptableError
    from lpd_desktop.release.submitting import require_approved

    try:
        require_approved(file)
        document = document_of(store, draft, file)
    except NotAllowedError as error:
        verdicts = error.verdicts if isinstance(error, NotAcceptableError) else None
        return Inspection(file, None, verdicts, str(error), begun, has_predecessor=False)
    known = _has_predecessor(store, draft, file)
    return Inspection(file, document, document.verdicts, "", begun, has_predecessor=known)


def _words_of(store: DraftStore, draft: str, found: Inspection) -> KeptWords | None:
    """What was typed and not written yet, else what an interrupted package was made of."""
    release, begun = found.file.release, found.interrupted
    if release is None:
        return None
    typed = words_in(store.submissions.words.of(draft), release.seal)
    if typed is not None or begun is None or begun.way not in ("again", "filled"):
        return typed
    return _words_made_of(begun.submission)


def _words_made_of(submission: Submission) -> KeptWords | None:
    from lpd_desktop.editing.package_recipe import read_recipe

    recipe = read_recipe(submission.made_of)
    if recipe is None:
        return None
    texts = recipe.texts
    return KeptWords(
        seal=submission.planned.seal,
        recipient=texts.recipient_name,
        address=texts.recipient_email,
        subject=as_text(texts.mail_subject),
        text=as_text(texts.mail_text),
        publishing=recipe.publishing,
        changes=recipe.changes,
    )


def _has_predecessor(store: DraftStore, draft: str, file: LpdFile) -> bool:
    seal = file.release.replaces if file.release is not None else ""
    known = file.work.replaced
    if known is not None and known.seal == seal and known.content:
        return True
    return bool(seal) and any(each.seal == seal for each in store.releases(draft))
