"""A bounded look at a file before a library unpacks it: is it a workbook, and of what kind?"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Literal

from lpd_desktop.runtime.errors import LpdError

PackageKind = Literal["openxml", "other"]

UNPACKED_LIMIT = 100 * 1024 * 1024
"""Bytes of all parts together; a budget table takes well under one megabyte."""

_PARTS_LIMIT = 5_000
_RATIO_LIMIT = 400
_RATIO_MATTERS_FROM = 4 * 1024 * 1024
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


class UnreadableWorkbookError(LpdError):
    """The file is no workbook that can be read."""


def refusal(name: str, reason: str) -> UnreadableWorkbookError:
    """The error with its sentence; `reason` is the middle of it."""
    return UnreadableWorkbookError(
        f"„{name}“ lässt sich nicht als Arbeitsmappe lesen: {reason}. "
        "Bitte wählen Sie eine Datei aus Excel oder LibreOffice (.xlsx, .xlsm, .xlsb, .xls, .ods)."
    )


def kind_of_package(data: bytes, name: str) -> PackageKind:
    """`openxml` for .xlsx and .xlsm, `other` for .xls, .xlsb and .ods.

    Raises:
        UnreadableWorkbookError: empty, no workbook, protected by a password, or larger when
            unpacked than any budget.
    """
    if not data:
        raise refusal(name, "die Datei ist leer")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise refusal(name, "sie ist mit einem Kennwort geschützt")
        return "other"
    if not data.startswith(b"PK"):
        raise refusal(name, "der Inhalt ist keine Arbeitsmappe")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _kind_of_zip(package, name)
    except _ZIP_ERRORS as error:
        raise refusal(name, "die Datei ist unvollständig oder beschädigt") from error


def _kind_of_zip(package: zipfile.ZipFile, name: str) -> PackageKind:
    parts = package.infolist()
    _refuse_bombs(parts, name)
    names = {part.filename for part in parts}
    if any(part.flag_bits & 0x1 for part in parts):
        raise refusal(name, "sie ist mit einem Kennwort geschützt")
    if package.testzip() is not None:  # a part under a damaged name would be left out in silence
        raise refusal(name, "die Datei ist unvollständig oder beschädigt")
    if "xl/workbook.xml" in names:
        return "openxml"
    if "xl/workbook.bin" in names:
        return "other"
    if "mimetype" in names and package.read("mimetype").strip().startswith(_SPREADSHEET):
        return "other"
    raise refusal(name, "der Inhalt ist keine Arbeitsmappe")


def _refuse_bombs(parts: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(part.file_size for part in parts)
    if total > UNPACKED_LIMIT or len(parts) > _PARTS_LIMIT:
        size = UNPACKED_LIMIT // (1024 * 1024)
        raise refusal(name, f"ihr Inhalt ist größer als {size} MB")
    for part in parts:
        is_large = part.file_size > _RATIO_MATTERS_FROM
        if is_large and part.file_size > _RATIO_LIMIT * max(1, part.compress_size):
            raise refusal(name, "ihr Inhalt ist auffällig stark gepackt")
