"""The package of an earlier hand-over, written once more: the same bytes, no new submission."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lpd_desktop.editing.handing_over import document_of, kept_document, replaced_version
from lpd_desktop.editing.package_recipe import kept_recipe
from lpd_desktop.release.acceptance import Accepted, accepted
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.package import Extras, Package, package_of
from lpd_desktop.release.package_folder import WrittenPackage, write_package
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import Submission


class OtherDocumentError(NotAllowedError):
    """The document of a submission is not there any more as it was handed over."""


def write_again(
    store: DraftStore,
    submission: str,
    folder: Path,
    office: HandOverTexts,
    progress: Progress | None = None,
) -> WrittenPackage:
    """Puts the package of a submission into a folder; the register notes a folder that is another.

    Args:
        store: Where the register is.
        submission: Its id.
        folder: New or empty, or the one in which a part of the package lies.
        office: The words for an entry that kept none.
        progress: Is told how far it is.

    Raises:
        OtherDocumentError: the document is gone, or not the one that was handed over.
        LpdError: the folder holds something else or cannot be written.
    """
    tell = progress or Progress()
    entry = store.submissions.of(submission)
    with store.submissions.alone(store.summary(entry.draft).plan_id):
        tell.step(10, "Das Dokument wird geprüft")
        package = _package(store, entry, office, tell)
        tell.step(80, "Die Dateien werden geschrieben")
        written = write_package(folder, package)
        if str(written.folder) != entry.folder:
            store.submissions.lies_in(submission, str(written.folder))
    return written


def _package(
    store: DraftStore, entry: Submission, office: HandOverTexts, tell: Progress
) -> Package:
    document = _document(store, entry)
    recipe = kept_recipe(entry.made_of, entry.planned, office)
    work, releases = store.load(entry.draft).work, store.releases(entry.draft)
    replaced = replaced_version(work, document.release, releases) if recipe.changes else None
    tell.step(40, "Das Paket wird zusammengestellt")
    return package_of(document, recipe.texts, Extras(recipe.publishing, replaced), tell)


def _document(store: DraftStore, entry: Submission) -> Accepted:
    """The very bytes that were handed over."""
    kept = kept_document(store.releases(entry.draft), entry.planned.sha256)
    document = accepted(kept) if kept else document_of(store, entry.draft, store.load(entry.draft))
    if hashlib.sha256(document.pdf).hexdigest() != entry.planned.sha256:
        message = (
            "Das Dokument dieser Einreichung ist nicht mehr so aufgehoben, wie es übergeben wurde; "
            "bitte nehmen Sie das Paket aus Ihrer Ablage oder das PDF aus der gesendeten E-Mail."
        )
        raise OtherDocumentError(message)
    return document
