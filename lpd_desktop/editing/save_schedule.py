"""When an open draft is written: plain reckoning without threads and clocks."""

from __future__ import annotations

SAVE_DELAY = 0.5
"""Seconds from the first unsaved change to the start of writing.

A change is on the disk at the latest one second after it was made; the other half second is for
slow disks.
"""

RETRY_DELAY = 5.0
"""Seconds after a failed write until the next attempt."""


class SaveSchedule:
    """Counts from the first unsaved change, so that steady typing does not put a save off."""

    def __init__(self, delay: float = SAVE_DELAY, retry: float = RETRY_DELAY) -> None:
        """Takes both delays in seconds."""
        self._delay = delay
        self._retry = retry
        self._due: float | None = None

    @property
    def due(self) -> float | None:
        """When the next write starts, None while everything is written."""
        return self._due

    def changed(self, now: float) -> None:
        """A change was made; it waits for the write that is due already, if there is one."""
        if self._due is None:
            self._due = now + self._delay

    def hurry(self, now: float) -> None:
        """What is unsaved shall be written at once."""
        if self._due is not None:
            self._due = now

    def started(self) -> None:
        """The newest state is being written; later changes count anew."""
        self._due = None

    def failed(self, now: float) -> None:
        """The write failed and is tried again; changes made since wait for that attempt."""
        self._due = now + self._retry

    def is_due(self, now: float) -> bool:
        """Whether the write shall start."""
        return self._due is not None and now >= self._due

    def seconds_left(self, now: float) -> float | None:
        """How long to wait, None without end."""
        return None if self._due is None else max(0.0, self._due - now)
