"""Processes that are killed while they work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Timer

PROJECT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0
"""Seconds after which a process that says nothing is ended."""


@contextmanager
def trial_folder() -> Iterator[Path]:
    """On a disk: what the program hands to it takes its time there."""
    with TemporaryDirectory(prefix="lpd-trial-", ignore_cleanup_errors=True) as name:
        yield Path(name)


class Killable:
    """One process with pipes; killed at the end of the block, if it still runs then."""

    def __init__(self, module: str, *arguments: object, **environment: str) -> None:
        """Starts a module of the tests."""
        self._errors = TemporaryFile("w+")  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=PROJECT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Killable:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout, self._errors):
            try:
                pipe.close()
            except BrokenPipeError:
                continue

    def tell(self, line: str) -> None:
        """Sends one line."""
        try:
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return

    def line(self) -> str:
        """The next line it says, empty when it has ended."""
        return self._process.stdout.readline().rstrip("\n")

    def wait_for(self, wanted: str) -> None:
        """Reads until a line begins so.

        Raises:
            RuntimeError: the process ended before, or said nothing for too long.
        """
        watch = Timer(_PATIENCE, self._process.kill)
        watch.start()
        try:
            while not (line := self.line()).startswith(wanted):
                if not line:
                    self._errors.seek(0)
                    message = f"ended before it said “{wanted}”: {self._errors.read()[-2000:]}"
                    raise RuntimeError(message)
        finally:
            watch.cancel()

    def kill(self) -> float:
        """Kills it without a chance to tidy up; returns the moment."""
        moment = time.monotonic()
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        return moment

    def rest(self) -> list[str]:
        """What it said until it ended."""
        return self._process.stdout.read().splitlines()

    def wait(self) -> int:
        """Its exit status; negative when it was killed."""
        return self._process.wait()


def moment_within(chance: random.Random, seconds: float) -> float:
    """A random moment of a work that takes so long; sometimes just behind it."""
    return chance.uniform(0, seconds * 1.05)
