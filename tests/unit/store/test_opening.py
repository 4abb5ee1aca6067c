"""Foreign, damaged, newer and older files in the place of the store."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store import connection as connection_module
from lpd_desktop.store import migrations as migrations_module
from lpd_desktop.store.connection import APPLICATION_ID, open_database, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import ForeignStoreError, NewerStoreError, StoreError
from lpd_desktop.store.migrations import STEPS, STORE_VERSION
from lpd_desktop.store.repair import row_rescue
from lpd_desktop.store.repair.repairing import repair_store, store_problems

STORES = Path(__file__).resolve().parents[2] / "data" / "stores"


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"pragma {name}").fetchone()[0]


def test_a_new_store_says_whose_it_is_and_keeps_what_was_committed(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path / "neu" / "tief") as store:
        execute = store._database.execute
        settings = {
            name: execute(f"pragma {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }
    path = store_path(tmp_path / "neu" / "tief")
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == STORE_VERSION


def foreign_text(path: Path) -> None:
    path.write_text("Einkaufszettel\n" * 200)


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table kasse (betrag integer)")
        connection.commit()


def overwritten_header(path: Path) -> None:
    DraftStore.open(path.parent).close()
    data = path.read_bytes()
    path.write_bytes(b"\0" * 100 + data[100:])


def truncated(path: Path) -> None:
    with DraftStore.open(path.parent) as store:
        store.add(sample_file())
    path.write_bytes(path.read_bytes()[:50])


def emptied_beside_its_log(path: Path) -> None:
    DraftStore.open(path.parent).close()
    path.write_bytes(b"")
    path.with_name(f"{path.name}-wal").write_bytes(b"log" * 100)


@pytest.mark.parametrize(
    "make",
    [foreign_text, foreign_database, overwritten_header, truncated, emptied_beside_its_log],
)
def test_a_foreign_or_damaged_file_is_refused_and_stays_as_it_is(tmp_path: Path, make) -> None:
    path = store_path(tmp_path)
    make(path)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    with pytest.raises(ForeignStoreError, match="wurde nicht verändert"):
        DraftStore.open(tmp_path)
    after = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert {name: after.get(name) for name in before} == before


def test_damaged_pages_are_reported_in_a_sentence(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        for _ in range(3):
            store.add(sample_file())
    path = store_path(tmp_path)
    data = bytearray(path.read_bytes())
    for start in range(8192, len(data) - 4096, 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError, match="beschädigt"):
        load_all(tmp_path)


FIRST_WITH_POINTS = 2
FIRST_WITH_SUBMISSIONS = 3
FIRST_WITH_NOTES = 5


def load_all(folder: Path) -> None:
    with DraftStore.open(folder) as store:
        for draft in store.list_drafts():
            store.load(draft.id)


@pytest.mark.parametrize("place", ["folder", "file"])
def test_a_folder_or_file_in_the_way_is_named(tmp_path: Path, place: str) -> None:
    if place == "folder":
        store_path(tmp_path).mkdir()
        folder = tmp_path
    else:
        (tmp_path / "data").write_text("x")
        folder = tmp_path / "data"
    with pytest.raises(StoreError, match="„"):
        DraftStore.open(folder)


def test_a_newer_store_is_refused_with_both_versions_and_stays_as_it_is(tmp_path: Path) -> None:
    DraftStore.open(tmp_path).close()
    path = store_path(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 77")
    before = path.read_bytes()
    with pytest.raises(NewerStoreError) as caught:
        DraftStore.open(tmp_path)
    assert "77" in str(caught.value)
    assert f"bis {STORE_VERSION}" in str(caught.value)
    assert path.read_bytes() == before


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A data folder with a store as the first version wrote it."""
    shutil.copy(STORES / "version-1.db", store_path(tmp_path))
    return tmp_path


def test_there_is_a_sample_of_every_store_version() -> None:
    kept = {path.name for path in STORES.glob("*.db")}
    assert {f"version-{number}.db" for number in range(1, STORE_VERSION + 1)} <= kept


