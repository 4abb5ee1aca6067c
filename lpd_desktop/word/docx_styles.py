"""What the styles and the numbering of a .docx say about a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lpd_desktop.word.docx_package import W
from lpd_desktop.word.source import Marker, MarkerStyle

_HEADING_NAME = re.compile(r"(?:heading|überschrift)\s*([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|verzeichnis|inhaltsverzeichnis)\s*[1-9]", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
_FORMATS: dict[str, MarkerStyle] = {
    "bullet": "bullet",
    "lowerLetter": "letter",
    "upperLetter": "letter",
    "lowerRoman": "roman",
    "upperRoman": "roman",
}
_DEEPEST_LEVEL = 8


def value(element: Any, path: str) -> str | None:
    """The `w:val` of a descendant, None where it is missing."""
    found = element.find(path) if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def is_on(element: Any, path: str) -> bool | None:
    """Whether a toggle such as bold is set; None where nothing is said."""
    found = element.find(path) if element is not None else None
    if found is None:
        return None
    return found.get(f"{W}val") not in ("0", "false", "none", "off")


@dataclass(frozen=True)
class Style:
    """One paragraph or character style."""

    name: str
    parent: str
    outline: int | None
    numbering: str | None
    level: int
    bold: bool | None
    italic: bool | None


def read_styles(root: Any) -> dict[str, Style]:
    """All styles by their id."""
    elements = root.findall(f"{W}style") if root is not None else []
    return {element.get(f"{W}styleId", ""): _style(element) for element in elements}


def _style(element: Any) -> Style:
    outline = value(element, f"{W}pPr/{W}outlineLvl")
    return Style(
        name=value(element, f"{W}name") or "",
        parent=value(element, f"{W}basedOn") or "",
        outline=int(outline) if outline and outline.isdecimal() else None,
        numbering=value(element, f"{W}pPr/{W}numPr/{W}numId"),
        level=_level(value(element, f"{W}pPr/{W}numPr/{W}ilvl")),
        bold=is_on(element, f"{W}rPr/{W}b"),
        italic=is_on(element, f"{W}rPr/{W}i"),
    )


def _level(text: str | None) -> int:
    return min(_DEEPEST_LEVEL, int(text)) if text and text.isdecimal() else 0


@dataclass
class Styles:
    """The styles of a document with the count of its lists."""

    styles: dict[str, Style]
    numbering: Any
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def _chain(self, style_id: str) -> list[Style]:
        result: list[Style] = []
        while style_id in self.styles and len(result) < 12:
            result.append(self.styles[style_id])
            style_id = result[-1].parent
        return result

    def heading_level(self, paragraph: Any) -> int:
        """1 to 9 for a heading by its style or outline level, else 0."""
        own = value(paragraph, f"{W}pPr/{W}outlineLvl")
        if own and own.isdecimal() and int(own) < 9:
            return int(own) + 1
        for style in self._chain(_style_id(paragraph)):
            match = _HEADING_NAME.fullmatch(style.name)
            if match:
                return int(match[1])
            if style.name.lower() in _TITLE_NAMES:
                return 1
            if style.outline is not None and style.outline < 9:
                return style.outline + 1
        return 0

    def is_contents(self, paragraph: Any) -> bool:
        """Whether the paragraph is an entry of a table of contents."""
        chain = self._chain(_style_id(paragraph))[:1]
        return any(_CONTENTS_NAME.fullmatch(style.name) for style in chain)

    def look(self, paragraph: Any) -> tuple[bool, bool]:
        """Bold and italic as the paragraph's style sets them."""
        chain = self._chain(_style_id(paragraph))
        bold = next((style.bold for style in chain if style.bold is not None), False)
        italic = next((style.italic for style in chain if style.italic is not None), False)
        return bold, italic

    def run_look(self, properties: Any, base: tuple[bool, bool]) -> tuple[bool, bool]:
        """Bold and italic of a run: its own, else of its style, else the paragraph's."""
        chain = self._chain(value(properties, f"{W}rStyle") or "")
        styled_bold = next((style.bold for style in chain if style.bold is not None), base[0])
        styled_italic = next((style.italic for style in chain if style.italic is not None), base[1])
        bold, italic = is_on(properties, f"{W}b"), is_on(properties, f"{W}i")
        return (
            styled_bold if bold is None else bold,
            styled_italic if italic is None else italic,
        )

    def marker(self, paragraph: Any) -> Marker | None:
        """The list sign of a paragraph, counted on."""
        numbering, level = self._numbering_of(paragraph)
        if not numbering or numbering == "0":
            return None
        definition = self._level_definition(numbering, level)
        kind = value(definition, f"{W}numFmt") or "bullet"
        if kind == "none":
            return None
        start = _level_start(definition)
        for deeper in range(level + 1, _DEEPEST_LEVEL + 1):
            self._counts.pop((numbering, deeper), None)
        number = self._counts.get((numbering, level), start - 1) + 1
        self._counts[numbering, level] = number
        return Marker(_FORMATS.get(kind, "number"), level, max(1, number))

    def _numbering_of(self, paragraph: Any) -> tuple[str | None, int]:
        own = value(paragraph, f"{W}pPr/{W}numPr/{W}numId")
        own_level = value(paragraph, f"{W}pPr/{W}numPr/{W}ilvl")
        if own is not None:
            return own, _level(own_level)
        for style in self._chain(_style_id(paragraph)):
            if style.numbering is not None:
                return style.numbering, _level(own_level) if own_level else style.level
        return None, 0

    def _level_definition(self, numbering: str, level: int) -> Any:
        root = self.numbering
        if root is None:
            return None
        nums = root.findall(f"{W}num")
        num = next((each for each in nums if each.get(f"{W}numId") == numbering), None)
        abstract = value(num, f"{W}abstractNumId")
        for each in root.findall(f"{W}abstractNum"):
            if each.get(f"{W}abstractNumId") == abstract:
                levels = each.findall(f"{W}lvl")
                return next((one for one in levels if one.get(f"{W}ilvl") == str(level)), None)
        return None


def _level_start(definition: Any) -> int:
    start = value(definition, f"{W}start")
    return int(start) if start and start.isdecimal() else 1


def _style_id(paragraph: Any) -> str:
    return value(paragraph, f"{W}pPr/{W}pStyle") or ""
