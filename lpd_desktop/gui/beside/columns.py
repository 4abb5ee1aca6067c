"""How page and panel share the window: as usual, in two columns, or the text alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.wizard import PlanWizard

COLUMNS, TEXT_ONLY = "columns", "text_only"
_LEAST_WIDTH = {COLUMNS: 900, TEXT_ONLY: 620}
_WIDE = 1100
"""From this width on steps, page and panel stand side by side, and their widths are kept."""

_TOO_NARROW = "Dafür ist das Fenster zu schmal."


@dataclass(frozen=True)
class _Shares:
    """What was shown before, and how wide."""

    sizes: tuple[int, ...]
    steps: bool
    panel: bool


class Columns(QObject):
    """Belongs to one open plan; remembers the sharing, the widths and the tab of the panel."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._wizard, self._memory = wizard, context.memory
        splitter = wizard.panel.parentWidget()
        assert isinstance(splitter, QSplitter)
        steps = splitter.widget(0)
        assert steps is not None
        self._splitter, self._steps = splitter, steps
        self._entries = {key: window.findChild(QAction, key) for key in _LEAST_WIDTH}
        self._mode = ""
        self._before: _Shares | None = None
        self._is_turning = False
        self._opened = QTimer(self, singleShot=True, interval=0)
        self._opened.timeout.connect(self._on_opened)
        self._opened.start()
        wizard.panel_shown.connect(self._on_panel_shown)
        splitter.installEventFilter(self)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Last year's answer, and the two ways to share the window."""
        return {
            "earlier": self.show_earlier,
            COLUMNS: partial(self.turn, COLUMNS),
            TEXT_ONLY: partial(self.turn, TEXT_ONLY),
        }

    def end(self) -> None:
        """The plan is being closed."""
        self._opened.stop()
        self._splitter.removeEventFilter(self)
        self._memory.remember_panel_tab(self._wizard.panel.currentIndex())
        if not self._mode and self._is_whole:
            self._memory.remember_widths(self._splitter.sizes())
        self._mode = ""
        self._show_entries()
        self.deleteLater()

    @Slot()
    def show_earlier(self) -> None:
        """Sets the focus into last year's answer, and from there back to the page."""
        panel = self._wizard.panel
        if panel.isVisible() and panel.earlier.isAncestorOf(self._wizard.focusWidget()):
            self._wizard.focus_page()
            return
        self._memory.remember_panel("panel", True)
        self._wizard.show_panel(True)
        panel.focus_earlier()

    def turn(self, mode: str) -> None:
        """Shares the window in this way, or as usual again; both are remembered."""
        if self._mode == mode:
            self._leave()
        else:
            self._leave()
            self._enter(mode)
        self._memory.remember_sharing(self._mode)
        self._show_entries()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._mode == COLUMNS:
            self._halve()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_opened(self) -> None:
        """The window has its size now."""
        self._wizard.panel.setCurrentIndex(self._memory.panel_tab())
        widths = self._memory.widths()
        if len(widths) == self._splitter.count() and self._is_whole:
            self._splitter.setSizes(widths)
        mode = self._memory.sharing()
        if mode in _LEAST_WIDTH and self._splitter.width() >= _LEAST_WIDTH[mode]:
            self._enter(mode)
        self._show_entries()

    @property
    def _is_whole(self) -> bool:
        """Whether all three parts are seen, in a window with room for them."""
        has_all = self._steps.isVisible() and self._wizard.panel.isVisible()
        return has_all and self._splitter.width() >= _WIDE

    def _enter(self, mode: str) -> None:
        wizard, splitter = self._wizard, self._splitter
        if splitter.width() < _LEAST_WIDTH[mode]:
            wizard.bar.show_notice(_TOO_NARROW)
            return
        panel = wizard.panel.isVisible()
        self._before = _Shares(tuple(splitter.sizes()), self._steps.isVisible(), panel)
        with self._turning():
            wizard.show_steps(False)
            wizard.show_panel(mode == COLUMNS)
        self._mode = mode
        if mode == COLUMNS:
            wizard.panel.setCurrentWidget(wizard.panel.earlier)
            self._halve()

    def _leave(self, *, with_panel: bool = True) -> None:
        """As it was before; the panel stays as it is where somebody has just folded it."""
        before, self._before, self._mode = self._before, None, ""
        if before is None:
            return
        with self._turning():
            self._wizard.show_steps(before.steps)
            if with_panel:
                self._wizard.show_panel(before.panel)
        self._splitter.setSizes(before.sizes)

    def _halve(self) -> None:
        half = self._splitter.width() // 2
        self._splitter.setSizes([0, half, half])

    @contextmanager
    def _turning(self) -> Iterator[None]:
        self._is_turning = True
        try:
            yield
        finally:
            self._is_turning = False

    @Slot(bool)
    def _on_panel_shown(self, shown: bool) -> None:
        """Whoever folds or unfolds the panel wants the usual sharing back."""
        if self._mode and not self._is_turning and shown != (self._mode == COLUMNS):
            self._leave(with_panel=False)
            self._memory.remember_sharing("")
            self._show_entries()

    def _show_entries(self) -> None:
        for key, entry in self._entries.items():
            if entry is not None:
                entry.setChecked(key == self._mode)
