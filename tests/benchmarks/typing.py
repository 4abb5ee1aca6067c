"""Key presses in an answer of 5,000 words, everything that follows from them included.

`python -m tests.benchmarks.typing` prints for each place in the text the median, the 99th
percentile and the longest of 300 key presses in milliseconds, in the wizard and, as the peer, in
a bare QTextEdit with the same text. A key press costs what the GUI thread does until it is idle
again, and on top the longest piece of work that timers bring before the next key.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from lpd_desktop.plan.file import LpdFile
    from lpd_desktop.plan.rich_text import Blocks

KEYS = 300
WORDS = 5_000
BETWEEN_KEYS_S = 0.04
PAUSE_EVERY = 25
PAUSE_S = 0.45
"""Long enough for the checks to begin, so that the next keys are pressed while they run."""

PLACES = ("Ende", "Anfang", "Liste", "Tabelle")
TYPED = "Die Beratung wird fortgesetzt, und zwar in allen Orten des Kreises.\r"
SENTENCES = (
    "Das Jobcenter berät junge Menschen und ihre Familien in allen Orten des Kreises, damit sie "
    "rasch eine Arbeit oder eine Ausbildung finden. Dafür werden Gespräche früher geführt, "
    "Angebote der Träger besser abgestimmt und Wege verkürzt. Im laufenden Jahr kommen weitere "
    "Kurse hinzu; sie dauern drei bis sechs Monate und enden mit einem Zeugnis."
)


@dataclass(frozen=True)
class Times:
    """What key presses at one place took, in milliseconds."""

    presses: tuple[float, ...]
    later: tuple[float, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """Each press with the longest piece of work that follows it, as if both came together."""
        return tuple(press + piece for press, piece in zip(self.presses, self.later, strict=True))

    @property
    def p99(self) -> float:
        """The 99th percentile of both together."""
        return _p99(self.values)

    def __str__(self) -> str:
        """Median, 99th percentile, longest; behind them the 99th percentiles of either alone."""
        return (
            f"p50 {median(self.values):5.1f}  p99 {self.p99:5.1f}  max {max(self.values):5.1f}  "
            f"press alone {_p99(self.presses):5.1f}  later piece alone {_p99(self.later):5.1f}"
        )


def _p99(values: tuple[float, ...]) -> float:
    return quantiles(values, n=100)[98]


def long_text(words: int = WORDS) -> Blocks:
    """Paragraphs with headings, lists, a table and footnotes between them."""
    from lpd_desktop.plan.rich_text import Heading, ListBlock, Paragraph, Run, Table, text_run
    from lpd_desktop.runtime.identity import new_id

    supply = cycle(SENTENCES.split())

    def take(count: int) -> str:
        return " ".join(islice(supply, count))

    blocks: list[object] = []
    for number in range(words // 250):
        note = Run(footnote=(text_run(take(8)),))
        items = tuple((Paragraph(new_id(), (text_run(take(15)),)),) for _ in range(4))
        blocks += [
            Heading(new_id(), 2, (text_run(take(4)),)),
            Paragraph(new_id(), (text_run(take(60)), note, text_run(f" {take(30)}"))),
            Paragraph(new_id(), (text_run(take(40)), text_run(f" {take(5)}", bold=True))),
            ListBlock(new_id(), "number" if number % 2 else "bullet", items),
        ]
        if number % 5 == 2:
            cells = tuple(tuple((text_run(take(2)),) for _ in range(4)) for _ in range(6))
            blocks.append(Table(new_id(), cells, header_rows=1))
        else:
            blocks.append(Paragraph(new_id(), (text_run(take(51)),)))
    return tuple(blocks)  # type: ignore[arg-type]


def sample_with(blocks: Blocks) -> tuple[LpdFile, str]:
    """The sample plan with these blocks as its first topic's first answer, and its address."""
    from lpd_desktop.plan.addresses import text_fields, with_blocks
    from lpd_desktop.plan.sample import sample_file

    file = sample_file()
    topics = file.form.topics
    assert topics is not None
    fields = (place for place, _text in text_fields(file.form, file.plan))
    address = next(place for place in fields if place.item == topics.key)
    plan = with_blocks(file.form, file.plan, address, blocks)
    return replace(file, plan=plan), str(address)


