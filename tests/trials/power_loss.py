"""The power goes at any moment: what was reported as done is on the disk all the same.

A process is recorded once. Then states are made that its disk may have held at random moments.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from tests.trials.counts import Count
from tests.trials.disk_record import Disk, Step, build_recorder, read_steps
from tests.trials.killable import Killable, trial_folder
from tests.trials.killed_commands import COMMANDS, DATA, FILES, Command, filled_words
from tests.trials.stored_state import fault_in

SAVES_TO_CHECKPOINT = 350
"""So many saves are more than a thousand pages of the log, after which SQLite empties it."""

RECORDED = (
    "import: lpd drafts add",
    "migration of an older store",
    "backup into a file",
    "approval: lpd sign-off",
    "hand-over: lpd submit",
    "lpd drafts bring-back",
    "lpd drafts erase",
    "lpd drafts repair",
)

Judge = Callable[[Path, str], str]
"""Takes what a disk held and what the process had said by then; gives a fault, or nothing."""


@dataclass(frozen=True)
class Recorded:
    """The disk before, and what was done to it."""

    disk: Disk
    steps: list[Step]


def lose_power_while_saving(
    states: int, chance: random.Random, saves: int = SAVES_TO_CHECKPOINT
) -> Count:
    """Saves one after the other, each of them reported."""
    count = Count("power lost: saving")
    with trial_folder() as place:
        folder = place / "work"
        with DraftStore.open(folder / DATA) as store:
            draft = store.add(_numbered(0))
        recorded = _record(
            place, folder, lambda **environment: _save(folder, draft, saves, environment)
        )
        _judge_states(recorded, states, chance, count, _numbers)
    return count


def _numbered(number: int):
    from tests.unit.store.writing_process import numbered

    return numbered(sample_file(), number, 60)


def _save(folder: Path, draft: str, saves: int, environment: dict[str, str]) -> None:
    words = ("count", folder / DATA, draft)
    with Killable("tests.unit.store.writing_process", *words, **environment) as process:
        for _ in range(saves):
            process.line()


def _numbers(state: Path, said: str) -> str:
    """Every answer holds the number that was reported last, or the next one."""
    from tests.unit.store.writing_process import numbers_in

    reported = int(said.rsplit(maxsplit=1)[-1]) if said.split() else 0
    fault = fault_in(state / DATA)
    with DraftStore.open(state / DATA) as store:
        (draft,) = store.list_drafts()
        found = numbers_in(store.load(draft.id))
    is_right = len(found) == 1 and found <= {reported, reported + 1}
    return fault or ("" if is_right else f"reported {reported}, found {sorted(found)}")


def lose_power_during_commands(
    states: int, chance: random.Random, kinds: Sequence[str] = RECORDED
) -> list[Count]:
    """Each command leaves what was before or what is after; the latter once it has ended."""
    commands = {command.kind: command for command in COMMANDS}
    return [_lose_power_during(commands[kind], states, chance) for kind in kinds]


def _lose_power_during(command: Command, states: int, chance: random.Random) -> Count:
    count = Count(f"power lost: {command.kind}")
    with trial_folder() as place:
        folder = place / "work"
        command.make(folder)
        words = filled_words(command.words, folder)
        with _state_of(Disk(folder), chance) as copy:
            before = command.look(copy)
        recorded = _record(place, folder, lambda **environment: _run(folder, words, environment))
        after = command.look(folder)

        def judge(state: Path, said: str) -> str:
            wanted = (after,) if "\n" in said.removeprefix("ready\n") else (before, after)
            return "" if command.look(state) in wanted else "neither the state before nor after"

        _judge_states(recorded, states, chance, count, judge)
    return count


def _run(folder: Path, words: Sequence[str], environment: dict[str, str]) -> None:
    whole = [str(folder / word) if word in FILES else word for word in words]
    data = str(folder / DATA)
    with Killable("tests.trials.ready_command", *whole, LPD_DATA=data, **environment) as process:
        process.wait_for("ready")
        process.tell("go")
        process.rest()
        process.wait()


def _record(place: Path, folder: Path, run: Callable[..., None]) -> Recorded:
    disk, log = Disk(folder), place / "steps"
    library = build_recorder(place)
    run(LD_PRELOAD=str(library), RECORD_INTO=str(log), RECORD_BELOW=f"{folder}{os.sep}")
    return Recorded(disk, read_steps(log))


def _judge_states(
    recorded: Recorded, states: int, chance: random.Random, count: Count, judge: Judge
) -> None:
    """Goes through the steps once and stops at random ones."""
    moments = sorted(chance.randrange(len(recorded.steps) + 1) for _ in range(states))
    disk, said, done = recorded.disk, "", 0
    for moment in moments:
        for step in recorded.steps[done:moment]:
            disk.do(step)
            said += step.data.decode("utf-8", "replace") if step.kind == "R" else ""
        done = moment
        with _state_of(disk, chance) as state:
            count.add(_fault(judge, state, said), words=1)


def _fault(judge: Judge, state: Path, said: str) -> str:
    try:
        return judge(state, said)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@contextmanager
def _state_of(disk: Disk, chance: random.Random) -> Iterator[Path]:
    """A folder in memory that holds one state of the disk."""
    memory = Path("/dev/shm")
    place = memory if memory.is_dir() else None
    with TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as name:
        folder = Path(name) / "work"
        (folder / DATA).mkdir(parents=True)
        disk.write_state(chance, folder)
        yield folder
