"""Percent and percentage points are not the same."""

from __future__ import annotations

import pytest

from lpd_desktop.check.dates.rules import PERCENT_OR_POINTS, POINTS_OR_PERCENT
from tests.unit.check.dates.judged import in_topic, quotes

IN_PERCENT = [
    ("Der Anteil stieg von 31,2 % auf 36,5 %, also um 5,3 %.", "5,3 %"),
    ("Die Quote sank um 2,4 % von 26,4 % auf 24,0 %.", "2,4 %"),
    ("Die Quote ist von 20 % auf 22 % um 2 % gestiegen.", "2 %"),
    ("Der Anteil lag bei 61,0 %. Er liegt nun bei 63,5 %, ein Anstieg um 2,5 %.", "2,5 %"),
    (
        "Mit 68,5 Prozent liegt der Anteil um 4,5 Prozent über dem Vorjahr mit 64,0 Prozent.",
        "4,5 Prozent",
    ),
    (
        "Die Aktivierungsquote fiel von 14,1 Prozent auf 12,6 Prozent (-1,5 Prozent).",
        "-1,5 Prozent",
    ),
    ("Der Abstand zwischen 30,1 % bei Männern und 19,6 % bei Frauen beträgt 10,5 %.", "10,5 %"),
    ("Der Anteil wuchs von 40 % auf 45 %, das ist ein Plus von 5 %.", "5 %"),
    ("Die Quote erhöhte sich von 23,1 % auf 24,3 % (+1,2 %).", "+1,2 %"),
    ("Von 12,4 % im Juni 2021 sank die Lücke um 1,6 % auf 10,8 % im Juni 2022.", "1,6 %"),
]
NOT_IN_PERCENT = [
    "Der Anteil stieg von 31,2 % auf 36,5 %, also um 5,3 Prozentpunkte.",
    "Die Quote stieg von 20 % auf 22 %, also um 10 %.",
    "Die Zahl stieg von 410 auf 430 und damit um 4,9 %.",
    "Der Anteil der Frauen liegt bei 38,9 %, der der Männer bei 61,1 %.",
    "Der Anteil stieg von 95 % auf 100 %, also um 5 %.",
    "Die Quote soll um 2 % steigen.",
    "Der Rückgang beträgt 3,8 % bei Frauen und 2,4 % bei Männern.",
    "Die Anteile betragen 41 %, 33 % und 8 %.",
]


@pytest.mark.parametrize(("words", "quote"), IN_PERCENT)
def test_a_difference_of_percentages_in_percent_is_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), PERCENT_OR_POINTS) == [quote]


@pytest.mark.parametrize("words", NOT_IN_PERCENT)
def test_points_relative_changes_and_levels_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), PERCENT_OR_POINTS) == []


IN_POINTS = [
    ("Die Integrationsquote liegt bei 24,1 Prozentpunkten.", "24,1 Prozentpunkten"),
    ("Der Anteil der Frauen beträgt 38,9 %-Punkte.", "38,9 %-Punkte"),
    ("Bei einer Quote von 25 Prozentpunkten ist das Ziel erreicht.", "25 Prozentpunkten"),
    ("Die Aktivierungsquote lag zuletzt bei 12,6 Prozentpunkten.", "12,6 Prozentpunkten"),
    ("Der LZB-Anteil beträgt aktuell 68,5 Prozentpunkte.", "68,5 Prozentpunkte"),
    ("Die Zahl der eLb ist um 5 Prozentpunkte gesunken.", "5 Prozentpunkte"),
    ("Das Budget sinkt um 6,45 Prozentpunkte.", "6,45 Prozentpunkte"),
    ("Die Eingliederungsmittel wurden um 10 %-Punkte gekürzt.", "10 %-Punkte"),
    ("Der Bestand verringerte sich um 3,2 Prozentpunkte.", "3,2 Prozentpunkte"),
    ("Die Kosten steigen um 4 Prozentpunkte.", "4 Prozentpunkte"),
]
RIGHT_POINTS = [
    "Die Integrationsquote stieg um 1,2 Prozentpunkte.",
    "Der Abstand der Quoten liegt bei 10,8 Prozentpunkten.",
    "Die Abweichung der Integrationsquote beträgt 12,4 %-Punkte.",
    "Die Lücke konnte von 12,4 %-Punkten auf 10,8 %-Punkte verringert werden.",
    "Der Anteil liegt 3 Prozentpunkte über dem Landeswert.",
    "Die Quote liegt bei 24 % und damit 2 Prozentpunkte höher.",
    "Der Anteil der Ausgaben sank um 4 Prozentpunkte.",
    "Der Anstieg der Quote von 2 Prozentpunkten war erwartet.",
    "Die Zahl stieg um 5 %, der Anteil um 2 Prozentpunkte.",
    "Eine Steigerung der Integrationsquote von mindestens 0,4 Prozentpunkten ist das Ziel.",
    "Die Differenz der Anteile beträgt 4 Prozentpunkte.",
]


@pytest.mark.parametrize(("words", "quote"), IN_POINTS)
def test_points_for_a_level_or_for_a_count_are_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), POINTS_OR_PERCENT) == [quote]


@pytest.mark.parametrize("words", RIGHT_POINTS)
def test_points_for_gaps_and_changes_of_rates_are_right(words: str) -> None:
    assert quotes(in_topic(words), POINTS_OR_PERCENT) == []
