"""Tables of foreign HTML as rectangular tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lpd_desktop.plan.rich_text import Run, Runs, Table
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.html_marks import is_hidden
from lpd_desktop.word.html_tokens import TooMuchToPasteError
from lpd_desktop.word.html_tree import Node

MOST_CELLS = 2_000
"""More cells are no table of a planning document, and the editor would stand still for them."""

_MOST_COLUMNS = 200
_CELL_TAGS = frozenset({"td", "th"})
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})


@dataclass(frozen=True)
class HtmlCell:
    """A cell at its first place; `node` is None where a joined cell covers the place."""

    node: Node | None = None
    is_hidden: bool = False


@dataclass(frozen=True)
class HtmlGrid:
    """A table with all its places.

    Attributes:
        rows: All rows with the same number of cells.
        lines: The elements of the rows.
        hidden: Which rows are hidden.
        joined: How many cells span several places.
    """

    rows: tuple[tuple[HtmlCell, ...], ...]
    lines: tuple[Node, ...]
    hidden: tuple[bool, ...]
    joined: int


def is_layout(table: Node) -> bool:
    """Whether a table only places text: it has one cell in all, or tables in its cells."""
    count = 0
    for row in rows_of(table):
        for cell in _cells(row):
            count += 1
            if any(node.tag == "table" for node in cell.walk() if node is not cell):
                return True
    return count <= 1


def rows_of(table: Node) -> Iterator[Node]:
    """The rows of a table in order."""
    for child in table.children:
        if isinstance(child, Node) and child.tag == "tr":
            yield child
        elif isinstance(child, Node) and child.tag in _ROW_GROUPS:
            yield from rows_of(child)


def strays_of(table: Node) -> Iterator[Node | str]:
    """What stands in a table outside of its cells, such as its caption."""
    for child in table.children:
        if isinstance(child, str):
            if child.strip():
                yield child
        elif child.tag in _ROW_GROUPS or child.tag == "tr":
            yield from strays_of(child)
        elif child.tag not in _CELL_TAGS and child.tag not in {"col", "colgroup"}:
            yield child


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if isinstance(cell, Node) and cell.tag in _CELL_TAGS]


def grid_of(table: Node, most_cells: int = MOST_CELLS) -> HtmlGrid:
    """All places of a table.

    Raises:
        TooMuchToPasteError: more than `most_cells` places.
    """
    lines = [row for row in rows_of(table) if not _is_spacer(row)]
    taken: dict[tuple[int, int], HtmlCell] = {}
    hidden_columns = _hidden_columns(table)
    joined = 0
    for number, line in enumerate(lines):
        for column, cell in _placed(line, number, taken):
            down = min(_span(cell, "rowspan"), len(lines) - number)
            across = min(_span(cell, "colspan"), _MOST_COLUMNS - column)
            joined += down > 1 or (across > 1 and not _runs_over(cell))
            spread = ((number + d, column + a) for d in range(down) for a in range(across))
            taken.update(dict.fromkeys(spread, HtmlCell()))
            is_out = column in hidden_columns or is_hidden(cell)
            taken[number, column] = HtmlCell(cell, is_out)
            if len(taken) > most_cells:
                raise TooMuchToPasteError
    width = max((column + 1 for _row, column in taken), default=0)
    if width * len(lines) > most_cells:
        raise TooMuchToPasteError
    rows = (tuple(taken.get((n, c), HtmlCell()) for c in range(width)) for n in range(len(lines)))
    return HtmlGrid(tuple(rows), tuple(lines), tuple(map(is_hidden, lines)), joined)


def _placed(
    line: Node, number: int, taken: dict[tuple[int, int], HtmlCell]
) -> Iterator[tuple[int, Node]]:
    """The cells of a row with the columns where they stand."""
    column = 0
    for cell in _cells(line):
        while (number, column) in taken:
            column += 1
        if column >= _MOST_COLUMNS:
            raise TooMuchToPasteError
        yield column, cell


def _runs_over(cell: Node) -> bool:
    """Whether a cell is wide only because its text covers empty neighbours, as Excel says it."""
    return "colspan" in cell.style.get("mso-ignore", "")


def _is_spacer(row: Node) -> bool:
    """The row without height that Word and Excel add to fix the widths of columns."""
    is_flat = row.attributes.get("height") == "0" or row.style.get("height") in {"0", "0px", "0pt"}
    return is_flat and not row.text().strip()


def _hidden_columns(table: Node) -> frozenset[int]:
    """Columns that a `col` element hides, as Excel writes it."""
    hidden: set[int] = set()
    column = 0
    for node in _columns(table):
        span = min(_span(node, "span"), _MOST_COLUMNS)
        hidden.update(range(column, column + span) if is_hidden(node) else ())
        column += span
    return frozenset(hidden)


def _columns(table: Node) -> Iterator[Node]:
    for child in table.children:
        if isinstance(child, Node) and child.tag == "col":
            yield child
        elif isinstance(child, Node) and child.tag == "colgroup":
            inner = list(_columns(child))
            yield from inner or [child]


def _span(cell: Node, name: str) -> int:
    value = cell.attributes.get(name, "").strip()
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1


@dataclass(frozen=True)
class ReadTable:
    """A table, or None for one without words; what of it was hidden or joined."""

    table: Table | None
    hidden: int
    joined: int


def table_of(node: Node, runs_of: Callable[[Node], Runs]) -> ReadTable:
    """A table with its cells; a joined cell's text stands in its first, the others are empty.

    Raises:
        TooMuchToPasteError: more cells than `MOST_CELLS`.
    """
    grid = grid_of(node)
    shown = [n for n, is_out in enumerate(grid.hidden) if not is_out]
    columns = range(len(grid.rows[0]) if grid.rows else 0)
    out = [c for c in columns if shown and all(_is_out(grid.rows[n][c]) for n in shown)]
    kept = [c for c in columns if c not in out]
    cells = tuple(tuple(_runs(grid.rows[n][c], runs_of) for c in kept) for n in shown)
    hidden = len(grid.hidden) - len(shown) + len(out)
    if not any(map(any, cells)):
        return ReadTable(None, hidden, 0)
    lines = [grid.lines[n] for n in shown]
    headers, is_bold = _header_rows(node, lines, cells)
    cells = cells if headers else _without_empty_end(cells)
    if is_bold:
        cells = (*map(_without_bold, cells[:headers]), *cells[headers:])
    column = _has_header_column(lines[headers:])
    return ReadTable(Table(new_id(), cells, headers, column), hidden, grid.joined)


def _without_empty_end(cells: tuple[tuple[Runs, ...], ...]) -> tuple[tuple[Runs, ...], ...]:
    """Empty rows below a block of cells mean nothing; those below a header wait to be filled."""
    last = max(number for number, row in enumerate(cells) if any(row))
    return cells[: last + 1]


def _is_out(cell: HtmlCell) -> bool:
    return cell.node is not None and cell.is_hidden


def _runs(cell: HtmlCell, runs_of: Callable[[Node], Runs]) -> Runs:
    return () if cell.node is None or cell.is_hidden else runs_of(cell.node)


def _header_rows(
    table: Node, lines: list[Node], cells: tuple[tuple[Runs, ...], ...]
) -> tuple[int, bool]:
    """How many header rows a table has, and whether it is bold letters that say so."""
    heads = {
        id(row)
        for child in table.children
        if isinstance(child, Node) and child.tag == "thead"
        for row in child.children
    }
    count = 0
    for line in lines:
        if id(line) not in heads and not all(cell.tag == "th" for cell in _cells(line)):
            break
        count += 1
    if count:
        return (count if count < len(lines) else 1), all(map(_is_bold, cells[:1]))
    is_bold = len(cells) > 1 and _is_bold(cells[0]) and not any(map(_is_bold, cells[1:]))
    return int(is_bold), is_bold


def _is_bold(row: tuple[Runs, ...]) -> bool:
    written = [run for cell in row for run in cell if run.words.strip()]
    return bool(written) and all(run.bold for run in written)


def _without_bold(row: tuple[Runs, ...]) -> tuple[Runs, ...]:
    """A header row is bold anyway."""
    return tuple(
        tuple(run if run.is_footnote else Run(text=run.words, italic=run.italic) for run in cell)
        for cell in row
    )


def _has_header_column(lines: list[Node]) -> bool:
    cells = [_cells(line) for line in lines]
    return bool(cells) and all(row and row[0].tag == "th" for row in cells)
