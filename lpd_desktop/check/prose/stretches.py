"""Stretches of text with their addresses: paragraphs, headings, items, cells and footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lpd_desktop.check.prose.sentences import sentence_spans
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Runs,
    Table,
    footnotes_of,
    plain_text,
)

StretchKind = Literal["paragraph", "heading", "item", "cell", "note"]


@dataclass(frozen=True)
class Stretch:
    """One stretch of text.

    Attributes:
        where: Field and block.
        kind: `item` is a paragraph inside a list.
        text: Its words without footnotes; soft hyphens and no-break spaces as they stand.
        headings: The headings above it in its field, outermost first.
        row_label, column_label: Of a cell, what its header column and header row say.
    """

    where: Address
    kind: StretchKind
    text: str
    headings: tuple[str, ...] = ()
    row_label: str = ""
    column_label: str = ""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order; a cell or heading is one."""
        if self.kind in ("cell", "heading"):
            return (Sentence(self, self.text, 0),) if self.text.strip() else ()
        return tuple(
            Sentence(self, self.text[start:end], start) for start, end in sentence_spans(self.text)
        )


@dataclass(frozen=True)
class Sentence:
    """One sentence; `start` is where it begins in its stretch."""

    stretch: Stretch
    text: str
    start: int

    @property
    def where(self) -> Address:
        """Field and block."""
        return self.stretch.where


def stretches_of(where: Address, blocks: Blocks) -> Iterator[Stretch]:
    """All stretches of one field in reading order, a footnote after the text it stands in."""
    headings: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Heading):
            headings = {level: each for level, each in headings.items() if level < block.level}
        above = tuple(headings[level] for level in sorted(headings))
        yield from _of_block(where, block, above, is_item=False)
        if isinstance(block, Heading):
            headings[block.level] = plain_text(block.runs)


def _of_block(
    where: Address, block: Block, headings: tuple[str, ...], *, is_item: bool
) -> Iterator[Stretch]:
    if isinstance(block, ListBlock):
        for item in block.items:
            for inner in item:
                yield from _of_block(where, inner, headings, is_item=True)
        return
    place = where.at_block(block.id)
    if isinstance(block, Table):
        yield from _of_table(place, block, headings)
        return
    plain: StretchKind = "item" if is_item else "paragraph"
    kind: StretchKind = "heading" if isinstance(block, Heading) else plain
    yield from _with_notes(Stretch(place, kind, plain_text(block.runs), headings), block.runs)


def _of_table(place: Address, table: Table, headings: tuple[str, ...]) -> Iterator[Stretch]:
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            is_body = number >= table.header_rows
            label = plain_text(row[0]) if table.header_column and column else ""
            above = (plain_text(each[column]) for each in table.rows[: table.header_rows])
            caption = " ".join(filter(None, above)) if is_body else ""
            stretch = Stretch(place, "cell", plain_text(cell), headings, label, caption)
            yield from _with_notes(stretch, cell)


def _with_notes(stretch: Stretch, runs: Runs) -> Iterator[Stretch]:
    if stretch.text.strip():
        yield stretch
    for note in footnotes_of(runs):
        text = plain_text(note)
        if text.strip():
            yield Stretch(stretch.where, "note", text, stretch.headings)
