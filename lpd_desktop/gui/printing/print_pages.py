"""Pages onto paper: one after the other, so that one picture at a time is in memory.

This work paints on a printer, which Qt allows on any thread as long as one alone does it. The
window gives the printer away before the work begins and does not touch it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from lpd_desktop.gui.preview.plan_drawing import DrawnPlan
from lpd_desktop.pdf.page_images import PageImage, page_image
from lpd_desktop.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SHARPEST = 300
"""Dots for each inch; more is not seen, and takes memory."""

_BAND = 256
"""Rows of a picture that are painted at once, at most."""

_LIGHT = 225
"""Of 255."""


class NotPrintedError(LpdError):
    """The printer did not take the pages."""


@dataclass(frozen=True)
class PrintPages:
    """Prints what was chosen in the print dialog; gives the number of pages."""

    plan: DrawnPlan
    printer: QPrinter

    def __call__(self, progress: Progress) -> int:
        """Prints page by page.

        Raises:
            NotPrintedError: the printer did not take a page.
            JobCancelled: somebody stopped it; pages that are out are out.
        """
        pages = chosen_pages(self.printer, len(self.plan.looks))
        progress.step(0, "Der Drucker wird vorbereitet")
        with _painting_on(self.printer) as painter:
            for number, page in enumerate(pages):
                progress.step(100 * number // len(pages), f"Seite {number + 1} von {len(pages)}")
                if number and not self.printer.newPage():
                    raise _not_printed()
                self._paint(painter, page)
        return len(pages)

    def _paint(self, painter: QPainter, page: int) -> None:
        """In bands: while Qt takes one, the rest of the program waits."""
        scale = min(SHARPEST, self.printer.resolution()) / 72
        source = page_image(self.plan.data, page, scale)
        sheet = sheet_on(self.printer)
        for start, end in _bands(source):
            painter.drawImage(_place(sheet, source, start, end), _image(source, start, end))


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """The pages from 0, in the order and as often as the print dialog says."""
    ranges = printer.pageRanges()
    is_all = printer.printRange() == printer.PrintRange.AllPages or ranges.isEmpty()
    chosen = [page for page in range(pages) if is_all or ranges.contains(page + 1)]
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        chosen.reverse()
    return chosen * (1 if printer.supportsMultipleCopies() else max(1, printer.copyCount()))


def sheet_on(printer: QPrinter) -> QRectF:
    """Where a page stands on the paper: as large as fits, in its middle."""
    paper = printer.paperRect(printer.Unit.DevicePixel)
    size = QSizeF(PAGE_WIDTH, PAGE_HEIGHT).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    sheet = QRectF(paper.topLeft(), size)
    sheet.moveCenter(paper.center())
    return sheet


@contextmanager
def _painting_on(printer: QPrinter) -> Iterator[QPainter]:
    """A painter; where the work does not come to its end, the printer forgets what it has."""
    painter = QPainter()
    if not painter.begin(printer):
        raise _not_printed()
    try:
        yield painter
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _bands(source: PageImage) -> Iterator[tuple[int, int]]:
    """First row and end of each band; none ends inside a line of text."""
    start = 0
    while start < source.height:
        end = min(start + _BAND, source.height)
        if end < source.height:
            between = (row for row in range(end, end - _BAND // 2, -1) if _is_light(source, row))
            end = next(between, end)
        yield start, end
        start = end


def _is_light(source: PageImage, row: int) -> bool:
    """Whether nothing dark stands in a row; the draft mark is no darker than this."""
    stride = source.width * 4
    return min(source.pixels[row * stride : (row + 1) * stride]) >= _LIGHT


def _place(sheet: QRectF, source: PageImage, start: int, end: int) -> QRectF:
    """Where some rows of a picture stand, with edges between the printer's dots."""
    top = round(sheet.top() + sheet.height() * start / source.height)
    bottom = round(sheet.top() + sheet.height() * end / source.height)
    return QRectF(sheet.left(), top, sheet.width(), bottom - top)


def _image(source: PageImage, start: int, end: int) -> QImage:
    """Some rows of a picture, with memory of its own."""
    stride = source.width * 4
    pixels = source.pixels[start * stride : end * stride]
    image = QImage(pixels, source.width, end - start, stride, QImage.Format.Format_RGB32)
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _not_printed() -> NotPrintedError:
    return NotPrintedError(
        "Der Drucker nimmt die Seiten nicht an. Bitte prüfen Sie, ob er eingeschaltet und "
        "verbunden ist, und drucken Sie noch einmal."
    )