def put_cursor(edit: QTextEdit, place: str) -> None:
    """At the end or start, in the middle list or the last table."""
    from PySide6.QtGui import QTextCursor, QTextTable

    cursor = edit.textCursor()
    end = place == "Ende"
    cursor.movePosition(QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start)
    block = edit.document().findBlockByNumber(edit.document().blockCount() // 2)
    if place == "Liste":
        while block.textList() is None:
            block = block.next()
        cursor.setPosition(block.position())
    tables = [f for f in edit.document().rootFrame().childFrames() if isinstance(f, QTextTable)]
    if place == "Tabelle" and tables:
        cursor.setPosition(tables[-1].cellAt(2, 1).firstPosition())
    edit.setTextCursor(cursor)


def pressed(edit: QTextEdit) -> Times:
    """Types 300 letters with pauses between."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    values: list[float] = []
    pieces: list[float] = []
    for number, letter in enumerate(islice(cycle(TYPED), KEYS)):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_unknown
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        started = time.perf_counter()
        QApplication.sendEvent(edit, event)
        settle()
        taken = time.perf_counter() - started
        paused = number % PAUSE_EVERY == PAUSE_EVERY - 1
        later = longest_work(PAUSE_S if paused else BETWEEN_KEYS_S)
        values.append(taken * 1000)
        pieces.append(later * 1000)
    return Times(tuple(values), tuple(pieces))


def settle() -> None:
    """Until nothing is left that is due now: what was posted, timers without delay, painting."""
    from PySide6.QtWidgets import QApplication

    for _ in range(4):
        QApplication.processEvents()


def longest_work(seconds: float) -> float:
    """Lets time go by; the longest piece of work that came up meanwhile, in seconds."""
    from PySide6.QtWidgets import QApplication

    longest = 0.0
    end = time.perf_counter() + seconds
    while (started := time.perf_counter()) < end:
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - started)
        time.sleep(0.0005)
    return longest


def at_places(edit: QTextEdit) -> Iterator[tuple[str, Times]]:
    """Times for each place; the text is left to rest before."""
    for place in PLACES:
        edit.setFocus()
        put_cursor(edit, place)
        longest_work(1.0)
        yield place, pressed(edit)


def in_wizard() -> Iterator[tuple[str, Times]]:
    """The window with the plan open at the long answer."""
    from PySide6.QtCore import QEventLoop, QTimer

    from lpd_desktop.app import build_window
    from lpd_desktop.gui.application import create_application

    create_application(["lpd-desktop"])
    file, address = sample_with(long_text())
    with tempfile.TemporaryDirectory() as name:
        window = build_window(Path(name))
        window.resize(1366, 768)
        window.show()
        loop = QEventLoop()
        window.opening.opened.connect(lambda *_: QTimer.singleShot(0, window, loop.quit))
        window.opening.take(file)
        loop.exec()
        window.activateWindow()
        window.wizard.lead_to(address)
        longest_work(1.0)
        yield from at_places(window.wizard.page.rows[address].field)
        window.close()


def bare() -> Iterator[tuple[str, Times]]:
    """A text field of Qt's with the same text."""
    from PySide6.QtWidgets import QApplication, QTextEdit

    from lpd_desktop.gui.rich_text.markup import html_of

    app = QApplication.instance() or QApplication([])
    edit = QTextEdit()
    edit.setHtml(html_of(long_text()))
    edit.resize(800, 700)
    edit.show()
    app.processEvents()
    yield from at_places(edit)


RUNS: dict[str, Callable[[], Iterator[tuple[str, Times]]]] = {"wizard": in_wizard, "bare": bare}


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    for name in sys.argv[1:] or RUNS:
        for place, times in RUNS[name]():
            print(f"{name:<8} {place:<8} {times}", flush=True)


if __name__ == "__main__":
    main()
