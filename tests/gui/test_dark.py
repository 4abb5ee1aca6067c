"""Colours: frames are seen in the dark, texts in high contrast, and a choice is remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.look.palettes import contrast
from lpd_desktop.gui.look.schemes import SchemeMenu, choose_scheme

FIELDS = (QLineEdit, QPlainTextEdit, QCheckBox)


@pytest.fixture(params=["dark", "contrast"])
def dark(qapp, request) -> Iterator[str]:
    choose_scheme(request.param)
    yield request.param
    choose_scheme("")


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


def test_the_focus_of_a_button_is_seen_by_more_than_another_colour(dark, qtbot) -> None:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    button, other = QPushButton("Ja"), QPushButton("Nein")
    for each in (button, other):
        layout.addWidget(each)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    pictures = []
    for each in (other, button):
        each.setFocus()
        pictures.append(button.grab().toImage())
    middle = pictures[0].height() // 2
    changes = [contrast(*(each.pixelColor(x, middle) for each in pictures)) for x in range(4)]
    accent = button.palette().color(QPalette.ColorRole.Accent)
    assert max(changes) >= 2
    assert contrast(accent, button.palette().color(QPalette.ColorRole.Window)) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QListWidget])
def test_the_focus_of_a_field_is_seen_at_its_frame_in_the_light(qapp, qtbot, kind) -> None:
    choose_scheme("light")
    holder = QWidget()
    layout = QVBoxLayout(holder)
    field, other = kind(), kind()
    layout.addWidget(field)
    layout.addWidget(other)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    pictures = []
    for each in (other, field):
        each.setFocus()
        pictures.append(field.grab().toImage())
    middle = pictures[0].height() // 2
    pairs = [tuple(each.pixelColor(x, middle) for each in pictures) for x in range(3)]
    choose_scheme("")
    assert max(contrast(*pair) for pair in pairs) >= 3


@pytest.mark.parametrize(("scheme", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7)])
def test_letters_stand_out_from_what_they_stand_on(qapp, scheme: str, least: float) -> None:
    choose_scheme(scheme)
    palette = QPalette()
    pairs = [
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    ]
    found = {text.name: contrast(palette.color(text), palette.color(on)) for text, on in pairs}
    choose_scheme("")
    assert {name: round(value, 1) for name, value in found.items() if value < least} == {}


def test_chosen_colours_hold_at_once_and_at_the_next_start(open_window, qapp) -> None:
    window = open_window()
    menu = window.actions_by_key.menus["Ansicht"].findChild(SchemeMenu)
    menu.choice("contrast").trigger()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("black")
    again = open_window().actions_by_key.menus["Ansicht"].findChild(SchemeMenu)
    assert again.choice("contrast").isChecked()
    again.choice("").trigger()
    assert qapp.palette().color(QPalette.ColorRole.Window) != QColor("black")


def test_no_button_of_a_dialog_has_an_icon_that_its_neighbour_lacks(qtbot) -> None:
    icons = QStyle.StandardPixmap
    for icon in (icons.SP_DialogCancelButton, icons.SP_DialogOkButton, icons.SP_DialogCloseButton):
        assert QApplication.style().standardIcon(icon).isNull()
    assert not QApplication.style().standardIcon(icons.SP_MessageBoxQuestion).isNull()
