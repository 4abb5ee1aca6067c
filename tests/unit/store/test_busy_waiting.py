"""A store that another connection holds."""

from __future__ import annotations

import sqlite3

import pytest

from lpd_desktop.store.busy_waiting import until_free


def refusal(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorcode = code
    return error


def test_what_is_locked_is_tried_until_it_is_free() -> None:
    answers = [refusal(sqlite3.SQLITE_BUSY), refusal(sqlite3.SQLITE_BUSY_RECOVERY), None]

    def work() -> None:
        answer = answers.pop(0)
        if answer is not None:
            raise answer

    until_free(work, 5)
    assert answers == []


@pytest.mark.parametrize(("code", "seconds"), [(sqlite3.SQLITE_FULL, 5), (sqlite3.SQLITE_BUSY, 0)])
def test_other_errors_and_a_lock_that_stays_are_told(code: int, seconds: float) -> None:
    def work() -> None:
        raise refusal(code)

    with pytest.raises(sqlite3.OperationalError):
        until_free(work, seconds)
