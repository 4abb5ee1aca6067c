"""The writer thread: newest state, in time, and what happens when the store cannot be written."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing import writer as writer_module
from lpd_desktop.editing.rescue import NoRescueError, write_rescue_file
from lpd_desktop.editing.save_schedule import SaveSchedule
from lpd_desktop.editing.writer import DraftWriter, SaveFailedError
from lpd_desktop.plan.file import LpdFile, load_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import FullStoreError

PATIENCE = 20
NEVER = 3600.0


def numbered(number: int) -> LpdFile:
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, name=f"Kreis {number}")
    return replace(file, plan=changed(file.plan, jobcenter=jobcenter))


class Trial:
    """A stored draft, writers for it, and what they report."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rescue = folder / "elsewhere"
        self.saved: queue.Queue[str] = queue.Queue()
        self.failed: queue.Queue[SaveFailedError] = queue.Queue()
        self.writers: list[DraftWriter] = []
        with DraftStore.open(folder) as store:
            self.draft = store.add(numbered(0))

    def writer(self, delay: float = 0.0, retry: float = NEVER, **options) -> DraftWriter:
        writer = DraftWriter(
            self.folder,
            self.draft,
            on_saved=self.saved.put,
            on_failed=self.failed.put,
            rescue=[self.rescue],
            schedule=SaveSchedule(delay, retry),
            **options,
        )
        self.writers.append(writer)
        return writer

    @property
    def stored(self) -> str:
        with DraftStore.open(self.folder) as store:
            return store.load(self.draft).plan.jobcenter.name


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    made = Trial(tmp_path)
    yield made
    for writer in made.writers:
        writer.close(PATIENCE)


class BrokenStore:
    """Stands between writer and store; refuses as long as `is_broken`."""

    is_broken = True
    error: Exception = FullStoreError("Der Datenträger ist voll.")
    hold: threading.Event | None = None
    entered = threading.Event()

    def __init__(self, store: DraftStore) -> None:
        self._store = store

    @classmethod
    def open(cls, folder: Path) -> BrokenStore:
        return cls(DraftStore.open(folder))

    def wait_at_most(self, seconds: float) -> None:
        self._store.wait_at_most(seconds)

    def summary(self, draft: str) -> object:
        return self._store.summary(draft)

    def save(self, draft: str, file: LpdFile, *, expected_revision: int | None) -> int:
        cls = type(self)
        cls.entered.set()
        if cls.hold is not None:
            assert cls.hold.wait(PATIENCE)
        if cls.is_broken:
            raise cls.error
        return self._store.save(draft, file, expected_revision=expected_revision)

    def close(self) -> None:
        self._store.close()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> type[BrokenStore]:
    class Fresh(BrokenStore):
        entered = threading.Event()

    monkeypatch.setattr(writer_module, "DraftStore", Fresh)
    return Fresh


def test_a_submitted_state_is_written_and_its_time_reported(trial: Trial) -> None:
    trial.writer().submit(numbered(1))
    assert trial.saved.get(timeout=PATIENCE).endswith("Z")
    assert trial.stored == "Kreis 1"


def test_while_somebody_types_without_pause_it_is_written(trial: Trial) -> None:
    writer, number = trial.writer(delay=0.2), 0
    begun = time.monotonic()
    while trial.saved.empty() and time.monotonic() - begun < PATIENCE:
        number += 1
        writer.submit(numbered(number))
    assert number > 3
    assert not trial.saved.empty()


def test_of_many_states_only_the_newest_is_written(trial: Trial) -> None:
    writer = trial.writer(delay=NEVER)
    for number in range(1, 50):
        writer.submit(numbered(number))
    assert writer.has_unsaved
    assert writer.flush(PATIENCE)
    assert not writer.has_unsaved
    assert trial.stored == "Kreis 49"
    with DraftStore.open(trial.folder) as store:
        assert store.summary(trial.draft).revision == 2


def test_flush_without_changes_returns_at_once(trial: Trial) -> None:
    assert trial.writer(delay=NEVER).flush(0)


def test_flush_waits_for_the_state_submitted_during_a_write(
    trial: Trial, broken: type[BrokenStore]
) -> None:
    broken.is_broken, broken.hold = False, threading.Event()
    writer = trial.writer()
    writer.submit(numbered(1))
    assert broken.entered.wait(PATIENCE)
    writer.submit(numbered(2))
    assert not writer.flush(0)
    broken.hold.set()
    assert writer.flush(PATIENCE)
    assert trial.stored == "Kreis 2"


