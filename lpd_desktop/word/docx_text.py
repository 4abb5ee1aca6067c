"""The text of a .docx paragraph: insertions kept, deletions left out, fields understood."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from lpd_desktop.plan.words import count_words
from lpd_desktop.word.docx_package import W
from lpd_desktop.word.docx_styles import Styles, is_on, value
from lpd_desktop.word.source import Span, Spans, merged
from lpd_desktop.word.typed_footnotes import raised

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SKIPPED = frozenset({f"{W}pPr", f"{W}rPr", f"{W}commentReference", f"{W}instrText", f"{W}delText"})
_BOXES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES")


@dataclass
class TextReader:
    """Reads paragraphs and remembers what must not get lost.

    Attributes:
        marks: Footnote ids in the order of their marks; a mark's number is its place, from 1.
        boxes: The roots of text boxes, to be read as asides.
        deleted_words: How many words tracked deletions hold.
        pages: Whether the paragraph just read began on a new page.
    """

    styles: Styles
    marks: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted_words: int = 0
    pages: bool = False
    _fields: list[str] = field(default_factory=list)

    def spans(self, paragraph: Any) -> Spans:
        """The spans of one paragraph."""
        self.pages = False
        result: list[Span] = []
        self._walk(paragraph, self.styles.look(paragraph), result)
        return merged(result)

    def _walk(self, element: Any, look: tuple[bool, bool], result: list[Span]) -> None:
        for child in element:
            tag = child.tag
            if tag in _DELETED:
                self.deleted_words += count_words(_deleted_text(child))
            elif tag == f"{_MC}AlternateContent":
                self._alternative(child, look, result)
            elif tag in _BOXES:
                self.boxes += child.iter(f"{W}txbxContent")
            elif tag == f"{W}r":
                self._run(child, look, result)
            elif tag == f"{W}fldSimple" and _is_page_field(child.get(f"{W}instr", "")):
                continue
            elif tag not in _SKIPPED and isinstance(tag, str):
                self._walk(child, look, result)

    def _alternative(self, element: Any, look: tuple[bool, bool], result: list[Span]) -> None:
        """One of several ways to say the same: the first that is offered."""
        for choice in (f"{_MC}Choice", f"{_MC}Fallback"):
            found = element.find(choice)
            if found is not None:
                self._walk(found, look, result)
                return

    def _run(self, run: Any, base: tuple[bool, bool], result: list[Span]) -> None:
        properties = run.find(f"{W}rPr")
        bold, italic = self.styles.run_look(properties, base)
        text = "".join(self._piece(child, result, base) for child in run)
        if _is_raised(properties):
            text = raised(text)
        if is_on(properties, f"{W}vanish"):
            self.hidden.append(text)
        elif text and not self._in_page_field():
            result.append(Span(text, bold, italic))

    def _piece(self, child: Any, result: list[Span], look: tuple[bool, bool]) -> str:
        tag = child.tag
        if tag == f"{W}t":
            return unicodedata.normalize("NFC", child.text or "")
        if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._mark(child, result)
        elif tag == f"{W}fldChar":
            self._field_sign(child)
        elif tag == f"{W}instrText" and self._fields:
            self._fields[-1] += child.text or ""
        elif tag == f"{W}lastRenderedPageBreak" or _is_page_break(child):
            self.pages = self.pages or _is_page_break(child)
        elif tag in _BOXES:
            self.boxes += child.iter(f"{W}txbxContent")
        elif tag == f"{_MC}AlternateContent":
            self._alternative(child, look, result)
        else:
            return _SIGNS.get(tag, "")
        return ""

    def _mark(self, child: Any, result: list[Span]) -> None:
        kind = "endnote" if child.tag.endswith("endnoteReference") else "footnote"
        self.marks.append((kind, child.get(f"{W}id", "")))
        result.append(Span(note=len(self.marks)))

    def _field_sign(self, child: Any) -> None:
        kind = child.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _in_page_field(self) -> bool:
        return any(_is_page_field(each) for each in self._fields)


def _is_raised(properties: Any) -> bool:
    """Superscript as Word writes it, or a position above the line as LibreOffice does."""
    height = value(properties, f"{W}position") or ""
    return value(properties, f"{W}vertAlign") == "superscript" or (
        height.isdecimal() and int(height) > 0
    )


def _is_page_break(child: Any) -> bool:
    return bool(child.tag == f"{W}br" and child.get(f"{W}type") == "page")


def _is_page_field(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _PAGE_FIELDS


def _deleted_text(element: Any) -> str:
    texts = (each.text or "" for each in element.iter(f"{W}delText", f"{W}t"))
    return "".join(texts)
