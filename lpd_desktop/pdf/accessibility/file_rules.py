"""Rules on the file as a whole: what it says of itself, its language, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.pdf.accessibility.metadata import metadata_of
from lpd_desktop.pdf.accessibility.opened import Opened
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_LANGUAGE = re.compile(r"(?:[a-zA-Z]{2,8}|[xi])(?:-[a-zA-Z0-9]{1,8})*")


def _metadata(opened: Opened) -> Iterator[Found]:
    if "/Metadata" not in opened.root:
        yield Found("Die Datei hat keine Metadaten.")
        return
    metadata_of(opened.root)


def _identified(opened: Opened) -> Iterator[Found]:
    if metadata_of(opened.root).get("pdfuaid:part") != "1":
        yield Found("Die Metadaten nennen PDF/UA-1 nicht.")


def _title(opened: Opened) -> Iterator[Found]:
    if not metadata_of(opened.root).get("dc:title"):
        yield Found("Die Metadaten nennen keinen Titel.")


def _title_shown(opened: Opened) -> Iterator[Found]:
    preferences = opened.root.get("/ViewerPreferences", {})
    if not bool(preferences.get("/DisplayDocTitle", False)):
        yield Found("Im Fenster steht der Dateiname statt des Titels.")


def _language(opened: Opened) -> Iterator[Found]:
    if not str(opened.root.get("/Lang", "")):
        yield Found("Die Datei nennt ihre Sprache nicht.")


def _languages(opened: Opened) -> Iterator[Found]:
    """Each language named anywhere has the form of a tag, such as `de-DE`.

    Source: ISO 19005-3, 6.7.4; ISO 14289-1, 7.2; the form is that of BCP 47 (RFC 5646, 2.1).
    """
    named = {str(each["/Lang"]) for each in opened.dictionaries if "/Lang" in each}
    for content in opened.contents:
        named |= content.languages
    for tag in sorted(named):
        if not _LANGUAGE.fullmatch(tag):
            yield Found(f"„{tag}“ bezeichnet keine Sprache.")


def _no_forms(opened: Opened) -> Iterator[Found]:
    if "/AcroForm" in opened.root:
        yield Found("Die Datei enthält ein Formular; dessen Felder sind hier nicht beurteilt.")


def _no_media(opened: Opened) -> Iterator[Found]:
    for page, annotation in opened.annotations():
        if annotation.get("/Subtype") in ("/Screen", "/Movie", "/Sound", "/RichMedia", "/3D"):
            yield Found("Die Datei enthält Ton oder Film.", page)


def _no_threads(opened: Opened) -> Iterator[Found]:
    if "/Threads" in opened.root:
        yield Found("Die Datei führt durch Artikel mit eigener Reihenfolge.")


def _no_formulas(opened: Opened) -> Iterator[Found]:
    for formula in opened.with_role("Formula"):
        yield Found("Die Datei enthält eine Formel.", formula.place)


def _readable(opened: Opened) -> Iterator[Found]:
    if opened.pdf.is_encrypted:
        yield Found("Die Datei ist verschlüsselt.")


def _no_references(opened: Opened) -> Iterator[Found]:
    for form in opened.forms:
        if "/Ref" in form:
            yield Found("Die Datei zeigt Inhalte einer anderen Datei.")


def _no_xfa(opened: Opened) -> Iterator[Found]:
    if "/XFA" in opened.root.get("/AcroForm", {}):
        yield Found("Die Datei enthält ein Formular, das erst beim Öffnen entsteht.")


RULES = (
    Rule("metadata", "Die Datei hat lesbare Metadaten.", ("06-001",), _metadata),
    Rule("pdfua-named", "Die Metadaten nennen PDF/UA-1.", ("06-002",), _identified),
    Rule("title", "Die Datei hat einen Titel.", ("06-003",), _title),
    Rule(
        "title-shown", "Das Fenster zeigt den Titel der Datei.", ("07-001", "07-002"), _title_shown
    ),
    Rule("language", "Die Datei nennt ihre Sprache.", ("11-001",), _language),
    Rule(
        "languages",
        "Jede Angabe einer Sprache bezeichnet eine Sprache.",
        ("11-001", "11-002"),
        _languages,
    ),
    Rule("no-forms", "Die Datei enthält kein Formular.", (), _no_forms),
    Rule("no-media", "Die Datei enthält weder Ton noch Film.", (), _no_media),
    Rule("no-threads", "Es gibt keine zweite Lesereihenfolge.", (), _no_threads),
    Rule("no-formulas", "Die Datei enthält keine Formeln.", (), _no_formulas),
    Rule("no-encryption", "Die Datei ist nicht verschlüsselt.", ("26-001", "26-002"), _readable),
    Rule("no-references", "Alle Inhalte stehen in der Datei.", ("30-001",), _no_references),
    Rule("no-xfa", "Kein Formular entsteht erst beim Öffnen.", ("25-001",), _no_xfa),
)
