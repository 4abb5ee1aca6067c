"""One at a time changes a file, whoever ended while doing so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lpd_desktop.runtime.claimed import FileBusyError, alone_with

HOLDER = """
import sys
from pathlib import Path
from lpd_desktop.runtime.claimed import alone_with
with alone_with(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder_of(path: Path) -> subprocess.Popen[bytes]:
    """A process that holds the lock until its input ends."""
    pipe = subprocess.PIPE
    started = subprocess.Popen([sys.executable, "-c", HOLDER, path], stdin=pipe, stdout=pipe)
    assert started.stdout is not None
    assert started.stdout.readline().strip() == b"held"
    return started


def end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    process.wait(60)
    process.stdout.close()


def test_another_process_is_refused_meanwhile_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "plan.lpd"
    other = holder_of(path)
    with pytest.raises(FileBusyError, match="gerade"), alone_with(path, seconds=0):
        pass
    end(other)
    with alone_with(path, seconds=0):
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_a_killed_process_leaves_holds_nobody_up_and_goes(tmp_path: Path) -> None:
    path = tmp_path / "plan.lpd"
    other = holder_of(path)
    other.send_signal(signal.SIGKILL)
    end(other)
    assert len(list(tmp_path.iterdir())) == 1
    with alone_with(path, seconds=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_link_and_its_file_have_one_lock(tmp_path: Path) -> None:
    path, link = tmp_path / "plan.lpd", tmp_path / "verweis.lpd"
    path.touch()
    link.symlink_to(path)
    with alone_with(path), pytest.raises(FileBusyError), alone_with(link, seconds=0):
        pass


@pytest.mark.parametrize("name", ["fehlt/plan.lpd", "a\0b"])
def test_where_no_lock_can_be_made_the_work_goes_on(tmp_path: Path, name: str) -> None:
    with alone_with(tmp_path / name):
        assert list(tmp_path.iterdir()) == []


def test_threads_wait_for_each_other(tmp_path: Path) -> None:
    """What each reads and writes again would be lost if two did so at once."""
    path, rounds = tmp_path / "zahl", 25
    path.write_text("0")

    def count() -> None:
        for _ in range(rounds):
            with alone_with(path, seconds=60):
                path.write_text(str(int(path.read_text()) + 1))

    threads = [threading.Thread(target=count) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert path.read_text() == str(6 * rounds)
    assert list(tmp_path.iterdir()) == [path]
