"""The package for MAGS: the document, a mail draft, the words to go with it, a list of digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.release.acceptance import Accepted, NotAcceptableError
from lpd_desktop.release.file_names import file_name
from lpd_desktop.release.hand_over_texts import HandOverTexts, Letter, letter_for
from lpd_desktop.release.mail import Attachment, mail_draft
from lpd_desktop.runtime.progress import Progress

DIGESTS = "SHA256SUMS.txt"

FileKind = Literal["document", "mail", "text", "publishing", "changes", "digests"]

FILE_KINDS: dict[FileKind, str] = {
    "document": "das freigegebene PDF",
    "mail": "E-Mail-Entwurf mit dem PDF als Anhang",
    "text": "Begleittext zum Kopieren",
    "publishing": "Veröffentlichungsfassung ohne Daten",
    "changes": "Änderungen gegenüber der ersetzten Fassung",
    "digests": "Prüfsummen der Dateien",
}
"""What people read."""


@dataclass(frozen=True)
class PackageFile:
    """One file of a package."""

    name: str
    data: bytes
    kind: FileKind

    @property
    def sha256(self) -> str:
        """Digest of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Extras:
    """What goes into a package beside the document.

    Attributes:
        publishing: The copy without data.
        replaced: The version that this one replaces, as it was approved: then the document of
            changes is made.
    """

    publishing: bool = False
    replaced: LpdFile | None = None


@dataclass(frozen=True)
class Package:
    """What is handed over; the same document, texts and extras give the same bytes."""

    document: Accepted
    letter: Letter
    files: tuple[PackageFile, ...]

    @property
    def name(self) -> str:
        """The name of the document."""
        return self.files[0].name

    @property
    def sha256(self) -> str:
        """The digest of the document."""
        return self.files[0].sha256


def package_of(
    document: Accepted,
    texts: HandOverTexts,
    extras: Extras | None = None,
    progress: Progress | None = None,
) -> Package:
    """The package of an accepted document; nothing is written.

    Raises:
        TemplateError: the rule for names, subject or text of the office has an unknown field.
        NotAcceptableError: `extras.replaced` is not the version that this one replaces.
    """
    tell, wanted = progress or Progress(), extras or Extras()
    name = file_name(texts.file_name_rule, document.file)
    pdf = PackageFile(name, document.pdf, "document")
    letter = letter_for(document.file, document.release, texts, name, pdf.sha256)
    mail = mail_draft(letter, Attachment(name, document.pdf))
    stem = name.removesuffix(".pdf")
    files = [
        pdf,
        PackageFile(f"{stem}.eml", mail, "mail"),
        PackageFile(f"{stem}_Begleittext.txt", _text_file(letter), "text"),
        *_further(document, stem, wanted, tell),
    ]
    digests = "".join(f"{each.sha256}  {each.name}\n" for each in files).encode()
    return Package(document, letter, (*files, PackageFile(DIGESTS, digests, "digests")))


def _text_file(letter: Letter) -> bytes:
    """Subject, recipient and text; with a mark and line ends that old editors of Windows read."""
    to = "; ".join(letter.addresses)
    lines = [f"An: {letter.recipient}{f' <{to}>' if to else ''}", f"Betreff: {letter.subject}", ""]
    return "\r\n".join([*lines, *letter.text.split("\n")]).encode("utf-8-sig")


def _further(
    document: Accepted, stem: str, extras: Extras, progress: Progress
) -> Iterator[PackageFile]:
    if extras.publishing:
        progress.step(45, "Die Veröffentlichungsfassung wird gesetzt")
        yield PackageFile(f"{stem}_Veroeffentlichung.pdf", _publishing(document), "publishing")
    if extras.replaced is not None:
        progress.step(60, "Das Änderungsdokument wird gesetzt")
        data = _changes(document, extras.replaced, stem)
        yield PackageFile(f"{stem}_Aenderungen.pdf", data, "changes")


def _publishing(document: Accepted) -> bytes:
    from lpd_desktop.pdf.edition import Edition
    from lpd_desktop.pdf.rendering import render_edition

    return render_edition(document.file, Edition("publishing")).data


def _changes(document: Accepted, replaced: LpdFile, stem: str) -> bytes:
    from lpd_desktop.pdf.changes.change_document import render_changes
    from lpd_desktop.pdf.changes.compared_state import ComparedState

    _require_predecessor(document, replaced)
    version = replaced.release.version if replaced.release else 0
    old = ComparedState(replaced, f"{version}. Fassung")
    return render_changes(old, ComparedState(document.file, stem)).data


def _require_predecessor(document: Accepted, replaced: LpdFile) -> None:
    seal = replaced.release.seal if replaced.release else ""
    if not seal or seal != document.release.replaces or seal_digest(replaced) != seal:
        message = (
            "Die genannte frühere Fassung ist nicht die, welche dieses Dokument ersetzt; bitte "
            "nennen Sie deren freigegebenes PDF, oder lassen Sie die Angabe weg."
        )
        raise NotAcceptableError(message)
