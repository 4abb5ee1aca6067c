"""How pages lie below each other: lengths in pixels of the window. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, TEXT

GAP = 14
"""Around and between the pages."""


@dataclass(frozen=True)
class PageStack:
    """Some pages at a scale, in pixels for each point.

    Attributes:
        width: Of the view; narrower pages stand in its middle.
    """

    pages: int
    scale: float
    width: int

    @property
    def page_width(self) -> int:
        """Of one page."""
        return round(PAGE_WIDTH * self.scale)

    @property
    def page_height(self) -> int:
        """Of one page."""
        return round(PAGE_HEIGHT * self.scale)

    @property
    def height(self) -> int:
        """Of all pages with the gaps around them."""
        return self.pages * (self.page_height + GAP) + GAP

    @property
    def full_width(self) -> int:
        """Of a page with the gaps beside it."""
        return self.page_width + 2 * GAP

    @property
    def left(self) -> int:
        """The left edge of the pages."""
        return max(GAP, (self.width - self.page_width) // 2)

    def top(self, page: int) -> int:
        """The upper edge of a page."""
        return GAP + page * (self.page_height + GAP)

    def page_at(self, y: int) -> int:
        """The page at a height, or the nearest one."""
        page = (y - GAP // 2) // (self.page_height + GAP)
        return max(0, min(self.pages - 1, page))

    def visible(self, top: int, bottom: int) -> range:
        """The pages between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.pages else range(0)

    def point(self, x: float, y: float) -> tuple[int, float, float]:
        """The page at a point, and the point in it, in points from its lower left corner."""
        page = self.page_at(int(y))
        return page, (x - self.left) / self.scale, PAGE_HEIGHT - (y - self.top(page)) / self.scale

    def rect(self, box: tuple[int, float, float, float, float]) -> tuple[int, int, int, int]:
        """The x, y, width and height of a box that is given as in an address map."""
        page, x0, y0, x1, y1 = box
        top = self.top(page) + (PAGE_HEIGHT - y1) * self.scale
        return (
            round(self.left + x0 * self.scale),
            round(top),
            round((x1 - x0) * self.scale),
            round((y1 - y0) * self.scale),
        )


def fitting_scale(width: int) -> float:
    """The scale at which a page with its gaps is as wide as the view."""
    return max(0.1, (width - 2 * GAP) / PAGE_WIDTH)


def text_scale(width: int) -> float:
    """The scale at which the column of text is as wide as the view."""
    return max(0.1, (width - 2 * GAP) / TEXT.width)


def whole_page_scale(width: int, height: int) -> float:
    """The scale at which a whole page can be seen."""
    return max(0.1, min(fitting_scale(width), (height - 2 * GAP) / PAGE_HEIGHT))
