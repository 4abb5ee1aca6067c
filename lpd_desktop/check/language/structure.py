"""Headings and items without text, headings that come twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import HEADING_TWICE, PART_EMPTY
from lpd_desktop.form.similarity import normalised
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    is_blank,
    plain_text,
    walk_blocks,
)

_FILL_HEADING = "Bitte schreiben Sie den Text darunter, oder löschen Sie die Überschrift."
_FILL_ITEM = "Bitte füllen oder löschen Sie ihn; leer wird er mit gedruckt."
_NAME = "Bitte benennen Sie eine von beiden um, oder führen Sie die Texte zusammen."


def empty_parts(context: Context) -> Iterator[Finding]:
    """A heading with nothing below it, a heading or an item without words."""
    for where, blocks in context.texts():
        written = [block for block in blocks if not _is_blank_paragraph(block)]
        for block, following in zip_longest(written, written[1:]):
            if isinstance(block, Heading):
                yield from _empty_heading(context, where, block, following)
        yield from _empty_items(context, where, blocks)


def _is_blank_paragraph(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_blank((block,))


def _empty_heading(
    context: Context, where: Address, heading: Heading, following: Block | None
) -> Iterator[Finding]:
    text = plain_text(heading.runs).strip()
    place = where.at_block(heading.id)
    if not text:
        message = "Hier steht eine Überschrift ohne Wörter."
        yield context.finding(PART_EMPTY, place, message, "Bitte löschen Sie die leere Zeile.")
    elif following is None:
        message = f"Unter der Überschrift „{text}“ am Ende der Antwort steht kein Text."
        yield context.finding(PART_EMPTY, place, message, _FILL_HEADING, text)
    elif isinstance(following, Heading) and following.level <= heading.level:
        message = f"Auf die Überschrift „{text}“ folgt ohne Text die nächste."
        yield context.finding(PART_EMPTY, place, message, _FILL_HEADING, text)


def _empty_items(context: Context, where: Address, blocks: Blocks) -> Iterator[Finding]:
    for block in walk_blocks(blocks):
        if not isinstance(block, ListBlock):
            continue
        empty = next((item for item in block.items if is_blank(item)), None)
        if empty is not None:
            place = where.at_block(empty[0].id if empty else block.id)
            message = "In der Aufzählung steht ein leerer Punkt."
            yield context.finding(PART_EMPTY, place, message, _FILL_ITEM)


def repeated_headings(context: Context) -> Iterator[Finding]:
    """The same heading twice in one answer, or once more as the first line below it."""
    for where, blocks in context.texts():
        seen: set[tuple[str, ...]] = set()
        above: Heading | None = None
        path: dict[int, str] = {}
        for block in blocks:
            if isinstance(block, Heading):
                path = {level: text for level, text in path.items() if level < block.level}
                path[block.level] = normalised(plain_text(block.runs))
                name = tuple(path.values())
                if name in seen and name[-1]:
                    yield _twice(context, where, block, "steht in dieser Antwort schon einmal")
                seen.add(name)
            elif isinstance(block, Paragraph) and _repeats(block, above):
                yield _twice(context, where, block, "wiederholt die Überschrift darüber")
            above = block if isinstance(block, Heading) else None


def _repeats(paragraph: Paragraph, above: Heading | None) -> bool:
    if above is None:
        return False
    text = normalised(plain_text(paragraph.runs))
    return bool(text) and text == normalised(plain_text(above.runs))


def _twice(context: Context, where: Address, block: Heading | Paragraph, why: str) -> Finding:
    text = plain_text(block.runs).strip()
    message = f"„{text}“ {why}."
    return context.finding(HEADING_TWICE, where.at_block(block.id), message, _NAME, text)
