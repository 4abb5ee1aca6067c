"""A store whose backup goes to a folder, as on a share."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.backups.setting import set_folder
from lpd_desktop.store.draft_store import DraftStore


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "Netzlaufwerk Ä"
    folder.mkdir()
    return folder


@pytest.fixture
def data(tmp_path: Path, share: Path) -> Path:
    """A data folder with one draft whose backup goes to the share."""
    folder = tmp_path / "data"
    with DraftStore.open(folder) as store:
        store.add(sample_file())
    set_folder(folder, share)
    return folder
