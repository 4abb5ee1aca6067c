"""Tables that are too wide for the page: in the smallest type, figures would still be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import TABLE_WIDE
from lpd_desktop.plan.rich_text import Table, plain_text, walk_blocks

_PAGE = 65_300
"""Width of the text, in thousandths of the size of the smallest letters of a table."""

_EDGES = 770
"""Of a column, in the same measure."""

_DIGIT, _LETTER = 600, 550
_OTHERS = {"%": 920, **dict.fromkeys(".,:/'()", 280), **dict.fromkeys(" \u00a0\u202f", 260)}
_MOST_SIGNS = 18
"""A longer word or figure is cut anyway."""

_PART = 6
"""Letters of a word that shall stand together."""

_UNIT = r"€|%|T€|TEUR\b|Tsd\.|Mio\.|Mrd\.|Euro\b|EUR\b|VZÄ\b"
_FIGURE = re.compile(rf"[+\-\u2212\u2013(]*\d[\d.,:/]*(?:[ \u00a0\u202f]?(?:{_UNIT}))*\)?")


def wide_tables(context: Context) -> Iterator[Finding]:
    """A finding for each table whose figures have no room beside each other."""
    for where, blocks in context.texts():
        for block in walk_blocks(blocks):
            if isinstance(block, Table) and is_too_wide(block):
                yield context.finding(
                    TABLE_WIDE,
                    where.at_block(block.id),
                    f"Die Tabelle hat {len(block.rows[0])} Spalten und ist zu breit: Auch in der "
                    "kleinsten Schrift müssen Wörter oder Beträge getrennt werden.",
                    "Bitte teilen Sie die Tabelle, lassen Sie Spalten weg oder nennen Sie Beträge "
                    "in Tsd. €.",
                )


def is_too_wide(table: Table) -> bool:
    """Whether figures or words of a table are cut on the page; an estimate from their signs."""
    columns = zip(*table.rows, strict=True)
    widths = (max(_needed(plain_text(cell)) for cell in column) for column in columns)
    return sum(width + _EDGES for width in widths) > _PAGE


def _needed(text: str) -> int:
    """The room for the longest figure of a cell, with its unit, and for a part of its words."""
    figures = [each for each in _FIGURE.findall(text) if len(each) <= _MOST_SIGNS]
    longest = max((min(len(word), _PART) for word in text.split()), default=0)
    return max([longest * _LETTER, *map(_width, figures)])


def _width(figure: str) -> int:
    return sum(_OTHERS.get(char, _DIGIT) for char in figure)
