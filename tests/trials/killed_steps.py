"""Commands that are killed at each of their steps on the disk, one after the other.

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
    PDF,
    PLAN,
    REMARK,
    SIGNED,
    look_at_package,
    look_at_release,
    look_at_remarks,
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


STEPPED: dict[str, tuple[tuple[str, ...], Callable[[Path], object]]] = {
    "hand-over: each step": (("submit", PLAN, "-o", PACKAGE, *SIGNED, *DAY), look_at_package),
    "approval: each step": (("sign-off", PLAN, "-o", PDF, *SIGNED, *DAY), look_at_release),
    "remark: each step": (("remarks", "add", PLAN, *REMARK), look_at_remarks),
}


def kill_at_each_step(kind: str, every: int = 1) -> Count:
    """Kills a command at every so many-th step; looks at what is left."""
    words, look = STEPPED[kind]
    count = Count(kind)
    for number in range(1, _MOST_STEPS, every):
        with trial_folder() as place:
            folder = place / "work"
            make_folder(folder)
            if _run(number, folder, words) == 0:
                break
            count.add(_fault(folder, look))
    return count


def _run(number: int, folder: Path, words: tuple[str, ...]) -> int:
    places = [str(folder / word) if word in (PLAN, PACKAGE, PDF) else word for word in words]
    command = [sys.executable, "-m", __name__, str(number), *places]
    environment = {**os.environ, "LPD_DATA": str(folder / DATA)}
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=120
    )
    return done.returncode


def _fault(folder: Path, look: Callable[[Path], object]) -> str:
    try:
        look(folder)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def main() -> int:
    _Steps(int(sys.argv[1])).watch()
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
