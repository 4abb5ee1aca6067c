"""People who could be recognised; numbers and names that lead to nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.language.person_marks import person_marks
from lpd_desktop.check.language.persons import persons, quoted_persons
from lpd_desktop.check.language.small_groups import small_groups

from .words import found, items, quotes_in, table

NAMED = [
    ("Das Gespräch führte Frau Kowalski.", "Frau Kowalski"),
    ("Ansprechpartner ist Herr Dr. Brandt-Öztürk.", "Herr Dr. Brandt-Öztürk"),
    ("Nachfolger von Herrn Yilmaz ist offen.", "Herrn Yilmaz"),
    ("Fr. Lindner koordiniert das.", "Fr. Lindner"),
    ("Rückfragen an Frau Anna Beyer.", "Frau Anna Beyer"),
    ("Telefon: 02171 55512", "Telefon: 02171 55512"),
    ("Tel. 02171/555-120", "Tel. 02171/555-120"),
    ("Durchwahl 4711", "Durchwahl 4711"),
    ("erreichbar unter 0171 2345678", "erreichbar unter 0171 2345678"),
    ("Mobil +49 171 2345678", "Mobil +49 171 2345678"),
    ("Bitte 0211 837-1234 wählen", "0211 837-1234"),
    ("Kontakt über a.beyer@kreis-beispiel.de", "a.beyer@kreis-beispiel.de"),
    ("Die BG 12345BG0012345 wurde umgestellt.", "12345BG0012345"),
    ("BG-Nummer 12345//0012345", "12345//0012345"),
    ("Kundin 123A456789 nahm teil.", "123A456789"),
    ("Kundennummer: 4711/22", "Kundennummer: 4711/22"),
    ("Aktenzeichen 50.2-471", "Aktenzeichen 50.2-471"),
    ("Az. 50-22/4711", "Az. 50-22/4711"),
    ("12 150388 B 012", "12 150388 B 012"),
    ("geb. 12.03.1988", "geb. 12.03.1988"),
    ("geboren am 3. März 1988", "geboren am 3. März 1988"),
    ("Geburtsdatum: 03.03.88", "Geburtsdatum: 03.03.88"),
    ("Auf DE12 5001 0517 0648 4898 90 überwiesen", "DE12 5001 0517 0648 4898 90"),
    ("IBAN: DE12500105170648489890", "DE12500105170648489890"),
    ("Das Kennzeichen XY-AB 123 ist abgemeldet.", "Kennzeichen XY-AB 123"),
    (
        "Eine 34-jährige arbeitslose Kundin fand Arbeit.",
        "Eine 34-jährige arbeitslose Kundin",
    ),
    ("Der 52-jährige Leistungsberechtigte fand Arbeit.", "Der 52-jährige Leistungsberechtigte"),
    ("So fand ein 19-Jähriger eine Lehrstelle.", "ein 19-Jähriger"),
]
NOBODY = [
    "Frau und Beruf heißt das Kompetenzzentrum.",
    "Landrat und Herr Minister waren eingeladen.",
    "Frau Ministerin Beispiel eröffnete die Messe.",
    "Herr Staatssekretär Beispiel sprach ein Grußwort.",
    "Frau Bürgermeisterin Beispiel begrüßte die Gäste.",
    "Jede Frau Mitte dreißig kennt das.",
    "Für die Frau Kinderbetreuung zu finden, ist schwer.",
    "Die Adresse info@kreis-beispiel.de wird täglich gelesen.",
    "Das Postfach jobcenter@kreis-beispiel.de ist bekannt.",
    "Fragen an team-u25@kreis-beispiel.de",
    "Das Budget beträgt 15.774.877 Euro.",
    "Zum 01.01.2023 sind 0,5 Stellen frei.",
    "Der Anstieg von 0 auf 120 Plätze",
    "BSG, Az. B 4 AS 12/20 R",
    "Schreiben des BMAS vom 27.10.2022, Az. IIb5-29104",
    "Vorlage 10/2022, Aktenzeichen 50-1/22",
    "§ 16i SGB II und § 44c Abs. 4 SGB II",
    "Die Quote lag 2021/2022 bei 12,5 %.",
    "Die Telefonzentrale ist erreichbar.",
    "Eine 3-jährige Förderung ist möglich.",
    "Das 10-jährige Bestehen wird gefeiert.",
    "Eine 25-jährige Erfahrung der Träger hilft.",
    "unter 25-Jährige und über 55-Jährige",
    "Die 25- bis 55-Jährigen",
    "Modul 12 läuft aus.",
    "Nr. 32704 in der Liste",
    "Das Fahrzeug steht allen Teams zur Verfügung.",
    "Herrschaftswissen gibt es nicht.",
    "in den Jahren 2014 2015 2016",
]
GROUPS = [
    ("Derzeit gibt es 3 Langzeiterkrankte.", "3 Langzeiterkrankte"),
    ("Im Team sind zwei Langzeiterkrankte zu vertreten.", "zwei Langzeiterkrankte"),
    ("Es gibt vier schwerbehinderte Beschäftigte.", "vier schwerbehinderte Beschäftigte"),
    ("Fünf Mitarbeitende sind langzeiterkrankt.", "Fünf Mitarbeitende sind langzeiterkrankt"),
    ("Im Bereich arbeiten 2 Personen mit Schwerbehinderung.", "2 Personen mit Schwerbehinderung"),
    ("Unter ihnen waren drei Geflüchtete.", "drei Geflüchtete"),
    ("Sechs junge Syrerinnen nahmen teil.", "Sechs junge Syrerinnen"),
    ("Es sind 7 Schwangere in der Maßnahme.", "7 Schwangere"),
    ("Zwei Kolleginnen sind derzeit in Elternzeit.", "Zwei Kolleginnen sind derzeit in Elternzeit"),
    ("Nur acht Kunden mit Suchterkrankung kamen.", "acht Kunden mit Suchterkrankung"),
    ("Davon sind 4 Wohnungslose.", "4 Wohnungslose"),
    ("Vier afghanische Frauen begannen einen Kurs.", "Vier afghanische Frauen"),
    ("9 Ukrainerinnen fanden Arbeit.", "9 Ukrainerinnen"),
    ("Es fehlen 3 Fachkräfte mit Erkrankung.", "3 Fachkräfte mit Erkrankung"),
    ("drei erkrankte Beschäftigte fehlen", "drei erkrankte Beschäftigte"),
]
NO_GROUPS = [
    "Das Jobcenter hat 3 Standorte.",
    "Es sind 2 Vollzeitstellen frei.",
    "5 Beratungskräfte kümmern sich um Menschen mit Behinderung.",
    "Zwei Maßnahmen für Geflüchtete laufen weiter.",
    "Drei Fachkräfte für Menschen mit Behinderung werden eingestellt.",
    "Zwei Drittel der Geflüchteten nahmen teil.",
    "Der Anteil der Schwerbehinderten liegt bei 3 Prozent.",
    "Es sind 1.184 Geflüchtete gemeldet.",
    "Es gibt 14 Schwerbehinderte.",
    "Je 100 Schwerbehinderte eine Stelle",
    "Drei Kurse für Geflüchtete mit je 15 Plätzen",
    "Von 8 bis 12 Uhr beraten wir Geflüchtete.",
    "Vier Beratungsstellen für Suchtkranke",
    "Nach § 3 Schwerbehinderte gleichzustellen, ist üblich.",
    "Zwei Teams Reha und Schwerbehinderung",
    "In sechs Monaten fanden Geflüchtete Arbeit.",
    "2 Teamleitungen betreuen Geflüchtete.",
    "Fluktuation: 3,5 Prozent der Erkrankten",
    "Drei Städte nahmen Geflüchtete auf.",
    "Vier Fallmanagerinnen im Bereich Reha",
    "3 Träger aus der Suchthilfe",
]


@pytest.mark.parametrize(("words", "quote"), NAMED)
def test_what_leads_to_one_human_being_is_found(words: str, quote: str) -> None:
    assert quote in quotes_in(persons, words)


@pytest.mark.parametrize("words", NOBODY)
def test_offices_numbers_and_groups_lead_to_nobody(words: str) -> None:
    assert quotes_in(persons, words) == []


@given(st.text(alphabet="ABDEFGHKLMabcdefgiklmnoprstuvwz äöüß,.0123456789%€-", max_size=60))
def test_any_text_is_read_without_an_error(words: str) -> None:
    assert all(mark.quote for mark in person_marks(words))


@pytest.mark.parametrize(("words", "quote"), GROUPS)
def test_a_handful_of_people_with_a_protected_trait_is_found(words: str, quote: str) -> None:
    assert quotes_in(small_groups, words) == [quote]


@pytest.mark.parametrize("words", NO_GROUPS)
def test_other_small_numbers_are_no_group(words: str) -> None:
    assert quotes_in(small_groups, words) == []


@pytest.mark.parametrize(
    "label",
    [
        "Langzeiterkrankte",
        "Langzeiterkrankte 2022",
        "Schwerbehinderte Beschäftigte",
        "Mitarbeitende mit Schwerbehinderung",
        "davon Geflüchtete",
        "Beschäftigte in Elternzeit",
        "Dauerkranke",
    ],
)
def test_a_row_that_counts_a_handful_of_people_is_one_finding(label: str) -> None:
    rows = (("", "Nord", "Süd"), ("Stellen", "8", "9"), (label, "3", "5"))
    (finding,) = found(small_groups, table(*rows))
    assert (finding.level, finding.quote) == ("warning", label)


def test_a_column_that_counts_a_handful_of_people_is_found() -> None:
    rows = (("", "Stellen", "Schwerbehinderte"), ("Nord", "8", "4"), ("Süd", "9", "2"))
    (finding,) = found(small_groups, table(*rows))
    assert finding.quote == "Schwerbehinderte"


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("Langzeiterkrankte", ("0", "12")),
        ("Langzeiterkrankte (Anteil in %)", ("3", "5")),
        ("Sprachkurse für Geflüchtete", ("3", "5")),
        ("Stellen für Schwerbehinderte", ("3", "5")),
        ("Plätze für Schwangere", ("3", "5")),
        ("Schwerbehindertenquote", ("3", "5")),
        ("Stellen (VZÄ)", ("3", "5")),
        ("Standorte", ("3", "5")),
        ("Geflüchtete", ("3,5", "120")),
        ("Geflüchtete", ("3 %", "1.200")),
    ],
)
def test_other_rows_with_small_numbers_are_fine(label: str, cells: tuple[str, str]) -> None:
    assert found(small_groups, table(("", "Nord", "Süd"), (label, *cells))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Eine Kundin sagte: „Ich traue mir das nicht zu.“",
        "Aussagen wie „Für das Geld stehe ich nicht auf“ hören wir oft von Kunden.",
        "So eine Teilnehmerin: „Das hat mir wirklich geholfen“.",
        "Ein Jugendlicher äußerte sich so: »Mein Ziel ist eine Lehre.«",
        "Zitat: “Ich habe endlich Arbeit gefunden.”",
    ],
)
def test_the_words_of_a_client_are_found(words: str) -> None:
    assert len(quotes_in(quoted_persons, words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Das Projekt „Ich bin gut“ richtet sich an Kundinnen.",
        "Die Maßnahme „Mein Weg“ wird mit Kundinnen fortgeführt.",
        "Die „Ich-AG“ gibt es nicht mehr.",
        "Das Gesetz sagt: „Erwerbsfähige müssen alle Möglichkeiten nutzen.“",
        "Der Titel „Neue Wege in den Beruf“ bleibt.",
        "Die Leitfrage „Was kann ich tun, damit es gelingt?“ prägt die Schulung.",
    ],
)
def test_titles_and_other_quotations_are_no_words_of_a_client(words: str) -> None:
    assert quotes_in(quoted_persons, words) == []


def test_an_item_of_a_list_is_looked_at() -> None:
    assert len(found(persons, items("Gespräch", "Rückfragen an Frau Beyer"))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Zwei Mitarbeiter:innen sind wegen einer schweren Erkrankung ausgefallen.",
        "Fünf Kund*innen sind alkoholabhängig.",
        "Vier Jugendliche sind drogenabhängig.",
    ],
)
def test_people_named_with_a_sign_and_causes_of_absence_are_a_group_too(words: str) -> None:
    assert len(quotes_in(small_groups, words)) == 1


def test_a_quotation_that_begins_with_its_speaker_is_found() -> None:
    words = "Ein Teilnehmer fasste es so zusammen: „Mich hat das nie jemand gefragt.“"
    assert quotes_in(quoted_persons, words) == ["Mich hat das nie jemand gefragt."]
