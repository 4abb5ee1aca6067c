"""What kind of file the bytes are, and text out of bytes."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Literal, NoReturn

from lpd_desktop.word.source import UnreadableDocumentError

Kind = Literal["docx", "text"]

SIZE_LIMIT = 32 * 1024 * 1024
TEXT_LIMIT = 4 * 1024 * 1024
"""Bytes of plain text; the longest real plan has thirty thousand."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = (
    (b"%PDF", "PDF-Dateien aus anderen Programmen können noch nicht übernommen werden"),
    (b"\xd0\xcf\x11\xe0", "sie ist mit einem Kennwort geschützt oder im alten Word-Format (.doc)"),
    (b"{\\rtf", "sie ist im Format RTF"),
    (b"\x89PNG", "sie ist ein Bild"),
    (b"\xff\xd8\xff", "sie ist ein Bild"),
)
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13}


def kind_of(data: bytes, name: str) -> Kind:
    """Which reader the bytes need.

    Raises:
        UnreadableDocumentError: empty, too large, or of a kind that is not read.
    """
    if not data.strip():
        refuse(name, "sie ist leer")
    if len(data) > SIZE_LIMIT:
        refuse(name, f"sie ist größer als {SIZE_LIMIT // (1024 * 1024)} MB")
    if data.startswith(b"PK"):
        return "docx"
    for start, reason in _FOREIGN:
        if data.lstrip()[: len(start)] == start:
            refuse(name, reason)
    return "text"


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises:
        UnreadableDocumentError: no text, or too much of it.
    """
    if len(data) > TEXT_LIMIT:
        refuse(name, f"sie enthält mehr als {TEXT_LIMIT // (1024 * 1024)} MB Text")
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "windows-1252", data.decode("cp1252", errors="replace")
    if _looks_binary(text):
        refuse(name, "sie enthält keinen Text")
    return unicodedata.normalize("NFC", text), encoding


def refuse(name: str, reason: str) -> NoReturn:
    """Raises the one sentence about a file that cannot be read."""
    message = (
        f"„{name}“ lässt sich nicht als Dokument lesen: {reason}. "
        "Bitte speichern Sie das Dokument als .docx, .md oder .txt."
    )
    raise UnreadableDocumentError(message) from None


def _looks_binary(text: str) -> bool:
    """Control characters or undecodable ones do not occur in text, some stray ones aside."""
    odd = sum(ord(sign) in _CONTROLS or sign == "\ufffd" for sign in text)
    return "\x00" in text or odd > len(text) // 100
