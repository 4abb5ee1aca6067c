"""Light, dark or high contrast: as the system says, or as somebody chose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMenu

from lpd_desktop.gui.look.framed_style import FocusStyle, FramedStyle
from lpd_desktop.gui.look.palettes import contrast_palette, dark_palette, readable_choice
from lpd_desktop.gui.window_memory import WindowMemory

SCHEMES = {
    "": "Wie das &System",
    "light": "&Hell",
    "dark": "&Dunkel",
    "contrast": "Hoher &Kontrast",
}
"""Captions of the schemes."""

_QT_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}


def choose_scheme(scheme: str) -> None:
    """Dark, light, high contrast, or whatever the system says."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_QT_SCHEMES.get(scheme, Qt.ColorScheme.Unknown))
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    needs_dark = scheme == "dark" and not is_dark
    needs_frames = is_dark or needs_dark or scheme == "contrast"
    QApplication.setStyle(FramedStyle() if needs_frames else FocusStyle())
    QGuiApplication.setPalette(_own_palette(scheme, needs_dark=needs_dark))
    if not needs_dark and scheme != "contrast":
        QGuiApplication.setPalette(readable_choice(QGuiApplication.palette()))


def _own_palette(scheme: str, *, needs_dark: bool) -> QPalette:
    if scheme == "contrast":
        return contrast_palette()
    return dark_palette() if needs_dark else QPalette()


class SchemeMenu(QObject):
    """The menu „Farben“: what is chosen holds at once and is remembered."""

    def __init__(self, menu: QMenu, memory: WindowMemory) -> None:
        super().__init__(menu)
        self._memory, self._scheme = memory, memory.scheme()
        self._menu = menu.addMenu("Fa&rben")
        self._group = QActionGroup(self)
        for name, caption in SCHEMES.items():
            self._menu.addAction(self._new_choice(name, caption))
        self._group.triggered.connect(self._on_triggered)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def choice(self, name: str) -> QAction:
        """The entry of a scheme."""
        return next(action for action in self._group.actions() if action.data() == name)

    def _new_choice(self, name: str, caption: str) -> QAction:
        action = QAction(caption, self._group)
        action.setCheckable(True)
        action.setChecked(name == self._scheme)
        action.setData(name)
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._scheme = action.data()
        self._memory.remember_scheme(self._scheme)
        choose_scheme(self._scheme)

    @Slot(Qt.ColorScheme)
    def _on_system_changed(self, scheme: Qt.ColorScheme) -> None:
        """A system that turns dark while the program runs gets its frames at once."""
        is_framed = isinstance(QApplication.style(), FramedStyle)
        if not self._scheme and is_framed != (scheme == Qt.ColorScheme.Dark):
            choose_scheme("")
