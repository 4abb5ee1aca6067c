"""What the program never writes into a document: comments, scripts, forms, layers, passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.inspection.attached_files import attached_files, shown_name
from lpd_desktop.pdf.inspection.deviation import Deviation, DeviationKind
from lpd_desktop.pdf.inspection.foreign_entries import foreign_entries, starts_something

_ANNOTATIONS = {
    "/Text": "ein Kommentar",
    "/FreeText": "ein Textfeld",
    "/Highlight": "eine Textmarkierung",
    "/Underline": "eine Textmarkierung",
    "/Squiggly": "eine Textmarkierung",
    "/StrikeOut": "eine Textmarkierung",
    "/Stamp": "ein Stempel",
    "/Ink": "eine Freihandzeichnung",
    "/Line": "eine Zeichnung",
    "/Square": "eine Zeichnung",
    "/Circle": "eine Zeichnung",
    "/Polygon": "eine Zeichnung",
    "/PolyLine": "eine Zeichnung",
    "/Caret": "eine Einfügemarke",
    "/Redact": "eine Schwärzung",
    "/FileAttachment": "eine angehängte Datei",
    "/Watermark": "ein Wasserzeichen",
    "/Widget": "ein Formularfeld",
}
_OTHER_ANNOTATION = "eine Anmerkung"
_PLAIN_ACTIONS = ("/URI", "/GoTo")
_SIGNATURE = "/Sig"
_TWICE = re.compile(r"duplicated key /(\S+?);")


def foreign_parts(pdf: Any, *, has_data: bool) -> Iterator[Deviation]:
    """Each part of an open document that the program does not write.

    Args:
        pdf: The document.
        has_data: Whether data belong to a document of its kind.
    """
    if pdf.is_encrypted:
        yield Deviation("encryption", None, "Die Datei wurde mit einem Schutz versehen.")
    for number, page in enumerate(pdf.pages, 1):
        yield from _on_page(page, number)
    yield from _in_catalog(pdf.Root)
    yield from foreign_entries(pdf)
    yield from attached_files(pdf, has_data=has_data)
    yield from _read_in_two_ways(pdf)


def _on_page(page: Any, number: int) -> Iterator[Deviation]:
    if "/AA" in page:
        yield _script(number)
    annotations = page.get("/Annots", [])
    if not hasattr(annotations, "__iter__"):
        return
    for annotation in annotations:
        if not hasattr(annotation, "get"):
            continue
        subtype = str(annotation.get("/Subtype", ""))
        if subtype != "/Link" and not _is_window_of_another(annotation, subtype):
            yield _annotation(annotation, subtype, number)
        if "/AA" in annotation or not _is_plain(annotation.get("/A")):
            yield _script(number)


def _annotation(annotation: Any, subtype: str, number: int) -> Deviation:
    kind: DeviationKind = "annotation"
    what = _ANNOTATIONS.get(subtype, _OTHER_ANNOTATION)
    if subtype == "/Widget":
        is_signature = annotation.get("/FT") == _SIGNATURE
        kind = "signature" if is_signature else "form"
        what = "eine elektronische Unterschrift" if is_signature else what
    name = shown_name(annotation.get("/FS", {})) if subtype == "/FileAttachment" else ""
    if name:
        what = f"{what} („{name}“)"
    return Deviation(kind, number, f"Auf Seite {number} wurde {what} hinzugefügt.")


def _is_window_of_another(annotation: Any, subtype: str) -> bool:
    """The window of a comment is told with the comment."""
    return subtype == "/Popup" and annotation.get("/Parent", {}).get("/Subtype") in _ANNOTATIONS


def _is_plain(action: Any) -> bool:
    if action is None:
        return True
    is_followed = hasattr(action, "get") and "/Next" in action
    return not is_followed and hasattr(action, "get") and action.get("/S") in _PLAIN_ACTIONS


def _script(number: int) -> Deviation:
    sentence = f"Auf Seite {number} wurde etwas hinzugefügt, das beim Lesen ausgeführt wird."
    return Deviation("script", number, sentence)


def _in_catalog(catalog: Any) -> Iterator[Deviation]:
    names = catalog.get("/Names", {})
    if starts_something(catalog) or "/AA" in catalog or "/JavaScript" in names:
        sentence = "Ein Programmteil, der beim Öffnen ausgeführt wird, wurde hinzugefügt."
        yield Deviation("script", None, sentence)
    if "/AcroForm" in catalog:
        has_fields = len(catalog["/AcroForm"].get("/Fields", [])) > 0
        what = "Ein Formular" if has_fields else "Ein Formular ohne Felder"
        yield Deviation("form", None, f"{what} wurde hinzugefügt.")
    if "/OCProperties" in catalog:
        yield Deviation("layers", None, "Ebenen, die sich ausblenden lassen, wurden hinzugefügt.")
    if any(not _is_plain(action) for action in _actions_of_bookmarks(catalog)):
        sentence = "Ein Lesezeichen führt etwas aus, statt zu einer Seite zu führen."
        yield Deviation("script", None, sentence)


def _actions_of_bookmarks(catalog: Any) -> Iterator[Any]:
    waiting = [catalog.get("/Outlines", {}).get("/First")]
    seen: set[tuple[int, int]] = set()
    while waiting:
        item = waiting.pop()
        if item is None or (item.is_indirect and item.objgen in seen):
            continue
        seen.add(item.objgen)
        yield item.get("/A")
        waiting += [item.get("/Next"), item.get("/First")]


def _read_in_two_ways(pdf: Any) -> Iterator[Deviation]:
    """What programs read differently: entries that stand twice, and two lists of all objects."""
    if "/XRefStm" in pdf.trailer:
        sentence = (
            "Die Datei hat zwei Verzeichnisse ihrer Teile; ältere und neuere Programme können "
            "darin Verschiedenes lesen."
        )
        yield Deviation("twofold", None, sentence)
    for _ in pdf.objects:
        pass  # each one is read now, and what is wrong with it noted
    keys = {found[1] for each in pdf.get_warnings() if (found := _TWICE.search(str(each)))}
    for key in sorted(keys):
        sentence = (
            f"Ein Eintrag steht zweimal an derselben Stelle ({key}); Programme können darin "
            "Verschiedenes lesen."
        )
        yield Deviation("twofold", None, sentence)
