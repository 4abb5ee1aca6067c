"""Takes the plan's data out of a PDF that this program made."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lpd_desktop.pdf.edition_marks import Kind, kind_without_data
from lpd_desktop.pdf.unpacking import unpacked_size
from lpd_desktop.runtime.errors import LpdError

ATTACHMENT_NAME = "lpd.json"

_DEEPEST = 20
"""Levels of an index of attachments; our own has one."""

_LIMIT = 64 * 1024 * 1024
"""Bytes; an attachment may unpack to more than a plan ever has."""


class NoPlanInPdfError(LpdError):
    """The bytes are no PDF, or one without our data."""


def extract_published(data: bytes, *, among_several: bool = False) -> bytes:
    """The bytes of the attached `lpd.json`.

    Args:
        data: The PDF.
        among_several: Whether the last of several files of that name will do, as for the
            verification, which names them all.

    Raises:
        NoPlanInPdfError: no PDF, damaged, protected by a password, not made by this program, or
            it has several such files.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if not among_several and _has_several(pdf):
                raise NoPlanInPdfError(_SEVERAL)
            return _attached(pdf, kind_without_data(data))
    except pikepdf.PasswordError as error:
        message = "Das PDF ist mit einem Kennwort geschützt und lässt sich nicht lesen."
        raise NoPlanInPdfError(message) from error
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = "Das PDF lässt sich nicht lesen. Bitte prüfen Sie, ob die Datei vollständig ist."
        raise NoPlanInPdfError(message) from error


_SEVERAL = (
    f"In diesem PDF liegen mehrere Dateien „{ATTACHMENT_NAME}“; welche gilt, ist ungewiss. Bitte "
    "verlangen Sie das Original."
)
_FOREIGN = (
    "Dieses PDF enthält keine Plandaten (lpd.json): "
    "Es wurde nicht mit LPD Desktop erzeugt oder nachträglich neu gespeichert."
)
_WITHOUT_DATA: dict[Kind, str] = {
    "publishing": (
        "Dieses PDF ist eine Veröffentlichungsfassung ohne Plandaten; bitte nehmen Sie das "
        "freigegebene PDF oder die .lpd-Datei."
    ),
    "blank": (
        "Dieses PDF ist ein leeres Formular ohne Plandaten; bitte legen Sie ein neues "
        "Planungsdokument an."
    ),
    "changes": (
        "Dieses PDF zeigt nur Änderungen und enthält keine Plandaten; bitte nehmen Sie die "
        ".lpd-Datei oder das PDF des Plans."
    ),
    "remarks": (
        "Dieses PDF enthält nur Anmerkungen und keine Plandaten; bitte nehmen Sie die "
        ".lpd-Datei oder das PDF des Plans."
    ),
}


def _has_several(pdf: Any) -> bool:
    """To be asked first: the library's own map of attachments drops what stands twice."""
    index = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {})
    return sum(name == ATTACHMENT_NAME for name in _names_in(index, _DEEPEST)) > 1


def _names_in(index: Any, depth: int) -> Iterator[str]:
    yield from map(str, list(index.get("/Names", []))[::2])
    if depth:
        for kid in index.get("/Kids", []):
            yield from _names_in(kid, depth - 1)


def _attached(pdf: Any, kind: Kind | None) -> bytes:
    if ATTACHMENT_NAME not in pdf.attachments:
        message = _WITHOUT_DATA[kind] if kind is not None else _FOREIGN
        raise NoPlanInPdfError(message)
    content = _unpacked(pdf.attachments[ATTACHMENT_NAME].get_file().obj)
    if len(content) > _LIMIT:
        message = "Die Plandaten in diesem PDF sind unglaubhaft groß und werden nicht gelesen."
        raise NoPlanInPdfError(message)
    return content


def _unpacked(stream: Any) -> bytes:
    """The content, or its beginning where it is longer than any plan."""
    packed = stream.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in stream
    if packed:
        try:
            return zlib.decompressobj().decompress(stream.read_raw_bytes(), _LIMIT + 1)
        except zlib.error:
            pass  # the library saves what it can of a damaged stream
    elif unpacked_size(stream, _LIMIT) > _LIMIT:
        return bytes(_LIMIT + 1)
    content: bytes = stream.read_bytes()
    return content
