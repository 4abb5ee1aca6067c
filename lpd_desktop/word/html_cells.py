"""The cells of a spreadsheet or table in a clipboard's HTML, with the exact values it names."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.plan.rich_text import plain_text
from lpd_desktop.word.html_notes import Notes
from lpd_desktop.word.html_reader import Reader, Style
from lpd_desktop.word.html_tables import HtmlCell, grid_of
from lpd_desktop.word.html_tree import Node, parse_html
from lpd_desktop.word.left_out import LeftOut

MOST_CELLS = 20_000


@dataclass(frozen=True)
class ClipCell:
    """One cell.

    Attributes:
        text: What it shows.
        value: The exact number as LibreOffice (`sdval`) or Excel (`x:num`) writes it, empty for
            none; with a comma or a point before the decimals.
        down, across: How many rows and columns it spans.
    """

    text: str = ""
    value: str = ""
    down: int = 1
    across: int = 1


@dataclass(frozen=True)
class ClipCells:
    """The cells that are shown, row by row, and how many rows and columns were hidden."""

    rows: tuple[tuple[ClipCell, ...], ...]
    hidden: int = 0


def cells_of_html(markup: str) -> ClipCells | None:
    """The cells of HTML that holds exactly one table; None for any other.

    Raises:
        TooMuchToPasteError: more than can be taken in at once.
    """
    root = parse_html(markup)
    tables = [node for node in root.walk() if node.tag == "table"]
    if len(tables) != 1:
        return None
    grid = grid_of(tables[0], MOST_CELLS)
    reader = Reader(Notes(root), LeftOut())
    shown = [n for n, is_out in enumerate(grid.hidden) if not is_out]
    width = len(grid.rows[0]) if grid.rows else 0
    out = [c for c in range(width) if shown and all(_is_out(grid.rows[n][c]) for n in shown)]
    rows = tuple(
        tuple(_cell(grid.rows[n][c], reader) for c in range(width) if c not in out) for n in shown
    )
    hidden = len(grid.hidden) - len(shown) + len(out)
    return ClipCells(rows, hidden) if any(cell.text for row in rows for cell in row) else None


def _is_out(cell: HtmlCell) -> bool:
    return cell.node is not None and cell.is_hidden


def _cell(cell: HtmlCell, reader: Reader) -> ClipCell:
    node = cell.node
    if node is None or cell.is_hidden:
        return ClipCell()
    inner = reader.inner()
    inner.read_children(node, Style())
    value = node.attributes.get("sdval") or node.attributes.get("x:num") or ""
    text = plain_text(inner.runs_in_one()).strip()
    return ClipCell(text, value.strip(), _span(node, "rowspan"), _span(node, "colspan"))


def _span(node: Node, name: str) -> int:
    value = node.attributes.get(name, "")
    return max(1, int(value)) if value.isdecimal() and len(value) < 4 else 1
