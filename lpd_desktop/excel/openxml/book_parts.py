"""What the workbook part says: which sheets there are, and how days are counted."""

from __future__ import annotations

import msgspec

from lpd_desktop.excel.openxml.package_parts import PackageParts, Relation
from lpd_desktop.excel.xml_events import Attributes, XmlReader

_MACRO_KINDS = frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"})
_NO_SHEETS = frozenset({"chartsheet", "dialogsheet", *_MACRO_KINDS})


class SheetPart(msgspec.Struct, frozen=True):
    """A sheet of cells: its name, its part, whether Excel shows a tab for it."""

    name: str
    part: str
    is_hidden: bool


class BookParts(msgspec.Struct, frozen=True):
    """The parts that cells are read from.

    Attributes:
        lost_sheets: Names of sheets that have no part.
    """

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    lost_sheets: tuple[str, ...]
    counts_from_1904: bool
    has_macros: bool
    has_links: bool


def main_part(parts: PackageParts, usual: str = "xl/workbook.xml") -> str:
    """The name of the workbook part; the usual one where the package does not name it."""
    for relation in parts.relations(""):
        if relation.kind == "officeDocument" and relation.target in parts:
            return relation.target
    return usual


def book_parts(parts: PackageParts) -> BookParts:
    """The parts of a workbook.

    Raises:
        BadXmlError: the workbook part is missing.
    """
    part = main_part(parts)
    relations = {each.key: each for each in parts.relations(part)}
    reader = _BookReader()
    with parts.open(part) as source:
        handlers = {"sheet": reader.on_sheet, "workbookPr": reader.on_properties}
        XmlReader(parts.allowance, handlers).read(source)
    kinds = {each.kind: each for each in relations.values()}
    sheets = tuple(reader.sheets(relations))
    return BookParts(
        sheets=sheets,
        strings=_target(kinds, "sharedStrings"),
        styles=_target(kinds, "styles"),
        counts_from_1904=reader.counts_from_1904,
        lost_sheets=tuple(reader.lost),
        has_macros=not _MACRO_KINDS.isdisjoint(kinds) or "xl/vbaProject.bin" in parts,
        has_links="externalLink" in kinds,
    )


def _target(kinds: dict[str, Relation], kind: str) -> str:
    return kinds[kind].target if kind in kinds else ""


class _BookReader:
    def __init__(self) -> None:
        self.counts_from_1904 = False
        self.lost: list[str] = []
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
                self.lost.append(name)
            elif relation.kind not in _NO_SHEETS:
                found.append(SheetPart(name, relation.target, state in ("hidden", "veryHidden")))
        return found