@pytest.mark.parametrize("version", range(1, STORE_VERSION + 1))
def test_a_store_of_every_version_opens_with_all_it_held(tmp_path: Path, version: int) -> None:
    shutil.copy(STORES / f"version-{version}.db", store_path(tmp_path))
    with DraftStore.open(tmp_path) as store:
        assert store.check() == []
        (summary,) = store.list_drafts()
        (trashed,) = store.list_drafts(trashed=True)
        kept = store.load(summary.id)
        assert len(kept.plan.potentials) == 1
        assert write_lpd(store.load(trashed.id))
        (release,) = store.releases(summary.id)
        assert release.pdf == b"%PDF-1.7 sample"
        item = kept.form.potentials
        assert item is not None
        assert store.history(summary.id, f"{item.key}/2/development")
        names = [point.name for point in store.points.of(summary.id) if point.reason == "named"]
        assert names == (["Fassung Kreistag"] if version >= FIRST_WITH_POINTS else [])
        for point in store.points.of(summary.id):
            assert len(store.points.load(point.id).plan.potentials) == 3
        papers = [paper for each in store.submissions.list() for paper in each.papers]
        kept_papers = [store.submissions.take_paper(paper.id)[1] for paper in papers]
        assert kept_papers == ([b"Subject: sample"] if version >= FIRST_WITH_SUBMISSIONS else [])
        has_notes = version >= FIRST_WITH_NOTES
        ways = [each.way for each in store.submissions.list()]
        assert ways == (["upload"] if has_notes else ["mail"] * len(ways))
        assert store.submissions.words.of(summary.id) == ("{}" if has_notes else "")
    assert pragma(store_path(tmp_path), "user_version") == STORE_VERSION


def add_column(db: Database) -> None:
    db.execute("alter table drafts add column note text")
    db.execute(f"pragma user_version = {STORE_VERSION + 1}")


def fail_half_way(db: Database) -> None:
    add_column(db)
    db.execute("delete from answers")
    message = "injected"
    raise RuntimeError(message)


def next_version(monkeypatch: pytest.MonkeyPatch, step) -> None:
    monkeypatch.setattr(migrations_module, "STEPS", (*STEPS, step))
    monkeypatch.setattr(connection_module, "STORE_VERSION", STORE_VERSION + 1)
    monkeypatch.setattr(row_rescue, "table_columns", row_rescue.table_columns.__wrapped__)


def test_before_a_step_the_older_file_is_kept(older: Path, monkeypatch) -> None:
    next_version(monkeypatch, add_column)
    with DraftStore.open(older) as store:
        assert store.check() == []
        assert len(store.list_drafts()) == 1
    assert pragma(store_path(older), "user_version") == STORE_VERSION + 1
    (kept,) = older.glob("drafts-format-1-*.db")
    assert pragma(kept, "user_version") == 1
    assert pragma(kept, "integrity_check") == "ok"
    DraftStore.open(older).close()
    assert len(list(older.glob("drafts-format-*"))) == 1


def test_a_step_that_fails_leaves_the_older_store_as_it_was(older: Path, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        next_version(patched, fail_half_way)
        with pytest.raises(RuntimeError, match="injected"):
            DraftStore.open(older)
    assert pragma(store_path(older), "user_version") == 1
    with DraftStore.open(older) as store:
        assert store.check() == []
        assert len(store.list_drafts()) == 1


def test_the_steps_import_nothing_of_the_program() -> None:
    folder = Path(migrations_module.__file__).parent
    steps = sorted(folder.glob("step_*.py"))
    assert len(steps) == STORE_VERSION
    assert [step.name for step in steps if "lpd_desktop" in step.read_text("utf-8")] == []


def test_a_damaged_schema_that_is_no_text_is_told_in_a_sentence(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        store.add(sample_file())
    path = store_path(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"completeness integer", b"completeness \xf3nteger"))
    with pytest.raises(StoreError, match="beschädigt"):
        DraftStore.open(tmp_path)
    assert store_problems(tmp_path)
    assert [each.kind for each in repair_store(tmp_path, None).outcomes] == ["whole"]


def test_what_is_deleted_is_overwritten_whatever_sqlite_was_built_with(
    tmp_path: Path, monkeypatch
) -> None:
    connect = sqlite3.connect

    def connect_otherwise(*args: object, **options: object) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.execute("pragma secure_delete = off")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_otherwise)
    with closing(open_database(tmp_path)) as database:
        assert database.execute("pragma secure_delete").fetchone()[0] == 1


def test_a_store_whose_first_opening_a_power_cut_ended_opens_again(tmp_path: Path) -> None:
    """A process that ends without tidying up leaves its journal, as a power cut does."""
    crash = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('pragma cache_size = 1')\n"
        "connection.execute('begin immediate')\n"
        "connection.execute('create table further as '\n"
        "    'select * from answers a, answers b, answers c')\n"
        "os._exit(0)\n"
    )
    path = tmp_path / "drafts.db"
    shutil.copy(STORES / "version-1.db", path)
    subprocess.run([sys.executable, "-c", crash, path], check=True)
    assert path.with_name("drafts.db-journal").exists()
    with DraftStore.open(tmp_path) as store:
        assert store.check() == []
        assert len(store.list_drafts()) == 1
