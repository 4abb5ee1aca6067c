"""Where the preview stands: beside the page, or in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from lpd_desktop.gui.preview.preview_memory import PreviewMemory
from lpd_desktop.gui.preview.preview_pane import PreviewPane

_NARROWEST = 1000
"""In a narrower window there is no room beside the page."""

_OWN_SIZE = QSize(720, 900)


class PreviewHost(QObject):
    """Moves the pane and remembers where it was."""

    closed = Signal()
    focus_wanted = Signal()

    def __init__(self, window: QMainWindow, pane: PreviewPane, memory: PreviewMemory) -> None:
        super().__init__(window)
        self._window, self._pane, self._memory = window, pane, memory
        self._dock = _Dock(window)
        self._own = _OwnWindow(window)
        self._own.closed.connect(self.closed)
        self._shortcuts = [QShortcut(QKeySequence("F6"), each) for each in (window, self._own)]
        for shortcut in self._shortcuts:
            shortcut.activated.connect(self.focus_wanted)

    @property
    def is_shown(self) -> bool:
        """Whether the pane is to be seen."""
        return self._dock.isVisible() or self._own.isVisible()

    @property
    def is_beside(self) -> bool:
        """Whether it is shown beside the page."""
        return self._dock.isVisible()

    def show(self) -> None:
        """Shows the pane where it was last, as far as there is room."""
        self._place(beside=self._memory.is_beside and self._window.width() >= _NARROWEST)

    def move(self) -> None:
        """Beside the page, or in its own window: the other one."""
        beside = not self.is_beside
        self._memory.is_beside = beside
        self._remember()
        self._place(beside=beside)

    def hide(self) -> None:
        """Closes the pane."""
        self._remember()
        self._dock.hide()
        self._own.hide()

    def end(self) -> None:
        """The plan is being closed."""
        self.hide()
        self._window.removeDockWidget(self._dock)
        for each in (*self._shortcuts, self._dock, self._own, self):
            each.deleteLater()

    def _place(self, *, beside: bool) -> None:
        self._pane.show_beside(beside)
        if beside:
            self._own.hide()
            self._dock.setWidget(self._pane)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self._dock.show()
            width = min(self._memory.width, self._window.width() // 2)
            self._window.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)
        else:
            self._dock.hide()
            self._own.hold(self._pane)
            self._own.setWindowTitle(f"Vorschau – {self._window.windowTitle()}")
            self._own.restoreGeometry(self._memory.geometry)
            self._own.show()
        self._pane.show()

    def _remember(self) -> None:
        if self._dock.isVisible():
            self._memory.width = self._dock.width()
        if self._own.isVisible():
            self._memory.geometry = self._own.saveGeometry()


class _Dock(QDockWidget):
    """A part of the window that can be made wider; moving and closing has buttons of its own."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__("Vorschau", window)
        self.setObjectName("preview")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.setMinimumWidth(260)
        self.hide()


class _OwnWindow(QWidget):
    """A second window, for a second screen."""

    closed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(_OWN_SIZE)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def hold(self, pane: QWidget) -> None:
        """Takes the pane over."""
        self._layout.addWidget(pane)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is answered by whoever hides the pane, so that it is remembered once."""
        event.ignore()
        self.closed.emit()
