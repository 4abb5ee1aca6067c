"""Digits drawn with strokes, each one once in a file; see `draft_mark` for why they are no text."""

from __future__ import annotations

from lpd_desktop.pdf.canvas import Color, TaggedCanvas
from lpd_desktop.pdf.draft_mark import Point, arc
from lpd_desktop.pdf.tree import Artifact

_STROKE = 0.115
_WIDTH = 0.56
_STEP = 0.8
"""From one digit to the next; lengths are in heights of a digit."""

_STROKES: dict[str, list[list[Point]]] = {
    "0": [arc(0.28, 0.5, (0.28, 0.5), 0, 2)],
    "1": [[(0.08, 0.8), (0.33, 1), (0.33, 0)]],
    "2": [[*arc(0.28, 0.72, (0.27, 0.28), 0.95, -0.17), (0.03, 0), (0.56, 0)]],
    "3": [
        [*arc(0.26, 0.755, (0.25, 0.245), 0.85, -0.5), (0.2, 0.51)],
        arc(0.26, 0.26, (0.29, 0.26), 0.5, -0.85),
    ],
    "4": [[(0.42, 0), (0.42, 1), (0, 0.27), (0.58, 0.27)]],
    "5": [[(0.5, 1), (0.09, 1), (0.05, 0.53), *arc(0.25, 0.32, (0.3, 0.32), 0.68, -0.85)]],
    "6": [arc(0.28, 0.31, (0.28, 0.31), 0, 2), [(0.03, 0.42), (0.15, 0.72), (0.4, 1)]],
    "7": [[(0.02, 1), (0.55, 1), (0.19, 0)]],
    "8": [arc(0.28, 0.76, (0.23, 0.24), 0, 2), arc(0.28, 0.26, (0.28, 0.26), 0, 2)],
    "9": [arc(0.28, 0.69, (0.28, 0.31), 0, 2), [(0.53, 0.58), (0.41, 0.28), (0.16, 0)]],
}


def draw_digits(
    canvas: TaggedCanvas, artifact: Artifact, place: tuple[float, float], digits: str, height: float
) -> None:
    """Draws a number that ends at x and stands on the baseline y, all in points."""
    x, y = place
    x -= ((len(digits) - 1) * _STEP + _WIDTH) * height
    y += _STROKE / 2 * height
    for digit in digits:
        canvas.image(artifact, (x, y, height, height), f"digit{digit}")
        x += _STEP * height


def add_digits(canvas: TaggedCanvas, color: Color) -> None:
    """Puts the ten digits into the document; needed once, before they are drawn."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

    entries = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": "[-0.2 -0.2 0.8 1.2]",
        "Resources": "<< >>",
    }
    shade = " ".join(f"{channel:.3f}" for channel in color)
    for digit, strokes in _STROKES.items():
        paths = " ".join(map(_path, strokes))
        content = f"{shade} RG {_STROKE} w 1 J 1 j {paths}".encode()
        canvas.document.addForm(f"digit{digit}", PDFStream(PDFDictionary(dict(entries)), content))


def _path(points: list[Point]) -> str:
    first, *others = [f"{x:.3f} {y:.3f}" for x, y in points]
    return " ".join([f"{first} m", *(f"{point} l" for point in others), "S"])
