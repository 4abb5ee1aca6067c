"""Which strips stay with the next one: what introduces a text stays with two lines of it."""

from __future__ import annotations

from collections.abc import Sequence

from lpd_desktop.pdf.strips import Strip

_LOW = 26.0
"""Points; a higher strip has the height of two lines by itself."""


def keeps_of(strips: Sequence[Strip]) -> list[bool]:
    """For each strip whether the next one must stand on its page."""
    keeps = [strip.keep for strip in strips]
    for index in range(len(strips) - 2):
        if strips[index].leads and _is_alone(strips, index + 1):
            keeps[index + 1] = True
    return keeps


def _is_alone(strips: Sequence[Strip], index: int) -> bool:
    """Whether one low strip of a text that goes on would be all that follows on the page.

    Headings alone are linked to: where one comes next, the text has said all it has to.
    """
    strip, following = strips[index], strips[index + 1]
    goes_on = not following.new_page and (strip.anchors or not following.anchors)
    return not strip.new_page and strip.height < _LOW and bool(goes_on)
