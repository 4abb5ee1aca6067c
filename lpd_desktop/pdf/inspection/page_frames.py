"""Size, visible part, rotation and scale of pages, and how those of two documents differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lpd_desktop.pdf.inspection.deviation import Deviation, DeviationKind

Box = tuple[float, float, float, float]

_POINTS_IN_A_CM = 72 / 2.54
_LETTER_SIZE = (0.0, 0.0, 612.0, 792.0)
"""What viewers take where a page names no size."""

_DEEPEST = 50


@dataclass(frozen=True)
class PageFrame:
    """How a page lies on the paper.

    Attributes:
        paper: Left, lower, right and upper edge in points.
        visible: The part of it that viewers show and print.
        turned: Degrees, to the right.
        scale: How many times as large as it says it is shown.
    """

    paper: Box
    visible: Box
    turned: int
    scale: float


def frame_of(page: Any) -> PageFrame:
    """The frame of a page of an open document; entries may come from the pages' tree."""
    paper = _box(_inherited(page, "/MediaBox"), _LETTER_SIZE)
    crop = _box(_inherited(page, "/CropBox"), paper)
    turned, scale = _inherited(page, "/Rotate"), page.get("/UserUnit")
    return PageFrame(
        paper=paper,
        visible=_common(paper, crop),
        turned=int(turned) % 360 if turned is not None else 0,
        scale=float(scale) if scale is not None else 1.0,
    )


def plain_frame(frame: PageFrame) -> PageFrame:
    """The same paper, wholly visible, upright and in its own size: all that the program writes."""
    return PageFrame(frame.paper, frame.paper, 0, 1.0)


def frame_changes(pages: Iterable[tuple[int, PageFrame, PageFrame]]) -> list[Deviation]:
    """What differs, told once where it is the same on all pages.

    Args:
        pages: Number of a page from 1, its frame, and the one that it should have.
    """
    listed = list(pages)
    found: dict[tuple[DeviationKind, str], list[int]] = {}
    for number, shown, expected in listed:
        for change in _changes(shown, expected):
            found.setdefault(change, []).append(number)
    return [
        deviation
        for change, numbers in found.items()
        for deviation in _told(*change, numbers, everywhere=len(numbers) == len(listed) > 1)
    ]


def _told(
    kind: DeviationKind, sentence: str, numbers: list[int], *, everywhere: bool
) -> Iterator[Deviation]:
    if everywhere:
        yield Deviation(kind, None, f"Auf allen Seiten {sentence}")
        return
    for number in numbers:
        yield Deviation(kind, number, f"Auf Seite {number} {sentence}")


def _changes(shown: PageFrame, expected: PageFrame) -> Iterator[tuple[DeviationKind, str]]:
    if shown.paper != expected.paper:
        size, was = _size(shown.paper), _size(expected.paper)
        how = f"{size} statt {was}" if size != was else "Das Blatt ist verschoben"
        yield "page_size", f"wurde die Seitengröße geändert: {how}."
    elif shown.visible != expected.visible:
        sentence = f"ist nur ein Ausschnitt zu sehen: {_size(shown.visible)}"
        yield "crop", f"{sentence} von {_size(expected.visible)}."
    if shown.turned != expected.turned:
        angle = (shown.turned - expected.turned) % 360
        yield "rotation", f"wurde die Drehung geändert: um {angle} Grad nach rechts."
    if shown.scale != expected.scale:
        factor = f"{shown.scale:g}".replace(".", ",")
        sentence = f"wurde der Maßstab geändert (UserUnit): {factor}-fache Größe."
        yield "page_size", sentence


def _inherited(page: Any, key: str) -> Any:
    holder = page
    for _ in range(_DEEPEST):
        if holder is None or key in holder:
            break
        holder = holder.get("/Parent")
    return None if holder is None else holder.get(key)


def _box(written: Any, otherwise: Box) -> Box:
    """The edges in order; programs round them, which nobody sees."""
    if written is None or len(written) != 4:
        return otherwise
    one, two, three, four = (round(float(edge), 1) for edge in written)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _common(one: Box, other: Box) -> Box:
    low = max(one[0], other[0]), max(one[1], other[1])
    high = min(one[2], other[2]), min(one[3], other[3])
    return (*low, *high) if low[0] < high[0] and low[1] < high[1] else one


def _size(box: Box) -> str:
    width, height = box[2] - box[0], box[3] - box[1]
    text = f"{width / _POINTS_IN_A_CM:.1f} × {height / _POINTS_IN_A_CM:.1f} cm"
    return text.replace(".", ",")
