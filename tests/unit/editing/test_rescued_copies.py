"""Copies that could not be saved are found again and taken in; none is lost on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lpd_desktop.editing import rescue
from lpd_desktop.editing.rescue import rescue_folders, write_rescue_file
from lpd_desktop.editing.rescued_copies import discard, rescued_copies, take_in
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import UnknownDraftError
from tests.unit.editing.test_saving_in_trouble import named


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch) -> Path:
    folder = tmp_path / "Dokumente"
    monkeypatch.setattr(rescue, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def draft(data: Path) -> str:
    with DraftStore.open(data) as store:
        return store.add(named("Gespeichert"))


def stored(data: Path, draft: str) -> LpdFile:
    with DraftStore.open(data) as store:
        return store.load(draft)


def test_copies_follow_a_chosen_data_folder(data: Path, documents: Path, monkeypatch) -> None:
    assert rescue_folders(data) == (data / "rettung", documents)
    monkeypatch.setattr(rescue, "usual_folder", lambda: data)
    assert rescue_folders(data) == (documents, data / "rettung")


def test_a_copy_becomes_the_content_of_its_draft_and_the_state_before_is_kept(
    data: Path, draft: str
) -> None:
    path = write_rescue_file(named("Gerettet"), draft, rescue_folders(data))
    assert path.parent.stat().st_mode & 0o777 == 0o700
    (copy,) = rescued_copies(data)
    assert (copy.draft, copy.is_newer) == (draft, True)
    assert take_in(data, copy, replaces=True) == draft
    assert stored(data, draft) == named("Gerettet")
    assert not path.exists()
    with DraftStore.open(data) as store:
        kept = [store.points.load(point.id) for point in store.points.of(draft)]
    assert named("Gespeichert") in kept


def test_a_copy_becomes_a_draft_of_its_own(data: Path, draft: str) -> None:
    write_rescue_file(named("Gerettet"), draft, rescue_folders(data))
    (copy,) = rescued_copies(data)
    new = take_in(data, copy, replaces=False)
    assert stored(data, new) == named("Gerettet")
    assert stored(data, draft) == named("Gespeichert")
    assert rescued_copies(data) == []


def test_an_older_copy_is_told_from_a_newer_one(data: Path, draft: str) -> None:
    path = write_rescue_file(named("Alt"), draft, rescue_folders(data))
    os.utime(path, (0, 0))
    (copy,) = rescued_copies(data)
    assert not copy.is_newer


def test_what_the_store_has_is_removed_without_a_question(data: Path, draft: str) -> None:
    path = write_rescue_file(named("Gespeichert"), draft, rescue_folders(data))
    assert rescued_copies(data) == []
    assert not path.exists()


def test_copies_of_other_data_folders_among_the_documents_are_left_alone(
    data: Path, draft: str, documents: Path
) -> None:
    foreign = write_rescue_file(named("Fremd"), "0190-ffffffffffff", [documents])
    own = write_rescue_file(named("Eigen"), draft, [documents])
    assert [copy.path for copy in rescued_copies(data)] == [own]
    assert foreign.exists()


def test_a_copy_whose_draft_is_gone_can_only_become_a_new_one(data: Path, draft: str) -> None:
    write_rescue_file(named("Gerettet"), draft, rescue_folders(data))
    with DraftStore.open(data) as store:
        store.trash(draft)
    (copy,) = rescued_copies(data)
    assert copy.draft == ""
    with pytest.raises(UnknownDraftError):
        take_in(data, copy, replaces=True)
    assert copy.path.exists()
    discard(copy)
    assert rescued_copies(data) == []


def test_a_damaged_copy_stays_where_it_is(data: Path, draft: str) -> None:
    path = write_rescue_file(named("Gerettet"), draft, rescue_folders(data))
    path.write_bytes(path.read_bytes()[:100])
    assert rescued_copies(data) == []
    assert path.exists()


def test_looking_for_copies_makes_no_store(data: Path) -> None:
    write_rescue_file(named("Gerettet"), "0190-abc", rescue_folders(data))
    assert rescued_copies(data) == []
    assert not store_path(data).exists()
