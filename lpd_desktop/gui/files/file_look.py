"""Looking at a file that may lie on a stick that is gone or a share that does not answer."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lpd_desktop.editing.file_standing import DraftFiles, SeenFile, file_standing
from lpd_desktop.plan.file import LpdFile

_ASK_MS = 25


@dataclass(frozen=True)
class Question:
    """Which file shall be looked at, beside which state of the draft."""

    path: Path
    file: LpdFile
    known: DraftFiles
    before: SeenFile | None


class FileLook(QObject):
    """One look at a time, each on a thread of its own that nobody ever waits for.

    A share that is gone can hold a thread for a minute; neither long work nor the end of the
    program shall wait behind it. The thread touches nothing of Qt: a timer fetches what it found.
    """

    seen = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: SimpleQueue[tuple[Question, SeenFile, object]] = SimpleQueue()
        self._is_looking = False
        self._next: Question | None = None
        self._ask = QTimer(self, interval=_ASK_MS)
        self._ask.timeout.connect(self._on_ask)

    @property
    def is_looking(self) -> bool:
        """Whether an answer is awaited."""
        return self._is_looking

    def look(self, question: Question) -> None:
        """Looks as soon as the look before has ended; of several questions the last one counts."""
        if self._is_looking:
            self._next = question
            return
        self._is_looking = True
        work = threading.Thread(
            target=_answer, args=(question, self._found), name="file look", daemon=True
        )
        work.start()
        self._ask.start()

    def end(self) -> None:
        """Whatever is found now is told nobody."""
        self._ask.stop()
        self._next = None

    @Slot()
    def _on_ask(self) -> None:
        try:
            question, seen, standing = self._found.get_nowait()
        except Empty:
            return
        self._ask.stop()
        self._is_looking = False
        following, self._next = self._next, None
        if following is None:
            self.seen.emit(question, seen, standing)
        else:
            self.look(following)


def _answer(question: Question, found: SimpleQueue[tuple[Question, SeenFile, object]]) -> None:
    seen, standing = file_standing(question.path, question.file, question.known, question.before)
    found.put((question, seen, standing))
