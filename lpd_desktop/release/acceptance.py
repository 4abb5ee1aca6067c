"""Which PDF may be handed over: our approved document, whole, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.edition_marks import Kind, kind_without_data
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.plan.work import Release
from lpd_desktop.release.verification import Verdicts, verify
from lpd_desktop.runtime.errors import NotAllowedError

_OTHER: dict[Kind, str] = {
    "publishing": "eine Veröffentlichungsfassung ohne Daten",
    "blank": "ein leeres Formular",
    "changes": "ein Änderungsdokument",
}


class NotAcceptableError(NotAllowedError):
    """The document cannot be handed over; `verdicts` are those of its verification, if any."""

    def __init__(self, message: str, verdicts: Verdicts | None = None) -> None:
        """Takes the German sentence."""
        self.verdicts = verdicts
        super().__init__(message)


@dataclass(frozen=True)
class Accepted:
    """An approved document that may be handed over.

    Attributes:
        file: The plan in it, without the work around it.
        pdf: Its bytes.
        verdicts: Of their verification.
    """

    file: LpdFile
    release: Release
    pdf: bytes
    verdicts: Verdicts


def accepted(pdf: bytes) -> Accepted:
    """The approved document in these bytes, after full verification.

    Raises:
        NotAcceptableError: a draft, another edition, or a verdict is `no`.
        LpdError: no PDF of this program.
    """
    kind = kind_without_data(pdf)
    if kind is not None:
        message = (
            f"Das ist {_OTHER.get(kind, 'eine Ausgabe ohne Daten')}; übergeben wird das "
            "freigegebene PDF, dem die Daten beiliegen."
        )
        raise NotAcceptableError(message)
    verdicts = verify(pdf)
    if not verdicts.is_sound or verdicts.file_unchanged.answer != "yes":
        wrong = [each for each in verdicts.each() if each.answer == "no"]
        first = [*wrong, verdicts.file_unchanged][0]
        message = f"Dieses PDF wird nicht übergeben: {first.sentence}"
        raise NotAcceptableError(message, verdicts)
    file = read_lpd(extract_published(pdf))
    if file.release is None:
        message = "Dieses PDF ist ein Entwurf; übergeben wird nur ein freigegebenes Dokument."
        raise NotAcceptableError(message, verdicts)
    return Accepted(file, file.release, pdf, verdicts)
