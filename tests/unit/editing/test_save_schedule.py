"""When a draft is written: counted from the first unsaved change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.editing.save_schedule import RETRY_DELAY, SAVE_DELAY, SaveSchedule


def test_a_change_is_written_well_within_a_second() -> None:
    assert 0 < SAVE_DELAY <= 0.5


@given(st.lists(st.floats(0, 0.4), min_size=1, max_size=30))
def test_steady_typing_does_not_put_the_save_off(pauses: list[float]) -> None:
    schedule, now = SaveSchedule(), 100.0
    schedule.changed(now)
    for pause in pauses:
        now += pause
        schedule.changed(now)
    assert schedule.due == 100.0 + SAVE_DELAY
    assert schedule.is_due(100.0 + SAVE_DELAY)
    assert not schedule.is_due(100.0 + SAVE_DELAY - 0.01)


def test_after_a_write_has_begun_the_next_change_counts_anew() -> None:
    schedule = SaveSchedule()
    schedule.changed(1.0)
    schedule.started()
    assert schedule.due is None
    assert schedule.seconds_left(1.0) is None
    schedule.changed(7.0)
    assert schedule.due == 7.0 + SAVE_DELAY


def test_a_failed_write_is_tried_again_later_with_all_changes_since() -> None:
    schedule = SaveSchedule()
    schedule.changed(1.0)
    schedule.started()
    schedule.failed(2.0)
    schedule.changed(3.0)
    assert schedule.due == 2.0 + RETRY_DELAY


def test_hurry_counts_for_unsaved_changes_alone() -> None:
    schedule = SaveSchedule()
    schedule.hurry(1.0)
    assert schedule.due is None
    schedule.changed(1.0)
    schedule.hurry(1.1)
    assert schedule.is_due(1.1)
    assert schedule.seconds_left(5.0) == 0
