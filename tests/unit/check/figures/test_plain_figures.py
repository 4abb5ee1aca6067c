"""Malformed numbers, shares that cannot be, missing units, persons with decimals, double cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.amounts import format_amount

from .texts import grid, in_blocks, in_text


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Es werden 100.0000 Euro umgeschichtet.", "100.0000"),
        ("Die Umschichtung beträgt 100.0000.", "100.0000"),
        ("Ein Betrag von 1.00.000 € steht bereit.", "1.00.000"),
        ("Das sind 29.52.1177 Euro.", "29.52.1177"),
        ("Das Budget liegt bei 29,521,177 €.", "29,521,177"),
        ("Das Budget liegt bei 1,234.50 Euro.", "1,234.50"),
        ("Das Budget liegt bei 2.4 Mio. Euro.", "2.4"),
        ("Der Anteil liegt bei 38.9 %.", "38.9"),
        ("Der Anteil liegt bei 38.9 Prozent.", "38.9"),
        ("Es sind 64.25 VZÄ besetzt.", "64.25"),
        ("Es fehlen 3,000 Euro.", "3,000"),
        ("Betreut werden 11,094 eLb.", "11,094"),
        ("Das sind 0.450.000 Euro.", "0.450.000"),
        ("Es sind 15774.877 Euro.", "15774.877"),
    ],
)
def test_numbers_that_are_none_are_found(words: str, quote: str) -> None:
    (found,) = in_text("NUMBER-MALFORMED", words)
    assert found.quote == quote


@pytest.mark.parametrize(
    "words",
    [
        "Am 24.10.2021 und am 1.7.2023 sowie vom 01.01. bis 31.12.2023.",
        "Stand: 04.11.22, Beginn 8.30 Uhr.",
        "Siehe Abschnitt 1.2.3 und Version 10.4.1 sowie Nr. 12.345.67.",
        "Es sind 1.234.567,89 Euro, 15.774.877,- Euro, 38,9 % und 2,4 Mio. Euro.",
        "Telefon 0251.123456, Az. 50.1234.567",
        "Der Faktor liegt bei 1,125 und die Fläche bei 12,500 km.",
        "Kennzahl K3E1, § 16.1, U25.",
        "Das Protokoll liegt unter 10.20.30.40.",
        "1.1 Ziele",
    ],
)
def test_dates_and_numbers_of_other_kinds_are_left_alone(words: str) -> None:
    assert in_text("NUMBER-MALFORMED", words) == []


@given(st.integers(min_value=1_000, max_value=10**10), st.integers(min_value=0, max_value=9))
def test_a_digit_too_many_in_a_group_is_always_found(euros: int, digit: int) -> None:
    right = format_amount(euros * 100)
    assert in_text("NUMBER-MALFORMED", f"Das sind {right} Euro.") == []
    (found,) = in_text("NUMBER-MALFORMED", f"Das sind {right}{digit} Euro.")
    assert found.quote == f"{right}{digit}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Der Anteil der LZB liegt bei 68,8 %.", "Der Anteil der LZB liegt bei 168,8 %."),
        ("48 % der eLb sind weiblich, 52 % männlich.", "48 % davon sind weiblich, 57 % männlich."),
        ("Der Frauenanteil beträgt 52,3 %, Männer sind 47,7 %.",
         "Der Frauenanteil beträgt 52,3 %, Männer sind 44,7 %."),
        ("Die Mittel verteilen sich zu 45 % auf A, zu 30 % auf B und zu 25 % auf C.",
         "Die Mittel verteilen sich zu 45 % auf A, zu 30 % auf B und zu 35 % auf C."),
        ("Von 11.094 eLb sind 4.438 (40,0 %) ohne Abschluss.",
         "Von 11.094 eLb sind 4.438 (48,0 %) ohne Abschluss."),
        ("Von den 240 Personen nahmen 60 teil, das sind 25 %.",
         "Von den 240 Personen nahmen 60 teil, das sind 35 %."),
        ("60 von 240 Personen (25 %) nahmen teil.", "60 von 240 Personen (52 %) nahmen teil."),
        ("Unter den rund 1.200 Frauen sind 300 Alleinerziehende, also etwa 25 %.",
         "Unter den rund 1.200 Frauen sind 300 Alleinerziehende, also etwa 52 %."),
    ],
)  # fmt: skip
def test_shares_that_cannot_be_are_found(right: str, wrong: str) -> None:
    assert in_text("FIGURE-SHARE", right) == []
    assert len(in_text("FIGURE-SHARE", wrong)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Die Integrationsquote der Frauen ist 20 %, die der Männer 75 %.",
        "Die Zahl der Frauen stieg um 53 %, die der Männer um 57 %.",
        "Der Bedarf liegt bei 120 % des Vorjahres.",
        "Von den 240 Personen nahmen 60 teil; die Quote im Land liegt bei 35 %.",
        "Von 240 Personen im Mai stieg die Zahl auf 260 (+8,3 %).",
        "Die Mittel gehen zu 45 % an A, zu 20 % an B und zu 15 % an C.",
        "Frauen sind zu 40 % und Männer zu 35 % ohne Abschluss.",
    ],
)
def test_rates_of_different_things_are_left_alone(words: str) -> None:
    assert in_text("FIGURE-SHARE", words) == []


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Es fehlen ca. 1,2 Mio. im Budget.", ["1,2 Mio."]),
        ("Ein Betrag von 450.000 wird eingesetzt.", ["450.000"]),
        ("Das Budget beträgt 35.084.802 und reicht.", ["35.084.802"]),
        ("Es fehlen 1,2 Mio. Euro; das Budget beträgt 450.000 €.", []),
        ("Rund 2,1 Mio. Menschen sind betroffen.", []),
        ("Der Betrag von 450.000 Euro reicht.", []),
        ("Es gab 35.084 Beratungen.", []),
    ],
)
def test_money_without_a_currency_is_a_hint(words: str, quotes: list[str]) -> None:
    assert [found.quote for found in in_text("UNIT-MISSING", words)] == quotes


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("U25: 53,07 eLb", True),
        ("In der Leistung sind es 98,69 BG.", True),
        ("Im Durchschnitt sind es 98,69 BG.", False),
        ("Es sind 98,69 BG je Stelle.", False),
        ("Es sind 7,5 Stunden.", False),
        ("Es sind 11,1 Tausend eLb.", False),
    ],
)
def test_persons_with_decimals_are_ratios(words: str, is_found: bool) -> None:
    assert len(in_text("COUNT-DECIMALS", words)) == is_found


def test_persons_with_decimals_are_told_once_in_a_field() -> None:
    (found,) = in_text("COUNT-DECIMALS", "Eins: 53,07 eLb\nZwei: 95,97 eLb")
    assert found.quote == "53,07 eLb"


@pytest.mark.parametrize(
    ("cell", "is_found"),
    [
        ("40 Ü25 12,5 U25", True),
        ("Ü 25 1:140 U 25 1:70", True),
        ("12 / 14", True),
        ("12\\n14", True),
        ("129 (53 %)", False),
        ("1:150", False),
        ("U25 1:70", False),
        ("3 Standorte mit 14 Teams", False),
    ],
)
def test_two_values_in_one_cell_are_a_hint(cell: str, is_found: bool) -> None:
    table = grid("Bereich | Beratung", "VZÄ | 40", f"Wert | {cell}".replace("\\n", "\n"))
    assert len(in_blocks("CELL-TWO-VALUES", (table,))) == is_found
