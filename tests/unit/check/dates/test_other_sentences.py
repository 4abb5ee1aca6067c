"""Times compared over two sentences, letters of an unnamed day, forecasts and plain plans."""

from __future__ import annotations

import pytest

from lpd_desktop.check.dates.rules import (
    COMPARE_MONTHS,
    COMPARE_PERIODS,
    DATE_PAST_AHEAD,
    DATE_STAND_OLD,
    DATE_YEAR,
    KEY_FIGURE_BARE,
    SOURCE_UNDATED,
)
from tests.unit.check.dates.judged import codes, in_item, in_topic

FAULTY = [
    (
        COMPARE_MONTHS,
        "Im Mai 2022 lag die Quote bei 21,4 Prozent, im August 2021 waren es 19,8 Prozent.",
    ),
    (
        COMPARE_MONTHS,
        "Im Mai 2022 waren 2.310 Menschen gemeldet. Die Zahl ist gegenüber Juli 2021 um 12 "
        "gesunken.",
    ),
    (
        COMPARE_MONTHS,
        "Im Mai 2022 waren 2.310 Menschen gemeldet. Das sind viele. Die Zahl ist gegenüber Juli "
        "2021 um 12 gesunken.",
    ),
    (DATE_YEAR, "Unser Ziel für 2022 ist eine Quote von mindestens 21 Prozent."),
    (KEY_FIGURE_BARE, "Die Kennzahl K3 lag im Mai 2022 (t-3) bei -5,2."),
    (KEY_FIGURE_BARE, "Die Aktivierungsquote (K3E2) betrug 9,8 Prozent, ein Jahr zuvor 9,1 %."),
    (SOURCE_UNDATED, "Das BMAS hat die Beträge für 2023 mit Schreiben mitgeteilt."),
    (SOURCE_UNDATED, "Nach der Mitteilung des BMAS steht 2023 weniger Geld bereit."),
]


@pytest.mark.parametrize(("rule", "words"), FAULTY)
def test_what_is_not_said_or_does_not_fit_is_found(rule: str, words: str) -> None:
    assert rule in codes(in_topic(words))


SOUND = [
    (
        COMPARE_MONTHS,
        "Im Mai 2022 lag die Quote bei 21,4 Prozent, im Mai 2021 waren es 19,8 Prozent.",
    ),
    (
        COMPARE_MONTHS,
        "Im Mai 2022 waren 2.310 Menschen gemeldet. Die Zahl ist gegenüber Mai 2021 um 12 "
        "gesunken.",
    ),
    (
        COMPARE_PERIODS,
        "Bis Ende Juni 2022 waren es 64, im gleichen Zeitraum des Jahres 2021 waren es 51.",
    ),
    (SOURCE_UNDATED, "Nach der Mitteilung des BMAS vom 4. Oktober 2022 ist es weniger Geld."),
    (DATE_YEAR, "Das Ziel für 2022 ist bereits erreicht."),
    (DATE_YEAR, "Für das Jahr 2022 werden noch 210 Vermittlungen erwartet."),
    (DATE_PAST_AHEAD, "Die Gruppen beginnen im März 2023 und haben je neun Plätze."),
]


@pytest.mark.parametrize(("rule", "words"), SOUND)
def test_what_fits_is_left_alone(rule: str, words: str) -> None:
    assert rule not in codes(in_topic(words))


def test_what_has_begun_after_the_stand_is_still_found() -> None:
    assert DATE_PAST_AHEAD in codes(in_topic("Die Gruppen haben im März 2023 begonnen."))


def test_a_short_name_in_brackets_does_not_hide_the_date_of_an_old_letter() -> None:
    words = "Laut Mitteilung des Ministeriums (BMAS) vom {} sinken die Mittel auf 3 Mio. €."
    assert DATE_STAND_OLD in codes(in_item("A.budget", words.format("14.09.2021")))
    assert DATE_STAND_OLD not in codes(in_item("A.budget", words.format("14.09.2022")))
