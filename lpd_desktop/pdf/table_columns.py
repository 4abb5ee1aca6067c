"""How wide the columns of a table are; a table of many columns is set in smaller type."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.natural_widths import natural_width, widest_stretches
from lpd_desktop.pdf.paragraph import Column
from lpd_desktop.pdf.tables import Cell, Row

_WORD_SHARE = 0.4
"""No single word asks for a column wider than this share of the table."""

_LONG_WORD_SHARE = 0.2
"""What a longer one gets at least, as long as other words need not be divided for it."""

_SIZES = (1.0, 0.8, 0.7)
"""Of the letters, the first in which words need not be cut; the smallest is 6.5 points."""

_DENSE_PAD = 2.5
_DENSE_INDENT = 4.0

_FEW_LETTERS = 3.5
"""Times the size of the letters: what words get at least that must be cut."""


class _Needs(msgspec.Struct, frozen=True):
    """Points that a column needs, with its edges.

    Attributes:
        whole: So that no line is broken.
        words: So that no word is divided.
    """

    whole: float
    words: float


class _NarrowNeeds(msgspec.Struct, frozen=True):
    """Points that a column needs where words must be divided, with its edges.

    Attributes:
        parts: So that words are divided only where German divides them.
        figures: So that figures stay whole; words are cut.
    """

    parts: float
    figures: float


def columns_of(widths: Sequence[float], column: Column) -> tuple[Column, ...]:
    """Columns of these widths side by side."""
    starts = [column.x + sum(widths[:index]) for index in range(len(widths))]
    return tuple(Column(x, width) for x, width in zip(starts, widths, strict=True))


def fitted(rows: Sequence[Row], column: Column) -> tuple[list[Row], tuple[Column, ...]]:
    """The rows with their columns; in smaller type where words would be cut otherwise."""
    for size in _SIZES:
        sized = [_resized(row, size) for row in rows]
        if not _is_crowded(sized, column.width):
            break
    return sized, column_widths(sized, column)


def column_widths(rows: Sequence[Row], column: Column) -> tuple[Column, ...]:
    """Columns over the full width, shared by what the cells need.

    A word that asks for more than its share is divided first, then the other words; where not
    even parts of words have room, figures keep theirs.
    """
    total = column.width
    needs = [_needs(cells) for cells in _columns(rows)]
    least = [min(need.words, _WORD_SHARE * total) for need in needs]
    if sum(least) <= total:
        return columns_of(_shared([need.whole for need in needs], least, total), column)
    narrow = [_narrow_needs(cells) for cells in _columns(rows)]
    parts = [need.parts for need in narrow]
    figures = [need.figures for need in narrow]
    whole = [
        max(part, _LONG_WORD_SHARE * total) if need.words > _WORD_SHARE * total else need.words
        for part, need in zip(parts, needs, strict=True)
    ]
    for wide, tight in pairwise(([*map(max, least, parts)], whole, parts, figures)):
        if sum(tight) <= total:
            return columns_of(_shared([*map(max, wide, tight)], tight, total), column)
    return columns_of([each * total / sum(figures) for each in figures], column)


def _columns(rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    return list(zip(*(row.cells for row in rows), strict=True))


def _needs(cells: Sequence[Cell]) -> _Needs:
    measured = [(natural_width(cell.pieces), cell.edges) for cell in cells]
    return _Needs(
        max(line + edges for (line, _word), edges in measured),
        max(word + edges for (_line, word), edges in measured),
    )


def _narrow_needs(cells: Sequence[Cell]) -> _NarrowNeeds:
    parts = figures = 0.0
    for cell in cells:
        stretches = widest_stretches(cell.pieces)
        few = min(stretches.any, _FEW_LETTERS * cell.style.size)
        parts = max(parts, stretches.any + cell.edges)
        figures = max(figures, max(stretches.figures, few) + cell.edges)
    return _NarrowNeeds(parts, figures)


def _is_crowded(rows: Sequence[Row], width: float) -> bool:
    """Whether words would have to be cut anywhere."""
    columns = _columns(rows)
    if sum(_needs(cells).words for cells in columns) <= width:
        return False
    return sum(_narrow_needs(cells).parts for cells in columns) > width


def _resized(row: Row, size: float) -> Row:
    """The row in smaller type, with its texts nearer to each other."""
    return row if size == 1 else replace(row, cells=tuple(_dense(cell, size) for cell in row.cells))


def _dense(cell: Cell, size: float) -> Cell:
    style = replace(cell.style, size=size * cell.style.size, leading=size * cell.style.leading)
    pieces = [_smaller(piece, size) for piece in cell.pieces]
    indent = min(cell.indent, _DENSE_INDENT)
    return replace(cell, style=style, pieces=pieces, pad=_DENSE_PAD, indent=indent)


def _smaller(piece: Piece, size: float) -> Piece:
    ink = replace(piece.ink, size=size * piece.ink.size)
    return replace(piece, ink=ink, rise=size * piece.rise)


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
