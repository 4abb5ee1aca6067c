"""Killed, side by side, without space: what was reported as saved is there."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.repair.row_rescue import rescue_rows
from tests.extent import examples

PROJECT = Path(__file__).resolve().parents[3]
KILLS = examples(4, 10)


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.unit.store.writing_process", *map(str, arguments)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def lines_of(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    return process.stdout


@pytest.fixture
def draft(tmp_path: Path) -> str:
    pytest.importorskip("resource", reason="limits of a process exist on POSIX alone")
    from tests.unit.store.writing_process import numbered

    with DraftStore.open(tmp_path) as store:
        return store.add(numbered(sample_file(), 0))


def test_nothing_reported_as_saved_is_missing_after_kill(tmp_path: Path, draft: str) -> None:
    from tests.unit.store.writing_process import numbers_in

    chance, reported = random.Random(20221104), 0
    for _kill in range(KILLS):
        with start("count", tmp_path, draft) as process:
            lines = lines_of(process)
            for _line in range(chance.randint(1, 40)):
                reported = int(lines.readline())
            process.kill()
            rest = [int(line) for line in lines.read().splitlines()]
        reported = max([reported, *rest])
        with DraftStore.open(tmp_path) as store:
            assert store.check() == []
            (number,) = numbers_in(store.load(draft))
        assert number in (reported, reported + 1)


def test_two_processes_that_begin_a_store_together_lose_nothing(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="limits of a process exist on POSIX alone")
    processes = [start("add", tmp_path / "new", 15) for _ in range(3)]
    added = [line.strip() for process in processes for line in lines_of(process)]
    for process in processes:
        lines_of(process).close()
        assert process.wait() == 0
    with DraftStore.open(tmp_path / "new") as store:
        assert store.check() == []
        assert sorted(each.id for each in store.list_drafts()) == sorted(added)
    assert len(added) == 45


def test_a_full_disk_is_said_in_a_sentence_and_the_last_save_stays(
    tmp_path: Path, draft: str
) -> None:
    with start("fill", tmp_path, draft, 2_000_000) as process:
        lines = lines_of(process).read().splitlines()
    assert process.returncode == 0
    *saved, refused, still = lines
    _word, number, kind, sentence = refused.split(" ", 3)
    assert (kind, saved[-1]) == ("FullStoreError", f"saved {int(number) - 1}")
    assert "Datenträger ist voll" in sentence
    assert still == f"still {int(number) - 1}"
    with DraftStore.open(tmp_path) as store:
        assert store.check() == []


def test_another_process_does_not_take_the_log_of_a_store_opened_twice(
    tmp_path: Path, draft: str
) -> None:
    """Closing a file that was opened beside SQLite would lose the locks of the first opening."""
    with DraftStore.open(tmp_path) as first:
        first.points.add(draft, "named", "Davor")
        DraftStore.open(tmp_path).close()
        with start("add", tmp_path, 1) as other:
            added = lines_of(other).read().strip()
        assert store_path(tmp_path).with_name("drafts.db-wal").exists()
        first.points.add(draft, "named", "Danach")
        with DraftStore.open(tmp_path) as second:
            assert {each.id for each in second.list_drafts()} == {draft, added}
            assert [each.name for each in second.points.of(draft)] == ["Danach", "Davor"]
    with DraftStore.open(tmp_path) as store:
        assert [each.name for each in store.points.of(draft)] == ["Danach", "Davor"]


def test_another_process_does_not_take_the_log_of_a_store_whose_file_was_read_for_a_rescue(
    tmp_path: Path, draft: str
) -> None:
    """The other one empties and removes the log on leaving if it believes to be alone."""
    with DraftStore.open(tmp_path) as first:
        first.points.add(draft, "named", "Davor")
        rescue_rows(store_path(tmp_path))
        with start("add", tmp_path, 1) as other:
            added = lines_of(other).read().strip()
        assert store_path(tmp_path).with_name("drafts.db-wal").exists()
        first.points.add(draft, "named", "Danach")
    with DraftStore.open(tmp_path) as store:
        assert {each.id for each in store.list_drafts()} == {draft, added}
        assert [each.name for each in store.points.of(draft)] == ["Danach", "Davor"]
