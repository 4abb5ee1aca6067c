"""Closes a message with ways in one manner; run as a process, since a fault ends it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from lpd_desktop.gui.messages import tell_with_ways
from lpd_desktop.gui.pdf_export.written import tell_written

MANNERS = ("escape", "return", "space", "frame")
KEYS = {"escape": Qt.Key.Key_Escape, "return": Qt.Key.Key_Return, "space": Qt.Key.Key_Space}
CLOSED = "closed, and the program goes on"


def main(manner: str) -> None:
    """Opens both messages, closes them and says so."""
    _application = QApplication([])
    parent = QWidget()
    parent.show()
    taken: list[str] = []
    ways = (("&Zeigen", partial(taken.append, "Zeigen")),)
    for box in (
        tell_with_ways(parent, "Bemerkungen", "Es wurden 3 Bemerkungen aufgenommen.", ways),
        tell_written(parent, "Freigegeben", Path("LPD 2023.pdf").resolve()),
    ):
        QTest.qWaitForWindowExposed(box)
        _close(box, manner)
        QTest.qWait(50)
        if isValid(box) and box.isVisible():
            sys.exit("the message is still there")
    if taken:
        sys.exit("another way was taken")
    sys.stdout.write(f"{CLOSED}\n")


def _close(box: QMessageBox, manner: str) -> None:
    if manner == "frame":
        box.close()
    else:
        QTest.keyClick(box.focusWidget() or box, KEYS[manner])


if __name__ == "__main__":
    main(sys.argv[1])
