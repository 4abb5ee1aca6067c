"""Earlier states are thinned out, and never more than so many stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store import draft_store, saving
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.earlier import history, restore_points
from lpd_desktop.store.earlier.restore_points import MOST_POINTS, Reason
from lpd_desktop.store.earlier.thinning import NEWEST, Kept, surplus

NOW = datetime(2023, 6, 30, 12, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1))


def written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def kept_every(step: timedelta, number: int) -> list[Kept]:
    """States from the oldest to the newest, the newest of now."""
    return [Kept(place, written(NOW - step * (number - 1 - place))) for place in range(number)]


def stays(states: list[Kept], most: int = 10_000) -> list[Kept]:
    gone = set(surplus(states, most))
    return [state for state in states if state.id not in gone]


def test_all_of_the_last_day_stay() -> None:
    states = kept_every(timedelta(minutes=5), 288)
    assert stays(states) == states


def test_ten_years_of_every_hour_become_days_weeks_and_months() -> None:
    states = kept_every(timedelta(hours=1), 24 * 3650)
    times = [datetime.fromisoformat(state.time) for state in stays(states)]
    assert sum(NOW - time <= timedelta(days=1) for time in times) == 25
    assert sum(timedelta(days=1) < NOW - time <= timedelta(days=30) for time in times) == 29
    assert sum(timedelta(days=31) < NOW - time <= timedelta(days=365) for time in times) in range(
        48, 61
    )
    assert sum(NOW - time > timedelta(days=400) for time in times) in range(106, 112)
    assert len(times) < 250


def test_a_clock_far_ahead_costs_no_week_and_none_of_the_newest() -> None:
    states = kept_every(timedelta(days=1), 300)
    wrong = [*states, Kept(300, "2099-01-01T00:00:00Z")]
    before, after = stays(states), stays(wrong)
    assert set(wrong[-NEWEST:]) <= set(after)
    assert len(after) >= len(before) - 1


@given(st.lists(MOMENTS, max_size=80), st.integers(2, 40))
def test_the_newest_and_the_first_stay_and_never_more_than_so_many(
    moments: list[datetime], most: int
) -> None:
    states = [Kept(number, written(moment)) for number, moment in enumerate(moments)]
    left = stays(states, most)
    assert len(left) <= most
    assert left[-1:] == states[-1:]
    assert set(stays(left, most)) == set(left) or len(left) < most


def test_a_time_that_cannot_be_read_stops_nothing() -> None:
    states = [Kept(1, "gestern"), Kept(2, written(NOW))]
    assert stays(states) == states


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    times = ["2022-01-01T00:00:00Z"]
    for module in (draft_store, saving, restore_points):
        monkeypatch.setattr(module, "utc_now", lambda: times[-1])
    return times


@pytest.fixture
def store(tmp_path: Path, clock: list[str]) -> Iterator[DraftStore]:
    with DraftStore.open(tmp_path) as opened:
        yield opened


SAMPLE = sample_file()
ADDRESS = "A.staff"


def saying(words: str) -> LpdFile:
    answer = changed(SAMPLE.plan.answer(ADDRESS), text=(paragraph(words),))
    return replace(SAMPLE, plan=SAMPLE.plan.with_answer(ADDRESS, answer))


def test_however_often_a_text_is_emptied_its_history_stays_bounded(
    store: DraftStore, clock: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 15
    monkeypatch.setattr(history, "MOST_TEXTS", most)
    draft, long, short = store.add(saying("")), saying("lang " * 20), saying("")
    for second in range(2 * most + 10):
        clock.append(written(NOW + timedelta(seconds=second)))
        store.save(draft, long)
        store.save(draft, short)
    number = len(store.history(draft, ADDRESS))
    assert most < number < 2 * most


def test_the_history_is_thinned_out_when_a_session_begins(
    store: DraftStore, clock: list[str]
) -> None:
    draft = store.add(saying(""))
    for hour in range(100):
        clock.append(written(NOW + timedelta(hours=hour)))
        store.save(draft, saying(f"Stand {hour}"))
    store.points.begin_session(draft)
    kept = store.history(draft, ADDRESS)
    assert len(kept) < 40
    assert "Stand 98" in kept[0].content


def test_named_ones_approvals_and_the_last_start_stay_whatever_comes(
    store: DraftStore, clock: list[str]
) -> None:
    draft = store.add(saying("Beginn"))
    start = store.points.begin_session(draft)
    reasons: tuple[Reason, ...] = ("named", "approval", "store_migration")
    staying = [store.points.add(draft, reason) for reason in reasons]
    staying.append(store.points.add(draft, "import", "Fassung Kreistag"))
    for minute in range(2 * MOST_POINTS):
        clock.append(written(NOW + timedelta(minutes=minute)))
        store.points.add(draft, "import", file=saying(str(minute)))
    left = [point.id for point in store.points.of(draft)]
    assert set(left) >= {start, *staying}
    assert len(left) <= MOST_POINTS + 2 + len(staying)
