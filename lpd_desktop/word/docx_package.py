"""The parts of a .docx, opened with care: no bombs, no damaged archives."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from lpd_desktop.word.decoding import refuse

UNPACKED_LIMIT = 120 * 1024 * 1024
XML_LIMIT = 24 * 1024 * 1024
_FILES_AT_MOST = 4000
_DAMAGED = "die Datei ist beschädigt oder unvollständig"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@dataclass(frozen=True)
class DocxParts:
    """The XML roots that matter; a part that the document lacks is None."""

    body: Any
    styles: Any
    numbering: Any
    footnotes: Any
    endnotes: Any
    asides: tuple[Any, ...]


def open_docx(data: bytes, name: str) -> DocxParts:
    """The parts of a .docx.

    Raises:
        UnreadableDocumentError: no .docx, damaged, or unpacked larger than any plan.
    """
    _check_archive(data, name)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(data))
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        NotImplementedError,
        EOFError,
        TypeError,
        AssertionError,
    ):
        refuse(name, _DAMAGED)
    if document.element.body is None:
        refuse(name, _DAMAGED)
    return _parts(document.part, name)


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        refuse(name, _DAMAGED)
    if "[Content_Types].xml" not in {info.filename for info in infos}:
        refuse(name, "sie ist ein Archiv und kein Word-Dokument")
    if any(info.flag_bits & 1 for info in infos):
        refuse(name, "sie ist verschlüsselt")
    xml = max(
        (info.file_size for info in infos if info.filename.endswith((".xml", ".rels"))), default=0
    )
    too_large = sum(info.file_size for info in infos) > UNPACKED_LIMIT or xml > XML_LIMIT
    if too_large or len(infos) > _FILES_AT_MOST:
        refuse(name, "sie ist ausgepackt größer als jeder Plan")


def _parts(main: Any, name: str) -> DocxParts:
    from docx.oxml.parser import parse_xml
    from lxml.etree import LxmlError

    roots: dict[str, list[Any]] = {}
    try:
        for relation in main.rels.values():
            kind = relation.reltype.removeprefix(_RELATED).removeprefix(_STRICT).strip("/")
            if not relation.is_external and kind in _KINDS:
                roots.setdefault(kind, []).append(parse_xml(relation.target_part.blob))
    except (LxmlError, ValueError, KeyError):
        refuse(name, _DAMAGED)
    single = {kind: found[0] for kind, found in roots.items()}
    return DocxParts(
        body=main.element.body,
        styles=single.get("styles"),
        numbering=single.get("numbering"),
        footnotes=single.get("footnotes"),
        endnotes=single.get("endnotes"),
        asides=(*roots.get("header", ()), *roots.get("footer", ())),
    )


_KINDS = frozenset({"styles", "numbering", "footnotes", "endnotes", "header", "footer"})
