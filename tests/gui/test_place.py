"""Drafts in a folder that is synchronised: explained, and copied to this machine on a press."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.gui.start import place_dialog
from lpd_desktop.gui.start.place_dialog import PlaceDialog, settled_folder
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.storage_place import StoragePlace, storage_place
from lpd_desktop.runtime.unsafe_place import UnsafePlaceError, refuse_unsafe_place
from lpd_desktop.store.draft_store import DraftStore


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    """A folder with drafts that OneDrive has taken over since."""
    with DraftStore.open(tmp_path / "before") as store:
        store.add(sample_file())
    folder = tmp_path / "OneDrive - Kreis" / "lpd"
    folder.parent.mkdir()
    (tmp_path / "before").rename(folder)
    return folder


def test_the_command_line_is_refused_with_a_reason(cloud: Path) -> None:
    with pytest.raises(UnsafePlaceError, match="OneDrive"):
        DraftStore.open(cloud)


def test_drafts_are_copied_and_opened_here(qtbot, cloud: Path, tmp_path: Path) -> None:
    dialog = PlaceDialog(storage_place(cloud), tmp_path / "here")
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        dialog.copy.click()
    assert dialog.folder == tmp_path / "here"
    with DraftStore.open(dialog.folder) as store:
        assert len(store.list_drafts()) == 1


def test_who_knows_better_stays_and_is_not_asked_again(qtbot, cloud: Path) -> None:
    dialog = PlaceDialog(storage_place(cloud), None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.copy.isVisible()
    dialog.stay.click()
    assert dialog.folder == cloud
    refuse_unsafe_place(cloud)


def test_a_failure_is_told_and_another_place_can_be_chosen(
    qtbot, cloud: Path, tmp_path: Path
) -> None:
    dialog = PlaceDialog(storage_place(cloud), tmp_path / "here")
    qtbot.addWidget(dialog)
    dialog.open()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "something").touch()
    dialog.copy.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "leeren Ordner" in dialog.trouble.sentence
    with qtbot.waitSignal(dialog.accepted):
        dialog._on_folder_chosen(str(tmp_path / "there"))


def test_nobody_may_stay_on_a_share(qtbot) -> None:
    dialog = PlaceDialog(StoragePlace(Path("/mnt/amt"), "network", "cifs"), None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.stay.isVisible()
    dialog.leave.click()
    assert dialog.folder is None


def test_an_ordinary_folder_is_taken_without_a_question(qapp, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(place_dialog, "run_event_loop", lambda *_given: pytest.fail("asked"))
    assert settled_folder(qapp, tmp_path) == tmp_path
