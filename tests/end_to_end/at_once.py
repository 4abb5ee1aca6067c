"""Commands in processes of their own that begin together.

`python -m tests.end_to_end.at_once` has the program loaded and reads lines of JSON: a data folder,
a folder for what is said, and the words of the commands. Each is run by a child of it. The children
begin when all are there; the line that answers holds their statuses.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from lpd_desktop import cli
from tests.end_to_end.command_line import PROJECT, Outcome
from tests.extent import IS_LONG

AtOnce = Callable[..., list[Outcome]]
CAN_FORK = hasattr(os, "fork")
_KINDS = ("out", "err")

READY = """
import sys
from lpd_desktop import cli
from lpd_desktop.commands import approving, remarks, settings, spelling, states, submitting
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.read()
sys.exit(cli.main(sys.argv[1:]))
"""


@contextmanager
def running_at_once() -> Iterator[AtOnce]:
    """Runs commands at once: in the short form as children of one process that has all loaded."""
    if IS_LONG or not CAN_FORK:
        yield _started_one_by_one
        return
    with TemporaryDirectory() as place, _process(sys.executable, "-m", __name__) as loaded:
        yield lambda *calls: _as_children(loaded, Path(place), calls)


def _process(*command: object) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*map(str, command)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        encoding="utf-8",
    )


def _started_one_by_one(*calls: tuple[object, ...]) -> list[Outcome]:
    """All are loaded and wait; they begin when their pipes are closed, one right after another."""
    running = [_process(sys.executable, "-c", READY, *call) for call in calls]
    for each in running:
        assert each.stdout.readline() == "ready\n"
    for each in running:
        each.stdin.close()
        each.stdin = None
    told = [each.communicate(timeout=120) for each in running]
    return [Outcome(each.returncode, *texts) for each, texts in zip(running, told, strict=True)]


def _as_children(
    loaded: subprocess.Popen[str], place: Path, calls: tuple[tuple[object, ...], ...]
) -> list[Outcome]:
    words = [[str(word) for word in call] for call in calls]
    loaded.stdin.write(f"{json.dumps([os.environ['LPD_DATA'], str(place), words])}\n")
    loaded.stdin.flush()
    answer = loaded.stdout.readline()
    assert answer, loaded.stderr.read()
    return [
        Outcome(status, *((place / f"{number}.{kind}").read_text("utf-8") for kind in _KINDS))
        for number, status in enumerate(json.loads(answer))
    ]


def main() -> None:
    """Runs each line's commands until there are no more lines."""
    _load_everything()
    for line in sys.stdin:
        data, place, calls = json.loads(line)
        os.environ["LPD_DATA"] = data
        gate, opener = os.pipe()
        children = [
            _child(words, Path(place) / str(number), gate, opener)
            for number, words in enumerate(calls)
        ]
        os.close(gate)
        os.close(opener)
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        sys.stdout.write(f"{json.dumps(statuses)}\n")
        sys.stdout.flush()


def _load_everything() -> None:
    """A plan is handed over in silence: the children begin with what that loads."""
    from lpd_desktop.plan.file import save_lpd
    from tests.short_plan import short_plan

    with TemporaryDirectory() as name:
        plan = Path(name) / "plan.lpd"
        save_lpd(plan, short_plan())
        signed = ("--name", "Eva", "--role", "Leitung", "--place", "Talbrück")
        os.environ["LPD_DATA"] = name
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            status = cli.main(["submit", str(plan), *signed, "-o", str(Path(name) / "paket")])
    assert status == 0


def _child(words: list[str], said: Path, gate: int, opener: int) -> int:
    """The number of a process that waits for the gate and runs a command."""
    child = os.fork()
    if not child:
        _run_behind(gate, opener, words, said)
    return child


def _run_behind(gate: int, opener: int, words: list[str], said: Path) -> NoReturn:
    for number, kind in enumerate(_KINDS, 1):
        target = said.with_suffix(f".{kind}")
        os.dup2(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.close(opener)
    os.read(gate, 1)
    status = 70
    try:
        status = cli.main(words)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
