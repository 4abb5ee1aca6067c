"""Parts that belong to one sheet: comments at its cells, filters of its tables."""

from __future__ import annotations

from collections.abc import Iterable

from lpd_desktop.excel.openxml.package_parts import PackageParts, Relation
from lpd_desktop.excel.openxml.shared_strings import TextCollector
from lpd_desktop.excel.openxml.sheet_part import place_of
from lpd_desktop.excel.xml_events import Attributes, XmlReader

_COMMENT_LIMIT = 500


def comments_of(parts: PackageParts, relations: Iterable[Relation]) -> dict[tuple[int, int], str]:
    """What is written into comments, by row and column."""
    found: dict[tuple[int, int], str] = {}
    for relation in relations:
        if relation.kind == "comments" and relation.target in parts:
            found.update(_comments(parts, relation.target))
    return found


def _comments(parts: PackageParts, part: str) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    collector = TextCollector()
    place = (0, 0)

    def begin(attributes: Attributes) -> None:
        nonlocal place
        place = place_of(attributes.get("ref", "A1").partition(":")[0])
        collector.text()

    def end() -> None:
        found[place] = " ".join(collector.text().text.split())[:_COMMENT_LIMIT]

    starts = {**collector.starts(), "comment": begin}
    ends = {**collector.ends(), "comment": end}
    with parts.open(part) as source:
        XmlReader(parts.allowance, starts, ends, collector.take).read(source)
    return found


def has_filtered_table(parts: PackageParts, relations: Iterable[Relation]) -> bool:
    """Whether a table of the sheet shows some of its rows only."""
    return any(
        _is_filtered(parts, relation.target)
        for relation in relations
        if relation.kind == "table" and relation.target in parts
    )


def _is_filtered(parts: PackageParts, part: str) -> bool:
    found: list[Attributes] = []
    with parts.open(part) as source:
        XmlReader(parts.allowance, {"filterColumn": found.append}).read(source)
    return bool(found)
