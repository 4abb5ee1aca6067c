from __future__ import annotations

import threading
from pathlib import Path

from lpd_desktop.runtime import latest_file
from lpd_desktop.runtime.latest_file import LatestFile


def test_what_was_handed_over_last_stands_in_the_file(tmp_path: Path) -> None:
    file = LatestFile(tmp_path / "state")
    for number in range(200):
        file.write(str(number).encode())
    file.close()
    assert (tmp_path / "state").read_bytes() == b"199"


def test_states_that_a_newer_one_overtakes_are_not_written(tmp_path: Path, monkeypatch) -> None:
    written: list[bytes] = []
    is_writing, may_write = threading.Event(), threading.Event()

    def slow(_path: Path, data: bytes) -> None:
        is_writing.set()
        may_write.wait(5)
        written.append(data)

    monkeypatch.setattr(latest_file, "write_atomically", slow)
    file = LatestFile(tmp_path / "state")
    file.write(b"first")
    is_writing.wait(5)
    for state in (b"second", b"third"):
        file.write(state)
    may_write.set()
    file.close()
    assert written == [b"first", b"third"]


def test_a_folder_that_takes_no_files_does_not_disturb(tmp_path: Path) -> None:
    file = LatestFile(tmp_path / "gone" / "state")
    file.write(b"lost")
    file.close()
    assert not (tmp_path / "gone").exists()


def test_nothing_runs_while_nothing_is_written(tmp_path: Path) -> None:
    before = threading.active_count()
    LatestFile(tmp_path / "state").close()
    assert threading.active_count() == before
