"""Tables inside texts as grids of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lpd_desktop.check.context import Context
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import Table, plain_text, walk_blocks

_NO_VALUE = re.compile(r"[\s\-–—./*]*|k\.\s?A\.|entf(?:ällt|\.)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A row or a column: its label, and its cells without the label."""

    label: str
    cells: tuple[str, ...]

    @cached_property
    def figures(self) -> tuple[Figure | None, ...]:
        """The figure of each cell; None where a cell holds none or other words."""
        return tuple(map(single_figure, self.cells))


@dataclass(frozen=True)
class Grid:
    """A table with labels on both sides; `where` is its block, `corner` the words over the rows."""

    where: Address
    corner: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]


def grids(context: Context) -> Iterator[Grid]:
    """All tables in the texts that have a header row or labels in the first column."""
    for where, blocks in context.texts():
        for block in walk_blocks(blocks):
            if isinstance(block, Table) and len(block.rows) > 2:
                yield _grid(where.at_block(block.id), block)


def _grid(where: Address, table: Table) -> Grid:
    texts = [[plain_text(cell) for cell in row] for row in table.rows]
    heads = table.header_rows or int(not any(map(single_figure, texts[0][1:])))
    captions = [" ".join(filter(None, column)) for column in zip(*texts[:heads], strict=True)]
    body = texts[heads:]
    rows = tuple(Line(row[0], tuple(row[1:])) for row in body)
    columns = tuple(
        Line(captions[number] if captions else "", tuple(row[number] for row in body))
        for number in range(1, len(texts[0]))
    )
    return Grid(where, captions[0] if captions else "", rows, columns)


def single_figure(cell: str) -> Figure | None:
    """The figure of a cell that holds nothing else but signs and a unit."""
    figures = figures_in(cell)
    if len(figures) != 1 or figures[0].spelled:
        return None
    rest = cell[: figures[0].start] + cell[figures[0].end :]
    return figures[0] if len(re.sub(r"[\W\d_]", "", rest)) <= 12 else None


def is_empty(cell: str) -> bool:
    """Whether a cell holds nothing or a sign for nothing."""
    return _NO_VALUE.fullmatch(cell) is not None
