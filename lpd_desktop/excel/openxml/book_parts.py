"""What the workbook part says: which sheets there are, and how days are counted."""

from __future__ import annotations

import msgspec

from lpd_desktop.excel.openxml.package_parts import PackageParts, Relation
from lpd_desktop.excel.openxml.xml_events import Attributes, BadXmlError, XmlReader

_MACRO_PARTS = ("xl/vbaproject.bin", "xl/vbaProject.bin")
_NO_SHEETS = frozenset({"chartsheet", "dialogsheet", "macrosheet", "xlMacrosheet"})


class SheetPart(msgspec.Struct, frozen=True):
    """A sheet of cells: its name, its part, whether Excel shows a tab for it."""

    name: str
    part: str
    is_hidden: bool


class BookParts(msgspec.Struct, frozen=True):
    """The parts that cells are read from."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    counts_from_1904: bool
    has_macros: bool
    has_links: bool


def main_part(parts: PackageParts) -> str:
    """The name of the workbook part."""
    for relation in parts.relations(""):
        if relation.kind == "officeDocument" and relation.target in parts:
            return relation.target
    return "xl/workbook.xml"


def book_parts(parts: PackageParts) -> BookParts:
    """The parts of a workbook.

    Raises:
        BadXmlError: the workbook part is missing, or one of its sheets is.
    """
    part = main_part(parts)
    relations = {each.key: each for each in parts.relations(part)}
    reader = _BookReader()
    with parts.open(part) as source:
        handlers = {"sheet": reader.on_sheet, "workbookPr": reader.on_properties}
        XmlReader(parts.allowance, handlers).read(source)
    kinds = {each.kind: each for each in relations.values()}
    return BookParts(
        sheets=tuple(reader.sheets(relations)),
        strings=_target(kinds, "sharedStrings"),
        styles=_target(kinds, "styles"),
        counts_from_1904=reader.counts_from_1904,
        has_macros="vbaProject" in kinds or any(each in parts for each in _MACRO_PARTS),
        has_links="externalLink" in kinds,
    )


def _target(kinds: dict[str, Relation], kind: str) -> str:
    return kinds[kind].target if kind in kinds else ""


class _BookReader:
    def __init__(self) -> None:
        self.counts_from_1904 = False
        self._listed: list[tuple[str, str, str]] = []

    def on_properties(self, attributes: Attributes) -> None:
        self.counts_from_1904 = attributes.get("date1904") in ("1", "true")

    def on_sheet(self, attributes: Attributes) -> None:
        key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        name = attributes.get("name", "")
        self._listed.append((name, key, attributes.get("state", "visible")))

    def sheets(self, relations: dict[str, Relation]) -> list[SheetPart]:
        found = []
        for name, key, state in self._listed:
            relation = relations.get(key)
            if relation is None or relation.is_external:
                raise BadXmlError(f"sheet {name} has no part")
            if relation.kind not in _NO_SHEETS:
                found.append(SheetPart(name, relation.target, state in ("hidden", "veryHidden")))
        return found
