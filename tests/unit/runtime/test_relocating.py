"""A data folder that must not stay where it is comes to this machine whole, or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lpd_desktop.runtime import relocating
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.moved_folder import followed, note_move
from lpd_desktop.runtime.progress import JobCancelled, Progress
from lpd_desktop.runtime.relocating import (
    NotMovedError,
    earlier_target,
    free_target,
    move_data_folder,
)
from lpd_desktop.runtime.unsafe_place import UnsafePlaceError


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "Nextcloud" / "Pläne für 2023"
    (folder / "forms").mkdir(parents=True)
    (folder / "forms" / "own.toml").write_text("x = 1")
    (folder / "log").mkdir()
    (folder / "log" / "old.log").write_text("old")
    writer = sqlite3.connect(folder / "drafts.db")
    writer.execute("pragma journal_mode = wal")
    writer.execute("create table t (x)")
    writer.execute("insert into t values ('in the log only')")
    writer.commit()
    for name in ("drafts.db", "drafts.db-wal"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    writer.close()
    for name in ("drafts.db", "drafts.db-wal"):
        (tmp_path / name).replace(folder / name)
    return folder


def test_everything_comes_along_also_what_stands_in_the_log_of_the_database(
    source: Path, tmp_path: Path, monkeypatch
) -> None:
    target = tmp_path / "here"
    assert move_data_folder(source, target, Progress()) == target
    assert (target / "forms" / "own.toml").read_text() == "x = 1"
    assert sorted(path.name for path in target.iterdir()) == [
        "drafts.db",
        "drafts.db-wal",
        "forms",
        "herkunft.txt",
    ]
    with sqlite3.connect(target / "drafts.db") as reader:
        assert reader.execute("select x from t").fetchall() == [("in the log only",)]
    reader.close()
    assert target.stat().st_mode & 0o777 == 0o700
    assert (source / "drafts.db").exists()
    assert data_folder(source) == target
    monkeypatch.setattr("platform.node", lambda: "another machine")
    assert data_folder(source) == source


def test_a_copy_that_was_stopped_is_begun_anew(source: Path, tmp_path: Path) -> None:
    target, progress = tmp_path / "here", Progress()
    progress.cancel()
    target.mkdir()
    with pytest.raises(JobCancelled):
        move_data_folder(source, target, progress)
    assert followed(source) == source
    assert list(target.iterdir()) == []
    move_data_folder(source, target, Progress())
    assert (target / "drafts.db").exists()
    assert [path.name for path in tmp_path.iterdir() if "umzug" in path.name] == []


def test_nothing_is_copied_over_the_drafts_of_others(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "here"
    target.mkdir()
    (target / "drafts.db").write_text("mine")
    with pytest.raises(NotMovedError, match="leeren Ordner"):
        move_data_folder(source, target, Progress())
    assert (target / "drafts.db").read_text() == "mine"


def test_an_open_window_is_closed_first(source: Path, tmp_path: Path) -> None:
    lock = FolderLock(source)
    assert lock.take()
    with pytest.raises(NotMovedError, match="geöffnet"):
        move_data_folder(source, tmp_path / "here", Progress())
    lock.release()


def test_the_new_place_must_be_better(source: Path, tmp_path: Path) -> None:
    with pytest.raises(UnsafePlaceError):
        move_data_folder(source, tmp_path / "Dropbox", Progress())


def test_a_full_disk_leaves_the_old_place_in_use(source: Path, tmp_path: Path, monkeypatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "")

    monkeypatch.setattr(relocating.shutil, "copy2", full)
    with pytest.raises(NotMovedError, match="voll"):
        move_data_folder(source, tmp_path / "here", Progress())
    assert followed(source) == source


def test_a_place_of_its_own_is_found_beside_drafts_that_are_there(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(relocating, "usual_folder", lambda: tmp_path / "LPD Desktop")
    assert free_target() == tmp_path / "LPD Desktop"
    (tmp_path / "LPD Desktop").mkdir()
    (tmp_path / "LPD Desktop" / "drafts.db").touch()
    assert free_target() == tmp_path / "LPD Desktop 2"


def test_a_share_that_takes_no_note_does_not_lead_to_a_second_older_copy(
    source: Path, tmp_path: Path, monkeypatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotMovedError

    monkeypatch.setattr(relocating, "usual_folder", lambda: tmp_path / "LPD Desktop")
    monkeypatch.setattr(relocating, "note_move", refuse)
    (tmp_path / "LPD Desktop").mkdir()
    (tmp_path / "LPD Desktop" / "drafts.db").touch()
    assert earlier_target(source) is None
    target = move_data_folder(source, free_target(), Progress())
    assert target == tmp_path / "LPD Desktop 2"
    assert followed(source) == source
    assert earlier_target(source) == target
    assert earlier_target(tmp_path / "elsewhere") is None


def test_each_person_of_a_terminal_server_has_a_place_of_their_own(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("lpd_desktop.runtime.folder_lock.person", lambda: "anna")
    note_move(tmp_path, tmp_path / "a")
    (tmp_path / "a").mkdir()
    monkeypatch.setattr("lpd_desktop.runtime.folder_lock.person", lambda: "bert")
    assert followed(tmp_path) == tmp_path
    note_move(tmp_path, tmp_path / "a")
    monkeypatch.setattr("lpd_desktop.runtime.folder_lock.person", lambda: "anna")
    assert followed(tmp_path) == tmp_path / "a"


@pytest.mark.parametrize("note", ["", "[]", "{", '{"x": 3}', "\0"])
def test_a_note_without_sense_leads_nowhere(tmp_path: Path, note: str) -> None:
    (tmp_path / "umgezogen.json").write_text(note)
    assert followed(tmp_path) == tmp_path
    (tmp_path / "goal").mkdir()
    note_move(tmp_path, tmp_path / "goal")
    assert followed(tmp_path) == tmp_path / "goal"
