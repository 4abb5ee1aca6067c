"""Fusion with frames that are seen: in the dark all of them, in the light that of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
    QWizard,
)

from lpd_desktop.gui.look.palettes import frame_color

_SQUARE = frozenset(
    {
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
        QStyle.PrimitiveElement.PE_FrameLineEdit,
        QStyle.PrimitiveElement.PE_Frame,
        QStyle.PrimitiveElement.PE_FrameGroupBox,
        QStyle.PrimitiveElement.PE_PanelButtonCommand,
        QStyle.PrimitiveElement.PE_PanelTipLabel,
    }
)
_PRESSED = QStyle.StateFlag.State_On | QStyle.StateFlag.State_Sunken
_BOXES = frozenset({QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox})
_PARTS = frozenset({QStyle.ControlElement.CE_TabBarTabShape, QStyle.ControlElement.CE_ProgressBar})

_ON_BUTTONS = frozenset(
    {
        QStyle.StandardPixmap.SP_DialogOkButton,
        QStyle.StandardPixmap.SP_DialogCancelButton,
        QStyle.StandardPixmap.SP_DialogCloseButton,
        QStyle.StandardPixmap.SP_DialogYesButton,
        QStyle.StandardPixmap.SP_DialogNoButton,
    }
)

_FIELDS = frozenset({QStyle.PrimitiveElement.PE_Frame, QStyle.PrimitiveElement.PE_FrameLineEdit})

_FOCUS_WIDTH = 2
"""Accent and frame are about as bright as each other; the width is what tells the focus."""

_FOCUS_DARKER = 130
"""In percent; a list shows but one dot of the frame, so that it must be 3 to 1 against grey."""


class _Fusion(QProxyStyle):
    """Fusion, with a frame drawn over some of its elements."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, what: QWidget | QPalette | QApplication) -> object:
        """Labels, tooltips too, show text as it was typed: names and titles come from files."""
        given = super().polish(what)
        if isinstance(what, QLabel) and what.textFormat() == Qt.TextFormat.AutoText:
            what.setTextFormat(Qt.TextFormat.PlainText)
        elif isinstance(what, QWizard):
            what.setTitleFormat(Qt.TextFormat.PlainText)
            what.setSubTitleFormat(Qt.TextFormat.PlainText)
        return given

    def standardIcon(
        self,
        icon: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Buttons of dialogs have none: a style would give them to some and not to their peers."""
        return QIcon() if icon in _ON_BUTTONS else super().standardIcon(icon, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        self.frame(element, option, painter)

    def frame(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter
    ) -> None:
        """Draws the frame of an element that has one; none does unless a style says so."""


class FramedStyle(_Fusion):
    """For dark palettes only; every frame has at least 3 to 1 against both of its sides."""

    def frame(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter
    ) -> None:
        if element in _SQUARE:
            _draw_frame(painter, option)
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            _draw_frame(painter, option, is_round=True)
        elif element == QStyle.PrimitiveElement.PE_PanelButtonTool and option.state & _PRESSED:
            _draw_frame(painter, option)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawControl(element, option, painter, widget)
        if element in _PARTS:
            _draw_frame(painter, option)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _BOXES:
            _draw_frame(painter, option)
        elif control == QStyle.ComplexControl.CC_ScrollBar and widget is not None:
            slider = QStyle.SubControl.SC_ScrollBarSlider
            _draw_frame(painter, option, self.subControlRect(control, option, slider, widget))


class FocusStyle(_Fusion):
    """For light palettes: the frame of a text field or list tells that it has the focus."""

    def frame(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter
    ) -> None:
        if element in _FIELDS and option.state & QStyle.StateFlag.State_HasFocus:
            color = option.palette.color(QPalette.ColorRole.Highlight).darker(_FOCUS_DARKER)
            _stroke(painter, option.rect, color, _FOCUS_WIDTH)


def _draw_frame(
    painter: QPainter, option: QStyleOption, rect: QRect | None = None, *, is_round: bool = False
) -> None:
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    palette = option.palette
    color = palette.color(QPalette.ColorRole.Accent) if has_focus else frame_color(palette)
    width = _FOCUS_WIDTH if has_focus else 1
    _stroke(painter, rect or option.rect, color, width, is_round=is_round)


def _stroke(
    painter: QPainter, rect: QRect, color: QColor, width: int, *, is_round: bool = False
) -> None:
    inset = width // 2
    place = QRect(rect).adjusted(inset, inset, -1, -1)
    painter.save()
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_round:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(place)
    else:
        painter.drawRoundedRect(place, 2, 2)
    painter.restore()
