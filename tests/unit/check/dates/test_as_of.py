"""As-of dates, letters, calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.check.dates.rules import (
    DATE_IMPOSSIBLE,
    DATE_RANGE,
    DATE_STAND_LATE,
    DATE_STAND_OLD,
    DATE_WEEKDAY,
)
from lpd_desktop.plan.budget import Basis, BasisOfColumns
from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import Blocks, Table, text_run
from tests.unit.check.dates.judged import FORM, codes, in_item, in_topic, quotes, with_topic
from tests.unit.check.plans import table, text

OLD = [
    ("Die Zahl der Stellen (Stand 15.10.2021) beträgt 40.", "15.10.2021"),
    ("Stand: 01.11.2020", "01.11.2020"),
    ("Anzahl der Stellen, Stand Oktober 2021: 40", "Oktober 2021"),
    ("Stichtag 30.06.2021", "30.06.2021"),
    ("Zum Stichtag 31. August 2021 waren es 40.", "31. August 2021"),
    ("Datenstand: August 2020", "August 2020"),
    ("Daten der Statistik, Berichtsmonat Juni 2021", "Juni 2021"),
    ("Quelle: Statistik der Bundesagentur für Arbeit, Juli 2021", "Juli 2021"),
    ("Quelle: Eigene Auswertung vom 12.05.2021", "12.05.2021"),
    ("(Stand der Daten: 09/2021)", "09/2021"),
    ("Sachstand 3. Quartal 2021", "3. Quartal 2021"),
    ("Aktuell (Juni 2021) sind 410 Personen im Bezug.", "Juni 2021"),
    ("Im August 2021 beträgt die Quote 24,1 %.", "August 2021"),
    ("Derzeit liegt der Anteil im Mai 2021 bei 61 %.", "Mai 2021"),
    ("Der aktuelle Wert (Mai 2020) beträgt 61 %.", "Mai 2020"),
    ("Stand 04.11.2021", "04.11.2021"),
    ("Stand: 2020", "2020"),
    ("Auswertung vom 3.2.21: 40 Fälle", "3.2.21"),
    ("Unbesetzte Stellen (Stand: 24. Oktober 2021)", "24. Oktober 2021"),
    ("Zum jetzigen Zeitpunkt (Juni 2021) sind 40 Stellen besetzt.", "Juni 2021"),
]
NOT_OLD = [
    "Die Zahl der Stellen (Stand 15.10.2022) beträgt 40.",
    "Stand: 01.06.2022",
    "Stand 31.12.2021",
    "Gegenüber dem Stand vom 30.06.2021 sind es am Stichtag 30.06.2022 mehr.",
    "Der Bestand liegt wieder auf dem Stand von 2019.",
    "Die Zahl sank von 40 (Stand 30.06.2021) auf 35 (Stand 30.06.2022).",
    "Das Fachkonzept (Stand März 2019) gilt weiter.",
    "Nach der Richtlinie, Stand 01.01.2020, sind Hausbesuche möglich.",
    "Aktuell gilt die Vereinbarung aus Mai 2019.",
    "Im August 2021 betrug die Quote 24,1 %.",
    "Im Juni 2021 lag die Quote bei 23 %, im Juni 2022 liegt sie bei 24 %.",
    "Der Anteil liegt mit 24 % höher als im Juni 2021.",
    "Seit Mai 2019 beträgt der Schlüssel 1:75.",
    "Im Mai 2021 wurde der Bestand mit 410 Personen ermittelt.",
    "Der Bestand von 2020 wurde gesichert.",
    "Der Verband besteht seit 1998.",
    "Im Jahr 2014 wurde das Projekt gestartet.",
    "Der Widerstand 2019 war groß.",
]


@pytest.mark.parametrize(("words", "quote"), OLD)
def test_an_as_of_date_of_a_year_ago_is_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), DATE_STAND_OLD) == [quote]


@pytest.mark.parametrize("words", NOT_OLD)
def test_fresh_dates_comparisons_and_documents_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), DATE_STAND_OLD) == []


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Stand: 24.10.2023", "24.10.2023"),
        ("Die Zahl (Stand Dezember 2022) beträgt 40.", "Dezember 2022"),
        ("Nach dem Schreiben des BMAS vom 27.12.2022 sinken die Mittel.", "27.12.2022"),
        ("Stichtag 08.11.2022", "08.11.2022"),
        ("Der Anteil liegt im Juni 2023 niedriger als im Mai.", "Juni 2023"),
        ("Der Rückgang beträgt im März 2023 3,8 Prozent.", "März 2023"),
    ],
)
def test_an_as_of_date_after_the_stand_is_found(words: str, quote: str) -> None:
    assert quotes(in_item("A.budget", words), DATE_STAND_LATE) == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "Nach dem Schreiben des BMAS vom 27.10.2022 sinken die Mittel.",
        "Der Anteil soll im Juni 2023 bei 24 % liegen.",
        "Im Januar 2023 beträgt der Regelsatz 502 €.",
        "Ab Juli 2023 liegt die Quote voraussichtlich bei 24 %.",
        "Das Zielwert liegt im Dezember 2023 bei 24 %.",
    ],
)
def test_letters_targets_and_amounts_of_law_are_left_alone(words: str) -> None:
    assert quotes(in_item("A.budget", words), DATE_STAND_LATE) == []


def test_in_a_table_the_whole_cell_is_named() -> None:
    cell = "Fluktuation (Stand 24.10.2021)"
    assert quotes(with_topic(_one_cell(cell)), DATE_STAND_OLD) == [cell]


def _one_cell(words: str) -> Blocks:
    return (Table("t1", (((text_run(words),), (text_run("24,7 %"),)),), header_column=True),)


OLD_LETTER = "Grundlage ist das Schreiben des BMAS vom 27.10.2021."


def test_an_old_letter_on_the_budget_is_found_elsewhere_it_is_history() -> None:
    assert quotes(in_item("A.budget", OLD_LETTER), DATE_STAND_OLD) == ["27.10.2021"]
    assert quotes(in_topic(OLD_LETTER), DATE_STAND_OLD) == []


def test_an_old_letter_on_the_money_of_its_year_is_right() -> None:
    words = "Für 2022 galt das Schreiben des BMAS vom 27.10.2021."
    assert quotes(in_item("A.budget", words), DATE_STAND_OLD) == []


def _with_basis(day: str) -> Plan:
    rows = table(FORM, {"administration_total": 100})
    basis = BasisOfColumns(plan=Basis(source="Schreiben des BMAS", date=day))
    answer = Answer(text=text("Siehe Tabelle."), table=replace(rows, basis=basis))
    return in_item("A.staff", "Alles.").with_answer("A.budget", answer)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-10-27", {DATE_STAND_OLD}),
        ("2022-10-27", set()),
        ("2022-12-27", {DATE_STAND_LATE}),
        ("", set()),
    ],
)
def test_the_letter_of_the_table_is_judged_too(day: str, expected: set[str]) -> None:
    assert codes(_with_basis(day)) == expected


@pytest.mark.parametrize(
    ("stand", "expected"),
    [
        ("2021-11-04", {DATE_STAND_OLD}),
        ("2024-01-02", {DATE_STAND_LATE}),
        ("2022-09-01", set()),
        ("2023-02-01", set()),
        ("", set()),
        ("Herbst", set()),
    ],
)
def test_the_stand_of_the_plan_belongs_to_its_year(stand: str, expected: set[str]) -> None:
    assert codes(in_topic("Alles ist gesagt.", as_of=stand)) == expected


@given(st.dates(date(2019, 1, 1), date(2022, 11, 4)))
def test_every_as_of_date_is_old_exactly_when_a_year_has_passed(day: date) -> None:
    found = quotes(in_topic(f"Die Zahlen haben den Stand {day:%d.%m.%Y}."), DATE_STAND_OLD)
    assert bool(found) == (day <= date(2021, 11, 4))


WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


@given(st.dates(date(2015, 1, 1), date(2030, 12, 31)), st.integers(0, 6))
def test_a_weekday_that_is_not_that_of_the_date_is_found(day: date, named: int) -> None:
    for words in (
        f"{WEEKDAYS[named]}, {day:%d.%m.%Y}",
        f"am {WEEKDAYS[named]}, den {day:%d.%m.%Y}",
    ):
        found = quotes(in_topic(f"Termin: {words}"), DATE_WEEKDAY)
        assert bool(found) == (named != day.weekday())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Beginn Mo., 04.11.2022 um 9 Uhr", 1),
        ("Beginn Fr., 04.11.2022 um 9 Uhr", 0),
        ("Sonnabend, 05.11.2022", 0),
        ("So 04.11.2022", 1),
        ("Jeder Montag im November 2022", 0),
    ],
)
def test_short_and_other_names_of_weekdays(words: str, expected: int) -> None:
    assert len(quotes(in_topic(words), DATE_WEEKDAY)) == expected


def test_an_impossible_date_is_found_once_with_its_reason() -> None:
    plan = in_topic("Der Workshop ist am 31.06.2023 geplant.")
    assert quotes(plan, DATE_IMPOSSIBLE) == ["31.06.2023"]


RANGES = [
    ("vom 01.07.2023 bis 30.06.2022", 1),
    ("vom 01.07.2022 bis zum 30.06.2023", 0),
    ("von Oktober 2022 bis März 2022", 1),
    ("von Oktober 2021 bis März 2022", 0),
    ("zwischen März 2022 und Oktober 2021", 1),
    ("im März 2022 und Oktober 2021", 0),
    ("01.07.2022 – 30.06.2022", 1),
    ("die Jahre 2023-2021", 1),
    ("die Jahre 2021-2023", 0),
    ("Veränderung 2022-2021", 0),
    ("von 2023 bis 2021", 1),
    ("vom 31.12.2022 auf den 30.06.2022 zurückverlegt", 0),
]


@pytest.mark.parametrize(("words", "expected"), RANGES)
def test_a_range_that_ends_before_it_begins_is_found(words: str, expected: int) -> None:
    assert len(quotes(in_topic(f"Zeitraum: {words}"), DATE_RANGE)) == expected


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(1, 900))
def test_turned_ranges_are_found_and_right_ones_not(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    right = f"vom {first:%d.%m.%Y} bis {last:%d.%m.%Y}"
    turned = f"vom {last:%d.%m.%Y} bis {first:%d.%m.%Y}"
    assert quotes(in_topic(right), DATE_RANGE) == []
    assert len(quotes(in_topic(turned), DATE_RANGE)) == 1
