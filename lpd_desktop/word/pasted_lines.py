"""Plain text of a clipboard as blocks: lines that a PDF viewer broke are joined to paragraphs.

Careful on purpose: a line is joined to the one above only where its words or its length say that
the sentence goes on, and no word is ever dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    ListBlock,
    ListStyle,
    Table,
    paragraph,
    text_run,
)
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.joining import has_ended, how_to_join, join
from lpd_desktop.word.source import SourceLine, Span, spans_text

MOST_CELLS = 2_000

_BULLET = re.compile(r"[ \t\u00a0]*[•▪◦‣●○■□➢➔✓\uf0b7\uf0a7\uf0d8](?:[ \t\u00a0]+|(?=\w))")
_DASH = re.compile(r"[ \t\u00a0]*[-–—*][ \t\u00a0]+(?=\S)")
_COUNTED = re.compile(r"[ \t\u00a0]*(?:([0-9]{1,2})[.)]|([a-z])\))[ \t\u00a0]+(?=\S)")
_PAGE = re.compile(
    r"\s*(?:(?:Seite|S\.)\s*)?[-–]?\s*[0-9]{1,4}\s*[-–]?(?:\s*(?:von|/|\|)\s*[0-9]{1,4})?\s*",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"(?<=\w)\ufffe(\w*)")
_CONJUNCTIONS = frozenset({"und", "oder", "bzw", "sowie"})
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff\0]")
_SHORTEST_BROKEN = 40
_LONGEST_BROKEN = 160
_NEARLY_FULL = 0.85


@dataclass(frozen=True)
class PlainContent:
    """What plain text says; `was_joined` where lines became paragraphs."""

    blocks: Blocks
    was_joined: bool = False


@dataclass(frozen=True)
class _Line:
    """A line with its mark taken off.

    Attributes:
        text: What it says.
        style: What kind of item it opens, None for none.
        number: The number of its mark.
        is_apart: A blank line stands above it, or it is a page number.
        is_full: It reaches the margin, so that a sentence may run on in the next one.
    """

    text: str
    style: ListStyle | None = None
    number: int = 1
    is_apart: bool = False
    is_full: bool = False


def lines_as_they_are(text: str) -> Blocks:
    """A paragraph for each line; empty lines in between stay, those at both ends do not."""
    lines = _unified(text).strip("\n").split("\n")
    return tuple(paragraph(line) for line in lines) if any(lines) else ()


def blocks_from_text(text: str) -> PlainContent:
    """Lists, tables and paragraphs of plain text."""
    lines = _unified(text).strip("\n").split("\n")
    table = _table_of(lines)
    if table is not None:
        return PlainContent((table,))
    is_broken = "\ufffe" in text or _looks_broken(lines)
    read = list(_read(lines))
    if not is_broken and not any(line.style for line in read):
        return PlainContent(lines_as_they_are(text))
    joined = list(_joined(read)) if is_broken else read
    return PlainContent(tuple(_blocks_of(joined)), was_joined=len(joined) < len(read))


def _unified(text: str) -> str:
    """One kind of line end, whole words, letters in place of ligatures."""
    text = re.sub(r"\r\n|[\r\v\f\u2028\u2029]", "\n", text).translate(_LIGATURES)
    return _DIVIDED.sub(_put_together, _INVISIBLE.sub("", text)).replace("\ufffe", "")


def _put_together(found: re.Match[str]) -> str:
    """What follows a hyphen that PDFium took out together with the end of the line."""
    following = found[1]
    if following.lower() in _CONJUNCTIONS:
        return f"- {following}"
    return f"-{following}" if following[:1].isupper() or following[:1].isdigit() else following


def _table_of(lines: list[str]) -> Table | None:
    """A table where every line has as many tabs as the others."""
    counts = {line.count("\t") for line in lines}
    if len(lines) < 2 or len(counts) != 1 or counts == {0}:
        return None
    if len(lines) * (counts.pop() + 1) > MOST_CELLS:
        return None
    rows = (line.split("\t") for line in lines)
    cells = tuple(
        tuple((text_run(cell.strip()),) if cell.strip() else () for cell in row) for row in rows
    )
    return Table(new_id(), cells) if any(map(any, cells)) else None


def _looks_broken(lines: list[str]) -> bool:
    """Whether lines end at a margin in the middle of sentences."""
    width = _width(lines)
    if not _SHORTEST_BROKEN <= width <= _LONGEST_BROKEN:
        return False
    evidence = sum(_breaks_sentence(above, below, width) for above, below in pairwise(lines))
    return evidence >= (2 if len(lines) > 3 else 1)


def _width(lines: list[str]) -> int:
    """How long a full line is: nine of ten lines are not longer."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    return lengths[(len(lengths) - 1) * 9 // 10] if lengths else 0


