"""The writer over a store on a real disk that fills up, goes away, or is held by somebody else."""

from __future__ import annotations

import queue
import resource
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.save_schedule import SaveSchedule
from lpd_desktop.editing.writer import DraftWriter, SaveFailedError
from lpd_desktop.plan.file import LpdFile, load_lpd, write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore

PATIENCE = 20


def named(name: str) -> LpdFile:
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, name=name)
    return replace(file, plan=changed(file.plan, jobcenter=jobcenter))


class Trial:
    """A stored draft and a writer that tries again often."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = store_path(folder)
        with DraftStore.open(folder) as store:
            self.draft = store.add(named("Anfang"))
        self.saved: queue.Queue[str] = queue.Queue()
        self.failed: queue.Queue[SaveFailedError] = queue.Queue()
        self.writer = DraftWriter(
            folder,
            self.draft,
            on_saved=self.saved.put,
            on_failed=self.failed.put,
            revision=1,
            rescue=[folder / "elsewhere"],
            schedule=SaveSchedule(0.0, 0.1),
        )
        self.submit("Zuerst")
        self.saved.get(timeout=PATIENCE)

    def submit(self, name: str) -> None:
        self.writer.submit(named(name))

    def failure(self) -> SaveFailedError:
        return self.failed.get(timeout=PATIENCE)

    @property
    def stored(self) -> str:
        with DraftStore.open(self.folder) as store:
            return store.load(self.draft).plan.jobcenter.name

    def recovers(self, name: str) -> bool:
        """Whether what was typed meanwhile is stored without anybody doing something."""
        return self.writer.flush(PATIENCE) and self.stored == name


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    made = Trial(tmp_path)
    yield made
    made.writer.close(PATIENCE)


@contextmanager
def files_no_longer_than(length: int) -> Iterator[None]:
    """As on a full disk, files of this process cannot grow."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_and_typing_goes_on_until_there_is_room(trial: Trial) -> None:
    log = trial.path.with_name(f"{trial.path.name}-wal")
    length = len(write_lpd(named("Zu viel"))) + 4096
    while log.stat().st_size < length:
        trial.submit(f"Stand {log.stat().st_size}")
        assert trial.writer.flush(PATIENCE)
    with files_no_longer_than(log.stat().st_size):
        trial.submit("Zu viel")
        failure = trial.failure()
        assert "voll" in failure.cause
        assert failure.rescue is not None
        assert load_lpd(failure.rescue) == named("Zu viel")
        trial.submit("Danach")
        trial.failure()
    assert trial.recovers("Danach")
    trial.writer.close(PATIENCE)
    assert not failure.rescue.exists()


def test_a_renamed_store_is_noticed_and_goes_on_when_it_is_back(trial: Trial) -> None:
    aside = trial.path.with_name("renamed.db")
    trial.path.rename(aside)
    trial.submit("Ohne Ablage")
    failure = trial.failure()
    assert failure.is_lost
    assert "nicht mehr da" in failure.cause
    assert load_lpd(failure.rescue) == named("Ohne Ablage")
    assert trial.failure().is_lost
    assert not trial.path.exists(), "an empty store would hide the loss"
    aside.rename(trial.path)
    assert trial.recovers("Ohne Ablage")


def test_a_store_that_was_deleted_with_its_folder_is_noticed(trial: Trial) -> None:
    for path in trial.folder.iterdir():
        path.unlink()
    trial.submit("Ohne Ordner")
    failure = trial.failure()
    assert failure.is_lost
    assert load_lpd(failure.rescue) == named("Ohne Ordner")


def test_another_store_in_its_place_is_not_written_to(trial: Trial, tmp_path: Path) -> None:
    with DraftStore.open(tmp_path / "other"):
        pass
    for path in trial.folder.glob("drafts.db*"):
        path.unlink()
    store_path(tmp_path / "other").rename(trial.path)
    trial.submit("Fremd")
    assert trial.failure().is_lost
    assert trial.failure().is_lost
    with DraftStore.open(trial.folder) as store:
        assert store.list_drafts() == []


def test_who_holds_the_store_is_waited_for_but_not_long(trial: Trial) -> None:
    trial.writer.close(PATIENCE)
    other = Trial.__new__(Trial)
    other.__dict__.update(trial.__dict__)
    other.writer = DraftWriter(
        trial.folder,
        trial.draft,
        on_failed=trial.failed.put,
        rescue=[trial.folder / "elsewhere"],
        schedule=SaveSchedule(0.0, 0.1),
    )
    with closing(sqlite3.connect(trial.path)) as holder:
        holder.execute("begin immediate")
        other.submit("Gesperrt")
        begun = time.monotonic()
        failure = trial.failure()
        assert time.monotonic() - begun < 3, "the text is copied elsewhere soon"
        assert "anderen Programm" in failure.cause
        assert load_lpd(failure.rescue) == named("Gesperrt")
    assert other.recovers("Gesperrt")
    other.writer.close(PATIENCE)
