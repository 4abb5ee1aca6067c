"""How long work tells how far it is, and learns that it shall stop. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event


class JobCancelled(Exception):
    """Raised by `Progress.step` after `Progress.cancel`."""


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
        """Tells nothing, for work in small pieces.

        Raises:
            JobCancelled: somebody asked to stop.
        """
        if self._cancelled.is_set():
            raise JobCancelled

    def cancel(self) -> None:
        """Asks the work to stop at its next step; may be called from any thread."""
        self._cancelled.set()
