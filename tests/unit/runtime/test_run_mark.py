"""A run that did not end by being closed is known at the next start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lpd_desktop import __version__
from lpd_desktop.runtime.log_files import log_folder
from lpd_desktop.runtime.run_mark import RunMark, earlier_bad_end

_RUN = """
import sys
from pathlib import Path
from lpd_desktop.runtime.log_files import log_hard_crashes
from lpd_desktop.runtime.run_mark import RunMark

folder = Path(sys.argv[1])
RunMark(folder).begin()
kept = log_hard_crashes(folder)
"""
_FAULT = "import ctypes\ndef deep_inside():\n    ctypes.string_at(0)\ndeep_inside()\n"
_KILL = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"


def run(folder: Path, end: str) -> None:
    subprocess.run([sys.executable, "-c", _RUN + end, str(folder)], check=False)


def test_a_window_that_was_closed_leaves_nothing_to_tell(tmp_path: Path) -> None:
    mark = RunMark(tmp_path)
    assert mark.begin() is None
    mark.end()
    assert RunMark(tmp_path).begin() is None


@pytest.mark.skipif(sys.platform == "win32", reason="ends itself by a signal")
def test_a_killed_process_is_told_from_one_that_a_fault_ended(tmp_path: Path) -> None:
    run(tmp_path, _KILL)
    killed = RunMark(tmp_path).begin()
    assert killed is not None
    assert (killed.version, killed.trace) == (__version__, "")
    assert "ohne Spur" in killed.report()
    run(tmp_path, _FAULT)
    crashed = RunMark(tmp_path).begin()
    assert crashed is not None
    assert "deep_inside" in crashed.report()
    run(tmp_path, _KILL)
    again = earlier_bad_end(tmp_path)
    assert again is not None
    assert again.trace == "", "the fault before was told already"


def test_folders_of_the_code_are_not_reported(tmp_path: Path) -> None:
    RunMark(tmp_path).begin()
    trace = 'Thread 0x1:\n  File "/home/jörg/lpd/gui/session.py", line 7 in run\n'
    (log_folder(tmp_path) / "hard-crash.log").write_text(trace, "utf-8")
    found = earlier_bad_end(tmp_path)
    assert found is not None
    assert 'File "session.py", line 7 in run' in found.report()
    assert "jörg" not in found.report()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1}', b"\xff"])
def test_a_mark_that_cannot_be_read_is_a_bad_end_too(tmp_path: Path, content: bytes) -> None:
    RunMark(tmp_path).begin()
    (log_folder(tmp_path) / "running.json").write_bytes(content)
    assert earlier_bad_end(tmp_path) is not None
    assert earlier_bad_end(tmp_path).report()


def test_without_rights_to_write_there_is_only_no_mark(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    assert RunMark(tmp_path).begin() is None
    RunMark(tmp_path).end()
