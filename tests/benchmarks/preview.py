"""An edit in the largest plan until the changed page is drawn beside it.

`python -m tests.benchmarks.preview` prints the milliseconds of each edit, from the end of the
pause in writing (which is meant) until the page is painted; the work is done by the real worker.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.comparing import INSTALLED, seconds
from tests.benchmarks.drafts import Timed, largest_plan

EDITS = 25
LIMIT_MS = 100.0
LONGEST_S = 20.0
WHERE = "A.staff"


def tell_preview() -> list[bool]:
    """Prints one line; the peer is drawing one page of the same plan without setting it."""
    command = [sys.executable, "-m", "tests.benchmarks.preview"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=INSTALLED)
    times = [float(each) for each in done.stdout.split()]
    pages = pages_of_plan()
    name = f"edit until drawn, {pages} pages"
    return [Timed(name, median(times), "pdfium, one page alone", page_alone(), LIMIT_MS).tell()]


def pages_of_plan() -> int:
    """How many pages the largest plan has."""
    from lpd_desktop.pdf.rendering import render_raw

    return render_raw(largest_plan(), draft=True).pages


def page_alone() -> float:
    """The median milliseconds of drawing one page that is set already."""
    from lpd_desktop.pdf.page_images import page_image
    from lpd_desktop.pdf.rendering import render_raw

    data = render_raw(largest_plan(), draft=True).data
    return median(1000 * seconds(lambda: page_image(data, 2, 1.0)) for _ in range(EDITS))


def edits() -> list[float]:
    """Types letters into an answer with the preview open."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from lpd_desktop.app import build_window
    from lpd_desktop.gui.application import create_application
    from lpd_desktop.gui.preview.preview import Preview

    create_application(["lpd-desktop"])
    times = []
    with tempfile.TemporaryDirectory() as name:
        window = build_window(Path(name))
        window.resize(1600, 900)
        window.show()
        window.opening.take(largest_plan())
        wait_for(lambda: window.wizard is not None)
        window.wizard.lead_to(WHERE)
        window.findChild(Preview).turn()
        preview = window.findChild(Preview).shown
        wait_for(lambda: preview.redrawing.is_newest)
        ended: list[float] = []
        preview.redrawing._pause.timeout.connect(lambda: ended.append(time.perf_counter()))
        for _ in range(EDITS):
            count = len(ended)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
            wait_for(lambda count=count: len(ended) > count)
            wait_for(lambda: preview.redrawing.is_newest)
            preview.pane.view.viewport().repaint()
            times.append((time.perf_counter() - ended[-1]) * 1000)
        window.close()
    return times


def wait_for(condition: object) -> None:
    """Lets the program go on until something is so."""
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + LONGEST_S
    while not condition():  # type: ignore[operator]
        QApplication.processEvents()
        time.sleep(0.0003)
        assert time.perf_counter() < end, "this takes too long"


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    print(" ".join(f"{each:.1f}" for each in edits()))


if __name__ == "__main__":
    main()
