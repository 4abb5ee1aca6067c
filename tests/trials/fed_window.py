"""The real window, typed into from outside: it does what lines on its standard input say.

`python -m tests.trials.fed_window [PLAN.lpd] --data FOLDER` opens the plan, or the draft that was
changed last, and says `opened`. Then:

- `go STEP`: goes to a step and puts the cursor behind its text; says `there`.
- `type WORD`: presses the keys of a space and a word; says `typed WORD SECONDS`.
- `approve PDF`: gives the plan free, with this file as its PDF; says `told TITLE`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from lpd_desktop import app
from lpd_desktop.gui.approval import approving
from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval

_SETTLE_MS = 30
_NO_KEY = 0


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


class Feeder(QObject):
    """Reads lines beside the window's own events."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._rest = b""
        self._target = ""
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        window.opening.opened.connect(self._on_opened)
        if sys.argv[1] == "--data":
            window.opening.rows_changed.connect(self._on_rows)
        approving.choose_to_save = self._choose
        approving.tell = approving.tell_written = self._tell

    @Slot(object)
    def _on_rows(self, rows: Sequence[DraftRow]) -> None:
        self._window.opening.rows_changed.disconnect(self._on_rows)
        self._window.opening.load(rows[0].id)

    @Slot()
    def _on_opened(self, *_opened: object) -> None:
        QTimer.singleShot(_SETTLE_MS, self, lambda: say("opened"))

    @Slot()
    def _on_readable(self, *_socket: object) -> None:
        data = os.read(0, 65536)
        if not data:
            self._notifier.setEnabled(False)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, _, rest = line.decode().partition(" ")
            {"go": self._go, "type": self._type, "approve": self._approve}[word](rest)

    def _go(self, step: str) -> None:
        self._window.wizard.go_to(step)
        self._window.wizard.focus_page()
        QTimer.singleShot(_SETTLE_MS, self, self._stand_at_end)

    def _stand_at_end(self) -> None:
        edit = self._window.wizard.page.text_rows()[0].edit
        edit.setFocus()
        edit.moveCursor(QTextCursor.MoveOperation.End)
        say("there")

    def _type(self, word: str) -> None:
        edit = QApplication.focusWidget()
        if isinstance(edit, QTextEdit):
            for letter in f" {word}":
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, _NO_KEY, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(edit, event)
            say(f"typed {word} {time.monotonic()}")

    def _approve(self, target: str) -> None:
        self._target = target
        signatory = Signatory(name="Erika Muster", role="Leitung")
        approval = Approval((signatory,), "Talbrück", "2022-11-08", "2022-11-08T10:00:00Z")
        self._window.findChild(approving.Approving).sign(approval)

    def _choose(self, _window: object, _title: str, _kinds: str, _name: str, chosen) -> None:
        """In place of the file dialog."""
        chosen(self._target)

    @staticmethod
    def _tell(_window: object, title: str, _text: object, **_kind: object) -> None:
        say(f"told {title}")


def main() -> int:
    build_window = app.build_window

    def fed(folder):
        window = build_window(folder)
        Feeder(window)
        return window

    app.build_window = fed
    return app.run_window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
