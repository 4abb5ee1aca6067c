"""A plan that changes its state: one transaction, with the way back, and never over others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.release.states import Actor, move
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import ChangedElsewhereError

ACTOR = Actor("Erika Muster", "Leitung")
TIME = "2022-11-08T09:30:00Z"


@pytest.fixture
def store(tmp_path: Path):
    with DraftStore.open(tmp_path) as opened:
        yield opened


def elsewhere(file: LpdFile) -> LpdFile:
    from msgspec.structs import replace as changed

    return replace(file, plan=changed(file.plan, as_of="2022-12-24"))


def test_the_state_before_is_kept_beside_the_new_one(store: DraftStore) -> None:
    before = sample_file()
    draft = store.add(before)
    store.points.go_on(draft, move(before, "in_review", ACTOR, TIME), before)
    assert store.load(draft).work.state == "in_review"
    point = store.points.of(draft)[0]
    assert point.title == "Vor dem Wechsel des Zustands"
    assert store.points.load(point.id) == before


def test_a_draft_that_was_saved_elsewhere_keeps_its_state_and_gets_no_point(
    store: DraftStore,
) -> None:
    before = sample_file()
    draft = store.add(before)
    store.save(draft, elsewhere(before))
    with pytest.raises(ChangedElsewhereError):
        store.points.go_on(draft, move(before, "in_review", ACTOR, TIME), before)
    assert store.load(draft) == elsewhere(before)
    assert store.points.of(draft) == []


def test_an_approval_never_replaces_what_another_window_saved(store: DraftStore) -> None:
    before = sample_file()
    draft = store.add(before)
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-10")
    result = sign_off(before, approval)
    store.save(draft, elsewhere(before))
    with pytest.raises(ChangedElsewhereError):
        store.save_release(draft, result.file, result.pdf, before)
    assert store.load(draft) == elsewhere(before)
    assert store.releases(draft) == []
    store.save(draft, before)
    store.save_release(draft, result.file, result.pdf, before)
    assert store.load(draft).work.state == "approved"
