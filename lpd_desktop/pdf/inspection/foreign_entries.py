"""Entries of catalog, pages and file information that the program never writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
_OF_SAVING = frozenset({"/Extensions", "/Version"})
"""What programs write that save a file in another version of the format."""

_TOLD_ELSEWHERE = frozenset({"/AA", "/AcroForm", "/OCProperties"})

_MEANINGS = {
    "/AF": "eine zugeordnete Datei",
    "/AlternatePresentations": "eine andere Vorführung der Seiten",
    "/B": "ein Leseweg durch die Seiten",
    "/Collection": "eine Sammlung von Dateien",
    "/DSS": "Angaben zu Unterschriften",
    "/Dests": "benannte Ziele von Verweisen",
    "/Dur": "eine Anzeigedauer",
    "/Group": "eine Durchsichtigkeit",
    "/LastModified": "ein Datum der Änderung",
    "/OpenAction": "die Stelle, an der das Dokument aufgeht",
    "/PageLabels": "andere Seitennummern für die Anzeige",
    "/PageLayout": "eine Anordnung der Seiten am Bildschirm",
    "/Perms": "Berechtigungen",
    "/PieceInfo": "Angaben eines anderen Programms",
    "/Renditions": "Töne oder Filme",
    "/Requirements": "Forderungen an das Anzeigeprogramm",
    "/Threads": "Lesewege durch die Seiten",
    "/Thumb": "ein Vorschaubild",
    "/Trans": "ein Übergang zwischen Seiten",
    "/URI": "eine Adresse, von der Verweise ausgehen",
}


def foreign_entries(pdf: Any) -> Iterator[Deviation]:
    """Each entry of an open document that the program does not write, or writes otherwise."""
    yield from _in_catalog(pdf.Root)
    yield from _on_pages(pdf.pages)
    yield from _in_information(pdf)
    yield from _in_names(pdf.Root)


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


def _in_names(catalog: Any) -> Iterator[Deviation]:
    names = catalog.get("/Names", {})
    for key in sorted(set(names.keys()) - {"/EmbeddedFiles", "/JavaScript"}):
        sentence = f"Dem Dokument wurde etwas hinzugefügt: {_named(key)}."
        yield Deviation("setting", None, sentence)
