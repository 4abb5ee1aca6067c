"""The mark across every page of a draft, drawn with strokes.

It is no text on purpose: programs that take text out of a page sort it by place, and letters that
stand across the lines would get in between. The word itself stands in the header.
"""

from __future__ import annotations

from math import cos, pi, sin

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, WATERMARK_INK
from lpd_desktop.pdf.tree import WATERMARK

Point = tuple[float, float]

_HEIGHT = 74.0
_STROKE = 12.0
_GAP = 0.36
_TURN = pi / 4


def arc(x: float, y: float, radius: Point, start: float, end: float) -> list[Point]:
    """Points on an ellipse around (x, y), angles in half turns."""
    angles = (pi * (start + (end - start) * step / 12) for step in range(13))
    return [(x + radius[0] * cos(angle), y + radius[1] * sin(angle)) for angle in angles]


_STROKES: dict[str, tuple[float, list[list[Point]]]] = {
    "E": (0.55, [[(0.55, 0), (0, 0), (0, 1), (0.55, 1)], [(0, 0.5), (0.48, 0.5)]]),
    "N": (0.66, [[(0, 0), (0, 1), (0.66, 0), (0.66, 1)]]),
    "T": (0.62, [[(0, 1), (0.62, 1)], [(0.31, 1), (0.31, 0)]]),
    "W": (0.96, [[(0, 1), (0.24, 0), (0.48, 0.9), (0.72, 0), (0.96, 1)]]),
    "U": (0.62, [[(0, 1), *arc(0.31, 0.31, (0.31, 0.31), 1, 2), (0.62, 1)]]),
    "R": (
        0.58,
        [
            [(0, 0), (0, 1), (0.3, 1), *arc(0.3, 0.74, (0.26, 0.26), 0.5, -0.5), (0, 0.48)],
            [(0.28, 0.48), (0.58, 0)],
        ],
    ),
    "F": (0.52, [[(0, 0), (0, 1), (0.52, 1)], [(0, 0.5), (0.45, 0.5)]]),
}
"""From a letter to its width and strokes, in heights of the letter."""

DRAFT_MARK = "ENTWURF"


def draw_draft_mark(canvas: TaggedCanvas) -> None:
    """Draws the mark from lower left to upper right, in the middle of the page."""
    widths = [_STROKES[letter][0] + _GAP for letter in DRAFT_MARK]
    x = -(sum(widths) - _GAP) / 2
    for letter, width in zip(DRAFT_MARK, widths, strict=True):
        for stroke in _STROKES[letter][1]:
            points = [_turned(x + dx, dy - 0.5) for dx, dy in stroke]
            canvas.outline(WATERMARK, points, _STROKE, WATERMARK_INK)
        x += width


def _turned(x: float, y: float) -> Point:
    along, across = cos(_TURN) * _HEIGHT, sin(_TURN) * _HEIGHT
    return (
        PAGE_WIDTH / 2 + x * along - y * across,
        PAGE_HEIGHT / 2 + x * across + y * along,
    )
