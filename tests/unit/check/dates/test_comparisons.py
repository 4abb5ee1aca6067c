"""Months are compared with the same months, years with whole years."""

from __future__ import annotations

import pytest

from lpd_desktop.check.dates.rules import COMPARE_MONTHS, COMPARE_PERIODS, COMPARE_UNFINISHED
from lpd_desktop.plan.rich_text import Blocks, Table, text_run
from tests.unit.check.dates.judged import in_item, in_topic, quotes, with_topic

OTHER_MONTHS = [
    "Im September 2022 lag die Zahl der Fälle bei 7.320 (Juni 2021: 7.910).",
    "Die Quote stieg von 22,1 % im Mai 2021 auf 24,3 % im April 2022.",
    "Die Lücke sank von 12,0 Prozentpunkten (August 2021) auf 9,5 Prozentpunkte (Juni 2022).",
    "Im Juni 2022 liegt der Anteil bei 68,8 % und damit höher als im August 2021 mit 67,1 %.",
    "Gegenüber dem Mai 2021 ist die Zahl im April 2022 um 3 % gesunken.",
    "Vergleicht man den März 2021 mit dem April 2022, steigt der Anteil um 2 %.",
    "Der Bestand (Juni 2022: 7.180; Juli 2021: 7.660) sinkt.",
    "Im Juli 2021 lag die Quote noch bei 12,4 %, im Juni 2022 bei 10,8 %.",
    "Im Vorjahresmonat (Mai 2021) waren es 410, im Juni 2022 sind es 430.",
    "Die Abweichung konnte von 14,2 % im September 2021 auf 11,0 % im Juli 2022 verringert werden.",
    "Die Zahl der Anträge ist von 310 im Februar 2021 auf 280 im Januar 2022 zurückgegangen.",
    "Im 2. Quartal 2022 lag die Zahl um 4 % höher als im 3. Quartal 2021.",
    "Verglichen mit dem Oktober 2020 sank die Zahl im Mai 2022 um 12 %.",
    "Die Integrationsquote betrug 24,1 % (Juni 2022) gegenüber 23,0 % (Mai 2021).",
    "Der Anteil beträgt 41 % im Juni 2022 nach 44 % im November 2021.",
    "Im Juni 2022 waren es 1.184 Personen, während es im August 2021 noch 310 Personen waren.",
    "Von 7.300 eLb im Dezember 2020 ist der Bestand auf 7.100 eLb im September 2021 gefallen.",
    "Die Quote verbesserte sich von 20,4 % (10/2021) auf 22,0 % (06/2022).",
    "Im Vergleich zum April 2021 (12,3 %) sank der Anteil im Mai 2022 auf 11,1 %.",
    "Statt 12,4 % im Juli 2021 sind es nun 10,8 % im Juni 2022.",
    "Im Juli 2021 betrug die Quote 12,4 %, dagegen im Juni 2022 nur 10,8 %.",
]
SAME_MONTHS = [
    "Im Laufe des Jahres stieg die Zahl von 310 im Januar 2022 auf 505 im September 2022.",
    "Im September 2022 lag die Zahl der Fälle bei 7.320 (September 2021: 7.910).",
    "Die Quote stieg von 22,1 % im Mai 2021 auf 24,3 % im Mai 2022.",
    "Die Lücke sank von 12,0 Prozentpunkten (Juni 2021) auf 9,5 Prozentpunkte (Juni 2022).",
    "Der Anteil liegt im Juni 2022 mit 71,9 % niedriger als im Mai 2022.",
    "Vergleicht man den Mai 2022 mit dem Mai 2021, steigt der Anteil von 74,4 % auf 76,7 %.",
    "Die Zahl sank von 430 im Januar 2022 auf 390 im Juni 2022.",
    "Im Zeitraum von Juli 2021 bis Juni 2022 wurden 410 Personen integriert.",
    "Seit Dezember 2021 ist der Anteil bis Juni 2022 um 3 % gestiegen.",
    "Der Bestand (Juni 2022: 7.180; Juni 2021: 7.660) sinkt.",
    "Im Juni 2022 beträgt der Rückgang 3,8 % zum Vorjahresmonat.",
    "Zum 31.12.2020 waren es 7.900, zum 30.06.2022 noch 7.180.",
    "Die Zahl stieg von 410 im Mai 2020 auf 470 im Mai 2022.",
    "Das Projekt lief von Oktober 2020 bis Mai 2022 mit 40 Plätzen.",
    "Im 1. Halbjahr 2022 waren es 384 Integrationen, im 1. Halbjahr 2021 noch 331.",
    "Im Oktober 2021 startete der Kurs, im Juni 2022 endete er mit 12 Absolventen.",
    "Im Juni 2022 waren 3.495 Personen langzeitarbeitslos.",
    "Im Dezember 2021 waren es 410, im Januar 2022 noch 400.",
    "Die Befragung vom Oktober 2020 ist Grundlage des Konzepts vom Mai 2021 mit 12 Maßnahmen.",
    "Im 2. Quartal 2022 lag die Zahl um 4 % höher als im 2. Quartal 2021.",
    "Der Bericht vom März 2021 nennt 12 %; der Workshop im Februar 2022 hatte 30 Gäste.",
    "Mit 24,3 % (Juni 2022) liegt die Quote über dem Wert vom Juni 2021 (23,9 %).",
]


@pytest.mark.parametrize("words", OTHER_MONTHS)
def test_different_months_of_two_years_are_found(words: str) -> None:
    (quote,) = quotes(in_topic(words), COMPARE_MONTHS)
    assert quote in words


