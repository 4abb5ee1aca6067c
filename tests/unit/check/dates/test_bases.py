"""What figures refer to: bases of changes, months of key figures, dates of sources."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.check.dates.rules import (
    BASE_MISSING,
    BASE_OLD,
    DATE_WAITING,
    DONE_AND_PLANNED,
    KEY_FIGURE_BARE,
    SOURCE_UNDATED,
)
from lpd_desktop.plan.budget import Basis, BasisOfColumns
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.rich_text import Paragraph, text_run
from tests.unit.check.dates.judged import FORM, found, in_item, in_topic, quotes, with_topic
from tests.unit.check.plans import table, text

WITHOUT_BASE = [
    ("Das EGT beträgt 17.032.000 Euro (Senkung um 6,4 % zum Vorjahr).", "6,4 %"),
    ("Die Verwaltungsmittel sinken gegenüber dem Vorjahr um 2,5 %.", "2,5 %"),
    ("Das Budget von 12,1 Mio. € ist gegenüber 2022 um 3 % gekürzt worden.", "3 %"),
    ("Die Eingliederungsmittel (-7,9 % im Vergleich zum Vorjahr) reichen nicht aus.", "-7,9 %"),
    ("Im Vergleich zum Vorjahr bedeutet das ein Minus von 4,1 % beim VWT.", "4,1 %"),
    ("Die Zuteilung erhöht sich gegenüber dem Vorjahr um 1,2 Prozent.", "1,2 Prozent"),
]
WITH_BASE = [
    "Das EGT sinkt gegenüber dem Vorjahr um 6 % von 18.120.000 € auf 17.032.800 €.",
    "Das EGT beträgt 17.032.000 Euro (Vorjahr: 18.120.000 Euro, -6 %).",
    "Das Budget geht gegenüber 2022 zurück (- 3,9 %, ca. 1,2 Mio. €).",
    "Die Verwaltungsmittel sinken um 616.000 € (-3,8 %) gegenüber 16.391.000 € im Vorjahr.",
    "Die Tarifsteigerung wird mit 3 % angesetzt.",
    "Der kommunale Anteil beträgt 15,2 % der Verwaltungskosten.",
    "8,9 % des Budgets entfallen wie im Vorjahr auf Arbeitsgelegenheiten.",
]


@pytest.mark.parametrize(("words", "quote"), WITHOUT_BASE)
def test_a_change_of_the_budget_without_its_base_is_found(words: str, quote: str) -> None:
    assert quotes(in_item("A.budget", words), BASE_MISSING) == [quote]


@pytest.mark.parametrize("words", WITH_BASE)
def test_changes_with_amounts_are_left_alone(words: str) -> None:
    assert quotes(in_item("A.budget", words), BASE_MISSING) == []


def test_a_table_with_the_year_before_names_the_base() -> None:
    rows = table(FORM, {"administration_total": 100}, {"administration_total": 101})
    plan = in_item("A.staff", "Alles.")
    answer = Answer(text=text(WITHOUT_BASE[0][0]), table=rows)
    assert quotes(plan.with_answer("A.budget", answer), BASE_MISSING) == []


WITHOUT_TIME = [
    ("Die Zahl der Alleinerziehenden ist um 5 % gestiegen.", "5 %"),
    ("Bei den Jüngeren zeigt sich ein Rückgang (-8,2 Prozent).", "-8,2 Prozent"),
    ("Der Bestand sank um 3,4 Prozent, besonders bei Männern.", "3,4 Prozent"),
    ("Die Quote konnte um 2 Prozentpunkte verbessert werden.", "2 Prozentpunkte"),
]
WITH_TIME = [
    "Die Zahl der Alleinerziehenden ist gegenüber dem Vorjahr um 5 % gestiegen.",
    "Die Zahl der Alleinerziehenden ist seit Mai um 5 % gestiegen.",
    "Im Juni 2022 sank der Bestand um 3,4 Prozent.",
    "Im Vergleich zum Vormonat sank der Bestand um 3,4 Prozent.",
    "Die Quote soll um 2 % steigen.",
    "Ziel ist eine Steigerung um 3 Prozent.",
    "Der Anteil beträgt 5 %.",
    "Rund 40 % der Stellen wurden mehrfach ausgeschrieben.",
    "Die Werte stammen aus Juni 2022. Der Bestand sank um 3,4 Prozent.",
    "Die Teams betreuen 6 Prozent mehr Menschen, als der Schlüssel vorsieht.",
    "Die Quote liegt 3 Prozentpunkte über dem Wert der Nachbarn.",
    "Der Anteil sank von 31,2 % auf 30,1 %, also um 1,1 Prozentpunkte.",
    "In den letzten Jahren stieg der Anteil um 12 %.",
]


@pytest.mark.parametrize(("words", "quote"), WITHOUT_TIME)
def test_a_change_in_a_paragraph_without_any_time_is_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), BASE_MISSING) == [quote]


@pytest.mark.parametrize("words", WITH_TIME)
def test_changes_with_time_and_targets_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), BASE_MISSING) == []


OLD_BASES = [
    ("Die Planung beruht auf der Höhe der Eingliederungsmittel für das Jahr 2022.", "2022"),
    ("Kalkuliert wurde auf Grundlage der Zuteilung 2022.", "2022"),
    ("Der Ansatz wurde mit den Zahlen des Jahres 2021 berechnet.", "2021"),
    ("Die Haushaltsplanung erfolgt auf Basis der Mittel aus 2022.", "2022"),
    ("Die Kalkulation erfolgte auf Basis der Vorjahreswerte.", "Vorjahreswerte"),
]
NEW_BASES = [
    "Die Planung beruht auf der Höhe der Eingliederungsmittel für das Jahr 2023.",
    "Kalkuliert wurde auf Grundlage der Zuteilung 2022 und der Schätzung für 2023.",
    "In 2022 standen mehr Mittel zur Verfügung.",
    "Auf Basis der Daten von Juni 2022 ergibt sich ein Schlüssel von 1:86.",
    "Die Planung für 2023 läuft.",
    "Die Mittel für 2022 wurden nicht ausgeschöpft.",
]


@pytest.mark.parametrize(("words", "quote"), OLD_BASES)
def test_a_plan_that_rests_on_an_earlier_year_is_found(words: str, quote: str) -> None:
    assert quotes(in_item("A.budget", words), BASE_OLD) == [quote]


@pytest.mark.parametrize("words", NEW_BASES)
def test_other_words_on_earlier_years_are_left_alone(words: str) -> None:
    assert quotes(in_item("A.budget", words), BASE_OLD) == []


def test_topics_may_rest_on_earlier_years() -> None:
    assert quotes(in_topic(OLD_BASES[1][0]), BASE_OLD) == []


BARE = [
    ("Die Quote (K3E1: 14,2) ist niedrig.", "K3E1: 14,2", 2),
    ("Im Juni 2022 liegt die Quote der LZB (K3E1: 14,2) unter dem Landeswert.", "K3E1: 14,2", 1),
    ("Die Aktivierungsquote K3E2 = 9,8 ist gut.", "K3E2 = 9,8", 2),
    ("K2 liegt bei 24,1 und damit höher.", "K2 liegt bei 24,1", 2),
    ("Der Wert beträgt -7,3 % in der Kennzahl K3.", "-7,3 %", 1),
    ("Die Kennzahl K2 liegt bei 24,1 %.", "24,1 %", 1),
    ("Mit K3E1 von 15,1 % liegt das Jobcenter vorn.", "15,1 %", 1),
    ("Die Zugangsrate (K1E3: 4,9) steigt.", "K1E3: 4,9", 2),
    ("Das Jobcenter erreicht 24,1 % bei K2.", "24,1 %", 1),
]
COMPLETE = [
    "Im Juni 2022 lag K3E1 bei 15,1 % (t-3).",
    "K2 soll auf 25 % steigen.",
    "Ziel: K2 = 25",
    "Die Kennzahlen K1 bis K3 werden monatlich ausgewertet.",
    "K3E3 und K3E4 haben sich im Juni 2022 nicht verändert.",
    "Der Rückgang beträgt 3,8 Prozent im Juni 2022 zum Vorjahresmonat (K3).",
    "Im Raum K2 17 finden Beratungen statt.",
    "Die Integrationsquote beträgt im Juni 2022 24 %.",
]


@pytest.mark.parametrize(("words", "quote", "missing"), BARE)
def test_a_key_figure_without_unit_or_month_is_found(words: str, quote: str, missing: int) -> None:
    (finding,) = [each for each in found(in_topic(words)) if each.rule == KEY_FIGURE_BARE]
    assert finding.quote == quote
    assert ("die Einheit" in finding.message) + ("der Monat" in finding.message) == missing


@pytest.mark.parametrize("words", COMPLETE)
def test_complete_key_figures_targets_and_lists_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), KEY_FIGURE_BARE) == []


def test_a_paragraph_gets_one_finding_on_bare_key_figures() -> None:
    words = "Die Quote (K3E1: 14,2) ist niedrig. Frauen: K3E1: 11,0. Männer: K3E1: 16,0."
    assert quotes(in_topic(words), KEY_FIGURE_BARE) == ["K3E1: 14,2"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nach t-3-Werten des Monats September 2022 sind es 7.180 eLb.", ["September 2022"]),
        ("Im Oktober 2022 (T-3) sind es 7.180 eLb.", ["Oktober 2022"]),
        ("Nach t-3-Werten des Monats Juni 2022 sind es 7.180 eLb.", []),
        ("Nach t-3-Werten des Monats August 2022 sind es 7.180 eLb.", []),
        ("Nach t-0-Werten des Monats Oktober 2022 sind es 7.180 eLb.", []),
    ],
)
def test_values_that_cannot_be_final_yet_are_found(words: str, expected: list[str]) -> None:
    assert quotes(in_topic(words), DATE_WAITING) == expected


UNDATED = [
    ("Grundlage ist das Schreiben des BMAS.", "Schreiben des BMAS"),
    ("Gemäß Mitteilung des MAGS stehen mehr Mittel bereit.", "Mitteilung des MAGS"),
    ("Nach dem Erlass des Ministeriums gilt das weiter.", "Erlass des Ministeriums"),
    ("Lt. BMAS-Schreiben sinken die Mittel.", "BMAS-Schreiben"),
    (
        "Quelle: Statistik der Bundesagentur für Arbeit",
        "Quelle: Statistik der Bundesagentur für Arbeit",
    ),
    ("Nach einer ersten Mitteilung der Bundesagentur sinkt es.", "Mitteilung der Bundesagentur"),
]
DATED = [
    "Grundlage ist das Schreiben des BMAS vom 27.10.2022.",
    "Gemäß Mitteilung des MAGS aus Oktober 2022 stehen mehr Mittel bereit.",
    "Das Schreiben des BMAS liegt noch nicht vor.",
    "Quelle: Statistik der Bundesagentur für Arbeit, Juni 2022",
    "Die Mitteilung an die Kunden erfolgt per Brief.",
    "Schreiben an Leistungsberechtigte werden vereinfacht.",
    "Der Bescheid des Jobcenters wird verständlicher.",
]


@pytest.mark.parametrize(("words", "quote"), UNDATED)
def test_a_source_without_a_date_is_found(words: str, quote: str) -> None:
    assert quotes(in_item("A.budget", words), SOURCE_UNDATED) == [quote]


@pytest.mark.parametrize("words", DATED)
def test_dated_sources_and_other_letters_are_left_alone(words: str) -> None:
    assert quotes(in_item("A.budget", words), SOURCE_UNDATED) == []


def test_the_date_beside_the_table_is_enough() -> None:
    rows = table(FORM, {"administration_total": 100})
    basis = BasisOfColumns(plan=Basis(source="Schreiben des BMAS", date="2022-10-27"))
    answer = Answer(text=text(UNDATED[0][0]), table=replace(rows, basis=basis))
    plan = in_item("A.staff", "Alles.").with_answer("A.budget", answer)
    assert quotes(plan, SOURCE_UNDATED) == []


def _two(one: str, other: str) -> list[str]:
    blocks = (Paragraph("p1", (text_run(one),)), Paragraph("p2", (text_run(other),)))
    return quotes(with_topic(blocks), DONE_AND_PLANNED)


PLANNED = "Mit der geplanten Anmietung zwei weiterer Büros entsteht Platz."


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("Das Jobcenter konnte zwei Büros anmieten.", ["geplanten Anmietung"]),
        ("Im Sommer wurden zwei Büros angemietet.", ["geplanten Anmietung"]),
        ("Im Sommer wurden drei Büros angemietet.", []),
        ("Es sollen zwei Büros angemietet werden.", []),
        ("Zwei Büros konnten noch nicht angemietet werden.", []),
        ("Das Jobcenter konnte zwei Stellen besetzen.", []),
        ("Im Sommer wurden zwei Büros renoviert.", []),
    ],
)
def test_what_is_done_and_planned_is_found(done: str, expected: list[str]) -> None:
    assert _two(done, PLANNED) == _two(PLANNED, done) == expected


def test_without_a_number_two_names_must_agree() -> None:
    planned = "Die geplante Einrichtung der Anlaufstelle am Markt in Musterstadt hilft."
    done = "Die Anlaufstelle am Markt in Musterstadt wurde eingerichtet."
    elsewhere = "Die Anlaufstelle am Bahnhof wurde eingerichtet."
    assert _two(done, planned) == ["geplante Einrichtung"]
    assert _two(elsewhere, planned) == []
