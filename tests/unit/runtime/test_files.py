"""Files are read with a bound and written all or nothing."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lpd_desktop.runtime import new_file
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import (
    UnreadableFileError,
    UnwritableFileError,
    make_folder,
    read_bounded,
    write_atomically,
)

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write_atomically(tmp_path / "plan.lpd", b"abc")
    assert read_bounded(tmp_path / "plan.lpd") == b"abc"


def test_a_failed_write_leaves_the_old_file_and_no_leftovers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.lpd"
    target.write_bytes(b"old")

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UnwritableFileError, match="der Datenträger ist voll"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_neither_read_nor_written(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="Ordner und keine Datei"):
        read_bounded(tmp_path)
    with pytest.raises(UnwritableFileError, match="Ordner und keine Datei"):
        write_atomically(tmp_path, b"x")


@pytest.mark.parametrize("name", ["missing/plan.lpd", "x" * 400, "a\0b"])
def test_impossible_targets_are_one_german_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableFileError) as caught:
        write_atomically(tmp_path / name, b"x")
    assert "lässt sich nicht schreiben" in str(caught.value)
    with pytest.raises(UnreadableFileError, match="lässt sich nicht lesen"):
        read_bounded(tmp_path / name)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    path.write_bytes(b"x" * 1025)
    with pytest.raises(UnreadableFileError, match="größer als"):
        read_bounded(path, limit=1024)
    assert len(read_bounded(path, limit=1025)) == 1025


def test_a_device_is_refused_without_waiting() -> None:
    with pytest.raises(UnreadableFileError):
        read_bounded(Path(os.devnull))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_is_no_target_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for use in (lambda: write_atomically(pipe, b"x"), lambda: read_bounded(pipe)):
        with pytest.raises(LpdError, match="keine gewöhnliche Datei"):
            use()
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "plan.lpd"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_new_file_has_the_usual_rights_and_other_threads_keep_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").write_bytes(b"")
    monkeypatch.setattr(os, "umask", lambda _mask: pytest.fail("it holds for all threads"))
    write_atomically(tmp_path / "plan.lpd", b"new")
    rights = [stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()]
    assert len(set(rights)) == 1


@pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="root may write everything")
def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "plan.lpd"
    target.write_bytes(b"old")
    target.chmod(0o440)
    with pytest.raises(UnwritableFileError, match="Rechte"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_link_keeps_pointing_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "plan.lpd", tmp_path / "link.lpd"
    target.write_bytes(b"old")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for ordinary users")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_one_german_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    make_folder(tmp_path / "new" / "inner")
    assert (tmp_path / "new" / "inner").is_dir()
    for name in ("file", "file/inner", "a\0b"):
        with pytest.raises(UnwritableFileError, match="lässt sich nicht anlegen"):
            make_folder(tmp_path / name)


def test_a_file_that_another_program_locks_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_arguments: object) -> None:
        error = PermissionError(13, "")
        error.winerror = 32
        raise error

    path = tmp_path / "budget.xlsx"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(UnreadableFileError, match="ein anderes Programm hält die Datei gesperrt"):
        read_bounded(path)


@pytest.mark.parametrize("number", [5, 32])
def test_a_target_that_is_open_elsewhere_is_to_be_closed_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"older")

    def refuse(*_args: object) -> None:
        error = PermissionError(errno.EACCES, "in use")
        error.winerror = number
        raise error

    monkeypatch.setattr("os.replace", refuse)
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(UnwritableFileError, match="schließen Sie sie dort") as caught:
        write_atomically(target, b"newer")
    assert str(caught.value).count(". ") == 0
    assert target.read_bytes() == b"older"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


WRITER = """
import sys
from pathlib import Path
from lpd_desktop.runtime.files import prepared
with prepared(Path(sys.argv[1]), b"theirs") as take_name:
    print("written", flush=True)
    sys.stdin.read()
    take_name()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("name", ["plan.lpd", "x" * 80 + ".lpd"])
def test_a_file_takes_away_what_a_killed_writer_left_and_nothing_of_a_living_one(
    tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    pipe = subprocess.PIPE
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, target], stdin=pipe, stdout=pipe)
        for _ in range(2)
    ]
    for each in writers:
        assert each.stdout is not None
        assert each.stdout.readline().strip() == b"written"
    stranger = tmp_path / f".{name[:40]}.notes"
    stranger.touch()
    killed, living = writers
    killed.kill()
    killed.wait(60)
    assert len(list(tmp_path.iterdir())) == 3
    write_atomically(target, b"ours")
    left = set(tmp_path.iterdir())
    assert (len(left), {target, stranger} < left) == (3, True)
    for each in writers:
        each.communicate(timeout=60)
    assert living.returncode == 0
    assert target.read_bytes() == b"theirs"
    assert set(tmp_path.iterdir()) == {target, stranger}


def test_without_locks_only_what_is_old_counts_as_abandoned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_file, "lock_taken", lambda _handle: None)
    fresh, old = (tmp_path / f".plan.lpd.{letter * 12}" for letter in "ab")
    for each in (fresh, old):
        each.touch()
    write_atomically(tmp_path / "plan.lpd", b"x")
    long_ago = (tmp_path / "plan.lpd").stat().st_mtime - 2 * 3600
    os.utime(old, (long_ago, long_ago))
    assert {fresh, old} < set(tmp_path.iterdir())
    write_atomically(tmp_path / "plan.lpd", b"y")
    assert set(tmp_path.iterdir()) == {fresh, tmp_path / "plan.lpd"}
