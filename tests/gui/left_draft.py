"""A process of its own that opens the sample, goes to a place in it and stays there.

`python -m tests.gui.left_draft FOLDER` prints a line once it stands at the place.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from lpd_desktop.app import build_window
from lpd_desktop.gui.application import create_application, run_event_loop
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.plan.sample import sample_file

STEP = "A.staff"
LETTER = 7


def go(window: MainWindow) -> None:
    wizard = window.wizard
    wizard.go_to(STEP)
    wizard.focus_page()
    edit = wizard.page.text_rows()[0].edit
    cursor = edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.setPosition(cursor.block().position() + LETTER)
    edit.setTextCursor(cursor)
    QTimer.singleShot(50, tell)


def tell() -> None:
    sys.stdout.write("here\n")
    sys.stdout.flush()


def main() -> int:
    app = create_application(["lpd-desktop"])
    window = build_window(Path(sys.argv[1]))
    window.resize(1000, 420)
    window.opening.opened.connect(lambda *_: QTimer.singleShot(300, lambda: go(window)))
    window.opening.take(sample_file())
    return run_event_loop(app, window)


if __name__ == "__main__":
    sys.exit(main())