def test_close_writes_what_is_left(trial: Trial) -> None:
    writer = trial.writer(delay=NEVER)
    writer.submit(numbered(7))
    assert writer.close(PATIENCE)
    assert trial.stored == "Kreis 7"
    assert writer.close(PATIENCE)


def test_a_failure_is_told_and_the_newest_state_lies_elsewhere(
    trial: Trial, broken: type[BrokenStore]
) -> None:
    writer = trial.writer()
    writer.submit(numbered(3))
    failure = trial.failed.get(timeout=PATIENCE)
    assert failure.rescue is not None
    assert failure.rescue.parent == trial.rescue
    assert str(failure.rescue) in str(failure)
    assert "Der Datenträger ist voll." in str(failure)
    assert str(failure).endswith("Das Programm versucht es weiter.")
    assert load_lpd(failure.rescue) == numbered(3)
    assert not writer.flush(PATIENCE)
    assert trial.stored == "Kreis 0"
    assert broken.is_broken


def test_after_a_failure_it_is_tried_again_and_the_copy_is_removed(
    trial: Trial, broken: type[BrokenStore]
) -> None:
    writer = trial.writer(retry=0.05)
    writer.submit(numbered(4))
    failure = trial.failed.get(timeout=PATIENCE)
    broken.is_broken = False
    trial.saved.get(timeout=PATIENCE)
    assert trial.stored == "Kreis 4"
    assert failure.rescue is not None
    assert not failure.rescue.exists()


def test_closing_while_the_store_fails_ends_and_leaves_the_copy(
    trial: Trial, broken: type[BrokenStore]
) -> None:
    writer = trial.writer(delay=NEVER)
    writer.submit(numbered(5))
    assert not writer.close(PATIENCE)
    failure = trial.failed.get(timeout=PATIENCE)
    assert failure.rescue is not None
    assert load_lpd(failure.rescue) == numbered(5)
    assert broken.is_broken


def test_an_unexpected_error_does_not_end_the_saving(
    trial: Trial, broken: type[BrokenStore]
) -> None:
    broken.error = RuntimeError("a fault of ours")
    writer = trial.writer()
    writer.submit(numbered(1))
    assert "Fehler" in str(trial.failed.get(timeout=PATIENCE))
    broken.is_broken = False
    assert writer.flush(PATIENCE)
    assert trial.stored == "Kreis 1"


def test_a_listener_that_fails_does_not_end_the_saving(trial: Trial) -> None:
    def stumble(_time: str) -> None:
        message = "listener"
        raise RuntimeError(message)

    writer = DraftWriter(trial.folder, trial.draft, on_saved=stumble, rescue=[])
    writer.submit(numbered(1))
    assert writer.flush(PATIENCE)
    writer.submit(numbered(2))
    assert writer.close(PATIENCE)
    assert trial.stored == "Kreis 2"


def test_what_another_window_saved_is_not_overwritten(trial: Trial) -> None:
    writer = trial.writer(revision=1)
    with DraftStore.open(trial.folder) as store:
        store.save(trial.draft, numbered(8))
    writer.submit(numbered(9))
    failure = trial.failed.get(timeout=PATIENCE)
    assert "anderen Fenster" in str(failure)
    assert failure.is_conflict
    assert "versucht es weiter" not in str(failure)
    assert trial.stored == "Kreis 8"


def test_the_copy_goes_to_the_first_folder_that_takes_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    folders = [tmp_path / "file" / "below", tmp_path / "second"]
    path = write_rescue_file(numbered(1), "0190-abc", folders)
    assert path.parent == tmp_path / "second"
    assert write_rescue_file(numbered(2), "0190-abc", folders) == path
    assert load_lpd(path) == numbered(2)
    with pytest.raises(NoRescueError, match="nirgends"):
        write_rescue_file(numbered(1), "0190-abc", folders[:1])


def test_a_half_character_does_not_keep_the_rest_from_being_rescued(tmp_path: Path) -> None:
    file = numbered(1)
    half = replace(file, plan=changed(file.plan, as_of="\ud83d"))
    path = write_rescue_file(half, "0190-abc", [tmp_path])
    assert load_lpd(path).plan == changed(file.plan, as_of="?")
