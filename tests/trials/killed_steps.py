"""Commands that are killed at each of their steps on the disk, one after the other.

`python -m tests.trials.killed_steps` has everything loaded and reads lines of JSON: a data folder,
a number and the words of a command of `lpd`. A child of it runs the command and is killed right
before the step of that number: a flush, a new name, a folder that is made or removed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from lpd_desktop import cli
from tests.trials.counts import Count
from tests.trials.killable import Killable, trial_folder
from tests.trials.killed_commands import (
    DATA,
    DAY,
    PACKAGE,
    PDF,
    PLAN,
    REMARK,
    SIGNED,
    copied,
    look_at_package,
    look_at_release,
    look_at_remarks,
    make_folder,
)
from tests.trials.ready_command import load_everything, say

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


def kill_at_each_step(kind: str, every: int = 1, first: int = 1) -> Count:
    """Kills a command at every so many-th step; looks at what is left."""
    words, look = STEPPED[kind]
    count = Count(kind)
    with trial_folder() as place, Killable(__name__) as loaded:
        make_folder(place / "model")
        loaded.wait_for("ready")
        for number in range(first, _MOST_STEPS, every):
            with copied(place / "model") as folder:
                if _status(loaded, number, folder, words) == 0:
                    break
                count.add(_fault(folder, look))
    return count


def _status(loaded: Killable, number: int, folder: Path, words: tuple[str, ...]) -> int:
    places = [str(folder / word) if word in (PLAN, PACKAGE, PDF) else word for word in words]
    loaded.tell(json.dumps([str(folder / DATA), number, *places]))
    return int(loaded.line())


def _fault(folder: Path, look: Callable[[Path], object]) -> str:
    try:
        look(folder)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def main() -> None:
    """Says the status of each command; negative where it was killed."""
    load_everything()
    say("ready")
    for line in sys.stdin:
        data, number, *words = json.loads(line)
        child = os.fork()
        if not child:
            _run_until(number, data, words)
        _, status = os.waitpid(child, 0)
        say(str(os.waitstatus_to_exitcode(status)))


def _run_until(number: int, data: str, words: list[str]) -> NoReturn:
    """In the child: what it says is nobody's, its parent speaks through the same pipe."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.environ["LPD_DATA"] = data
    status = 1
    try:
        _Steps(number).watch()
        status = cli.main(words)
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
