"""The pages below each other, as on paper: laid out, scrolled, magnified, painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from lpd_desktop.gui.preview.page_marks import desk, paint_edited, paint_focus, paint_paper
from lpd_desktop.gui.preview.page_pictures import PagePictures
from lpd_desktop.gui.preview.page_stack import GAP, PageStack
from lpd_desktop.gui.preview.plan_drawing import DrawnPlan, Wanted
from lpd_desktop.gui.preview.reading_point import ReadingPoint, point_after, reading_point
from lpd_desktop.gui.preview.zoom import FIT_WIDTH, SHARPEST, Zoom, next_zoom, scale_of
from lpd_desktop.pdf.printed_places import PrintedPlace

_LINE = 48
"""Pixels for one press of an arrow key."""


class PageSheets(QAbstractScrollArea):
    """Shows a `DrawnPlan`; pages that are not drawn yet are blank until they are."""

    sight_changed = Signal()
    """Other pages, or another scale."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: DrawnPlan | None = None
        self.is_stale = False
        self._pictures = PagePictures()
        self._zoom: Zoom = FIT_WIDTH
        self._edited = ""
        self._seen: ReadingPoint | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    @property
    def stack(self) -> PageStack:
        """How the pages lie."""
        pages = len(self.plan.looks) if self.plan is not None else 0
        view = self.viewport()
        scale = scale_of(self._zoom, view.width(), view.height(), self.logicalDpiX())
        return PageStack(pages, scale, view.width())

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self.stack.page_at(self.top + self.viewport().height() // 2)

    @property
    def top(self) -> int:
        """How far the view is scrolled down."""
        return self.verticalScrollBar().value()

    @property
    def zoom(self) -> Zoom:
        """A factor, or how pages fit."""
        return self._zoom

    @property
    def wanted(self) -> Wanted:
        """What has to be drawn for what is in sight."""
        scale = self._drawn_scale
        return Wanted(tuple(self.pages_in_sight), self._edited, scale, self._pictures.known(scale))

    @property
    def is_complete(self) -> bool:
        """Whether all that is in sight is drawn."""
        looks = self.plan.looks if self.plan is not None else ()
        known = self._pictures.known(self._drawn_scale)
        return all(looks[page] in known for page in self.pages_in_sight)

    @property
    def pages_in_sight(self) -> range:
        """The pages that are seen, at least in part."""
        return self.stack.visible(self.top, self.top + self.viewport().height())

    @property
    def _drawn_scale(self) -> float:
        return round(min(SHARPEST, self.stack.scale * self.devicePixelRatioF()), 4)

    def show_plan(self, plan: DrawnPlan) -> None:
        """Shows a newer state; what was at the upper edge stays there."""
        self.plan, self.is_stale = plan, False
        self.add_pictures(plan)
        self._lay_out(self._seen)

    def add_pictures(self, plan: DrawnPlan) -> None:
        """Takes the pictures of pages that were wanted."""
        self._pictures.add(plan.pictures, plan.scale, self.devicePixelRatioF())
        if self.plan is not None:
            self._pictures.keep({self.plan.looks[page] for page in self.pages_in_sight})
        self.viewport().update()

    def show_stale(self) -> None:
        """The pages are not those of the newest state: they are greyed."""
        self.is_stale = True
        self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Magnifies; what was at the upper edge stays there."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out(self._seen)

    def zoom_by(self, direction: int) -> None:
        """Magnifies by a step (1), or the other way (-1)."""
        paper = self.logicalDpiX() / 72
        self.set_zoom(next_zoom(self.stack.scale / paper, direction))

    def go_to_page(self, page: int) -> None:
        """Scrolls to a page, counted from 0."""
        self.verticalScrollBar().setValue(self.stack.top(page) - GAP)

    def mark(self, address: str, *, reveal: bool) -> None:
        """Marks what is being edited; scrolls there where that is wished and it is out of sight."""
        self._edited = address
        if reveal and self.plan is not None:
            self.reveal(self.plan.places.of(address))
        self.viewport().update()

    def reveal(self, places: tuple[PrintedPlace, ...]) -> None:
        """Scrolls so that some of the places is seen, unless one is."""
        view = QRect(0, self.top, self.viewport().width(), self.viewport().height())
        rects = [self.rect_of(place) for place in places]
        if rects and not any(_is_seen(rect, view) for rect in rects):
            self.verticalScrollBar().setValue(rects[0].top() - view.height() // 4)

    def rect_of(self, place: PrintedPlace) -> QRect:
        """Where a place is, among all pages."""
        return QRect(*self.stack.rect(place.box))

    # Layout

    def _reading_point(self) -> ReadingPoint | None:
        if self.plan is None or not self.plan.looks:
            return None
        return reading_point(self.plan.places, self.stack, self.top)

    def _lay_out(self, point: ReadingPoint | None) -> None:
        stack, view = self.stack, self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, stack.height - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(_LINE)
        self._widen(horizontal, max(0, stack.full_width - view.width()))
        horizontal.setPageStep(view.width())
        if point is not None and self.plan is not None:
            vertical.setValue(point_after(point, self.plan.places, stack))
        view.update()
        self._on_scrolled()

    def _widen(self, bar: QScrollBar, room: int) -> None:
        """What is wider than the view is seen from its middle, where the text stands."""
        if room != bar.maximum():
            bar.setRange(0, room)
            bar.setValue(room // 2)

    @Slot()
    def _on_scrolled(self) -> None:
        self._seen = self._reading_point()
        self.sight_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._seen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out(self._seen)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), desk(self.palette()))
        painter.translate(-self.horizontalScrollBar().value(), -self.top)
        if self.plan is not None:
            for page in self.pages_in_sight:
                self._paint_page(painter, page, self.plan.looks[page])
            for place in self.plan.places.of(self._edited):
                paint_edited(painter, self.rect_of(place), self.palette())
        self.paint_upon(painter)
        painter.resetTransform()
        if self.hasFocus():
            paint_focus(painter, self.viewport().rect(), self.palette())
        painter.end()

    def paint_upon(self, painter: QPainter) -> None:
        """Paints what else is marked."""

    def _paint_page(self, painter: QPainter, page: int, look: str) -> None:
        stack = self.stack
        sheet = QRect(stack.left, stack.top(page), stack.page_width, stack.page_height)
        picture = self._pictures.of(look)
        paint_paper(painter, sheet, picture, self.palette(), stale=self.is_stale)


def _is_seen(rect: QRect, view: QRect) -> bool:
    """Whether enough is in sight to know it again."""
    seen = rect.intersected(view)
    return seen.height() >= min(rect.height(), view.height() // 6)
