"""Rules on tables: heads name what they stand for, and the grid is regular."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.pdf.accessibility.opened import Opened, Part
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_SCOPES = ("/Row", "/Column", "/Both")


def _scopes(opened: Opened) -> Iterator[Found]:
    for head in opened.with_role("TH"):
        if head.attribute("/Table", "/Scope") not in _SCOPES:
            yield Found("Ein Tabellenkopf sagt nicht, wofür er steht (Scope).", head.place)


def _grids(opened: Opened) -> Iterator[Found]:
    for table in opened.with_role("Table"):
        fault = _irregular(_rows(table))
        if fault:
            yield Found(fault, table.place)


def _rows(table: Part) -> list[Part]:
    rows: list[Part] = []
    for kid in table.kids:
        if kid.role == "TR":
            rows.append(kid)
        elif kid.role in ("THead", "TBody", "TFoot"):
            rows += [row for row in kid.kids if row.role == "TR"]
    return rows


def _irregular(rows: list[Part]) -> str:
    """What is wrong with the grid, spans included; empty for a regular one."""
    if not rows:
        return "Eine Tabelle hat keine Zeilen."
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(rows):
        column = 0
        for cell in row.kids:
            while (index, column) in taken:
                column += 1
            across, down = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
            wanted = {(index + y, column + x) for y in range(down) for x in range(across)}
            if taken & wanted:
                return "Zellen einer Tabelle überlappen sich."
            taken |= wanted
    widths = {max((x for y, x in taken if y == row), default=-1) + 1 for row in range(len(rows))}
    if len(widths) > 1 or len(taken) != len(rows) * max(widths):
        return f"Die Zeilen einer Tabelle haben {min(widths)} bis {max(widths)} Spalten."
    return ""


def _span(cell: Part, name: str) -> int:
    span = cell.attribute("/Table", name)
    return 1 if span is None else int(span)


RULES = (
    Rule("table-scope", "Köpfe von Tabellen sagen, wofür sie stehen.", ("15-003",), _scopes),
    Rule("table-grid", "Tabellen sind regelmäßig.", ("15-003",), _grids),
)
