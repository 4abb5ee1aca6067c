"""Frames are seen in the dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from lpd_desktop.gui.schemes import choose_scheme

FIELDS = (QLineEdit, QPlainTextEdit, QCheckBox)


@pytest.fixture
def dark(qapp) -> Iterator[None]:
    choose_scheme("dark")
    yield
    choose_scheme("")


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def picture_of(kind: type[QWidget], qtbot) -> tuple[QPalette, QImage]:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    field = kind()
    layout.addWidget(field)
    holder.resize(200, 120)
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    holder.setFocus()
    return field.palette(), field.grab().toImage()


@pytest.mark.parametrize("kind", FIELDS)
def test_the_frame_of_an_empty_field_stands_out_on_both_sides(
    dark, qtbot, kind: type[QWidget]
) -> None:
    palette, image = picture_of(kind, qtbot)
    sides = [palette.color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base)]
    row = [image.pixelColor(x, image.height() // 2) for x in range(8)]
    best = max(min(contrast(color, side) for side in sides) for color in row)
    assert best >= 3


def test_light_windows_have_the_plain_style(qapp) -> None:
    choose_scheme("light")
    assert qapp.style().name().casefold() == "fusion"
    choose_scheme("")
