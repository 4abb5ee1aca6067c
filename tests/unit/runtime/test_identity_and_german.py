"""Ids and small German matters."""

from __future__ import annotations

import uuid

import pytest

from lpd_desktop.runtime.german import counted, enumerate_german, german_date, german_time
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.runtime.progress import JobCancelled, Progress


def test_ids_are_version_seven_and_never_repeat() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert {uuid.UUID(text).version for text in ids} == {7}
    assert {uuid.UUID(text).variant for text in ids} == {uuid.RFC_4122}


def test_later_ids_sort_behind_earlier_ones_by_their_first_twelve_digits() -> None:
    earlier, later = new_id(), new_id()
    assert earlier[:13] <= later[:13]


@pytest.mark.parametrize(
    ("iso", "german"), [("2022-11-04", "04.11.2022"), ("", ""), ("bald", "bald")]
)
def test_dates_are_written_the_german_way(iso: str, german: str) -> None:
    assert german_date(iso) == german


@pytest.mark.parametrize(
    ("utc", "german"),
    [
        ("2022-11-08T09:30:00Z", "08.11.2022, 10:30 Uhr"),
        ("2022-06-30T22:30:00Z", "01.07.2022, 00:30 Uhr"),
        ("2022-03-27T00:59:59Z", "27.03.2022, 01:59 Uhr"),
        ("2022-03-27T01:00:00Z", "27.03.2022, 03:00 Uhr"),
        ("2022-10-30T00:59:59Z", "30.10.2022, 02:59 Uhr"),
        ("2022-10-30T01:00:00Z", "30.10.2022, 02:00 Uhr"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ("gestern", "gestern"),
    ],
)
def test_times_are_those_of_germany_on_any_machine(utc: str, german: str) -> None:
    assert german_time(utc) == german


def test_enumerations_have_one_conjunction() -> None:
    assert enumerate_german([]) == ""
    assert enumerate_german(["a"]) == "a"
    assert enumerate_german(["a", "b", "c"]) == "a, b und c"


def test_counts_choose_their_noun() -> None:
    assert counted(1, "Hinweis", "Hinweise") == "1 Hinweis"
    assert counted(0, "Hinweis", "Hinweise") == "0 Hinweise"


def test_cancelled_work_stops_at_its_next_step() -> None:
    heard: list[tuple[int, str]] = []
    progress = Progress(lambda percent, text: heard.append((percent, text)))
    progress.step(10, "liest")
    progress.cancel()
    with pytest.raises(JobCancelled):
        progress.step(20, "schreibt")
    assert heard == [(10, "liest")]
