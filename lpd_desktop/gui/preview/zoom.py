"""How far pages are magnified. No Qt."""

from __future__ import annotations

from typing import Literal

from lpd_desktop.gui.preview.page_stack import fitting_scale, text_scale, whole_page_scale

Zoom = float | Literal["width", "text", "page"]
"""A factor (1 is the size on paper), or how pages fit into the view."""

FIT_WIDTH: Zoom = "width"
FIT_TEXT: Zoom = "text"
WHOLE_PAGE: Zoom = "page"
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
SHARPEST = 5.0
"""Pixels for each point; beyond it pictures would take too much memory and are stretched."""

_NEAR = 0.01


def scale_of(zoom: Zoom, width: int, height: int, dots_per_inch: int) -> float:
    """Pixels for each point in a view of this size."""
    if zoom == "width":
        return fitting_scale(width)
    if zoom == "text":
        return text_scale(width)
    if zoom == "page":
        return whole_page_scale(width, height)
    return zoom * dots_per_inch / 72


def next_zoom(factor: float, direction: int) -> float:
    """The next larger (1) or smaller (-1) step."""
    if direction > 0:
        return next((step for step in STEPS if step > factor + _NEAR), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < factor - _NEAR), STEPS[0])


def zoom_name(zoom: Zoom) -> str:
    """What a choice is called."""
    if isinstance(zoom, str):
        return {"width": "Seitenbreite", "text": "Textbreite", "page": "Ganze Seite"}[zoom]
    return f"{round(zoom * 100)} %"


def zoom_from(text: str) -> Zoom:
    """What was remembered of a choice; the width of the page for anything unknown."""
    if text == "page":
        return WHOLE_PAGE
    if text == "text":
        return FIT_TEXT
    try:
        factor = float(text)
    except ValueError:
        return FIT_WIDTH
    return factor if STEPS[0] <= factor <= STEPS[-1] else FIT_WIDTH
