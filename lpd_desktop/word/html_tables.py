"""Tables of foreign HTML as rectangular tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lpd_desktop.plan.rich_text import Runs, Table
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.html_tree import Node

_MOST_COLUMNS = 40
_MOST_ROWS = 2000


def is_layout(table: Node) -> bool:
    """Whether a table only places text: it has one cell in all, or tables in its cells."""
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    has_inner = any(node.tag == "table" for cell in cells for node in cell.walk())
    return len(cells) <= 1 or has_inner


def _rows(table: Node) -> Iterator[Node]:
    for child in table.children:
        if isinstance(child, Node) and child.tag == "tr":
            yield child
        elif isinstance(child, Node) and child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if isinstance(cell, Node) and cell.tag in {"td", "th"}]


def table_of(node: Node, runs_of: Callable[[Node], Runs]) -> Table | None:
    """A table with its cells; a joined cell's text stands in its first, the others are empty."""
    rows = list(_rows(node))[:_MOST_ROWS]
    grid = _grid(rows, runs_of)
    width = max((column + 1 for _row, column in grid), default=0)
    lines = [tuple(grid.get((row, c), ()) for c in range(width)) for row in range(len(rows))]
    kept = [number for number, line in enumerate(lines) if any(line)]
    if not kept:
        return None
    cells = tuple(lines[number] for number in kept)
    headers = _header_rows(node, [rows[number] for number in kept])
    column = _has_header_column([rows[number] for number in kept][headers:])
    return Table(new_id(), cells, headers, column)


def _grid(rows: list[Node], runs_of: Callable[[Node], Runs]) -> dict[tuple[int, int], Runs]:
    taken: dict[tuple[int, int], Runs] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (number, column) in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            down = min(_span(cell, "rowspan"), len(rows) - number)
            across = min(_span(cell, "colspan"), _MOST_COLUMNS - column)
            taken.update({(number + d, column + a): () for d in range(down) for a in range(across)})
            taken[number, column] = runs_of(cell)
    return taken


def _span(cell: Node, name: str) -> int:
    value = cell.attributes.get(name, "")
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1


def _header_rows(table: Node, rows: list[Node]) -> int:
    heads = {
        id(row)
        for child in table.children
        if isinstance(child, Node) and child.tag == "thead"
        for row in child.children
        if isinstance(row, Node)
    }
    count = 0
    for row in rows:
        if id(row) not in heads and not all(cell.tag == "th" for cell in _cells(row)):
            break
        count += 1
    return count if count < len(rows) else min(count, 1)


def _has_header_column(rows: list[Node]) -> bool:
    cells = [_cells(row) for row in rows]
    return bool(cells) and all(row and row[0].tag == "th" for row in cells)
