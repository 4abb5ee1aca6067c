"""Small accessible documents for word processors: headings, paragraphs, tables with a head."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lpd_desktop.runtime.written_mark import marked_document

Line = tuple[str, bool]
"""A paragraph of a cell, and whether it is bold."""

_LANGUAGE = "de-DE"
_PAGE, _MARGIN = (210, 297), 25
"""Millimetres: A4."""
_DARK = 0x163D66
"""Of headings; those of the library's template are too pale to be read by everybody."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DAY = datetime(2000, 1, 1)
"""Nothing in the file says when or where it was written: same data, same bytes."""


@dataclass(frozen=True, eq=False)
class DocxWriter:
    """Writes one document from its beginning to its end."""

    document: Any

    @classmethod
    def begun(cls, title: str, *, author: str = "") -> DocxWriter:
        """An empty document with title, author and language."""
        from docx import Document

        document = Document()
        facts = document.core_properties
        facts.title, facts.author = _clean(title)[:255], _clean(author)[:255]
        facts.comments, facts.keywords, facts.last_modified_by = "", "", ""
        facts.created = facts.modified = _DAY
        facts.language = _LANGUAGE
        _set_language(document)
        _set_look(document)
        return cls(document)

    def title(self, text: str) -> None:
        """The title of the document."""
        self.document.add_heading(_clean(text), 0)

    def heading(self, text: str, level: int) -> None:
        """A heading of a level from 1."""
        self.document.add_heading(_clean(text), level)

    def paragraph(self, text: str) -> None:
        """A paragraph."""
        self.document.add_paragraph(_clean(text))

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str | Sequence[Line]]],
        shares: Sequence[int],
    ) -> None:
        """A table whose head is repeated on each page.

        Args:
            heads: What stands in its first row.
            rows: The other rows; a cell is a text or its paragraphs.
            shares: Percent of the width by column.
        """
        table = self.document.add_table(1, len(heads), style="Table Grid")
        table.autofit = False
        section = self.document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        widths = [room * share // 100 for share in shares]
        _fill(table.rows[0], [[(head, True)] for head in heads], widths)
        _repeat(table.rows[0])
        for texts in rows:
            _fill(table.add_row(), texts, widths)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self.document.add_paragraph("")

    def data(self) -> bytes:
        """The finished file."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return marked_document(_without_times(buffer.getvalue()))


def _fill(row: Any, cells: Sequence[str | Sequence[Line]], widths: Sequence[int]) -> None:
    for cell, content, width in zip(row.cells, cells, widths, strict=True):
        cell.width = width
        lines = [(content, False)] if isinstance(content, str) else content
        for number, (text, bold) in enumerate(lines):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            paragraph.add_run(_clean(text)).bold = bold or None


def _repeat(row: Any) -> None:
    """Tells readers and pages alike that the row is a head."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _set_look(document: Any) -> None:
    from docx.shared import Mm, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, _PAGE)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.color.rgb = RGBColor.from_string(f"{_DARK:06X}")


def _set_language(document: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), _LANGUAGE)
    properties.append(language)


def _clean(text: str) -> str:
    """Without characters that XML cannot hold."""
    return "".join(char if _is_xml(char) else "\ufffd" for char in text)


def _is_xml(char: str) -> bool:
    code = ord(char)
    return char in "\t\n" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF


def _without_times(data: bytes) -> bytes:
    """The package with the same parts, none of which says when it was written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, old.read(name))
    return buffer.getvalue()
