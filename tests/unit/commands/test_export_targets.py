"""Places where no PDF can be written: one sentence, nothing left behind, older files as before."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lpd_desktop.cli import main
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    return path


@pytest.fixture
def refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[Path], str]:
    """Exports to a target that must fail; gives the sentence."""

    def sentence(target: Path) -> str:
        before = sorted(target.parent.glob("**/*"))
        assert main(["export", str(plan), "-o", str(target), "--draft", "--replace"]) != 0
        assert sorted(target.parent.glob("**/*")) == before
        said = capsys.readouterr()
        assert said.out == ""
        lines = said.err.strip().splitlines()
        assert len(lines) == 1
        return lines[0]

    return sentence


@pytest.mark.parametrize("number", [5, 32])
def test_a_pdf_that_is_open_in_a_viewer_is_to_be_closed_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, refused, number: int
) -> None:
    target = tmp_path / "out" / "plan.pdf"
    target.parent.mkdir()
    target.write_bytes(b"older")

    def in_use(*_arguments: object) -> None:
        error = PermissionError(errno.EACCES, "")
        error.winerror = number
        raise error

    monkeypatch.setattr(Path, "replace", in_use)
    sentence = refused(target)
    assert "geöffnet" in sentence
    assert "schließen Sie sie dort, ein PDF also im Anzeigeprogramm" in sentence
    assert target.read_bytes() == b"older"


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path, refused) -> None:
    target = tmp_path / "out" / "plan.pdf"
    target.mkdir(parents=True)
    assert "das ist ein Ordner" in refused(target)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, refused) -> None:
    assert "nicht vorhanden" in refused(tmp_path / "none" / "plan.pdf")


@pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="root may write everything")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, refused) -> None:
    folder = tmp_path / "out"
    folder.mkdir(mode=0o500)
    assert "Rechte" in refused(folder / "plan.pdf")


def test_a_full_disk_leaves_the_older_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, refused
) -> None:
    target = tmp_path / "out" / "plan.pdf"
    target.parent.mkdir()
    target.write_bytes(b"older")

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    assert "voll" in refused(target)
    assert target.read_bytes() == b"older"