def _breaks_sentence(above: str, below: str, width: int) -> bool:
    above, below = above.rstrip(), below.lstrip()
    if len(above) < 0.7 * width or has_ended(above) or _BULLET.match(below):
        return False
    return below[:1].islower()


def _read(lines: list[str]) -> Iterator[_Line]:
    """The lines that hold something, with their marks."""
    width = _width(lines)
    dashes = sum(1 for line in lines if _DASH.match(line)) > 1
    counted = _counted(lines)
    is_apart = True
    for index, line in enumerate(lines):
        if not line.strip():
            is_apart = True
            continue
        following = lines[index + 1].split()[:1] if index + 1 < len(lines) else []
        reach = len(line.rstrip()) + 1 + sum(map(len, following))
        is_page = bool(_PAGE.fullmatch(line))
        read = _marked(line, dashes=dashes, number=counted.get(index))
        is_full = _NEARLY_FULL * width <= reach <= _LONGEST_BROKEN
        yield replace(read, is_apart=is_apart or is_page, is_full=is_full)
        is_apart = is_page


def _marked(line: str, *, dashes: bool, number: tuple[ListStyle, int] | None) -> _Line:
    bullet = _BULLET.match(line) or (_DASH.match(line) if dashes else None)
    if bullet is not None:
        return _Line(line[bullet.end() :].strip(), "bullet")
    mark = _COUNTED.match(line)
    if mark is not None and number is not None:
        return _Line(line[mark.end() :].strip(), *number)
    return _Line(line.strip())


def _counted(lines: list[str]) -> dict[int, tuple[ListStyle, int]]:
    """The lines whose number or letter is part of a count of at least two."""
    marks: list[tuple[int, ListStyle, int]] = []
    for index, line in enumerate(lines):
        found = _COUNTED.match(line)
        if found is not None and found[1]:
            marks.append((index, "number", int(found[1])))
        elif found is not None:
            marks.append((index, "letter", ord(found[2]) - ord("a") + 1))
    known: dict[int, tuple[ListStyle, int]] = {}
    for (one, style, number), (other, other_style, next_number) in pairwise(marks):
        if style == other_style and next_number == number + 1 and number > 0:
            known[one], known[other] = (style, number), (style, next_number)
    return known


def _joined(lines: list[_Line]) -> Iterator[_Line]:
    """Lines that go on put together with those above them."""
    open_line: _Line | None = None
    for line in lines:
        if open_line is None:
            open_line = line
        elif _goes_on(open_line, line):
            spans = join((Span(open_line.text),), (Span(line.text),), "blank").spans
            open_line = replace(open_line, text=spans_text(spans), is_full=line.is_full)
        else:
            yield open_line
            open_line = line
    if open_line is not None:
        yield open_line


def _goes_on(above: _Line, line: _Line) -> bool:
    if line.is_apart or line.style is not None or _PAGE.fullmatch(above.text):
        return False
    source = SourceLine(0, (Span(line.text),), gap="wrap")
    return how_to_join(above.text, above.is_full, source) == "blank"


def _blocks_of(lines: list[_Line]) -> Iterator[Block]:
    """Paragraphs, and items of one kind as lists."""
    items: list[_Line] = []
    for line in lines:
        if items and not (line.style == items[0].style and _continues(items, line)):
            yield _list_of(items)
            items = []
        if line.style is None:
            yield paragraph(line.text)
        else:
            items.append(line)
    if items:
        yield _list_of(items)


def _continues(items: list[_Line], line: _Line) -> bool:
    return line.style == "bullet" or line.number == items[-1].number + 1


def _list_of(items: list[_Line]) -> ListBlock:
    style = items[0].style or "bullet"
    start = items[0].number if style != "bullet" else 1
    return ListBlock(new_id(), style, tuple((paragraph(each.text),) for each in items), start)
