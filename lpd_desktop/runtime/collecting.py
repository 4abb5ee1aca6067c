"""Python looks for garbage less often while much is built that stays.

What stays is looked through again and again otherwise: a third of the time of a long table.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

OBJECTS_BETWEEN = 50_000
"""New objects until the next look; all of them together take a few megabytes."""


class _Rhythm:
    """Counts who asked for fewer looks; the usual rhythm returns when the last is done."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0
        self._usual = gc.get_threshold()

    def slow_down(self) -> None:
        with self._lock:
            if not self._users:
                self._usual = gc.get_threshold()
                gc.set_threshold(_rarer(self._usual[0]), *self._usual[1:])
            self._users += 1

    def speed_up(self) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                gc.set_threshold(*self._usual)


_RHYTHM = _Rhythm()


def _rarer(objects: int) -> int:
    """0 means never, and stays."""
    return max(objects, OBJECTS_BETWEEN) if objects else 0


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Inside, garbage is looked for rarely; from several threads and inside of itself as well."""
    _RHYTHM.slow_down()
    try:
        yield
    finally:
        _RHYTHM.speed_up()
