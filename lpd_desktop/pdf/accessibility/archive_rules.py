"""Rules of PDF/A-3a beyond accessibility (ISO 19005-3): colour, attachment, identification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.metadata import PDFUA, metadata_of
from lpd_desktop.pdf.accessibility.opened import Opened, as_list
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_RELATIONSHIPS = ("/Source", "/Data", "/Alternative", "/Supplement")


def _identified(opened: Opened) -> Iterator[Found]:
    told = metadata_of(opened.root)
    if (told.get("pdfaid:part"), told.get("pdfaid:conformance")) != ("3", "A"):
        yield Found("Die Metadaten nennen PDF/A-3a nicht.")


def _schema(opened: Opened) -> Iterator[Found]:
    told = metadata_of(opened.root)
    if "pdfuaid:part" in told and told.get("pdfaSchema:namespaceURI") != PDFUA:
        yield Found("Die Metadaten beschreiben die Angabe zu PDF/UA nicht.")


def _colour(opened: Opened) -> Iterator[Found]:
    intents = as_list(opened.root.get("/OutputIntents"))
    profiles = [
        intent.get("/DestOutputProfile") for intent in intents if intent.get("/S") == "/GTS_PDFA1"
    ]
    if len(profiles) != 1 or profiles[0] is None or int(profiles[0].get("/N", 0)) != 3:
        yield Found("Die Datei sagt nicht, wie ihre Farben gemeint sind (OutputIntent).")


def _attachments(opened: Opened) -> Iterator[Found]:
    listed = {each.objgen for each in as_list(opened.root.get("/AF"))}
    for specification in _specifications(opened):
        if "/F" not in specification or "/UF" not in specification:
            yield Found("Einem Anhang fehlt sein Name.")
        if specification.get("/AFRelationship") not in _RELATIONSHIPS:
            yield Found("Ein Anhang sagt nicht, was er zum Dokument beiträgt.")
        if specification.objgen not in listed:
            yield Found("Ein Anhang gehört nicht zum Dokument (AF).")
        if "/Subtype" not in specification["/EF"]["/F"]:
            yield Found("Ein Anhang nennt seine Art nicht.")


def _specifications(opened: Opened) -> list[Any]:
    entries = as_list(opened.root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names"))
    return entries[1::2]


def _identity(opened: Opened) -> Iterator[Found]:
    if len(as_list(opened.pdf.trailer.get("/ID"))) != 2:
        yield Found("Die Datei hat keine Kennung.")


RULES = (
    Rule("pdfa-named", "Die Metadaten nennen PDF/A-3a.", (), _identified),
    Rule("metadata-described", "Die Metadaten beschreiben eigene Angaben.", (), _schema),
    Rule("colour", "Die Farben haben eine feste Bedeutung.", (), _colour),
    Rule("attachments", "Anhänge nennen Namen, Art und Zweck.", ("21-001",), _attachments),
    Rule("file-id", "Die Datei hat eine Kennung.", (), _identity),
)
