"""What the program never writes into a document: comments, scripts, forms, layers, passwords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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


def foreign_parts(pdf: Any) -> Iterator[Deviation]:
    """Each part of an open document that the program does not write."""
    if pdf.is_encrypted:
        yield Deviation("encryption", None, "Die Datei wurde mit einem Schutz versehen.")
    for number, page in enumerate(pdf.pages, 1):
        yield from _on_page(page, number)
    yield from _in_catalog(pdf.Root)
    yield from foreign_entries(pdf)


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
        if subtype not in ("/Link", "/Popup"):
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
    return Deviation(kind, number, f"Auf Seite {number} wurde {what} hinzugefügt.")


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
