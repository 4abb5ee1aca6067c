"""Earlier states of a draft are kept whole and found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import DamagedDraftError, UnknownDraftError, UnknownPointError

SAMPLE = sample_file()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore.open(tmp_path / "store") as opened:
        yield opened


def saying(text: str) -> LpdFile:
    """The sample with one answer replaced."""
    answer = changed(SAMPLE.plan.answer("A.staff"), text=(paragraph(text),))
    return replace(SAMPLE, plan=SAMPLE.plan.with_answer("A.staff", answer))


def test_a_point_holds_the_whole_plan_with_its_work(store: DraftStore) -> None:
    old, new = saying("alt"), saying("neu")
    draft = store.add(old)
    point = store.points.add(draft, "named", "Fassung Kreistag")
    store.save(draft, new)
    assert store.points.load(point) == old
    assert store.load(draft) == new
    assert [each.title for each in store.points.of(draft)] == ["Fassung Kreistag"]


def test_the_state_that_the_window_holds_is_kept_though_it_is_not_saved_yet(
    store: DraftStore,
) -> None:
    typed = saying("getippt")
    draft = store.add(saying("gespeichert"))
    assert store.points.load(store.points.add(draft, "import", file=typed)) == typed


def test_half_a_character_can_be_kept(store: DraftStore) -> None:
    half = saying("halb \ud83d")
    assert store.points.load(store.points.begin_session(store.add(half))) == half


def test_a_session_without_changes_leaves_no_second_point(store: DraftStore) -> None:
    draft = store.add(SAMPLE)
    first = store.points.begin_session(draft)
    assert store.points.begin_session(draft) == first
    store.save(draft, saying("neu"))
    second = store.points.begin_session(draft)
    assert [each.id for each in store.points.of(draft)] == [second, first]
    assert store.points.session_start(draft).id == second


def test_what_is_not_there_is_said(store: DraftStore) -> None:
    draft = store.add(SAMPLE)
    with pytest.raises(UnknownPointError, match="keine frühere Fassung 7"):
        store.points.load(7)
    with pytest.raises(UnknownPointError, match="kein Beginn"):
        store.points.session_start(draft)
    with pytest.raises(UnknownDraftError):
        store.points.add("fehlt", "named")


def test_a_damaged_point_is_noticed(store: DraftStore) -> None:
    point = store.points.add(store.add(SAMPLE), "named", "Fassung")
    store._database.execute("drop trigger restore_points_never_change")
    store._database.execute("update restore_points set name = 'andere'")
    store._database.conn.commit()
    with pytest.raises(DamagedDraftError, match="beschädigt"):
        store.points.load(point)
    assert "frühere Fassung" in store.check()[0]
