"""Commands that are killed while they work: what they leave is the state before or the one after.

A command that has said that it is done has left the one after.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop import cli
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file, sample_workbook
from lpd_desktop.release.verification import verify
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.repair.repairing import repair_store, store_problems
from lpd_desktop.store.repair.sound_copies import newest_sound_copy
from tests.trials.counts import Count
from tests.trials.killable import PROJECT, Killable, moment_within, trial_folder
from tests.trials.stored_state import fault_in, stored_state

DATA, PLAN, TAKEN, BOOK = "data", "plan.lpd", "taken.lpd", "budget.xlsx"
PDF, COPY, SHARE, PACKAGE = "plan.pdf", "copy.db", "share", "paket"
FILES = (PLAN, TAKEN, BOOK, PDF, COPY, SHARE, PACKAGE)
SIGNED = ("--name", "Erika Muster", "--role", "Leitung", "--place", "Talbrück")
DAY = ("--date", "2022-11-08")
REMARK = ("--at", "A.staff", "--text", "Quelle?", "--name", "Eva")
_OLDER_STORE = PROJECT / "tests" / "data" / "stores" / "version-1.db"
_ANSWER = "A.staff"
_DRAFTS = 4

State = tuple[object, ...]


@dataclass(frozen=True)
class Command:
    """A command of `lpd` to be killed.

    Attributes:
        kind: How the table names it.
        words: Its words; `{draft}`, `{trashed}` and `{point}` are filled in, names are files
            of the trial's folder.
        make: Makes the folder as it is before.
        look: What there is afterwards; raises or names a fault.
    """

    kind: str
    words: tuple[str, ...]
    make: Callable[[Path], None]
    look: Callable[[Path], State]


class FaultError(Exception):
    """Something that must never be left behind."""


def make_folder(folder: Path) -> None:
    """A store with a few drafts, one of them in the trash, a copy of it, a plan and a budget."""
    (folder / SHARE).mkdir(parents=True)
    save_lpd(folder / PLAN, sample_file())
    shutil.copy(sample_workbook(), folder / BOOK)
    with DraftStore.open(folder / DATA) as store:
        drafts = [_add(store, number) for number in range(_DRAFTS)]
        store.trash(drafts[-1])
        store.backup(folder / COPY)
        for draft in drafts[:-1]:
            store.save(draft, _with_words(store, draft, "Später geschrieben."))


def _add(store: DraftStore, number: int) -> str:
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, name=f"Kreis {number}")
    draft = store.add(replace(file, plan=changed(file.plan, id=f"p{number}", jobcenter=jobcenter)))
    store.points.begin_session(draft)
    store.save(draft, _with_words(store, draft, f"Geschrieben {number}. " * 30))
    return draft


def _with_words(store: DraftStore, draft: str, words: str):
    file = store.load(draft)
    answer = changed(file.plan.answer(_ANSWER), text=(paragraph(words),))
    return replace(file, plan=file.plan.with_answer(_ANSWER, answer))


def make_older_store(folder: Path) -> None:
    """A store as an earlier version left it."""
    (folder / DATA).mkdir(parents=True)
    shutil.copy(_OLDER_STORE, folder / DATA / "drafts.db")


def make_damaged_store(folder: Path) -> None:
    """A store of which some pages are gone; a copy lies beside it."""
    make_folder(folder)
    shutil.copy(folder / COPY, folder / DATA / "drafts-ersetzt-1.db")
    path = folder / DATA / "drafts.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = bytes(8192)
    path.write_bytes(data)


def look_at_store(folder: Path) -> State:
    """Every draft; all of it sound."""
    _refuse(fault_in(folder / DATA))
    return stored_state(folder / DATA)


def look_after_repair(folder: Path) -> State:
    """As `look_at_store`, once what was begun is brought to its end."""
    if store_problems(folder / DATA):
        copy = newest_sound_copy(folder / DATA)
        repair_store(folder / DATA, copy.path if copy else None)
    return look_at_store(folder)


def look_at_files(folder: Path) -> State:
    """The plans in files, every file whole. What was noted beside a plan has a time."""
    _refuse(fault_in(folder / DATA))
    return tuple(load_lpd(path).plan for path in sorted(folder.glob("*.lpd")))


def look_at_remarks(folder: Path) -> State:
    """How many remarks there are; the next one finds nothing in its way and clears up."""
    number = len(load_lpd(folder / PLAN).work.remarks)
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        status = cli.main(["remarks", "add", str(folder / PLAN), *REMARK])
    if status or len(load_lpd(folder / PLAN).work.remarks) != number + 1:
        raise FaultError("the next remark is not kept")
    if left := [path.name for path in folder.glob(f".{PLAN}*")]:
        raise FaultError(f"{left[0]} is left")
    return (number,)


def look_at_release(folder: Path) -> State:
    """Whether the plan is approved; never without its PDF."""
    release, pdf = load_lpd(folder / PLAN).release, folder / PDF
    if release is not None and not pdf.exists():
        raise FaultError("the plan is approved and has no PDF")
    if pdf.exists() and not verify(pdf.read_bytes()).is_sound:
        raise FaultError("the PDF is not whole")
    return (release is not None,)


def look_at_package(folder: Path) -> State:
    """Whether the plan is submitted, with its whole package; the same call completes it."""
    package, plan = folder / PACKAGE, folder / PLAN
    is_done = load_lpd(plan).work.state == "submitted"
    if package.exists():
        _refuse_incomplete(package)
    elif is_done:
        raise FaultError("the plan is submitted and there is no package")
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        status = cli.main(["submit", str(plan), "-o", str(package), *SIGNED, *DAY])
    if status or load_lpd(plan).work.state != "submitted":
        raise FaultError("the same call does not complete it")
    _refuse_incomplete(package)
    if unfinished := [path.name for path in folder.glob(f".{PACKAGE}*")]:
        raise FaultError(f"{unfinished[0]} is left")
    return (is_done,)


def _refuse_incomplete(package: Path) -> None:
    digests = package / "SHA256SUMS.txt"
    told = [line.split("  ") for line in digests.read_text("utf-8").splitlines()]
    if {name for _digest, name in told} | {digests.name} != {
        each.name for each in package.iterdir()
    }:
        raise FaultError("the package is not whole")
    for digest, name in told:
        if hashlib.sha256((package / name).read_bytes()).hexdigest() != digest:
            raise FaultError(f"{name} is not whole")


def _refuse(fault: str) -> None:
    if fault:
        raise FaultError(fault)


COMMANDS = (
    Command("import: lpd drafts add", ("drafts", "add", PLAN), make_folder, look_at_store),
    Command("import: lpd budget --from",
            ("budget", PLAN, "--from", BOOK, "--accept", "B8=180000"), make_folder,
            look_at_files),
    Command("migration of an older store", ("drafts", "list"), make_older_store, look_at_store),
    Command("backup into a file", ("drafts", "backup", "-o", COPY), make_folder, look_at_store),
    Command("daily backup into a folder", ("drafts", "backup", "--folder", SHARE), make_folder,
            look_at_store),
    Command("restore of a backup", ("drafts", "restore", COPY), make_folder, look_at_store),
    Command("approval: lpd sign-off",
            ("sign-off", PLAN, "-o", PDF, *SIGNED, *DAY), make_folder, look_at_release),
    Command("lpd remarks add", ("remarks", "add", PLAN, *REMARK), make_folder, look_at_remarks),
    Command("hand-over: lpd submit", ("submit", PLAN, "-o", PACKAGE, *SIGNED, *DAY), make_folder,
            look_at_package),
    Command("lpd drafts point", ("drafts", "point", "{draft}", "--name", "Kreistag"), make_folder,
            look_at_store),
    Command("lpd drafts bring-back", ("drafts", "bring-back", "{draft}", "--point", "{point}"),
            make_folder, look_at_store),
    Command("lpd drafts discard-session", ("drafts", "discard-session", "{draft}"), make_folder,
            look_at_store),
    Command("lpd drafts trash", ("drafts", "trash", "{draft}"), make_folder, look_at_store),
    Command("lpd drafts erase", ("drafts", "erase", "{draft}", "--yes"), make_folder,
            look_at_store),
    Command("lpd drafts take", ("drafts", "take", "{draft}", "-o", TAKEN), make_folder,
            look_at_files),
    Command("lpd drafts repair", ("drafts", "repair"), make_damaged_store, look_after_repair),
)  # fmt: skip


class KilledCommand:
    """Kills one command at many moments, each time over the same folder."""

    def __init__(self, command: Command, model: Path) -> None:
        """Makes the folder and lets the command run once to its end."""
        self._command, self._model = command, model
        command.make(model)
        self._words = filled_words(command.words, model)
        with copied(model) as folder:
            self._before = command.look(folder)
        with copied(model) as folder:
            self._seconds = self._run_to_its_end(folder)
            self._after = command.look(folder)

    def trial(self, chance: random.Random, count: Count) -> None:
        """Kills the command once and looks at what it left."""
        with copied(self._model) as folder:
            with self._started(folder) as process:
                process.tell("go")
                time.sleep(moment_within(chance, self._seconds))
                process.kill()
                is_done = process.wait() in (0, 1)
            count.add(self._fault(folder, is_done=is_done), words=len(self._before))

    def _started(self, folder: Path) -> Killable:
        words = [str(folder / word) if word in FILES else word for word in self._words]
        process = Killable("tests.trials.ready_command", *words, LPD_DATA=str(folder / DATA))
        process.wait_for("ready")
        return process

    def _run_to_its_end(self, folder: Path) -> float:
        with self._started(folder) as process:
            started = time.monotonic()
            process.tell("go")
            process.rest()
            seconds = time.monotonic() - started
            if process.wait() not in (0, 1):
                message = f"{self._command.kind} does not work by itself"
                raise FaultError(message)
        return seconds

    def _fault(self, folder: Path, *, is_done: bool) -> str:
        try:
            state = self._command.look(folder)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        if is_done and state != self._after:
            return "it said it was done and was not"
        return "" if state in (self._before, self._after) else "neither the state before nor after"


def filled_words(words: Sequence[str], model: Path) -> list[str]:
    """The words with ids of the store."""
    if not any("{" in word for word in words):
        return list(words)
    with DraftStore.open(model / DATA) as store:
        draft = store.list_drafts()[0].id
        point = store.points.of(draft)[0].id
    return [word.format(draft=draft, point=point) for word in words]


@contextmanager
def copied(model: Path) -> Iterator[Path]:
    """The model in a folder of its own."""
    with trial_folder() as place:
        shutil.copytree(model, place / "work")
        yield place / "work"


def kill_commands(
    each: int, chance: random.Random, commands: Sequence[Command] = COMMANDS
) -> list[Count]:
    """Kills each command so many times."""
    counts = []
    for command in commands:
        count = Count(command.kind)
        with trial_folder() as place:
            killed = KilledCommand(command, place / "model")
            for _ in range(each):
                killed.trial(chance, count)
        counts.append(count)
    return counts
