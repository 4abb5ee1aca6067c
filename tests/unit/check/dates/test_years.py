"""Years that do not belong."""

from __future__ import annotations

import pytest

from lpd_desktop.check.dates.rules import DATE_YEAR, DATE_YEAR_FAR
from lpd_desktop.form.library import form_for_year
from tests.unit.check.dates.judged import (
    codes,
    found,
    heading,
    in_item,
    in_topic,
    quotes,
    with_topic,
)

LEFTOVER = [
    ("Geplante Weiterentwicklung in 2022: Die Abläufe werden neu geordnet.", "2022"),
    ("Warum haben Sie das Thema gewählt und was wollen Sie in 2022 konkret erreichen?", "2022"),
    ("Welche Ansatzpunkte sollen in 2022 verfolgt werden, um besser zu werden?", "2022"),
    ("Das vorliegende Planungsdokument 2022 beschreibt unsere Ziele.", "2022"),
    ("In diesem Lokalen Planungsdokument für das Jahr 2022 geht es um Beratung.", "2022"),
    ("Mit dem Lokalen Planungsdokument 2022 benennt das Jobcenter seine Ziele.", "2022"),
    ("Die Planung für das Jahr 2022 umfasst drei Schwerpunkte.", "2022"),
    ("In 2022 sind weitere Maßnahmen geplant.", "2022"),
    ("Für 2022 ist ein neues Angebot vorgesehen.", "2022"),
    ("Im Jahr 2022 sollen zwei Angebote dazukommen.", "2022"),
    ("Das Jobcenter will in 2022 die Kontakte erhöhen.", "2022"),
    ("In 2022 wird das Jobcenter die Beratung ausbauen.", "2022"),
    ("Im Jahr 2022 werden Schulungen durchgeführt.", "2022"),
    ("Wir wollen im Jahr 2022 mehr Frauen erreichen.", "2022"),
    ("Für das Jahr 2022 sind vier Workshops geplant.", "2022"),
    ("Im kommenden Jahr 2022 steht die Digitalisierung im Mittelpunkt.", "2022"),
    ("Im nächsten Jahr (2024) wird das Angebot ausgeweitet.", "2024"),
    ("Im laufenden Jahr 2021 ist die Zahl gesunken.", "2021"),
    ("In diesem Jahr 2021 war die Nachfrage groß.", "2021"),
    ("Im vergangenen Jahr 2020 stieg die Zahl.", "2020"),
    ("Im letzten Jahr (2019) gab es weniger Anträge.", "2019"),
    ("In 2022 wird es einen weiteren Rückgang der Förderungen geben müssen.", "2022"),
    ("Der Prozess wird auch in 2022 extern begleitet.", "2022"),
    ("Für das Jahr 2022 wird mit einer gleichen Zahl gerechnet.", "2022"),
    ("Die Kundinnen sollen ab 2022 einmal jährlich eingeladen werden.", "2022"),
    ("Offen ist, wie sich die Zahl im Jahr 2022 entwickeln wird.", "2022"),
    ("Im Laufe des kommenden Jahres 2022 wird die Leitung neu besetzt.", "2022"),
]
BELONGS = [
    "Geplante Weiterentwicklung in 2023: Die Abläufe werden neu geordnet.",
    "Was wollen Sie in 2023 konkret erreichen?",
    "In 2022 wurden weitere Maßnahmen umgesetzt.",
    "Die für 2022 geplanten Maßnahmen wurden umgesetzt.",
    "Das für 2022 gesetzte Ziel wurde nicht erreicht.",
    "Noch in 2022 sollen zwei Angebote dazukommen.",
    "Bis Ende 2022 soll das Konzept stehen.",
    "Im Dezember 2022 werden Schulungen durchgeführt.",
    "Wie im Lokalen Planungsdokument 2022 beschrieben, wird das Coaching fortgeführt.",
    "Das Planungsdokument 2022 hat dieses Ziel gesetzt.",
    "Die Planung für 2022 war ehrgeizig.",
    "Wie in 2022 sollen auch in 2023 Workshops stattfinden.",
    "In 2022 und 2023 sollen Workshops stattfinden.",
    "Im kommenden Jahr 2023 steht die Digitalisierung im Mittelpunkt.",
    "Im laufenden Jahr 2022 ist die Zahl gesunken.",
    "Im vergangenen Jahr 2021 stieg die Zahl.",
    "In diesem Jahr (2022) war die Nachfrage groß.",
    "Bereits im Jahr 2022 sind damit Erfolge zu verzeichnen.",
    "Das Ziel 2022 wurde erreicht.",
    "Im nächsten Jahr wird das Angebot ausgeweitet.",
    "Das in 2022 eingeführte Controlling soll 2023 verbessert werden.",
    "Das in 2022 eingeführte Controlling soll verbessert werden.",
    "Die Erfahrungen aus 2022 sollen genutzt werden.",
    "Im Jahr 2014 wurde der Vergleich gestartet.",
    "Die Strategie 2022 war erfolgreich.",
    "Ab 2023 soll die Qualität steigen.",
    "Die Kundenkontakte sollen gegenüber 2022 steigen.",
]


