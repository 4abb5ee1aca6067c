"""What the hands do: keys, text of an input method, clicks; no knowledge of the program."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def wait(milliseconds: int = 0) -> None:
    """Lets the window do what is due."""
    QTest.qWait(milliseconds)


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Waits for a condition; returns whether it came true."""
    end = monotonic() + seconds
    while not holds():
        if monotonic() > end:
            return False
        QTest.qWait(5)
    return True


def write(widget: QWidget, text: str) -> None:
    """Types letters of any script into a field, one key each."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Presses a key; shortcuts of the window are heard too."""
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget) -> None:
    """Clicks near the left edge, where check boxes have their box."""
    point = QPoint(min(10, widget.width() // 2), widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, point)


def click_in_text(edit: QTextEdit, x: float, y: float) -> None:
    """Clicks at parts of the width and height of a text."""
    view = edit.viewport()
    point = QPointF(x * view.width(), y * view.height()).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, point)


def select(edit: QTextEdit, start: int, end: int) -> None:
    """Selects from one letter to another, or sets the cursor where both are the same."""
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
