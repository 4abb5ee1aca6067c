"""How long the event loop is busy at a time while somebody works through a large plan.

`python -m tests.benchmarks.stalls` prints the longest turns with what was done just before.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lpd_desktop.app import build_window
from lpd_desktop.gui.application import create_application
from lpd_desktop.gui.main_window import MainWindow

TICK_MS = 2
LIMIT_MS = 50
SHOWN = 12


class Watch:
    """A fast clock on the event loop: how late a tick comes is how long something else took."""

    def __init__(self, parent: QObject) -> None:
        self.doing = "start"
        self.stalls: list[tuple[float, str]] = []
        self._last = time.perf_counter()
        clock = QTimer(parent)
        clock.setTimerType(Qt.TimerType.PreciseTimer)
        clock.setInterval(TICK_MS)
        clock.timeout.connect(self._on_tick)
        clock.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.stalls.append(((now - self._last) * 1000 - TICK_MS, self.doing))
        self._last = now


def actions(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What somebody does: every page, typing, findings, undo, menus, panels."""
    wizard = window.wizard
    for step in list(wizard.steps):
        yield f"page {step.key}", lambda step=step: (wizard.go_to(step.key), wizard.focus_page())
        if wizard.page.has_text:
            for letter in "wort ":
                yield (
                    f"key in {step.key}",
                    lambda letter=letter: QTest.keyClick(QApplication.focusWidget(), letter),
                )
            yield (
                f"enter in {step.key}",
                lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return),
            )
    for key in window.actions_by_key:
        if key in HARMLESS or key.startswith("format:b"):
            yield f"action {key}", window.actions_by_key[key].trigger


HARMLESS = (
    *("next_finding", "next_finding", "next_finding", "previous_finding", "check", "review"),
    *("undo", "redo", "panel", "panel", "steps", "steps", "next_page", "previous_page"),
    *("page_help", "find", "preview", "read_text", "spelling", "last_year"),
)


def work(plan: Path) -> list[tuple[float, str]]:
    """The turns of one session with a plan."""
    app = create_application(["lpd-desktop"])
    with tempfile.TemporaryDirectory() as data:
        window = build_window(Path(data))
        window.resize(1366, 768)
        window.show()
        watch, loop = Watch(window), QEventLoop()

        def rest(milliseconds: int) -> None:
            QTimer.singleShot(milliseconds, loop, loop.quit)
            loop.exec()

        rest(1500)
        watch.doing = "opening"
        window.opening.open_file(str(plan))
        rest(1500)
        for name, action in actions(window):
            watch.doing = name
            QTimer.singleShot(0, window, action)
            rest(450)
        watch.doing = "closing"
        window.close()
        del app
    return watch.stalls


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    turns = sorted(work(Path(sys.argv[1])), reverse=True)
    for milliseconds, doing in turns[:SHOWN]:
        print(f"{milliseconds:6.0f} ms  {doing}{'   TOO LONG' if milliseconds > LIMIT_MS else ''}")
    print(f"{len(turns)} ticks of the clock")
    return 1 if turns[0][0] > LIMIT_MS else 0


if __name__ == "__main__":
    sys.exit(main())
