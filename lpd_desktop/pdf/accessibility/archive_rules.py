"""Rules of PDF/A-3a beyond accessibility (ISO 19005-3): attachment, identification."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.metadata import metadata_of
from lpd_desktop.pdf.accessibility.opened import Opened, as_list
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_RELATIONSHIPS = ("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified")
_MEDIA_TYPE = re.compile(r"/[-\w+.]+/[-\w+.]+")


def _identified(opened: Opened) -> Iterator[Found]:
    told = metadata_of(opened.root)
    if (told.get("pdfaid:part"), told.get("pdfaid:conformance")) != ("3", "A"):
        yield Found("Die Metadaten nennen PDF/A-3a nicht.")


def _attachments(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.8; ISO 14289-1, 7.11."""
    listed = {each.objgen for each in as_list(opened.root.get("/AF"))}
    for specification in (each for each in opened.dictionaries if "/EF" in each):
        if not all(_is_name(specification.get(key)) for key in ("/F", "/UF")):
            yield Found("Einem Anhang fehlt sein Name.")
        if specification.get("/AFRelationship") not in _RELATIONSHIPS:
            yield Found("Ein Anhang sagt nicht, was er zum Dokument beiträgt.")
        if specification.objgen not in listed:
            yield Found("Ein Anhang gehört nicht zum Dokument (AF).")
        for file in specification["/EF"].values():
            if not _MEDIA_TYPE.fullmatch(str(file.get("/Subtype", ""))):
                yield Found("Ein Anhang nennt seine Art nicht.")


def _is_name(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.String) and bool(str(value))


def _identity(opened: Opened) -> Iterator[Found]:
    if len(as_list(opened.pdf.trailer.get("/ID"))) != 2:
        yield Found("Die Datei hat keine Kennung.")


RULES = (
    Rule("pdfa-named", "Die Metadaten nennen PDF/A-3a.", (), _identified),
    Rule("attachments", "Anhänge nennen Namen, Art und Zweck.", ("21-001",), _attachments),
    Rule("file-id", "Die Datei hat eine Kennung.", (), _identity),
)
