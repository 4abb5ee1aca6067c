"""A small file that is there while the window runs; found at a start, it tells of a bad end."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from lpd_desktop import __version__
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_private_folder, read_bounded
from lpd_desktop.runtime.log_files import hard_crash_file, log_folder

_FILE = "running.json"
_LIMIT = 10_000
_TRACE_LIMIT = 20_000
_PATH = re.compile(r'File "[^"\n]*?([^"\\/\n]+)"')


@dataclass(frozen=True)
class BadEnd:
    """A run of the window that did not end by being closed.

    Attributes:
        version: Of the program that ran.
        started: ISO time in UTC.
        trace: Places in the code where a fault ended it; empty after a power cut or a kill.
    """

    version: str
    started: str
    trace: str

    def report(self) -> str:
        """What support needs; nothing of it comes from a plan."""
        lines = [f"LPD Desktop {self.version}, gestartet {self.started}"]
        return "\n".join([*lines, self.trace or "ohne Spur eines Fehlers im Programm beendet"])


@dataclass(frozen=True)
class _Run:
    version: str
    started: str
    process: int
    crashes_before: int


class RunMark:
    """Of one data folder; only the process that holds the folder's lock may use it."""

    def __init__(self, folder: Path) -> None:
        """Takes the data folder; nothing is written yet."""
        self._folder = folder
        self._path = log_folder(folder) / _FILE

    def begin(self) -> BadEnd | None:
        """Sets the mark; returns what the one that was there tells.

        Where it cannot be written, or is lost with the power, the next start has nothing to tell,
        which is no harm; so nobody waits for the disk here.
        """
        found = earlier_bad_end(self._folder)
        run = _Run(__version__, utc_now(), os.getpid(), _size(hard_crash_file(self._folder)))
        with suppress(LpdError, OSError):
            make_private_folder(self._path.parent)
            self._path.write_text(json.dumps(asdict(run)), "utf-8")
        return found

    def end(self) -> None:
        """Takes the mark away: the window was closed, or the person's session ends."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def earlier_bad_end(folder: Path) -> BadEnd | None:
    """What the mark in a data folder tells while no window runs; None where there is none."""
    path = log_folder(folder) / _FILE
    if not path.exists():
        return None
    try:
        run = _Run(**json.loads(read_bounded(path, _LIMIT)))
        trace = _trace(hard_crash_file(folder), int(run.crashes_before))
        return BadEnd(str(run.version)[:40], str(run.started)[:40], trace)
    except (LpdError, ValueError, TypeError):
        return BadEnd("?", "?", "")


def _trace(path: Path, start: int) -> str:
    """What was added to the file since, without the folders in which the code lies."""
    try:
        with path.open("rb") as source:
            source.seek(start if start <= _size(path) else 0)
            text = source.read(_TRACE_LIMIT).decode("utf-8", "replace")
    except OSError:
        return ""
    return _PATH.sub(r'File "\1"', text).strip()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
