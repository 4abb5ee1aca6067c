"""Nothing that belongs into the window stands beside it, not even for a moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file


class ShownWindows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if is_window and event.type() == QEvent.Type.Show:
            self.names.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_is_a_window_of_its_own_while_pages_are_built(window, take) -> None:
    watch, app = ShownWindows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        sample = sample_file()
        wizard = take(window, new_file(sample.form, sample.plan.jobcenter))
        for step in list(wizard.steps):
            wizard.go_to(step.key)
    finally:
        app.removeEventFilter(watch)
    assert watch.names == []
    assert window.isActiveWindow()
