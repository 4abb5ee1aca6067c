"""The right reader for a document's bytes."""

from __future__ import annotations

from lpd_desktop.word.decoding import kind_of
from lpd_desktop.word.plain_text import read_text
from lpd_desktop.word.source import SourceDocument


def read_document(data: bytes, name: str) -> SourceDocument:
    """The lines of a .docx, .md or .txt.

    Raises:
        UnreadableDocumentError: no such document, with the reason in German.
    """
    if kind_of(data, name) == "docx":
        from lpd_desktop.word.docx_reader import read_docx

        return read_docx(data, name)
    return read_text(data, name)
