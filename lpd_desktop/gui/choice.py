"""A question with several answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lpd_desktop.gui.look.scrolling_dialog import ScrollingMessageBox

Answer = tuple[str, Callable[[], object]]


def choose_one(
    parent: QWidget,
    title: str,
    question: str,
    answers: Sequence[Answer],
    *,
    is_unasked: bool = False,
) -> QMessageBox:
    """Shows the question; the first answer is the default, Escape does nothing.

    An unasked question comes while somebody may be typing: the next blank or Enter answers
    nothing then.
    """
    box = ScrollingMessageBox(parent)
    box.setWindowTitle(title)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    buttons = [box.addButton(text, QMessageBox.ButtonRole.AcceptRole) for text, _do in answers]
    for button, (_text, do) in zip(buttons, answers, strict=True):
        button.clicked.connect(do)
    away = box.addButton("Abbrechen", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(away)
    box.setDefaultButton(away if is_unasked else buttons[0])
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
