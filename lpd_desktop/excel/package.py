"""A bounded look at a file before a library unpacks it: is it a workbook, and of what kind?"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Literal

from lpd_desktop.excel.foreign_files import (
    Verdict,
    verdict_on_bytes,
    verdict_on_compound,
    verdict_on_package,
)
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded

PackageKind = Literal["openxml", "xlsb", "ods", "xls", "encrypted"]

UNPACKED_LIMIT = 100 * 1024 * 1024
"""Bytes of all parts together; a budget table takes well under one megabyte."""

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError)

_PARTS_LIMIT = 5_000
_RATIO_LIMIT = 400
_RATIO_MATTERS_FROM = 4 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_CHOOSE = "bitte wählen Sie eine Datei aus Excel oder LibreOffice (.xlsx, .xlsm, .xlsb, .xls, .ods)"
_SAVE_AGAIN = (
    "bitte öffnen und speichern Sie sie in Excel oder LibreOffice "
    "oder lassen Sie sie sich noch einmal geben"
)
SMALLER = "bitte kopieren Sie das Blatt mit dem Budget in eine eigene Mappe"
_BINARY_BOOK = re.compile(r"xl/workbook[^/]*\.bin")
_MANIFEST = "META-INF/manifest.xml"
_OWNER_FILE = "~$"


class UnreadableWorkbookError(LpdError):
    """The file is no workbook that can be read."""


class PasswordNeededError(UnreadableWorkbookError):
    """The workbook is protected by a password, and none was given."""


class WrongPasswordError(UnreadableWorkbookError):
    """The password that was given does not open the workbook."""


def refusal(name: str, reason: str, advice: str = _CHOOSE) -> UnreadableWorkbookError:
    """The error with its sentence; `reason` is the middle of it, `advice` its end."""
    return UnreadableWorkbookError(
        f"„{name}“ lässt sich nicht als Arbeitsmappe lesen: {reason}; {advice}."
    )


def damaged(name: str) -> UnreadableWorkbookError:
    """The error for files that end too early or hold what no office program writes."""
    return refusal(name, "die Datei ist unvollständig oder beschädigt", _SAVE_AGAIN)


def workbook_bytes(path: Path) -> bytes:
    """The bytes of a workbook file, also while Excel has it open.

    Raises:
        UnreadableFileError: missing, no rights, too large.
        UnreadableWorkbookError: it is the small file by which Excel marks an open workbook.
    """
    if path.name.startswith(_OWNER_FILE):
        meant = path.name.removeprefix(_OWNER_FILE)
        reason = "Excel legt sie nur an, solange die Mappe geöffnet ist"
        raise refusal(path.name, reason, f"bitte wählen Sie „{meant}“ selbst")
    return read_bounded(path)


def kind_of_package(data: bytes, name: str) -> PackageKind:
    """What kind of workbook a file is, by its content alone.

    Raises:
        UnreadableWorkbookError: empty, no workbook, damaged, or larger when unpacked than any
            budget.
    """
    if not data:
        raise refusal(name, "die Datei ist leer")
    if data.startswith(_OLE):
        return _kind_of_compound(data, name)
    if not data.startswith(b"PK"):
        raise _foreign(name, verdict_on_bytes(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _kind_of_zip(package, name)
    except ZIP_ERRORS as error:
        raise damaged(name) from error


def _foreign(name: str, verdict: Verdict | None) -> UnreadableWorkbookError:
    if verdict is None:
        return refusal(name, "der Inhalt ist keine Arbeitsmappe")
    return refusal(name, *verdict)


def _kind_of_compound(data: bytes, name: str) -> PackageKind:
    if _ENCRYPTED in data:
        return "encrypted"
    if any(book in data for book in _OLD_BOOKS):
        return "xls"
    verdict = verdict_on_compound(data)
    raise _foreign(name, verdict) if verdict else damaged(name)


def _kind_of_zip(package: zipfile.ZipFile, name: str) -> PackageKind:
    parts = package.infolist()
    _refuse_bombs(parts, name)
    if any(part.flag_bits & 0x1 for part in parts):
        raise refusal(name, "sie ist mit einem Kennwort gepackt", "bitte entpacken Sie sie zuerst")
    names = {part.filename.replace("\\", "/").lstrip("/").casefold() for part in parts}
    if any(_BINARY_BOOK.fullmatch(each) for each in names):
        return "xlsb"
    if any(each.startswith("xl/") for each in names):
        return "openxml"
    mimetype = _beginning(package, "mimetype")
    if mimetype.startswith(_SPREADSHEET) or _SPREADSHEET in _beginning(package, _MANIFEST):
        return "ods"
    raise _foreign(name, verdict_on_package(names, mimetype))


def _beginning(package: zipfile.ZipFile, part: str) -> bytes:
    if part not in package.namelist():
        return b""
    with package.open(part) as source:
        return source.read(2_000).strip()


def _refuse_bombs(parts: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(part.file_size for part in parts)
    if total > UNPACKED_LIMIT or len(parts) > _PARTS_LIMIT:
        size = UNPACKED_LIMIT // (1024 * 1024)
        raise refusal(name, f"ihr Inhalt ist größer als {size} MB", SMALLER)
    for part in parts:
        is_large = part.file_size > _RATIO_MATTERS_FROM
        if is_large and part.file_size > _RATIO_LIMIT * max(1, part.compress_size):
            raise refusal(name, "ihr Inhalt ist auffällig stark gepackt", SMALLER)
