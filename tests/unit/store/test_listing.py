from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import ForeignStoreError
from lpd_desktop.store.listing import list_drafts


def test_the_quick_list_is_the_list_of_the_store(tmp_path: Path):
    with DraftStore.open(tmp_path) as store:
        for _ in range(3):
            store.add(sample_file())
        store.trash(store.list_drafts()[1].id)
        assert list_drafts(tmp_path) == store.list_drafts()
    assert len(list_drafts(tmp_path)) == 2


def test_a_folder_without_a_store_gets_one(tmp_path: Path):
    assert list_drafts(tmp_path / "new") == []
    assert list_drafts(tmp_path / "new") == []


def test_a_foreign_file_is_named_and_left_as_it_is(tmp_path: Path):
    (tmp_path / "drafts.db").write_bytes(b"not a store at all")
    with pytest.raises(ForeignStoreError, match="keine Entwurfsdatei"):
        list_drafts(tmp_path)
    assert (tmp_path / "drafts.db").read_bytes() == b"not a store at all"


def test_the_quick_list_loads_no_library(tmp_path: Path):
    with DraftStore.open(tmp_path) as store:
        store.add(sample_file())
    code = (
        "import sys; from pathlib import Path; from lpd_desktop.store.listing import list_drafts; "
        "assert len(list_drafts(Path(sys.argv[1]))) == 1; "
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, tmp_path], check=False).returncode == 0
