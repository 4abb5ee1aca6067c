"""Draws filled pages: anchors first, because contents and notes need the page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.furniture import Furniture
from lpd_desktop.pdf.line_numbers import LineNumbers
from lpd_desktop.pdf.page_filling import NOTES_GAP, FilledPage, Placed
from lpd_desktop.pdf.story import HeadingEntry, Story
from lpd_desktop.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, QUIET, TEXT_TOP
from lpd_desktop.pdf.tree import REPEATED
from lpd_desktop.runtime.progress import stop_if_cancelled

_NOTE_RULE = 120.0
_LANGUAGE = "de-DE"


def draw_pages(
    story: Story, pages: Sequence[FilledPage], furniture: Furniture, edition: Edition
) -> TaggedCanvas:
    """The canvas with all pages drawn and recorded."""
    _set_anchors(pages)
    canvas = TaggedCanvas(PAGE_WIDTH, PAGE_HEIGHT, _LANGUAGE)
    canvas.palette = story.palette
    numbers = LineNumbers(story.column.x)
    if edition.line_numbers:
        numbers.begin(canvas)
    for number, page in enumerate(pages):
        stop_if_cancelled()
        canvas.begin_page()
        furniture.draw(canvas, number, len(pages), _section_of(story, number))
        _draw_body(canvas, page.body)
        _draw_notes(canvas, page, story.column.x)
        if edition.line_numbers:
            numbers.draw(canvas, page.body)
        _add_bookmarks(canvas, [entry for entry in story.headings if entry.anchor.page == number])
        canvas.end_page()
    return canvas


def _section_of(story: Story, page: int) -> str:
    """The first section that begins on a page, else the last one before it."""
    sections = [each for each in story.headings if each.level == 1]
    here = [each.title for each in sections if each.anchor.page == page]
    before = [each.title for each in sections if each.anchor.page < page]
    return next(iter((*here, *reversed(before))), "")


def _set_anchors(pages: Sequence[FilledPage]) -> None:
    for number, page in enumerate(pages):
        for placed in (*page.body, *page.notes):
            strip = placed.strip
            marks = () if placed.repeated else [note.mark for note in strip.notes]
            for anchor in (*strip.anchors, *marks):
                anchor.page = number
                anchor.top = TEXT_TOP - placed.top


def _draw_body(canvas: TaggedCanvas, body: Sequence[Placed]) -> None:
    for placed in body:
        top = TEXT_TOP - placed.top
        if placed.repeated:
            with canvas.as_artifact(REPEATED):
                placed.strip.draw(canvas, top)
        else:
            placed.strip.draw(canvas, top)


def _draw_notes(canvas: TaggedCanvas, page: FilledPage, left: float) -> None:
    if not page.notes:
        return
    rule = TEXT_TOP - page.notes_top - NOTES_GAP / 2
    canvas.rule((left, rule), (left + _NOTE_RULE, rule), 0.5, QUIET)
    for placed in page.notes:
        placed.strip.draw(canvas, TEXT_TOP - placed.top)


def _add_bookmarks(canvas: TaggedCanvas, entries: Sequence[HeadingEntry]) -> None:
    for entry in entries:
        canvas.bookmark(entry.anchor, entry.title, entry.level - 1)
