"""Writes wiesenland.docx from wiesenland.md, as a word processor would save it.

The ratios of the staff section become a real table and the Stand of the ministry's letter a
real footnote; headings, lists and bold text get their real styles.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

FOLDER = Path(__file__).parent
FOOTNOTE_AFTER = "Das Schreiben des Bundesministeriums für Arbeit und Soziales"
FOOTNOTE = "Schreiben vom 27.10.2022; der Verteilungsschlüssel ist noch nicht endgültig."
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RATIOS = (
    ("Bereich", "Eine Vollzeitkraft je"),
    ("Leistungssachbearbeitung", "110 Bedarfsgemeinschaften"),
    ("Fallmanagement U25", "75 erwerbsfähige Leistungsberechtigte"),
    ("Fallmanagement Ü25", "140 erwerbsfähige Leistungsberechtigte"),
    ("Gesundheitscoaching", "60 Personen im Gesundheitscoaching"),
)
SAVED = dt.datetime(2022, 11, 7, 10, 0, tzinfo=dt.UTC)


def source_lines() -> list[str]:
    """The lines of the Markdown, page rules gone and the divided word joined."""
    text = (FOLDER / "wiesenland.md").read_text(encoding="utf-8")
    text = re.sub(r"(\w)-\n\n---\n\n(?=[a-zäöü])", r"\1", text)
    return [line for line in text.splitlines() if line.strip() not in ("", "---")]


def add_runs(paragraph: Any, text: str) -> None:
    """Adds text whose `**` marks bold, and the footnote where its sentence begins."""
    for place, part in enumerate(text.split("**")):
        head, mark, tail = part.partition(FOOTNOTE_AFTER)
        for words in (head + mark, tail):
            if words:
                paragraph.add_run(words).bold = True if place % 2 else None
            if mark and words is not tail:
                add_footnote_mark(paragraph)


def add_footnote_mark(paragraph: Any) -> None:
    """Adds the reference to the only footnote."""
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "1")
    run._r.append(reference)  # python-docx has no footnotes


def add_footnotes_part(document: Any) -> None:
    """Adds the part that holds the footnote's text."""
    rule = "<w:p><w:r><w:{0}/></w:r></w:p>"
    blob = (
        f"<w:footnotes {nsdecls('w')}>"
        f'<w:footnote w:type="separator" w:id="-1">{rule.format("separator")}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">'
        f"{rule.format('continuationSeparator')}</w:footnote>"
        '<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {FOOTNOTE}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    name = PackURI("/word/footnotes.xml")
    part = Part(name, FOOTNOTES_TYPE, blob.encode("utf-8"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_table(document: Any) -> None:
    """Adds the table of ratios with its first row as header."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for values in RATIOS:
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    header = table.rows[0]._tr.get_or_add_trPr()  # no public way to a header row
    header.append(OxmlElement("w:tblHeader"))


def add_line(document: Any, line: str) -> None:
    """Adds one line in the style that its mark stands for."""
    marks, _, text = line.strip().partition(" ")
    depth = (len(line) - len(line.lstrip())) // 2
    if set(marks) == {"#"}:
        add_runs(document.add_heading(level=len(marks)), text)
    elif marks == "-":
        level = f" {depth + 1}" if depth else ""
        add_runs(document.add_paragraph(style=f"List Bullet{level}"), text)
    elif re.fullmatch(r"\d\.", marks):
        add_runs(document.add_paragraph(style="List Number"), text)
    else:
        add_runs(document.add_paragraph(), line.strip())


def build() -> Any:
    """The document."""
    document = docx.Document()
    skipping = False
    for line in source_lines():
        if line.startswith("Leistungssachbearbeitung:"):
            add_table(document)
            skipping = True
        skipping = skipping and not line.startswith("#")
        if not skipping:
            add_line(document, line)
    add_footnotes_part(document)
    document.core_properties.author = "Wiesenland-Kreis"
    document.core_properties.title = "Lokales Planungsdokument 2023"
    document.core_properties.created = document.core_properties.modified = SAVED
    return document


def save(document: Any, target: Path) -> None:
    """Writes the document with fixed dates, so that the same text gives the same bytes."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, SAVED.timetuple()[:6])
            out.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    save(build(), FOLDER / "wiesenland.docx")
