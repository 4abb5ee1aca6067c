"""The window as a process of its own, and a bare assistant of twelve pages beside it.

Prints milliseconds from the start of Python to a painted, idle window, and the most memory in MiB.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

BARE_PAGES = 12
OPENINGS = 7
WARM_UP_MS = 1500
"""What a person needs at least to find the draft and to double-click it."""


def milliseconds_since_start() -> float:
    """Since the kernel started this process."""
    ticks = float(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    started = ticks / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000


def report() -> None:
    """What this process has needed until now."""
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024  # ru_maxrss counts the parent in
    print(f"{milliseconds_since_start():.0f} {peak:.1f}", flush=True)


def bare() -> None:
    """Twelve pages with a label and a text field each: what a window costs at least."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QVBoxLayout, QWizard, QWizardPage

    app = QApplication([])
    wizard = QWizard()
    for number in range(BARE_PAGES):
        page = QWizardPage()
        column = QVBoxLayout(page)
        column.addWidget(QLabel(f"Frage {number + 1}"))
        column.addWidget(QTextEdit())
        wizard.addPage(page)
    wizard.show()
    QTimer.singleShot(0, wizard, lambda: (wizard.repaint(), report(), app.quit()))
    app.exec()


def ours(data: Path) -> None:
    """The program's window until its start page shows the drafts of a data folder."""
    from PySide6.QtCore import QTimer

    from lpd_desktop.app import build_window
    from lpd_desktop.gui.application import create_application

    app = create_application(["lpd-desktop"])
    window = build_window(data)
    window.opening.rows_changed.connect(
        lambda _rows: QTimer.singleShot(0, window, lambda: (window.repaint(), report(), app.quit()))
    )
    window.show()
    app.exec()
    window.close()


def opening(data: Path) -> None:
    """Prints the milliseconds from the wish to open the first draft to its painted page."""
    from PySide6.QtCore import QEventLoop, QTimer

    from lpd_desktop.app import build_window
    from lpd_desktop.gui.application import create_application
    from lpd_desktop.store.listing import list_drafts

    create_application(["lpd-desktop"])
    window = build_window(data)
    window.resize(1366, 768)
    window.show()
    loop = QEventLoop()
    times = []
    for _ in range(OPENINGS):
        QTimer.singleShot(WARM_UP_MS, loop, loop.quit)
        loop.exec()
        window.opening.opened.connect(lambda *_: QTimer.singleShot(0, window, loop.quit))
        started = time.perf_counter()
        window.opening.load(list_drafts(data)[0].id)
        loop.exec()
        window.repaint()
        times.append((time.perf_counter() - started) * 1000)
        window.opening.opened.disconnect()
        window.opening.opened.connect(window.open_plan)
        window.show_start()
    print(" ".join(f"{each:.0f}" for each in times), flush=True)
    report()
    window.close()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    match sys.argv[1:]:
        case ["bare"]:
            bare()
        case ["ours", data]:
            ours(Path(data))
        case ["opening", data]:
            opening(Path(data))
        case _:
            sys.exit("bare | ours DATA | opening DATA")


if __name__ == "__main__":
    main()
