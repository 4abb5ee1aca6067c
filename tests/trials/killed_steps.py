"""A hand-over that is killed at each of its steps on the disk, one after the other.

`python -m tests.trials.killed_steps NUMBER WORDS…` runs a command of `lpd` and kills the process
right before the step of that number: a flush, a new name, a folder that is made or removed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lpd_desktop import cli
from tests.trials.counts import Count
from tests.trials.killable import PROJECT, trial_folder
from tests.trials.killed_commands import (
    DATA,
    DAY,
    PACKAGE,
    PLAN,
    SIGNED,
    look_at_package,
    make_folder,
)

_STEPS = ("fsync", "rename", "replace", "mkdir", "rmdir", "unlink")
_MOST_STEPS = 60


class _Steps:
    """Counts steps and kills the process at one of them."""

    def __init__(self, last: int) -> None:
        self._left = last

    def watch(self) -> None:
        """Puts itself before the functions of the operating system."""
        for name in _STEPS:
            setattr(os, name, self._counted(getattr(os, name)))

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        return step


def kill_at_each_step(every: int = 1) -> Count:
    """Kills the hand-over of a draft at every so many-th step; looks at what is left."""
    count = Count("hand-over: each step")
    for number in range(1, _MOST_STEPS, every):
        with trial_folder() as place:
            folder = place / "work"
            make_folder(folder)
            if _run(number, folder) == 0:
                break
            count.add(_fault(folder))
    return count


def _run(number: int, folder: Path) -> int:
    words = ("submit", folder / PLAN, "-o", folder / PACKAGE, *SIGNED, *DAY)
    command = [sys.executable, "-m", __name__, str(number), *map(str, words)]
    environment = {**os.environ, "LPD_DATA": str(folder / DATA)}
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=120
    )
    return done.returncode


def _fault(folder: Path) -> str:
    try:
        look_at_package(folder)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def main() -> int:
    _Steps(int(sys.argv[1])).watch()
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
