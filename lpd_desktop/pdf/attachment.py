"""Takes the plan's data out of a PDF that this program made."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from lpd_desktop.runtime.errors import LpdError

ATTACHMENT_NAME = "lpd.json"

_LIMIT = 64 * 1024 * 1024
"""Bytes; an attachment may unpack to more than a plan ever has."""


class NoPlanInPdfError(LpdError):
    """The bytes are no PDF, or one without our data."""


def extract_published(data: bytes) -> bytes:
    """The bytes of the attached `lpd.json`.

    Raises:
        NoPlanInPdfError: no PDF, damaged, protected by a password, or not made by this program.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _attached(pdf)
    except pikepdf.PasswordError as error:
        message = "Das PDF ist mit einem Kennwort geschützt und lässt sich nicht lesen."
        raise NoPlanInPdfError(message) from error
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = "Das PDF lässt sich nicht lesen. Bitte prüfen Sie, ob die Datei vollständig ist."
        raise NoPlanInPdfError(message) from error


def _attached(pdf: Any) -> bytes:
    if ATTACHMENT_NAME not in pdf.attachments:
        message = (
            "Dieses PDF enthält keine Plandaten (lpd.json): "
            "Es wurde nicht mit LPD Desktop erzeugt oder nachträglich neu gespeichert."
        )
        raise NoPlanInPdfError(message)
    content: bytes = pdf.attachments[ATTACHMENT_NAME].get_file().read_bytes()
    if len(content) > _LIMIT:
        message = "Die Plandaten in diesem PDF sind unglaubhaft groß und werden nicht gelesen."
        raise NoPlanInPdfError(message)
    return content
