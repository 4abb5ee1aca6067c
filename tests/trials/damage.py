"""Counted damage: bits, pages and whole files of a real store are spoilt, each time anew.

    python -m tests.trials.damage 1000

Each time one of these must hold: the damage is noticed, or it is without effect, all that was
stored being there unchanged. What is noticed is repaired; then every draft is as it was saved last,
or the report says of it that it is not.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from msgspec.structs import replace as changed

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.repair.repairing import repair_store, store_problems
from lpd_desktop.store.repair.row_rescue import table_columns
from lpd_desktop.store.repair.sound_copies import newest_sound_copy
from tests.trials.spoiling import DATABASE, OLDER, WAYS, Spoil

SAMPLE_TIMES, SAVES = 3, 6
_ANSWER = "A.staff"


@dataclass
class Counts:
    """What became of the damage of one kind."""

    trials: int = 0
    noticed: int = 0
    without_effect: int = 0
    repaired: int = 0
    drafts: int = 0
    drafts_whole: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        for name in self.__annotations__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True)
class Stored:
    """All that a store holds: rows by table, plans by draft."""

    rows: dict[str, list[tuple[Any, ...]]]
    plans: dict[str, bytes]


def plans_of_documents(folder: Path) -> list[LpdFile]:
    """The published plans, where they are."""
    from lpd_desktop.word.importing import import_document

    paths = [path for path in sorted(folder.glob("*.txt")) if path.name[:3] != "003"]
    form = form_for_year(2023)
    return [import_document(path.read_bytes(), path.name, form).file for path in paths]


def make_store(folder: Path, plans: list[LpdFile], saves: int = SAVES) -> None:
    """A store as it is in use, with a log, an older file beside it and a copy that is behind."""
    with DraftStore.open(folder) as store:
        drafts = [store.add(plan) for plan in plans]
        store.erase(store.add(sample_file()))
        store.points.add(drafts[0], "named", "Fassung Kreistag")
        store.add_release(drafts[0], _approved(plans[0]), b"%PDF-1.7 sample" * 500)
        store.trash(drafts[-1])
    shutil.copy(folder / DATABASE, folder / OLDER)
    with DraftStore.open(folder) as store:
        for number in range(saves):
            if number == saves // 2:
                store.backup(folder / "drafts-ersetzt-1.db")
            draft = drafts[number % len(drafts)]
            store.save(draft, _with_words(store.load(draft), f"Stand {number}. " * 20))
            store.points.add(draft, "session")


def _approved(file: LpdFile) -> LpdFile:
    signatory = Signatory(name="Erika Muster", role="Leitung")
    release = Release(
        version=1, seal="0" * 64, signatories=(signatory,), place="Talbrück", date="2022-11-10"
    )
    return replace(file, release=release)


def _with_words(file: LpdFile, words: str) -> LpdFile:
    answer = changed(file.plan.answer(_ANSWER), text=(paragraph(words),))
    return replace(file, plan=file.plan.with_answer(_ANSWER, answer))


def stored_in(folder: Path) -> Stored:
    """Everything, read as the program reads it.

    Raises:
        LpdError: what a person would be told.
    """
    with DraftStore.open(folder) as store:
        drafts = store.list_drafts() + store.list_drafts(trashed=True)
        plans = {draft.id: write_lpd(store.load(draft.id)) for draft in drafts}
        with store._reading() as database:
            rows = {
                table: sorted(database.execute(f"select * from {table}").fetchall(), key=repr)
                for table in table_columns()
            }
    return Stored(rows, plans)


class Trial:
    """Spoils copies of one folder and looks at what becomes of them."""

    def __init__(self, model: Path) -> None:
        self._model = model
        with _copied(model) as folder:
            self._stored = stored_in(folder)
        with _copied(model) as folder:
            assert store_problems(folder) == [], "no false alarm"

    def run(self, spoil: Spoil, seed: int) -> Counts:
        with _copied(self._model) as folder:
            spoil(random.Random(seed), folder)
            try:
                return self._judged(folder)
            except Exception as error:
                place = f"{type(error).__name__}: {error}"[:200]
                return Counts(trials=1, faults=[f"{spoil.__name__} {seed}: {place}"])

    def _judged(self, folder: Path) -> Counts:
        if self._is_noticed(folder):
            return self._repaired(folder)
        if stored_in(folder) == self._stored:
            return Counts(trials=1, without_effect=1)
        return Counts(trials=1, faults=["the damage was not noticed"])

    @staticmethod
    def _is_noticed(folder: Path) -> bool:
        try:
            return bool(store_problems(folder))
        except LpdError:
            return True

    def _repaired(self, folder: Path) -> Counts:
        copy = newest_sound_copy(folder)
        assert copy is not None
        report = repair_store(folder, copy.path)
        assert store_problems(folder) == []
        told = {outcome.draft: outcome.kind for outcome in report.outcomes}
        now, before = stored_in(folder).plans, self._stored.plans
        as_before = {draft for draft in before if now.get(draft) == before[draft]}
        silent = [draft for draft in before if draft not in as_before and told[draft] == "whole"]
        faults = [f"{len(silent)} drafts lost words silently"] if silent else []
        return Counts(1, 1, 0, 1, len(before), len(as_before), faults)


@contextmanager
def _copied(model: Path) -> Iterator[Path]:
    memory = Path("/dev/shm")
    place = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as name:
        folder = Path(name) / "data"
        shutil.copytree(model, folder)
        yield folder


@contextmanager
def model_store(plans: list[LpdFile]) -> Iterator[Path]:
    """The folder that is copied; its log stays, since its connection stays open meanwhile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        live, model = Path(name) / "live", Path(name) / "model"
        with DraftStore.open(live):
            make_store(live, plans)
            shutil.copytree(live, model, ignore=shutil.ignore_patterns("*-shm"))
        yield model


def run_trials(number: int, plans: list[LpdFile], first_seed: int = 0) -> dict[str, Counts]:
    """Runs all kinds of damage in turn; the counts by kind."""
    counts = {name: Counts() for name in WAYS}
    with model_store(plans) as model:
        trial = Trial(model)
        ways = list(WAYS.items())
        for seed in range(first_seed, first_seed + number):
            name, spoil = ways[seed % len(ways)]
            counts[name].add(trial.run(spoil, seed))
    return counts


def table(counts: dict[str, Counts]) -> str:
    """What a person reads."""
    lines = [f"{'damage':28} trials noticed no effect repaired drafts whole faults"]
    for name, each in [*counts.items(), ("all", total(counts))]:
        lines.append(
            f"{name:28} {each.trials:6} {each.noticed:7} {each.without_effect:9} "
            f"{each.repaired:8} {each.drafts:6} {each.drafts_whole:5} {len(each.faults):6}"
        )
    return "\n".join(lines)


def total(counts: dict[str, Counts]) -> Counts:
    """All kinds together."""
    whole = Counts()
    for each in counts.values():
        whole.add(each)
    return whole


def main(arguments: list[str]) -> int:
    """Prints the counts; 1 when damage was missed or a repair failed."""
    number = int(arguments[0]) if arguments else 280
    folder = Path(arguments[1]) if len(arguments) > 1 else None
    plans = plans_of_documents(folder) if folder else [sample_file()] * SAMPLE_TIMES
    counts = run_trials(number, plans)
    faults = total(counts).faults
    sys.stdout.write("\n".join([table(counts), *faults[:40], ""]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
