"""Sizes of letters: headings, long texts, quiet notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_READING_SIZE = 1.12


def reading_font(font: QFont) -> QFont:
    """Long texts are written in slightly larger letters than captions."""
    font.setPointSizeF(font.pointSizeF() * _READING_SIZE)
    return font


def larger(font: QFont, factor: float = 1.45) -> QFont:
    """A heading's font."""
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def soften_headings(window: QWidget) -> None:
    """Bold labels become semi-bold: there is no bolder face, and Qt would print letters twice."""
    for label in window.findChildren(QLabel):
        font = label.font()
        if font.weight() == QFont.Weight.Bold:
            font.setWeight(QFont.Weight.DemiBold)
            label.setFont(font)


def quiet_label(text: str) -> QLabel:
    """A wrapped label in the quieter text colour of the palette."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.93)
    label.setFont(font)
    return label
