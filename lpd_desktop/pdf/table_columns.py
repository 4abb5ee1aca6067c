"""How wide the columns of a table are; a table of many columns is set in smaller type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.natural_widths import narrowest_width, natural_width
from lpd_desktop.pdf.paragraph import Column
from lpd_desktop.pdf.tables import Cell, Row

_WORD_SHARE = 0.4
"""No single word asks for a column wider than this share of the table."""

_DENSE = 0.8
"""Size of the letters in a table whose words would not fit otherwise; 7.4 points."""

_DENSE_PAD = 2.5


@dataclass(frozen=True)
class _Needs:
    """Points that a column needs, with its edges.

    Attributes:
        whole: So that no line is broken.
        words: So that no word is divided.
    """

    whole: float
    words: float


def columns_of(widths: Sequence[float], column: Column) -> tuple[Column, ...]:
    """Columns of these widths side by side."""
    starts = [column.x + sum(widths[:index]) for index in range(len(widths))]
    return tuple(Column(x, width) for x, width in zip(starts, widths, strict=True))


def fitted(rows: Sequence[Row], column: Column) -> tuple[list[Row], tuple[Column, ...]]:
    """The rows with their columns; in smaller type where words would be cut otherwise."""
    if not _is_crowded(rows, column.width):
        return list(rows), column_widths(rows, column)
    dense = [replace(row, cells=tuple(map(_dense, row.cells))) for row in rows]
    return dense, column_widths(dense, column)


def column_widths(rows: Sequence[Row], column: Column) -> tuple[Column, ...]:
    """Columns over the full width, shared by what the cells need."""
    needs = [_needs(cells) for cells in _columns(rows)]
    widest = [need.whole for need in needs]
    least = [min(need.words, _WORD_SHARE * column.width) for need in needs]
    if sum(least) <= column.width:
        return columns_of(_shared(widest, least, column.width), column)
    narrowest = [_narrowest(cells) for cells in _columns(rows)]
    if sum(narrowest) <= column.width:
        return columns_of(_shared(least, narrowest, column.width), column)
    return columns_of([each * column.width / sum(narrowest) for each in narrowest], column)


def _columns(rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    return list(zip(*(row.cells for row in rows), strict=True))


def _needs(cells: Sequence[Cell]) -> _Needs:
    measured = [(natural_width(cell.pieces), cell.edges) for cell in cells]
    return _Needs(
        max(line + edges for (line, _word), edges in measured),
        max(word + edges for (_line, word), edges in measured),
    )


def _narrowest(cells: Sequence[Cell]) -> float:
    """So that words are divided only where German divides them."""
    return max(narrowest_width(cell.pieces) + cell.edges for cell in cells)


def _is_crowded(rows: Sequence[Row], width: float) -> bool:
    """Whether words would have to be cut anywhere, in the normal size."""
    columns = _columns(rows)
    if sum(_needs(cells).words for cells in columns) <= width:
        return False
    return sum(map(_narrowest, columns)) > width


def _dense(cell: Cell) -> Cell:
    style = replace(cell.style, size=_DENSE * cell.style.size, leading=_DENSE * cell.style.leading)
    return replace(cell, style=style, pieces=list(map(_smaller, cell.pieces)), pad=_DENSE_PAD)


def _smaller(piece: Piece) -> Piece:
    ink = replace(piece.ink, size=_DENSE * piece.ink.size)
    return replace(piece, ink=ink, rise=_DENSE * piece.rise)


def _shared(widest: list[float], least: list[float], total: float) -> list[float]:
    """Widths between least and widest; columns that need little get all of it."""
    if sum(widest) <= total:
        extra = (total - sum(widest)) / len(widest)
        return [width + extra for width in widest]
    small = _small_columns(widest, least, total)
    least = [widest[at] if at in small else width for at, width in enumerate(least)]
    wishes = [wide - need for wide, need in zip(widest, least, strict=True)]
    factor = (total - sum(least)) / sum(wishes)
    return [need + wish * factor for need, wish in zip(least, wishes, strict=True)]


def _small_columns(widest: list[float], least: list[float], total: float) -> set[int]:
    """Columns that need less than an equal share of what the others leave, the smallest first."""
    small: set[int] = set()
    room, needed = total, sum(least)
    for at in sorted(range(len(widest)), key=widest.__getitem__):
        needed -= least[at]
        if widest[at] > room / (len(widest) - len(small)) or room - widest[at] < needed:
            break
        small.add(at)
        room -= widest[at]
    return small
