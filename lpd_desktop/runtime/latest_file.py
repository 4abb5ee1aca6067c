"""A small file whose newest state is written on a thread of its own."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import write_atomically

_LOG = logging.getLogger(__name__)


class LatestFile:
    """For what is written often and may be lost: never waits for the disk, never complains.

    The thread starts with the first write; states that a newer one overtakes are left out.
    """

    def __init__(self, path: Path) -> None:
        """Takes the path; its folder must be there when something is written."""
        self._path = path
        self._state = threading.Condition()
        self._newest: bytes | None = None
        self._is_closing = False
        self._thread: threading.Thread | None = None

    def write(self, data: bytes) -> None:
        """Hands over the newest state and returns at once."""
        with self._state:
            self._newest = data
            self._state.notify_all()
            if self._thread is None and not self._is_closing:
                name = f"write {self._path.name}"
                self._thread = threading.Thread(target=self._run, name=name, daemon=True)
                self._thread.start()

    def close(self, timeout: float | None = None) -> None:
        """Writes what is left and stops; waits `timeout` seconds at most."""
        with self._state:
            self._is_closing = True
            self._state.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)

    def _run(self) -> None:
        while (data := self._next()) is not None:
            try:
                write_atomically(self._path, data)
            except LpdError as problem:
                _LOG.warning("%s", problem)

    def _next(self) -> bytes | None:
        with self._state:
            self._state.wait_for(lambda: self._newest is not None or self._is_closing)
            data, self._newest = self._newest, None
            return data
