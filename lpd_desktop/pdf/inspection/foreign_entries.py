"""Entries of catalog, pages, attachment and file information that the program never writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME
from lpd_desktop.pdf.inspection.deviation import Deviation

_CATALOG = frozenset(
    {
        "/AF",
        "/Lang",
        "/MarkInfo",
        "/Metadata",
        "/Names",
        "/Outlines",
        "/OutputIntents",
        "/PageMode",
        "/Pages",
        "/StructTreeRoot",
        "/Type",
        "/ViewerPreferences",
    }
)
_PAGE = frozenset(
    {
        "/Annots",
        "/Contents",
        "/CropBox",
        "/MediaBox",
        "/Parent",
        "/Resources",
        "/Rotate",
        "/StructParents",
        "/Tabs",
        "/Type",
        "/UserUnit",
    }
)
"""Box, rotation and scale are compared by `page_frames`."""

_INFORMATION = frozenset(
    {
        "/Author",
        "/CreationDate",
        "/Creator",
        "/Keywords",
        "/ModDate",
        "/Producer",
        "/Subject",
        "/Title",
    }
)
_FILE = frozenset({"/AFRelationship", "/Desc", "/EF", "/F", "/Type", "/UF"})
_OF_SAVING = frozenset({"/Extensions", "/Version"})
"""What programs write that save a file in another version of the format."""

_TOLD_ELSEWHERE = frozenset({"/AA", "/AcroForm", "/OCProperties"})
_DESCRIPTION = "Daten dieses Dokuments"

_MEANINGS = {
    "/Collection": "eine Sammlung von Dateien",
    "/Dur": "eine Anzeigedauer",
    "/Group": "eine Durchsichtigkeit",
    "/LastModified": "ein Datum der Änderung",
    "/OpenAction": "die Stelle, an der das Dokument aufgeht",
    "/PageLabels": "andere Seitennummern für die Anzeige",
    "/PageLayout": "eine Anordnung der Seiten am Bildschirm",
    "/Perms": "Berechtigungen",
    "/PieceInfo": "Angaben eines anderen Programms",
    "/Thumb": "ein Vorschaubild",
    "/Trans": "ein Übergang zwischen Seiten",
    "/URI": "eine Adresse, von der Verweise ausgehen",
}


def foreign_entries(pdf: Any) -> Iterator[Deviation]:
    """Each entry of an open document that the program does not write, or writes otherwise."""
    yield from _in_catalog(pdf.Root)
    yield from _on_pages(pdf.pages)
    yield from _in_information(pdf)
    yield from _of_attachment(pdf)


def starts_something(catalog: Any) -> bool:
    """Whether opening the document runs an action and does not only show a place."""
    import pikepdf

    action = catalog.get("/OpenAction")
    return isinstance(action, pikepdf.Dictionary) and "/S" in action


def _in_catalog(catalog: Any) -> Iterator[Deviation]:
    for key in sorted(set(catalog.keys()) - _CATALOG - _OF_SAVING - _TOLD_ELSEWHERE):
        if key != "/OpenAction" or not starts_something(catalog):
            sentence = f"Dem Dokument wurde etwas hinzugefügt: {_named(key)}."
            yield Deviation("setting", None, sentence)
    if str(catalog.get("/PageMode", "/UseOutlines")) != "/UseOutlines":
        sentence = "Was am Bildschirm neben den Seiten aufgeht, wurde geändert (PageMode)."
        yield Deviation("setting", None, sentence)
    preferences = catalog.get("/ViewerPreferences", {})
    kept = [key for key in preferences if key != "/DisplayDocTitle"]
    if kept or not preferences.get("/DisplayDocTitle", True):
        names = ", ".join(sorted(key[1:] for key in kept)) or "DisplayDocTitle"
        sentence = f"Die Vorgaben für Anzeige und Druck wurden geändert ({names})."
        yield Deviation("setting", None, sentence)


def _on_pages(pages: Any) -> Iterator[Deviation]:
    found: dict[str, list[int]] = {}
    for number, page in enumerate(pages, 1):
        for key in sorted(set(page.keys()) - _PAGE - _TOLD_ELSEWHERE):
            found.setdefault(key, []).append(number)
    for key, numbers in found.items():
        page = numbers[0] if len(numbers) == 1 else None
        where = f"Seite {numbers[0]}" if page else f"{len(numbers)} Seiten"
        sentence = f"Auf {where} wurde etwas hinzugefügt, das zur Seite gehört: {_named(key)}."
        yield Deviation("setting", page, sentence)


def _named(key: str) -> str:
    meaning = _MEANINGS.get(key)
    return f"{meaning} ({key[1:]})" if meaning else f"der Eintrag „{key[1:]}“"


def _in_information(pdf: Any) -> Iterator[Deviation]:
    for key in sorted(set(pdf.docinfo.keys()) - _INFORMATION):
        sentence = f"Die Dateiangabe „{key[1:]}“ wurde hinzugefügt."
        yield Deviation("metadata", None, sentence)


def _of_attachment(pdf: Any) -> Iterator[Deviation]:
    """How the attached data are called: people see these names and not the one in the index."""
    names = pdf.Root.get("/Names", {})
    for key in sorted(set(names.keys()) - {"/EmbeddedFiles", "/JavaScript"}):
        sentence = f"Dem Dokument wurde etwas hinzugefügt: {_named(key)}."
        yield Deviation("setting", None, sentence)
    if ATTACHMENT_NAME not in pdf.attachments:
        return
    spec = pdf.attachments[ATTACHMENT_NAME].obj
    yield from (Deviation("attachment", None, sentence) for sentence in _renamed(spec))
    indexed = {each.obj.EF.F.objgen for each in pdf.attachments.values()}
    if any(each.EF.F.objgen not in indexed for each in pdf.Root.get("/AF", [])):
        sentence = "Dem Dokument wurde eine weitere Beilage zugeordnet."
        yield Deviation("attachment", None, sentence)


def _renamed(spec: Any) -> Iterator[str]:
    what = f"Die Beilage „{ATTACHMENT_NAME}“"
    shown = {str(spec[key]) for key in ("/UF", "/F") if key in spec} - {ATTACHMENT_NAME}
    for name in sorted(shown):
        yield f"{what} heißt in der Anzeige jetzt „{name}“."
    description = str(spec.get("/Desc", _DESCRIPTION))
    if description != _DESCRIPTION:
        yield f"{what} ist jetzt als „{description}“ beschrieben."
    if str(spec.get("/AFRelationship", "/Source")) != "/Source":
        yield f"Wie {what[0].lower()}{what[1:]} zum Dokument gehört, wurde geändert."
    files = spec.EF
    if any(files[key].objgen != files.F.objgen for key in files):
        yield f"{what} gibt es zweimal mit verschiedenem Inhalt."
    for key in sorted(set(spec.keys()) - _FILE):
        yield f"{what} hat einen Eintrag, den das Programm nicht schreibt: „{key[1:]}“."
