"""Words of the law, measured by the time of which a sentence speaks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.check.dates.rules import TERM_DRAFT, TERM_OTHER_TIME
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.term import Term
from tests.unit.check.dates.judged import FORM, codes, found, in_topic, quotes

DRAFT = [
    ("Die Vertrauenszeit verlangt eine neue Haltung.", "Vertrauenszeit"),
    ("Nach der Kooperationszeit folgt ein Gespräch.", "Kooperationszeit"),
    ("In den Vertrauenszeiten gilt das nicht.", "Vertrauenszeiten"),
    ("Die Vertrauens- und Kooperationszeit ist zu erläutern.", "Vertrauens- und Kooperationszeit"),
]
NO_DRAFT = [
    "Der Gesetzentwurf sah eine Vertrauenszeit vor.",
    "Die Vertrauenszeit wurde im Vermittlungsausschuss gestrichen.",
    "Vertrauen braucht Zeit.",
    "Die Kooperation kostet Zeit.",
]


@pytest.mark.parametrize(("words", "quote"), DRAFT)
def test_words_that_stood_in_a_bill_only_are_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), TERM_DRAFT) == [quote]


@pytest.mark.parametrize("words", NO_DRAFT)
def test_words_told_as_those_of_a_bill_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), TERM_DRAFT) == []


OTHER_TIME = [
    ("In 2023 sollen Beziehende von Arbeitslosengeld II beraten werden.", "Arbeitslosengeld II"),
    ("Der Antrag auf ALG II wird im kommenden Jahr digital.", "ALG II"),
    ("Künftig sollen Alg-II-Bescheide verständlicher sein.", "Alg-II-Bescheide"),
    ("Ab 2023 soll der Hartz-IV-Satz steigen.", "Hartz-IV-Satz"),
    ("Für 2023 ist eine Beratung zum Sozialgeld geplant.", "Sozialgeld"),
    ("Im Herbst 2023 sollen Eingliederungsvereinbarungen überprüft werden.", ""),
    ("Die ARGE berät erwerbsfähige Menschen.", "ARGE"),
    ("Für erwerbsfähige Hilfebedürftige gibt es Angebote.", "erwerbsfähige Hilfebedürftige"),
    ("Das MAIS fördert das Vorhaben.", "MAIS"),
    ("Das neue Instrument nach § 16k SGB II-E soll genutzt werden.", "SGB II-E"),
    ("Das Grundsicherungsgeld hilft Familien.", "Grundsicherungsgeld"),
]
RIGHT_TIME = [
    "Im Jahr 2022 bezogen 7.180 Personen Arbeitslosengeld II.",
    "Der derzeitige Antrag auf ALG II wird verlinkt.",
    "In 2023 wird das Arbeitslosengeld II durch das Bürgergeld ersetzt.",
    "Das Bürgergeld tritt in 2023 an die Stelle von Hartz IV.",
    "In 2023 soll das Arbeitslosengeld I früher beantragt werden.",
    "Bis Mai 2023 sollen Eingliederungsvereinbarungen gelten.",
    "Die Eingliederungsvereinbarung ist mit jeder Person zu schließen.",
    "Das Ersetzen der Eingliederungsvereinbarung soll vorbereitet werden.",
    "Ein Kunde sagte: „Die Eingliederungsvereinbarung werde ich in 2023 nicht unterschreiben.“",
    "Bis 2010 war die ARGE zuständig.",
    "Die frühere ARGE hat das Haus gebaut.",
    "In 2023 soll das Bürgergeld eingeführt werden.",
    "Das Bürgergeld verändert die Beratung.",
    "Die Grundsicherung für Arbeitsuchende bleibt.",
    "Die Einführung des Grundsicherungsgeldes ist angekündigt.",
    "Der Mais wächst.",
]


@pytest.mark.parametrize(("words", "quote"), OTHER_TIME)
def test_words_of_another_time_are_found(words: str, quote: str) -> None:
    expected = [quote] if quote else ["Eingliederungsvereinbarungen"]
    assert quotes(in_topic(words), TERM_OTHER_TIME) == expected


@pytest.mark.parametrize("words", RIGHT_TIME)
def test_words_that_fit_their_time_and_reports_of_change_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), TERM_OTHER_TIME) == []


@pytest.mark.parametrize(
    ("year", "words", "expected"),
    [
        (2024, "Das Arbeitslosengeld II sichert den Unterhalt.", {TERM_OTHER_TIME}),
        (2023, "Das Arbeitslosengeld II sichert den Unterhalt.", set()),
        (2027, "Im Jahr 2027 soll das Bürgergeld schneller gezahlt werden.", {TERM_OTHER_TIME}),
        (2026, "Das Bürgergeld soll schneller gezahlt werden.", set()),
        (2027, "Das Grundsicherungsgeld soll schneller gezahlt werden.", set()),
        (2025, "Das Grundsicherungsgeld ist hoch.", {TERM_OTHER_TIME}),
        (2025, "Die Eingliederungsvereinbarung ist zu schließen.", {TERM_OTHER_TIME}),
        (2022, "Das Bürgergeld ist hoch.", {TERM_OTHER_TIME}),
    ],
)
def test_a_derived_form_judges_by_its_own_year(year: int, words: str, expected: set[str]) -> None:
    form = form_for_year(year)
    assert codes(in_topic(words, form, f"{year - 1}-11-04"), form) == expected


def test_a_form_without_terms_finds_none() -> None:
    form = replace(FORM, terms=())
    assert codes(in_topic(DRAFT[0][0], form), form) == set()


def test_an_office_may_list_its_own_words() -> None:
    term = Term(key="own", words=("Altwort*",), until="2022-12-31", explanation="Gilt nicht mehr.")
    form = replace(FORM, terms=(term,))
    (finding,) = found(in_topic("In 2023 sollen Altwörter und das Altwortbuch enden.", form), form)
    assert (finding.quote, finding.message) == (
        "Altwortbuch",
        "„Altwortbuch“ galt nur bis 31.12.2022: Gilt nicht mehr.",
    )
