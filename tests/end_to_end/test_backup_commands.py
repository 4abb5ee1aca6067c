"""`lpd drafts backup-folder`, `backup --daily`, `backups`, `restore`; one with real processes."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from lpd_desktop.plan.file import load_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.store.backups.kept import backup_at
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from tests.end_to_end.command_line import Outcome, run_lpd
from tests.extent import examples
from tests.short_plan import short_plan

KILLS = examples(2, 4)
DRAFTS = examples(10, 20)


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: object) -> Outcome:
        return run_lpd(monkeypatch, "drafts", *arguments)

    return run


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "Netz laufwerk"
    folder.mkdir()
    return folder


def test_a_folder_is_set_and_the_daily_backup_goes_there(lpd, plan: Path, share: Path) -> None:
    unset = lpd("backup", "--daily")
    assert unset.status == 2
    assert "kein Ordner gewählt" in unset.err
    assert "bisher nur auf diesem Rechner" in lpd("backup-folder").err
    assert lpd("backup-folder", share).out == f"{share}\n"
    lpd("add", plan)
    made = lpd("backup", "--daily")
    assert made.status == 0
    assert "1 Entwurf und ist geprüft" in made.err
    assert Path(made.out.strip()).is_relative_to(share)
    (copy,) = share.rglob("*.lpd")
    assert load_lpd(copy) == short_plan()
    assert "Gesichert am" in lpd("backup-folder").err
    listed = lpd("backups")
    assert made.out.strip() in listed.out
    assert sample_file().plan.jobcenter.name in listed.out
    assert "Ohne Sicherung" in lpd("backup-folder", "--none").err


def test_another_folder_serves_once_and_is_not_remembered(lpd, plan: Path, share: Path) -> None:
    lpd("add", plan)
    assert lpd("backup", "--folder", share).status == 0
    assert len(list(share.rglob("*.db"))) == 1
    assert lpd("backup", "--daily").status == 2


def test_a_backup_of_damaged_drafts_says_what_is_damaged_in_it(
    lpd, plan: Path, share: Path, isolated_data_folder: Path
) -> None:
    draft = lpd("add", plan).out.strip()
    with closing(sqlite3.connect(store_path(isolated_data_folder))) as store, store:
        store.execute("update answers set checksum = 'x' where draft = ?", [draft])
    made = lpd("backup", "-o", share / "alles.db")
    assert made.status == 1
    assert "beschädigt gespeichert" in made.err
    assert "So steht es auch in der Sicherung" in made.err
    daily = lpd("backup", "--folder", share)
    assert daily.status == 1
    assert "jeder Entwurf liegt" not in daily.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup", "-o", "x.db", "--daily"),
        ("backup", "-o", "x.db", "--folder", "x"),
        ("backup", "--folder", "missing"),
        ("backup-folder", "missing"),
        ("backup-folder", "missing", "--none"),
        ("restore", "missing"),
        ("restore", "missing", "--draft", "x"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_with_status_two(lpd, plan: Path, arguments) -> None:
    lpd("add", plan)
    refused = lpd(*arguments)
    assert (refused.status, refused.out) == (2, "")
    assert len(refused.err.splitlines()) == 1


def test_a_backup_gives_way_only_to_one_of_the_same_drafts(
    lpd, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sicherung.db"
    lpd("add", plan)
    assert lpd("backup", "-o", target).status == 0
    assert lpd("backup", "-o", target).status == 0
    before = target.read_bytes()
    monkeypatch.setenv("LPD_DATA", str(tmp_path / "andere"))
    lpd("add", plan)
    assert lpd("backup", "-o", target).status == 2
    assert target.read_bytes() == before
    assert lpd("backup", "-o", target, "--replace").status == 0


def test_a_store_that_others_work_with_is_no_backup(lpd, plan: Path, tmp_path: Path) -> None:
    lpd("add", plan)
    other = tmp_path / "anderswo"
    with DraftStore.open(other) as store:
        store.add(short_plan())
    before = store_path(other).read_bytes()
    refused = lpd("backup", "-o", store_path(other))
    assert (refused.status, store_path(other).read_bytes()) == (2, before)


def test_one_draft_comes_back_beside_the_others(lpd, plan: Path, share: Path) -> None:
    draft = lpd("add", plan).out.strip()
    backup = lpd("backup", "--folder", share).out.strip()
    assert "schon unter Ihren Entwürfen" in lpd("restore", backup, "--draft", draft).err
    with DraftStore.open(Path(os.environ["LPD_DATA"])) as store:
        store.trash(draft)
    taken = lpd("restore", backup, "--draft", draft)
    assert taken.status == 0
    assert taken.out.strip() != draft
    assert lpd("list").out.count("\n") == 1
    unknown = lpd("restore", backup, "--draft", "x")
    assert (unknown.status, unknown.out) == (2, "")


def test_nothing_is_restored_under_an_open_window(
    lpd, plan: Path, share: Path, isolated_data_folder: Path
) -> None:
    lpd("add", plan)
    backup = lpd("backup", "--folder", share).out.strip()
    window = FolderLock(isolated_data_folder)
    assert window.take()
    refused = lpd("restore", backup)
    assert (refused.status, refused.out) == (2, "")
    assert "schließen Sie" in refused.err
    window.release()
    assert lpd("restore", backup).status == 0


def test_a_killed_backup_leaves_no_half_file_and_the_next_one_is_whole(
    plan: Path, share: Path, isolated_data_folder: Path
) -> None:
    with DraftStore.open(isolated_data_folder) as store:
        for _ in range(DRAFTS):
            store.add(sample_file())
    command = [sys.executable, "-m", "lpd_desktop", "drafts", "backup", "--folder", str(share)]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - started
    chance = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(whole * chance.uniform(0.4, 1.0))
            run.kill()
        for copy in share.rglob("Entwuerfe-*.db"):
            assert len(backup_at(copy).drafts) == DRAFTS
        for written in share.rglob("*.lpd"):
            load_lpd(written)
    last = subprocess.run(command, check=True, capture_output=True, text=True)
    assert len(last.stderr.splitlines()) == 1
    assert len(list(share.rglob("*.lpd"))) == DRAFTS
    with DraftStore.open(isolated_data_folder) as store:
        assert store.check() == []
        assert len(store.list_drafts()) == DRAFTS
