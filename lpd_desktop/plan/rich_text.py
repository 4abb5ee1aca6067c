"""The exact subset of rich text: paragraphs, headings, lists, tables, footnotes.

A line break inside a paragraph or cell is a newline in a run's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from lpd_desktop.runtime.identity import new_id


class PlanPart(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of everything in a plan: immutable and strict about what it holds."""


class Run(PlanPart, kw_only=True, frozen=True):
    """A stretch of text in one style, or a footnote; exactly one of `text` and `footnote`."""

    text: str | UnsetType = UNSET
    bold: bool = False
    italic: bool = False
    footnote: tuple[Run, ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Refuses runs that are both or neither, and footnotes in footnotes."""
        if (self.text is UNSET) == (self.footnote is UNSET):
            message = "a run has either text or a footnote"
            raise ValueError(message)
        if self.footnote is not UNSET and any(run.is_footnote for run in self.footnote):
            message = "a footnote holds no footnote"
            raise ValueError(message)

    @property
    def is_footnote(self) -> bool:
        """Whether this run stands for a footnote's mark."""
        return self.footnote is not UNSET

    @property
    def words(self) -> str:
        """The text of a text run, empty for a footnote."""
        return "" if self.text is UNSET else self.text

    @property
    def note(self) -> tuple[Run, ...]:
        """The runs of a footnote, empty for a text run."""
        return () if self.footnote is UNSET else self.footnote


Runs = tuple[Run, ...]
ListStyle = Literal["bullet", "number", "letter"]

DEEPEST_LIST = 50
"""Lists in lists; no text needs nearly as many, and what reads or sets more may run out of room."""

NESTED_TOO_DEEP = f"more than {DEEPEST_LIST} lists in each other"


class Paragraph(PlanPart, tag="paragraph", tag_field="type", frozen=True):
    """A paragraph."""

    id: str
    runs: Runs


class Heading(PlanPart, tag="heading", tag_field="type", frozen=True):
    """A heading of level 1 or 2 inside an answer."""

    id: str
    level: Literal[1, 2]
    runs: Runs


class ListBlock(PlanPart, tag="list", tag_field="type", frozen=True):
    """A list; each item is a tuple of blocks. `start` counts from 1, also for letters."""

    id: str
    style: ListStyle
    items: tuple[tuple[Block, ...], ...]
    start: int = 1

    def __post_init__(self) -> None:
        """Refuses counts below 1, and more lists in each other than `DEEPEST_LIST`."""
        if self.start < 1:
            message = "start counts from 1"
            raise ValueError(message)
        if self.levels > DEEPEST_LIST:
            raise ValueError(NESTED_TOO_DEEP)

    @property
    def levels(self) -> int:
        """How many lists stand in each other, itself included."""
        blocks = (block for item in self.items for block in item)
        return 1 + max((each.levels for each in blocks if isinstance(each, ListBlock)), default=0)


class Table(PlanPart, tag="table", tag_field="type", omit_defaults=False, frozen=True):
    """A rectangular table; a row is a tuple of cells, a cell a tuple of runs."""

    id: str
    rows: tuple[tuple[Runs, ...], ...]
    header_rows: int = 0
    header_column: bool = False

    def __post_init__(self) -> None:
        """Refuses ragged tables and header rows that are not there."""
        if len({len(row) for row in self.rows}) > 1:
            message = "rows of different length"
            raise ValueError(message)
        if not 0 <= self.header_rows <= len(self.rows):
            message = "more header rows than rows"
            raise ValueError(message)


Block = Paragraph | Heading | ListBlock | Table
Blocks = tuple[Block, ...]


def text_run(text: str, *, bold: bool = False, italic: bool = False) -> Run:
    """A run of text."""
    return Run(text=text, bold=bold, italic=italic)


def paragraph(text: str) -> Paragraph:
    """A new plain paragraph."""
    return Paragraph(new_id(), (text_run(text),) if text else ())


def plain_text(runs: Runs) -> str:
    """The text of runs without footnotes."""
    return "".join(run.words for run in runs)


def footnotes_of(runs: Runs) -> Iterator[Runs]:
    """The footnotes of runs in order."""
    return (run.note for run in runs if run.is_footnote)


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """All blocks in reading order, those inside list items included."""
    for block in blocks:
        yield block
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from walk_blocks(item)


def walk_runs(blocks: Blocks) -> Iterator[tuple[Block, Runs]]:
    """Each stretch of runs (paragraph, heading, cell) with the block it stands in."""
    for block in walk_blocks(blocks):
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield block, cell
        elif not isinstance(block, ListBlock):
            yield block, block.runs


def is_blank(blocks: Blocks) -> bool:
    """Whether nothing is written: no text, and no footnote that says anything."""
    return not any(_says_anything(runs) for _block, runs in walk_runs(blocks))


def _says_anything(runs: Runs) -> bool:
    """Whether a text is more than blanks and the marks of empty footnotes."""
    return any((plain_text(run.note) or run.words).strip() for run in runs)
