"""Long work lets somebody who types go first."""

from __future__ import annotations

import pytest

from lpd_desktop.runtime import courtesy
from lpd_desktop.runtime.courtesy import Courtesy
from lpd_desktop.runtime.progress import JobCancelled, Progress


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was rested, without the clock."""
    found: list[float] = []
    monkeypatch.setattr(courtesy.time, "monotonic", lambda: 100.0)
    monkeypatch.setattr(courtesy.time, "sleep", found.append)
    return found


def test_work_rests_once_after_each_key_press_and_not_otherwise(rests: list[float]) -> None:
    front = Courtesy()
    front.rest()
    assert rests == []
    front.ask()
    front.rest()
    assert rests == [pytest.approx(0.03)]


def test_a_key_pressed_long_ago_stops_nothing(
    rests: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    front = Courtesy()
    front.ask()
    monkeypatch.setattr(courtesy.time, "monotonic", lambda: 100.5)
    front.rest()
    assert rests == []


def test_work_that_asks_whether_it_shall_stop_rests(
    rests: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy.COURTESY, "_until", 100.02)
    Progress().stop_if_cancelled()
    assert rests == [pytest.approx(0.02)]


def test_cancelled_work_stops_also_while_somebody_types() -> None:
    progress = Progress()
    progress.cancel()
    courtesy.COURTESY.ask()
    with pytest.raises(JobCancelled):
        progress.stop_if_cancelled()
