"""One process at a time; no trace of a dead one keeps anybody out."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lpd_desktop.runtime import folder_lock
from lpd_desktop.runtime.folder_lock import FILE_NAME, FolderLock, Holder, person
from tests.extent import examples

_HOLD = """
import sys, time
from pathlib import Path
from lpd_desktop.runtime.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(60)
"""


def test_a_killed_holder_leaves_no_lock_behind(tmp_path: Path) -> None:
    holding = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert holding.stdout is not None
    with holding:
        assert holding.stdout.readline() == "True\n"
        lock = FolderLock(tmp_path)
        assert not lock.take()
        found = lock.holder()
        assert (found.process, found.person, found.is_me) == (holding.pid, person(), True)
        assert found.since.endswith("Z")
        holding.kill()
    assert lock.take()
    assert lock.holder().process == os.getpid()
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is not there")
def test_who_may_only_read_the_lock_of_a_colleague_asks_for_it_all_the_same(
    tmp_path: Path, monkeypatch
) -> None:
    lock = FolderLock(tmp_path)
    assert lock.take()
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o444 == 0o444
    really = os.open

    def may_only_read(path: object, flags: int, *rest: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(13, "")
        return really(path, flags, *rest)

    monkeypatch.setattr(folder_lock.os, "open", may_only_read)
    other = FolderLock(tmp_path)
    assert not other.take()
    lock.release()
    assert other.take()
    other.release()


@pytest.mark.parametrize("content", ["", "x", "7", "7 pc", "7 pc\tanna\t2022-11-08T09:30:00Z\tx"])
def test_what_the_lock_says_is_read_as_far_as_it_goes(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, "utf-8")
    found = FolderLock(tmp_path).holder()
    assert found in (Holder(), Holder(7), Holder(7, "pc"), Holder(7, "pc", "anna", found.since))


def test_another_person_on_this_machine_is_not_me(monkeypatch) -> None:
    monkeypatch.setattr(folder_lock, "person", lambda: "anna")
    assert Holder(1, "", "anna").is_me
    assert Holder(1, "", "").is_me
    assert not Holder(1, "", "bert").is_me
    assert not Holder(1, "elsewhere", "anna").is_me


def test_who_takes_the_lock_of_a_folder_that_another_removes_is_never_robbed(
    tmp_path: Path,
) -> None:
    """What a holder has put there is there until it removes it itself."""
    folder = tmp_path / "arbeit"
    robbed: list[int] = []
    turns: list[int] = []

    def work(number: int) -> None:
        for turn in range(examples(60, 2000)):
            lock = FolderLock(folder)
            if not lock.take():
                continue
            own = folder / f"{number}-{turn}"
            own.mkdir()
            turns.append(number)
            if [path.name for path in folder.iterdir() if path.name != FILE_NAME] != [own.name]:
                robbed.append(turn)
            lock.remove_folder()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert turns
    assert robbed == []
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_lies_in_the_place_of_the_folder_nobody_is_shut_out(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")
    assert FolderLock(tmp_path / "datei").take()
    assert FolderLock(tmp_path / "datei" / "darunter").take()
