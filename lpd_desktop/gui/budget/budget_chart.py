"""The chart of a budget on the screen: bars in the colours of the palette, all facts in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPicture,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from lpd_desktop.gui.look.palettes import contrast, frame_color
from lpd_desktop.plan.chart.facts import BudgetChart
from lpd_desktop.plan.chart.layout import (
    Area,
    GroupLayout,
    Label,
    Line,
    Shape,
    Sheet,
    Tone,
    lay_out,
)
from lpd_desktop.plan.chart.sentences import chart_sentences

CHART_NAME = "Schaubild der Beträge"
_EMPTY = BudgetChart((), ())
_EDGE = 6
_FRAME = 2
_LEAST_CONTRAST = 3.0
"""Of a bar against what lies below it."""


class BudgetChartPicture(QLabel):
    """A picture for screen readers, described by its facts; it can have the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._chart = _EMPTY
        self._groups: list[GroupLayout] = []
        self._heights: dict[int, int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(CHART_NAME)
        self.setPicture(_drawn_nothing())  # tells screen readers that this label is a graphic
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: BudgetChart) -> None:
        """Shows a chart and says the same in words."""
        if chart == self._chart:
            return
        self._chart = chart
        self._heights.clear()
        self.setAccessibleDescription(chart_sentences(chart))
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for few widths again and again; measuring all words takes milliseconds."""
        if width not in self._heights:
            height = self._height_of(lay_out(self._chart, self._sheet(width)))
            self._heights[width] = round(height) + 2 * _EDGE
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(_EDGE, _EDGE)
        for group in self._groups:
            for shape in group.shapes:
                self._paint(painter, shape)
            painter.translate(0, group.height + self._between())
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self._color("plan"), _FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _lay_out(self) -> None:
        self._groups = lay_out(self._chart, self._sheet(self.width()))
        self.updateGeometry()
        self.update()

    def _sheet(self, width: int) -> Sheet:
        plain, bold = QFontMetricsF(self.font()), QFontMetricsF(self._font(bold=True))

        def measure(text: str, is_bold: bool) -> float:
            return (bold if is_bold else plain).horizontalAdvance(text)

        return Sheet(width - 2 * _EDGE, plain.ascent() + plain.descent(), measure)

    def _between(self) -> float:
        return 0.8 * QFontMetricsF(self.font()).height()

    def _height_of(self, groups: list[GroupLayout]) -> float:
        gaps = self._between() * max(0, len(groups) - 1)
        return sum(group.height for group in groups) + gaps

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _paint(self, painter: QPainter, shape: Shape) -> None:
        if isinstance(shape, Area):
            painter.setPen(QPen(self._color(shape.line_tone), shape.line))
            painter.setBrush(self._color(shape.tone))
            painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
        elif isinstance(shape, Line):
            painter.setPen(QPen(self._color(shape.tone), shape.width))
            ends = shape.stroke
            painter.drawLine(QLineF(ends.x0, ends.y0, ends.x1, ends.y1))
        elif isinstance(shape, Label):
            painter.setFont(self._font(bold=shape.bold))
            painter.setPen(self._color("text"))
            painter.drawText(QPointF(shape.x, shape.y), shape.text)

    def _color(self, tone: Tone) -> QColor:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.WindowText)
        paper = palette.color(QPalette.ColorRole.Window)
        if tone == "plan":
            strong = palette.color(QPalette.ColorRole.Highlight)
            return strong if contrast(strong, paper) >= _LEAST_CONTRAST else text
        if tone == "previous":
            return frame_color(palette)
        return text if tone == "text" else paper


def _drawn_nothing() -> QPicture:
    picture = QPicture()
    QPainter(picture).end()
    return picture
