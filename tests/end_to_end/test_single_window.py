"""Two starts of the real program over one data folder: one window, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.gui.stored_drafts import StoredDrafts
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.run_mark import earlier_bad_end

PROJECT = Path(__file__).resolve().parents[2]
WINDOW = "import sys; from lpd_desktop.__main__ import window_main; sys.exit(window_main())"

Start = Callable[..., subprocess.Popen]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with a data folder of its own; everything still running is killed."""
    started: list[subprocess.Popen] = []

    def begin(*arguments: object, folder: str = "drafts") -> subprocess.Popen:
        words = [*map(str, arguments), "--data", str(tmp_path / folder)]
        command = [sys.executable, "-c", WINDOW, *words]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    return path


@pytest.fixture
def other_plan(tmp_path: Path) -> Path:
    file = sample_file()
    path = tmp_path / "anderer.lpd"
    jobcenter = changed(file.plan.jobcenter, name="Kreis Anderswo")
    save_lpd(path, replace(file, plan=changed(file.plan, id="other", jobcenter=jobcenter)))
    return path


def names(folder: Path) -> list[str]:
    """Whose plans lie among the drafts of a folder."""
    return [row.jobcenter for row in StoredDrafts(folder).rows()]


def wait_for(condition: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def test_a_second_start_hands_its_file_over_and_ends(
    start: Start, plan: Path, other_plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "drafts"
    first = start(plan)
    wait_for(lambda: (folder / "drafts.db").exists() and names(folder))
    second = start(other_plan.name)
    assert second.wait(20) == 0
    wait_for(lambda: "Kreis Anderswo" in names(folder))
    assert first.poll() is None
    first.kill()
    first.wait()
    third = start()
    wait_for(lambda: FolderLock(folder).holder().process == third.pid)
    fourth = start()
    assert fourth.wait(20) == 0
    assert third.poll() is None


def test_another_data_folder_has_a_window_of_its_own(start: Start, tmp_path: Path) -> None:
    windows = {folder: start(folder=folder) for folder in ("mine", "yours")}
    for folder, process in windows.items():
        lock = FolderLock(tmp_path / folder)
        wait_for(lambda lock=lock, process=process: lock.holder().process == process.pid)
    assert [process.poll() for process in windows.values()] == [None, None]


def test_a_killed_window_is_told_by_the_next_start_and_shuts_nobody_out(
    start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "drafts"
    first = start()
    wait_for(lambda: FolderLock(folder).holder().process == first.pid)
    wait_for((folder / "log" / "running.json").exists)
    first.kill()
    first.wait()
    found = earlier_bad_end(folder)
    assert found is not None
    assert found.trace == ""
    second = start()
    wait_for(lambda: FolderLock(folder).holder().process == second.pid)
    assert second.poll() is None
