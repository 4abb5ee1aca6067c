"""What is known of words in one open plan; asks for the rest beside the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lpd_desktop.gui.job_runner import Job, JobRunner, Work
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.spelling.lookup import Lookup
from lpd_desktop.gui.spelling.word_places import Place
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress

_BATCH = 250
"""Words a question; the first marks appear after a fifth of a second."""

_COLLECT_MS = 30
"""So long words are collected for a question."""


@dataclass(frozen=True)
class Judged:
    """The wrong words of a text; final until the speller's version changes, or until it learns."""

    wrong: tuple[Place, ...]
    is_final: bool


class Speller(QObject):
    """Answers from memory alone, so that nothing on the GUI thread waits.

    Attributes:
        learned: More is known; marks may change.
        version: Counts how often what was known may have become wrong.
        proposed: A word, and what it may have been.
        failed: Spelling cannot be checked; the error says why.
        list_failed: A German sentence: a list of added words cannot be read.
    """

    learned = Signal()
    proposed = Signal(str, tuple)
    failed = Signal(Exception)
    list_failed = Signal(str)

    def __init__(self, session: PlanSession, data_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._lookup = Lookup(data_folder)
        self._jobs = JobRunner(self)
        self._known: dict[str, bool] = {}
        self._wanted: dict[str, None] = {}
        self._ignored = frozenset(session.file.work.ignored_words)
        self._told = ""
        self.version = 0
        self.is_on = False
        self._soon = QTimer(self, singleShot=True, interval=_COLLECT_MS)
        self._soon.timeout.connect(self._ask)

    def is_known(self, word: str) -> bool | None:
        """Whether a word is spelled right; None where that is not known yet."""
        return True if word in self._ignored else self._known.get(word)

    def judge(self, places: Sequence[Place]) -> Judged:
        """Those that are wrong, as far as is known; the rest is asked."""
        known = self._known
        unknown = [place.word for place in places if place.word not in known]
        self.want(unknown)
        wrong = (place for place in places if known.get(place.word) is False)
        found = tuple(place for place in wrong if place.word not in self._ignored)
        return Judged(found, is_final=not unknown)

    def want(self, words: Iterable[str]) -> None:
        """Asks for words that are not known yet."""
        fresh = [word for word in words if word not in self._known]
        if self.is_on and fresh:
            self._wanted.update(dict.fromkeys(fresh))
            self._ask_soon()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self.is_on and (self.is_busy or bool(self._wanted))

    @property
    def is_busy(self) -> bool:
        """Whether the worker is at work, on words or on lists."""
        return self._jobs.is_busy

    def propose(self, word: str) -> None:
        """Asks what a word may have been; `proposed` tells."""
        job = self._jobs.start("Schreibung", _Proposing(self._lookup, self._session, word))
        job.succeeded.connect(partial(self._on_proposed, word))
        job.failed.connect(self._on_failed)

    def start(self, work: Work) -> Job:
        """Work on files of words, in turn with the questions."""
        return self._jobs.start("Wortliste", work, is_kept=True)

    def turn(self, on: bool) -> None:
        """Turns checking on or off."""
        self.is_on = on
        self._wanted.clear()
        self._change()

    def learn(self, word: str) -> None:
        """A word is being added to a list: it is known at once."""
        self._known[word] = True
        self._change()

    @Slot()
    def forget(self) -> None:
        """Lists have changed; everything is asked anew."""
        self._known.clear()
        self._lookup.forget_lists()
        self._change()

    @Slot()
    def lists_changed(self) -> None:
        """A list was written: what is not known is asked again, since compounds may be now."""
        self._lookup.forget_lists()
        self._wanted.update(dict.fromkeys(word for word, known in self._known.items() if not known))
        self._ask_soon()

    def ignored_changed(self) -> None:
        """Other words are ignored in the document now."""
        self._ignored = frozenset(self._session.file.work.ignored_words)
        self._change()

    def close(self) -> None:
        """Ends the process and the thread."""
        self.is_on = False
        self._soon.stop()
        self._lookup.close()
        self._jobs.shut_down()

    def _change(self) -> None:
        self._tell(was_else=True)

    def _tell(self, *, was_else: bool) -> None:
        self.version += was_else
        self.learned.emit()

    def _ask_soon(self) -> None:
        if not (self._soon.isActive() or self._jobs.is_busy):
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        words = tuple(self._wanted)[:_BATCH]
        if not words:
            return
        job = self._jobs.start("Schreibung", _Knowing(self._lookup, self._session, words))
        job.succeeded.connect(self._on_answered)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_answered(self, answers: dict[str, bool]) -> None:
        was_else = any(self._known.get(word, known) != known for word, known in answers.items())
        self._known.update(answers)
        for word in answers:
            self._wanted.pop(word, None)
        self._tell(was_else=was_else)
        if self._lookup.problem not in ("", self._told):
            self._told = self._lookup.problem
            self.list_failed.emit(self._told)
        if self._wanted:
            self._ask_soon()

    def _on_proposed(self, word: str, words: tuple[str, ...]) -> None:
        self.proposed.emit(word, words)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if not self.is_on:
            return
        if not isinstance(error, LpdError):
            raise error
        self.turn(on=False)
        self.failed.emit(error)


class _Knowing:
    def __init__(self, lookup: Lookup, session: PlanSession, words: tuple[str, ...]) -> None:
        self._lookup, self._file, self._words = lookup, session.file, words

    def __call__(self, _progress: Progress) -> dict[str, bool]:
        known = self._lookup.knows(self._file, self._words)
        return dict(zip(self._words, known, strict=True))


class _Proposing:
    def __init__(self, lookup: Lookup, session: PlanSession, word: str) -> None:
        self._lookup, self._file, self._word = lookup, session.file, word

    def __call__(self, _progress: Progress) -> tuple[str, ...]:
        return self._lookup.suggest(self._file, self._word)