@pytest.mark.parametrize("words", SAME_MONTHS)
def test_same_months_courses_and_other_dates_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), COMPARE_MONTHS) == []


def test_months_of_two_sentences_are_compared_too() -> None:
    words = "Im Juli 2021 waren es 12,4 %. Im Juni 2022 sind es nur noch 10,8 %."
    assert quotes(in_topic(words), COMPARE_MONTHS) == ["Juni 2022"]
    words = "Im Juni 2021 waren es 12,4 %. Im Juni 2022 sind es nur noch 10,8 %."
    assert quotes(in_topic(words), COMPARE_MONTHS) == []


def _table(*captions: str) -> Blocks:
    rows = (captions, ("eLb", *["100"] * (len(captions) - 1)))
    cells = tuple(tuple((text_run(cell),) for cell in row) for row in rows)
    return (Table("t1", cells, header_rows=1, header_column=True),)


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        (("", "Juli 2021", "Juni 2022"), ["Juni 2022"]),
        (("", "Juni 2021", "Juni 2022"), []),
        (("", "Mai 2022", "Juni 2022"), []),
        (("", "April 2021", "Mai 2022", "Juni 2022"), []),
        (("", "2021", "Juni 2022"), []),
    ],
)
def test_columns_with_different_months_are_found(
    captions: tuple[str, ...], expected: list[str]
) -> None:
    assert quotes(with_topic(_table(*captions)), COMPARE_MONTHS) == expected


OTHER_PERIODS = [
    "Die Quote stieg von 22,1 % in 2021 auf 24,3 % im Mai 2022.",
    "Im Juni 2022 lag der Anteil mit 68,8 % höher als im Jahr 2021 mit 67,0 %.",
    "Gegenüber 2021 ist die Zahl im Juni 2022 um 3 % gesunken.",
    "Im ersten Halbjahr 2022 gab es 384 Integrationen, im Jahr 2021 waren es noch 720.",
    "Die Quote sank von 12,4 % (2020) auf 10,8 % (Juni 2022).",
    "Verglichen mit dem Jahr 2021 sank die Zahl im 2. Quartal 2022 um 12 %.",
    "Der Bestand (Juni 2022: 7.180; 2021: 7.660) sinkt.",
]
SAME_PERIODS = [
    "Die Quote stieg von 22,1 % im Mai 2021 auf 24,3 % im Mai 2022.",
    "Das Budget stieg von 1,2 Mio. € in 2021 auf 1,3 Mio. € im Mai 2022.",
    "Seit 2019 gibt es das Angebot, im Juni 2022 nutzten es 40 Personen.",
    "Im Juni 2022 lag der Anteil höher als Ende 2021.",
    "Die Befragung aus 2021 wurde im Juni 2022 mit 40 Personen wiederholt.",
    "Im ersten Halbjahr 2022 gab es 384 Integrationen, im ersten Halbjahr 2021 noch 331.",
    "Im Juni 2022 wurden 12 Plätze für 2023 beantragt.",
]


@pytest.mark.parametrize("words", OTHER_PERIODS)
def test_periods_of_different_length_are_found(words: str) -> None:
    assert len(quotes(in_topic(words), COMPARE_PERIODS)) == 1


@pytest.mark.parametrize("words", SAME_PERIODS)
def test_periods_that_fit_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), COMPARE_PERIODS) == []


UNFINISHED = [
    "Die Zahl sank von 7.900 in 2021 auf 7.400 in 2022.",
    "Der Anteil ist von 61,0 % im Jahr 2021 auf 63,5 % im Jahr 2022 gestiegen.",
    "2022 sind es 7.400 Personen, 2021 waren es noch 7.900.",
    "Gegenüber 2021 ist die Zahl der Integrationen in 2022 um 4 % gestiegen.",
    "Die Integrationen (2021: 810; 2022: 760) gehen zurück.",
    "Im Jahr 2022 liegt die Quote mit 24 % höher als im Jahr 2021 mit 22 %.",
]
FINISHED = [
    "Die Zahl sank von 7.900 in 2020 auf 7.400 in 2021.",
    "Die Zahl sinkt voraussichtlich von 7.900 in 2021 auf 7.400 in 2022.",
    "Die Zahl sank von 7.900 in 2021 auf 7.400 in 2022 (bis September).",
    "Das Budget sank von 12,1 Mio. € in 2021 auf 11,7 Mio. € in 2022.",
    "Die Zahl der Stellen stieg von 110 VZÄ in 2021 auf 112 VZÄ in 2022.",
    "Die Plätze wurden von 40 in 2021 auf 60 in 2022 erhöht.",
    "In 2021 und 2022 nahmen 40 Personen teil.",
    "Die Zahl soll von 7.400 in 2022 auf 7.000 in 2023 sinken.",
    "Wie 2021 gab es auch 2022 vier Messen.",
]


@pytest.mark.parametrize("words", UNFINISHED)
def test_a_running_year_beside_a_whole_one_is_found(words: str) -> None:
    assert len(quotes(in_topic(words), COMPARE_UNFINISHED)) == 1


@pytest.mark.parametrize("words", FINISHED)
def test_years_that_are_over_forecasts_and_money_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), COMPARE_UNFINISHED) == []


def test_in_december_the_year_is_as_good_as_over() -> None:
    plan = in_item("A.staff", UNFINISHED[0], as_of="2022-12-15")
    assert quotes(plan, COMPARE_UNFINISHED) == []
