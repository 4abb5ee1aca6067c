"""Lines that belong to the page of another document: page numbers, running heads, contents."""

from __future__ import annotations

import re

from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.form.model import Form
from lpd_desktop.form.similarity import normalised

_LONGEST = 200
_MONTH = (
    r"(?:Jan(?:uar|\.)?|Feb(?:ruar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|{_MONTH}\s?)(?:20)?\d\d|{_MONTH}\s+20\d\d"
    r"|20\d\d-\d\d-\d\d)"
)
_WHOLE = re.compile(
    r"(?:Seite|S\.|Page)\s*\d{1,3}(?:\s*(?:von|/|of)\s*\d{1,3})?"
    r"|[-–—|]\s*\d{1,3}\s*[-–—|]|\d{1,3}\s*\|\s*(?:Seite|Page)|\d{1,3}\s+von\s+\d{1,3}|\d{1,2}"
    rf"|(?:Bearbeitungs|Druck)?[Ss]tand\s*:?\s*(?:vom\s+|am\s+)?{_DATE}\.?"
    rf"|(?:Version|Fassung|Entwurf|ENTWURF|Arbeitsstand)\s*(?:[:,–-]?\s*(?:Stand\s*:?\s*)?(?:vom\s+)?(?:{_DATE}|\d+(?:\.\d+)*))?"
    r"|(?:Nur\s+)?(?:für\s+den\s+(?:internen\s+|Dienst)[Gg]ebrauch|[Vv]ertraulich|VERTRAULICH|VS-NfD)!?"
    r"|(?:Inhalt|Inhaltsverzeichnis|Inhaltsübersicht|Gliederung|Abbildungsverzeichnis|Tabellenverzeichnis):?"
    r"|(?:Gedruckt|Ausgedruckt|Erstellt|Druckdatum|Dateiname|Dokument)\s*(?:am|von)?\s*:\s*\S.{0,60}"
    r"|\S+\.(?:docx?|pdf|odt|xlsx?)"
)
_CONTENTS = re.compile(r".{2,120}?(?:\s*\.(?:\s?\.){3,}\s*|\s*…{2,}\s*|\s*_{4,}\s*|\t+\s*)\d{1,3}")
_INSIDE = re.compile(r"(?<!auf )(?<!siehe )(?<!s\. )(?<!vgl\. )\bSeite\s+\d{1,3}\s+von\s+\d{1,3}\b")


def page_remains_in(stretch: Stretch, form: Form) -> str:
    """The first line of a page in a stretch, empty for none."""
    text = stretch.text
    if "Seite" in text:
        match = _INSIDE.search(text)
        if match:
            return match[0]
    if len(text) > _LONGEST and "\n" not in text:
        return ""
    titles = _titles(form)
    return next(
        (line.strip() for line in text.split("\n") if _is_page_line(line.strip(), titles)), ""
    )


def _is_page_line(line: str, titles: tuple[str, ...]) -> bool:
    if not line or len(line) > _LONGEST:
        return False
    if _WHOLE.fullmatch(line) or _CONTENTS.fullmatch(line):
        return True
    folded = normalised(line)
    return (
        any(folded.startswith(title) for title in titles)
        and len(line.split()) <= 12
        and line[-1] not in ".!?:"
    )


def _titles(form: Form) -> tuple[str, ...]:
    """What a running head begins with: title and subtitle without the year."""
    wordings = (form.title, form.subtitle)
    return tuple(normalised(re.sub(r"\{\w+\}", "", each)) for each in wordings if len(each) > 12)
