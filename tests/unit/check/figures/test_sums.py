"""Sums in sentences, lists and tables: wrong ones are found, right and partial ones are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.amounts import format_amount

from .texts import bullets, grid, in_blocks, in_text, paragraph

ANNOUNCING = [
    "Das Budget beträgt {whole}. Es setzt sich zusammen aus {a} für Beratung und {b} für Technik.",
    "Das Budget von {whole} setzt sich aus {a} für Beratung und {b} für Technik zusammen.",
    "Das Budget in Höhe von {whole} besteht aus {a} für Beratung sowie {b} für Technik.",
    "Es stehen {whole} bereit, bestehend aus {a} des Landes und {b} des Kreises.",
    "Die {whole} werden aufgeteilt in {a} für die Stadt und {b} für das Umland.",
    "Die {whole} teilen sich auf in {a} für die Stadt und {b} für das Umland.",
    "Die {whole} verteilen sich auf den Norden ({a}) und den Süden ({b}).",
    "Die {whole} gliedern sich in {a} Sachkosten und {b} Personalkosten.",
    "{a} entstehen für Beratung und {b} für Technik, zusammen {whole}.",
    "Für Beratung sind {a} und für Technik {b} eingeplant, in der Summe also {whole}.",
    "Aus {a} für Beratung und {b} für Technik ergibt sich ein Bedarf von {whole}.",
    "Der Bedarf von {whole} ergibt sich aus {a} für Beratung und {b} für Technik.",
    "Der Bedarf von {whole} ist die Summe aus {a} für Beratung und {b} für Technik.",
]
PERHAPS_ALL = [
    "Von den {whole} entfallen {a} auf Beratung und {b} auf Technik.",
    "Es sind {whole} vorgesehen. Davon entfallen {a} auf Beratung und {b} auf Technik.",
    "Es sind {whole} vorgesehen; hiervon entfielen {a} (Stand Mai) auf Beratung, {b} auf Technik.",
    "Es sind {whole} vorgesehen, und zwar {a} für Beratung und {b} für Technik.",
    "Es sind {whole} vorgesehen, davon {a} für Beratung und {b} für Technik.",
    "Vorgesehen sind {whole}: {a} für Beratung und {b} für Technik.",
    "Insgesamt werden {whole} gebraucht, davon im Norden {a} und im Süden {b}.",
]
amounts = st.integers(min_value=100_000, max_value=4_000_000).map(lambda tens: tens * 10 + 3)


def euros(amount: int) -> str:
    return f"{format_amount(amount * 100)} Euro"


@pytest.mark.parametrize("pattern", ANNOUNCING)
@given(one=amounts, other=amounts, slip=st.integers(min_value=10, max_value=900_000))
def test_parts_that_miss_their_whole_are_found_and_others_are_not(
    pattern: str, one: int, other: int, slip: int
) -> None:
    right = pattern.format(whole=euros(one + other), a=euros(one), b=euros(other))
    assert in_text("FIGURE-SUM", right) == []
    wrong = pattern.format(whole=euros(one + other + slip), a=euros(one), b=euros(other))
    (found,) = in_text("FIGURE-SUM", wrong)
    assert found.quote == euros(one + other + slip)
    assert found.where == "A.staff#p1"
    assert format_amount((one + other) * 100) in found.message


@pytest.mark.parametrize("pattern", PERHAPS_ALL)
@given(one=amounts, other=amounts, place=st.integers(min_value=0, max_value=5))
def test_swapped_digits_in_what_are_probably_all_parts_are_found(
    pattern: str, one: int, other: int, place: int
) -> None:
    right = pattern.format(whole=euros(one + other), a=euros(one), b=euros(other))
    assert in_text("FIGURE-SUM", right) == []
    digits = str(one)
    swapped = int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
    if swapped != one and len(str(swapped)) == len(digits):
        wrong = pattern.format(whole=euros(one + other), a=euros(swapped), b=euros(other))
        assert len(in_text("FIGURE-SUM", wrong)) == 1
        partial = pattern.format(whole=euros(3 * (one + other)), a=euros(one), b=euros(other))
        assert in_text("FIGURE-SUM", partial) == []


@pytest.mark.parametrize(
    "words",
    [
        "Es gibt 117 VZÄ, davon 26 VZÄ im Kreishaus und 81 VZÄ in den Gemeinden.",
        "Es sind 64,5 VZÄ, davon 30,25 VZÄ in der Beratung und 43,25 VZÄ im Service.",
        "Das Team zählt 123 Personen, und zwar 102 im Innendienst und elf im Außendienst.",
        "Die Maßnahme hat 240 Plätze: 120 in der Stadt, 80 im Norden und 60 im Süden.",
        "Es stehen rund 19,4 Mio. € bereit, davon 14.120.300 € für A und 4.280.500 € für B.",
        "Zu 45 % kommen die Mittel vom Bund. Die 100 % setzen sich zusammen aus 45 % Bund, 30 % "
        "Land und 35 % Kreis.",
    ],
)
def test_a_slip_in_what_are_probably_all_parts_is_found(words: str) -> None:
    assert len(in_text("FIGURE-SUM", words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Es gibt 117 VZÄ, davon 26 VZÄ im Kreishaus und 40 VZÄ in den Gemeinden.",
        "Es gibt 45 Stellen, davon 20 in der Leistung und 15 in der Vermittlung.",
        "Von den 117 VZÄ entfallen u. a. 26 VZÄ auf das Kreishaus und 81 VZÄ auf die Gemeinden.",
        "Von 117 VZÄ entfallen insbesondere 26 auf das Kreishaus und 81 auf die Gemeinden.",
        "Von den 117 VZÄ entfallen 26 VZÄ auf das Kreishaus, der Rest auf 12 Gemeinden und 3 Orte.",
        "Die 40 Plätze verteilen sich auf je 12 im Norden und 14 im Süden.",
        "Es waren 25 Neueinstellungen, davon 20 Frauen und 10 in Teilzeit.",
        "Das Jobcenter hat 3 Standorte mit insgesamt 120 Beschäftigten in 14 Teams.",
        "Das Budget von 9.000.000 € besteht aus rund 5 Mio. € für A und gut 4 Mio. € für B.",
        "Das Budget besteht aus 5,0 Mio. Euro für A und 4,0 Mio. Euro für B, nach 8,0 Mio. Euro im "
        "Vorjahr.",
        "Die 12 Monate setzen sich zusammen aus 3 Monaten Kurs und 6 Monaten Praktikum.",
        "Von den 500 Teilnehmenden haben 200 eine Arbeit und 50 eine Ausbildung aufgenommen.",
        "Das Team besteht aus 12 Personen, davon sieben im Innendienst, mit drei Fahrzeugen.",
        "Die 40 Plätze (im Vorjahr 30) verteilen sich auf 25 im Norden und 15 im Süden.",
        "Es entfallen mindestens 20 Plätze auf A und bis zu 30 auf B, insgesamt 45.",
    ],
)
def test_partial_overlapping_and_rounded_parts_are_left_alone(words: str) -> None:
    assert in_text("FIGURE-SUM", words) == []


def test_a_list_under_a_sentence_with_the_whole_is_added_up() -> None:
    above = paragraph("Die 90.000 € verteilen sich wie folgt:")
    right = bullets("Nord: 40.000 €", "Süd: 30.000 € (im Vorjahr weniger)", "West 20.000 €")
    wrong = bullets("Nord: 40.000 €", "Süd: 35.000 €", "West 20.000 €")
    assert in_blocks("FIGURE-SUM", (above, right)) == []
    (found,) = in_blocks("FIGURE-SUM", (above, wrong))
    assert (found.where, found.quote) == ("A.staff#p0", "90.000 €")


def test_a_list_with_its_own_total_is_added_up() -> None:
    right = bullets("Beratung: 12,5 VZÄ", "Service: 4 VZÄ", "Leitung: 2 VZÄ", "Gesamt: 18,5 VZÄ")
    wrong = bullets("Beratung: 12,5 VZÄ", "Service: 4 VZÄ", "Leitung: 2 VZÄ", "Summe: 81,5 VZÄ")
    assert in_blocks("FIGURE-SUM", (right,)) == []
    assert len(in_blocks("FIGURE-SUM", (wrong,))) == 1


def test_lines_of_one_paragraph_are_a_list_too() -> None:
    lines = "Die 50 Plätze verteilen sich wie folgt:\nNord 20 Plätze\nSüd {} Plätze\nWest 10 Plätze"
    assert in_text("FIGURE-SUM", lines.format(20)) == []
    assert len(in_text("FIGURE-SUM", lines.format(30))) == 1


def test_a_list_without_a_figure_in_each_item_is_left_alone() -> None:
    above = paragraph("Die 90.000 € verteilen sich wie folgt:")
    assert in_blocks("FIGURE-SUM", (above, bullets("Nord: 40.000 €", "Süd", "West 20.000 €"))) == []
    unlike = bullets("eine Stelle", "3 Orte", "9 Orte")
    assert in_blocks("FIGURE-SUM", (paragraph("Es gibt 20 Orte, davon:"), unlike)) == []


def test_totals_of_rows_and_columns_are_added_up() -> None:
    right = grid("Bereich | Frauen | Männer | Gesamt", "A | 12 | 8 | 20", "B | 5 | 6 | 11",
                 "Summe | 17 | 14 | 31")  # fmt: skip
    assert in_blocks("FIGURE-TABLE-SUM", (right,)) == []
    wrong = grid("Bereich | Frauen | Männer | Gesamt", "A | 12 | 8 | 20", "B | 5 | 6 | 11",
                 "Summe | 19 | 14 | 31")  # fmt: skip
    found = in_blocks("FIGURE-TABLE-SUM", (wrong,))
    assert {each.quote for each in found} == {"19", "31"}
    assert {each.where for each in found} == {"A.staff#t1"}


@pytest.mark.parametrize(
    "rows",
    [
        ("Bereich | Quote", "A | 12,5 %", "B | 14,5 %", "Gesamt | 13,4 %"),
        ("Bereich | Durchschnitt", "A | 12", "B | 14", "Gesamt | 13"),
        ("Bereich | Stellen", "A | 12", "davon befristet | 3", "B | 14", "Gesamt | 26"),
        ("Bereich | Stellen", "A | 12", "B | ./.", "C | 14", "Gesamt | 26"),
        ("Bereich | Stellen", "A | 12", "B | rund zehn bis zwölf", "C | 14", "Gesamt | 38"),
        ("Bereich | Stellen", "A | 1", "Summe Nord | 1", "B | 2", "C | 3", "Summe Süd | 5",
         "Gesamt | 6"),
        ("Bereich | Stellen", "A | 12,3", "B | 14,4", "C | 1,2", "Gesamt | 28"),
        ("Bereich | Betrag", "A | 1,2 Mio. €", "B | 1,4 Mio. €", "Gesamt | 2.590.300 €"),
        ("Betreuungsschlüssel | U25", "A | 75", "B | 150", "gesamt | 120"),
    ],
)  # fmt: skip
def test_rates_parts_of_parts_and_subtotals_are_understood(rows: tuple[str, ...]) -> None:
    assert in_blocks("FIGURE-TABLE-SUM", (grid(*rows),)) == []


def test_a_total_that_stands_first_is_added_up_from_below() -> None:
    right = grid("Bereich | VZÄ", "Gesamt | 30", "Beratung | 18", "Service | 12")
    wrong = grid("Bereich | VZÄ", "Gesamt | 32", "Beratung | 18", "Service | 12")
    assert in_blocks("FIGURE-TABLE-SUM", (right,)) == []
    assert len(in_blocks("FIGURE-TABLE-SUM", (wrong,))) == 1


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Es gibt 32 Vollzeitstellen, davon 16 im Norden und 19 im Süden.", "32 Vollzeitstellen"),
        ("Es wurden 820 eLb betreut, darunter 415 Frauen und 435 Männer.", "820"),
        (
            "Bereit stehen 900.000 Euro, davon 500.000 Euro für A und 450.000 Euro für B.",
            "900.000 Euro",
        ),
    ],
)
def test_parts_that_cannot_overlap_are_never_more_than_their_whole(words: str, quote: str) -> None:
    (found,) = in_text("FIGURE-SUM", words)
    assert quote in found.quote


@pytest.mark.parametrize(
    "words",
    [
        "Es gibt 35 Vollzeitstellen, davon 16 im Norden und 19 im Süden.",
        "Es wurden 820 eLb betreut, darunter 115 Frauen und 135 Männer ohne Abschluss.",
        "Es wurden 820 eLb betreut, darunter 615 Alleinerziehende und 335 Geflüchtete.",
    ],
)
def test_parts_that_leave_room_or_overlap_are_left_alone(words: str) -> None:
    assert in_text("FIGURE-SUM", words) == []
