"""Sentences to people in dialogs that are opened, never executed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lpd_desktop.gui.look.scrolling_dialog import ScrollingMessageBox
from lpd_desktop.runtime.errors import LpdError


def tell(parent: QWidget, title: str, sentence: str, *, warning: bool = True) -> QMessageBox:
    """Shows one sentence; returns the opened dialog."""
    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.Information
    box = _box(parent, title, sentence, icon)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def tell_with_ways(
    parent: QWidget, title: str, sentence: str, ways: Sequence[tuple[str, Callable[[], object]]]
) -> QMessageBox:
    """Shows one sentence with ways to go on; Enter and Escape close it."""
    box = _box(parent, title, sentence, QMessageBox.Icon.Information)
    close = box.addButton("&Schließen", QMessageBox.ButtonRole.RejectRole)
    for caption, do in ways:
        button = box.addButton(caption, QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(do)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.open()
    return box


def ask(
    parent: QWidget, title: str, question: str, yes: str, agreed: Callable[[], object]
) -> QMessageBox:
    """Asks before something is destroyed; only the button named `yes` calls `agreed`."""
    box = _box(parent, title, question, QMessageBox.Icon.Question)
    button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton("Abbrechen", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    button.clicked.connect(agreed)
    box.open()
    return box


def _box(parent: QWidget, title: str, sentence: str, icon: QMessageBox.Icon) -> QMessageBox:
    """A box that gets its buttons before it is opened.

    While it opens, Qt notes the button that Escape presses; one that is taken away afterwards
    would be pressed all the same, and end the program.
    """
    box = ScrollingMessageBox(parent)
    box.setWindowTitle(title)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def sentence_of(error: Exception) -> str:
    """What a person is told of an error; unexpected ones are raised, so that the log has them.

    Raises:
        Exception: the error itself where it is none that a person can meet.
    """
    if isinstance(error, LpdError):
        return str(error)
    raise error
