"""The tool bar by keyboard: in with one key, on with the arrows, back to the text with Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolBar, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class ToolBarKeys(QObject):
    """Moves the focus inside of one tool bar.

    Its buttons take no focus from a click, so that the cursor stays in the text.

    Attributes:
        left: Somebody wants back to the text.
    """

    left = Signal()

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self._bar = bar
        for widget in self._widgets():
            widget.installEventFilter(self)

    def enter(self) -> None:
        """Sets the focus on the first thing that can be used."""
        usable = self._usable()
        if usable:
            usable[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key, usable = Qt.Key(event.key()), self._usable()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENDS and usable:
            usable[_ENDS[key]].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in _STEPS and watched in usable:
            place = (usable.index(watched) + _STEPS[key]) % len(usable)
            usable[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _widgets(self) -> list[QWidget]:
        found = (self._bar.widgetForAction(action) for action in self._bar.actions())
        return [widget for widget in found if widget is not None and not _is_rule(widget)]

    def _usable(self) -> list[QWidget]:
        return [each for each in self._widgets() if each.isEnabled() and each.isVisible()]


def _is_rule(widget: QWidget) -> bool:
    """A line between buttons."""
    return widget.metaObject().className() == "QToolBarSeparator"
