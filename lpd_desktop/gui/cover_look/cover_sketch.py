"""The upper part of the cover in small, with logo and colour as they are printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lpd_desktop.editing.look import Look
from lpd_desktop.pdf.styles import COVER_TITLE, PAGE_WIDTH, TEXT
from lpd_desktop.plan.accent import printed_accent
from lpd_desktop.plan.logo import Logo

_HEIGHT = 250.0
"""Points of the page from its upper edge."""

_LOGO_TOP = 56.0
_RULE = 180.0
_TITLE = 216.0
_NAME = "Vorschau des Deckblatts"


class CoverSketch(QWidget):
    """Paper is white in every scheme of colours; sizes are those of the page, in small."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._look = Look()
        self._image = QImage()
        self.setAccessibleName(_NAME)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(430, round(430 / PAGE_WIDTH * _HEIGHT))

    def show_look(self, look: Look) -> None:
        """Shows another logo and colour."""
        if look.logo is not self._look.logo:
            self._image = QImage.fromData(look.logo.image) if look.logo else QImage()
        self._look = look
        self.setAccessibleDescription(_description(look.logo))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.height() / _HEIGHT
        painter.translate((self.width() - PAGE_WIDTH * scale) / 2, 0)
        painter.scale(scale, scale)
        page = QRectF(0, 0, PAGE_WIDTH, _HEIGHT)
        painter.setClipRect(page)
        painter.fillRect(page, Qt.GlobalColor.white)
        painter.setPen(QPen(self.palette().mid().color(), 0))
        painter.drawRect(page)
        self._paint_logo(painter)
        self._paint_title(painter)

    def _paint_logo(self, painter: QPainter) -> None:
        logo = self._look.logo
        if logo is None:
            return
        width, height = logo.printed_size
        painter.drawImage(
            QRectF(TEXT.x + TEXT.width - width, _LOGO_TOP, width, height), self._image
        )

    def _paint_title(self, painter: QPainter) -> None:
        color = QColor(printed_accent(self._look.accent))
        painter.fillRect(QRectF(TEXT.x, _RULE, 64, 3), color)
        font = QFont(self.font())
        font.setPixelSize(round(COVER_TITLE.size))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(round(TEXT.x), round(_TITLE), self._title)


def _description(logo: Logo | None) -> str:
    return f"Rechts oben steht das Logo. {size_words(logo)}" if logo else "Ohne Logo."


def size_words(logo: Logo) -> str:
    """How large a logo is, on the screen and on paper, and whether it prints sharp."""
    width, height = logo.size
    centimetres = " × ".join(f"{side / 72 * 2.54:.1f}" for side in logo.printed_size)
    return f"{width} × {height} Bildpunkte, gedruckt {centimetres.replace('.', ',')} cm."
