"""Which days of a plan are due, and how far away they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.form.library import form_with_id
from lpd_desktop.form.model import Deadline
from lpd_desktop.plan.own_dates import (
    OwnDate,
    days_until,
    days_words,
    due_dates,
    free_labels,
    next_due,
    standing_words,
)
from lpd_desktop.runtime.german import german_day

_FORM = changed(
    form_with_id("lpd-2023"), deadlines=(Deadline(date="2022-11-04", label="Abgabe {year}"),)
)
_COUNCIL = OwnDate(label="Kreistag", date="2022-12-14")


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2022-10-23", "noch 12 Tage"),
        ("2022-11-03", "noch 1 Tag"),
        ("2022-11-04", "heute"),
        ("2022-11-05", "seit 1 Tag vorbei"),
        ("2022-11-07", "seit 3 Tagen vorbei"),
    ],
)
def test_days_are_told_in_words(today, words):
    assert days_words(days_until("2022-11-04", today)) == words


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-3000, 3000))
def test_days_are_counted_by_the_calendar_whatever_clocks_do(day, distance):
    other = day + timedelta(days=distance)
    assert days_until(other.isoformat(), day.isoformat()) == distance


@pytest.mark.parametrize("day", ["", "bald", "2022-13-01"])
def test_a_day_that_is_not_known_is_open(day):
    assert days_words(days_until(day, "2022-11-04")) == "Tag offen"


def test_days_of_the_form_and_own_ones_stand_by_time_and_open_days_last():
    own = (OwnDate(label="Beirat"), _COUNCIL, OwnDate(label="Kreisausschuss", date="2022-10-19"))
    labels = [each.label for each in due_dates(_FORM, own, is_handed_over=False)]
    assert labels == ["Kreisausschuss", "Abgabe 2023", "Kreistag", "Beirat"]


def test_a_day_of_the_form_that_was_marked_stands_once_and_is_done():
    mark = OwnDate(label="Abgabe 2023", date="2022-11-04", done=True)
    (due,) = due_dates(_FORM, (mark,), is_handed_over=False)
    assert (due.origin, due.done) == ("form", True)


def test_what_was_handed_over_reminds_of_no_day_of_the_form_but_of_own_ones():
    dates = due_dates(_FORM, (_COUNCIL,), is_handed_over=True)
    assert [(each.label, each.done) for each in dates] == [
        ("Abgabe 2023", True),
        ("Kreistag", False),
    ]


def test_next_is_what_is_over_and_not_done():
    own = (OwnDate(label="Beirat", date="2022-10-01", done=True), _COUNCIL)
    assert next_due(due_dates(_FORM, own, is_handed_over=False)).label == "Abgabe 2023"
    assert next_due(due_dates(_FORM, own, is_handed_over=True)).label == "Kreistag"


def test_what_is_done_says_so_instead_of_days():
    (due,) = due_dates(_FORM, (), is_handed_over=True)
    assert standing_words(due, "2022-11-04") == "erledigt"


def test_names_that_are_taken_are_not_proposed_again():
    assert list(free_labels([_COUNCIL])) == ["Beirat", "Kreisausschuss", "MAGS"]


def test_a_day_is_told_with_its_weekday():
    assert german_day("2022-11-04") == "Freitag, 04.11.2022"
    assert german_day("bald") == "bald"
