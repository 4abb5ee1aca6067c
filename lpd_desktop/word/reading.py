"""The right reader for a document's bytes."""

from __future__ import annotations

from lpd_desktop.word.decoding import kind_of
from lpd_desktop.word.plain_text import read_text
from lpd_desktop.word.source import SourceDocument
from lpd_desktop.word.typed_footnotes import with_typed_footnotes


def read_document(data: bytes, name: str) -> SourceDocument:
    """The lines of a .docx, .md or .txt.

    Raises:
        UnreadableDocumentError: no such document, with the reason in German.
    """
    if kind_of(data, name) == "docx":
        from lpd_desktop.word.docx_reader import read_docx

        return with_typed_footnotes(read_docx(data, name))
    return with_typed_footnotes(read_text(data, name))