@pytest.mark.parametrize(("words", "year"), LEFTOVER)
def test_another_year_where_the_plan_year_is_meant_is_found(words: str, year: str) -> None:
    (quote,) = quotes(in_topic(words), DATE_YEAR)
    assert quote.endswith(year) or year in quote
    assert quote in words


@pytest.mark.parametrize("words", BELONGS)
def test_years_of_histories_and_comparisons_belong(words: str) -> None:
    assert quotes(in_topic(words), DATE_YEAR) == []


@pytest.mark.parametrize(
    "words", ["Zielsetzung 2022", "Ausblick auf das Jahr 2022", "Geplante Schritte in 2022"]
)
def test_a_heading_with_aims_of_another_year_is_found(words: str) -> None:
    assert len(quotes(with_topic(heading(words)), DATE_YEAR)) == 1


@pytest.mark.parametrize("words", ["Entwicklung in 2022", "Rückblick 2022", "Zielsetzung 2023"])
def test_other_headings_are_left_alone(words: str) -> None:
    assert quotes(with_topic(heading(words)), DATE_YEAR) == []


def test_a_budget_may_plan_for_the_running_year() -> None:
    words = "Für 2022 ist eine Umschichtung von 450.000 € vorgesehen. Für 2023 gilt das auch."
    assert codes(in_item("A.budget", words)) == set()


def test_a_budget_that_never_names_the_plan_year_is_found() -> None:
    words = "Für das Jahr 2022 steht ein Budget von 35.084.802 € zur Verfügung."
    assert quotes(in_item("A.budget", words), DATE_YEAR) == ["2022"]
    assert quotes(in_item("A.budget", f"{words} Für 2023 wird weniger erwartet."), DATE_YEAR) == []
    assert quotes(in_item("A.budget", "Im Jahr 2022 war der Titel klein."), DATE_YEAR) == []


def test_every_year_of_a_form_is_judged_by_its_own_year() -> None:
    form = form_for_year(2027)
    plan = in_topic("Geplante Weiterentwicklung in 2023: mehr.", form, "2026-11-02")
    (finding,) = found(plan, form)
    assert (finding.rule, "2027" in finding.message) == (DATE_YEAR, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bis 2032 sollen alle Akten digital sein.", ["2032"]),
        ("Der Vertrag läuft bis 31.12.2042.", ["31.12.2042"]),
        ("Die Landesstrategie reicht bis 2035.", []),
        ("Der Vertrag läuft bis 31.12.2027.", []),
        ("Klimaneutral wird die Verwaltung 2040.", []),
    ],
)
def test_years_far_ahead_are_asked_about(words: str, expected: list[str]) -> None:
    assert quotes(in_topic(words), DATE_YEAR_FAR) == expected
