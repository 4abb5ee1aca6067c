"""Sums in lists: a whole in the sentence above, or in the last item, and one part in each item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.sum_words import Strength, announcements, is_partial
from lpd_desktop.check.figures.sums import Sum, is_wrong, sum_finding
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Sentence, Stretch

_TOTAL = re.compile(r"\W*(?:Summe|Gesamt\w*|[Ii]nsgesamt|Zusammen|Σ)\b")
_NESTED = re.compile(r"\W*(?:davon|darunter|hiervon|nachrichtlich)\b", re.IGNORECASE)
_KINDS = ("money", "posts", "percent", "count")


def sums_in_lists(context: Context) -> Iterator[Finding]:
    """Lists whose items do not add up to the whole that stands above or below them."""
    for above, items in _lists(context.stretches):
        for found in (*_under(above, items), *_with_total(items)):
            if is_wrong(found):
                yield sum_finding(context, found)


Lines = list[Sentence]


def _lists(stretches: Sequence[Stretch]) -> Iterator[tuple[Sentence | None, Lines]]:
    """Runs of items, or of lines of one paragraph, with the sentence above them."""
    above: Sentence | None = None
    items: Lines = []
    for stretch in stretches:
        if stretch.kind == "item":
            items += stretch.sentences[:1]
            continue
        if stretch.kind == "note":
            continue
        if len(items) > 1:
            yield above, items
        items, above = [], None
        if stretch.kind in ("paragraph", "heading") and stretch.sentences:
            above = stretch.sentences[-1]
            if "\n" in stretch.text:
                yield from _lines(stretch)
    if len(items) > 1:
        yield above, items


def _lines(stretch: Stretch) -> Iterator[tuple[Sentence | None, Lines]]:
    first, *others = stretch.sentences
    if len(others) > 1 and len(stretch.text.splitlines()) == len(others) + 1:
        yield first, others


def _under(above: Sentence | None, items: Lines) -> Iterator[Sum]:
    if above is None or is_partial(above.text):
        return
    found = list(announcements(above.text))
    is_open = above.text.rstrip().endswith((":", "wie folgt.", "zusammen", "zusammen."))
    if not found or not is_open:
        return
    strength: Strength = "all" if any(each == "all" for each, *_span in found) else "some"
    for kind in _KINDS:
        wholes = [
            figure for figure in figures_in(above.text)
            if figure.kind == kind and figure.is_bounded
            and not is_difference(above.text, *figure.span)
        ]  # fmt: skip
        parts = _one_in_each(items, kind)
        if wholes and parts:
            yield Sum(above.where, wholes[-1], parts, strength, is_listed=True)


def _with_total(items: Lines) -> Iterator[Sum]:
    *others, last = items
    if not _TOTAL.match(last.text) or len(others) < 2:
        return
    for kind in _KINDS:
        wholes = [figure for figure in figures_in(last.text) if figure.kind == kind]
        parts = _one_in_each(others, kind)
        if len(wholes) == 1 and parts:
            yield Sum(last.where, wholes[0], parts, "all", is_listed=True)


def _one_in_each(items: Lines, kind: str) -> tuple[Figure, ...]:
    """The figure of each item; empty unless each that is no part of a part has exactly one."""
    parts: list[Figure] = []
    for item in items:
        if _NESTED.match(item.text) or _TOTAL.match(item.text):
            continue
        inside = [figure for figure in figures_in(item.text) if figure.kind == kind]
        if len(inside) != 1 or not inside[0].is_bounded:
            return ()
        parts += inside
    return tuple(parts) if len(parts) > 1 else ()
