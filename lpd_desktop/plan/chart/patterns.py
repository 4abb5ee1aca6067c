"""Patterns that tell the parts of a bar apart without colour: lines cut to a rectangle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

OPEN = -1
"""The pattern of what is not in the amount: nothing but an outline."""

Direction = tuple[int, int]

PATTERNS: tuple[tuple[Direction, ...], ...] = (
    (),
    ((1, 1),),
    ((0, 1),),
    ((1, 0),),
    ((1, -1),),
    ((1, 1), (1, -1)),
    ((1, 0), (0, 1)),
)
"""Directions of the lines; none for a full area."""


@dataclass(frozen=True)
class Stroke:
    """A straight line from (x0, y0) to (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float


Place = tuple[float, float, float, float]
"""x, y, width, height."""


def hatching(place: Place, directions: tuple[Direction, ...], step: float) -> Iterator[Stroke]:
    """Parallel lines `step` apart in each direction, cut to the rectangle."""
    for dx, dy in directions:
        yield from _parallels(place, dx, dy, step)


def _parallels(place: Place, dx: int, dy: int, step: float) -> Iterator[Stroke]:
    """Lines dy·x − dx·y = c, for all c that meet the rectangle."""
    x, y, width, height = place
    corners = [dy * px - dx * py for px in (x, x + width) for py in (y, y + height)]
    distance = step * hypot(dx, dy)
    count = int((max(corners) - min(corners)) / distance)
    shift = (max(corners) - min(corners) - (count - 1) * distance) / 2 if count else 0.0
    for number in range(count):
        offset = min(corners) + shift + number * distance
        ends = _cut(place, dx, dy, offset)
        if ends is not None:
            yield ends


def _cut(place: Place, dx: int, dy: int, offset: float) -> Stroke | None:
    """The line dy·x − dx·y = offset inside the rectangle."""
    x, y, width, height = place
    if dx == 0:
        return Stroke(offset / dy, y, offset / dy, y + height)
    if dy == 0:
        return Stroke(x, -offset / dx, x + width, -offset / dx)
    slope = dy / dx
    at_top, at_bottom = sorted(((y + offset / dx) / slope, (y + height + offset / dx) / slope))
    left, right = max(x, at_top), min(x + width, at_bottom)
    if left >= right:
        return None
    return Stroke(left, slope * left - offset / dx, right, slope * right - offset / dx)
