"""Rows out of files that SQLite reads in part or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from sqlite_utils import Database

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.repair.row_rescue import is_row_intact, rescue_rows, row_key, table_columns


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three drafts with long answers and a restore point, all in one file."""
    folder = tmp_path_factory.mktemp("unversehrt")
    with DraftStore.open(folder) as store:
        for _ in range(3):
            store.points.add(store.add(sample_file()), "named", "Fassung Kreistag")
    return store_path(folder)


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, store_path(tmp_path)))


def stored(path: Path) -> dict[str, set]:
    database = Database(path)
    keys = {
        table: {row_key(table, row) for row in database.query(f"select * from {table}")}
        for table in table_columns()
    }
    database.close()
    return keys


def rescued(path: Path) -> dict[str, set]:
    tables = rescue_rows(path)
    return {
        name: {row_key(name, row) for row in rows.rows()} for name, rows in tables.tables.items()
    }


def test_of_a_sound_file_every_row_is_read(path: Path) -> None:
    assert rescued(path) == stored(path)
    assert all(rows.is_complete and not rows.damaged for rows in rescue_rows(path).tables.values())


def test_no_copy_of_the_drafts_is_made_in_the_folder_of_all_programs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = stored(path)
    monkeypatch.setattr(tempfile, "tempdir", str(path.parent / "not there"))
    assert rescued(path) == everything
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_without_its_head_every_row_is_still_found_on_the_pages(path: Path) -> None:
    everything = stored(path)
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    assert rescued(path) == everything


def test_rows_that_only_the_log_holds_are_found_though_the_file_is_empty(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        store.add(sample_file())
        everything = stored(store_path(tmp_path))
        other = tmp_path / "anderswo"
        other.mkdir()
        shutil.copy(tmp_path / "drafts.db-wal", other / "drafts.db-wal")
        (other / "drafts.db").write_bytes(b"")
        assert rescued(other / "drafts.db") == everything


@pytest.mark.parametrize("page", range(1, 12))
def test_a_zeroed_page_costs_no_row_of_other_pages(path: Path, page: int) -> None:
    everything, data = stored(path), bytearray(path.read_bytes())
    data[page * 4096 : (page + 1) * 4096] = b"\0" * 4096
    path.write_bytes(bytes(data))
    found = rescued(path)
    lost = sum(len(everything[table] - found[table]) for table in everything)
    assert all(found[table] <= everything[table] for table in everything)
    assert lost <= 40


@pytest.mark.parametrize("size", [0, 1, 99, 4096, 5000, 20_000, 60_000])
def test_any_rest_of_a_file_gives_only_intact_rows(path: Path, size: int) -> None:
    everything = stored(path)
    path.write_bytes(path.read_bytes()[:size])
    tables = rescue_rows(path)
    for table, rows in tables.tables.items():
        assert all(is_row_intact(table, row) for row in rows.rows())
        assert {row_key(table, row) for row in rows.rows()} <= everything[table]


def test_noise_gives_nothing_and_no_error(tmp_path: Path) -> None:
    path = store_path(tmp_path)
    path.write_bytes(bytes(range(256)) * 300)
    assert not any(list(rows.rows()) for rows in rescue_rows(path).tables.values())
