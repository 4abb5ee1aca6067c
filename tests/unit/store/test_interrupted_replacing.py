"""A store that was set aside, and nothing took its place."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.backups.copying import set_aside_files
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.interrupted_replacing import undo_interrupted_replacing


def aside(folder: Path) -> Path:
    return folder / "drafts-beschaedigt-20221108T100000Z.db"


def test_what_was_set_aside_last_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "drafts.db"
    with DraftStore.open(tmp_path) as store:
        draft = store.add(sample_file())
    path.rename(aside(tmp_path))
    undo_interrupted_replacing(path)
    assert set_aside_files(path) == []
    with DraftStore.open(tmp_path) as store:
        assert [each.id for each in store.list_drafts()] == [draft]


def test_what_was_set_aside_long_ago_stays_there(tmp_path: Path) -> None:
    path = tmp_path / "drafts.db"
    with DraftStore.open(tmp_path) as store:
        store.add(sample_file())
        store.backup(aside(tmp_path))
        store.add(sample_file())
    path.unlink()
    undo_interrupted_replacing(path)
    assert not path.exists()
    assert set_aside_files(path) == [aside(tmp_path)]
