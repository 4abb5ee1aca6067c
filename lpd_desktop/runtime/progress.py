"""How long work tells how far it is, and learns that it shall stop. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

from lpd_desktop.runtime.courtesy import COURTESY


class JobCancelled(BaseException):
    """Raised in long work after `Progress.cancel`.

    No `Exception`: readers turn whatever a damaged file leads them to into a sentence, and this
    is none of it.
    """


class Progress:
    """Handed to long work; the work calls `step`, anyone may call `cancel`."""

    def __init__(self, report: Callable[[int, str], None] | None = None) -> None:
        """Takes the listener that gets percent (0 to 100) and a German sentence."""
        self._report = report
        self._cancelled = Event()

    def step(self, percent: int, text: str) -> None:
        """Tells how far the work is.

        Raises:
            JobCancelled: somebody asked to stop.
        """
        self.stop_if_cancelled()
        if self._report is not None:
            self._report(percent, text)

    def stop_if_cancelled(self) -> None:
        """Tells nothing, and lets somebody who types go first.

        Raises:
            JobCancelled: somebody asked to stop.
        """
        if self._cancelled.is_set():
            raise JobCancelled
        COURTESY.rest()

    def cancel(self) -> None:
        """Asks the work to stop at its next step; may be called from any thread."""
        self._cancelled.set()

    @contextmanager
    def as_current(self) -> Iterator[None]:
        """Lets `stop_if_cancelled` stop what this thread does meanwhile."""
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)


_CURRENT: ContextVar[Progress | None] = ContextVar("current progress", default=None)


def stop_if_cancelled() -> None:
    """For loops deep inside of long work that nobody hands a progress to.

    Raises:
        JobCancelled: somebody asked to stop the job that this thread carries out.
    """
    progress = _CURRENT.get()
    if progress is not None:
        progress.stop_if_cancelled()
