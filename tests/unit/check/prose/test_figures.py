"""Figures in German prose are read to the digit, and other numbers are left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.plan.amounts import format_amount


def only(text: str) -> Figure:
    (figure,) = figures_in(text)
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "value", "step"),
    [
        ("ein Betrag von 1.234.567 Euro", "money", "1234567", "1"),
        ("ein Betrag von 1.234.567,89 €", "money", "1234567.89", "0.01"),
        ("1.234.567,- Euro", "money", "1234567", "1"),
        ("1.234.567,-- EUR", "money", "1234567", "1"),
        ("1.234.567,– €", "money", "1234567", "1"),
        ("1234567 Euro", "money", "1234567", "1"),
        ("1 234 567 Euro", "money", "1234567", "1"),
        ("1\u00a0234\u00a0567 Euro", "money", "1234567", "1"),
        ("€ 80.000 sind da", "money", "80000", "1"),
        ("EUR 80.000", "money", "80000", "1"),
        ("1,5 Mio. €", "money", "1500000", "100000"),
        ("1,5 Mio. Euro", "money", "1500000", "100000"),
        ("1,5 Mio €", "money", "1500000", "100000"),
        ("1,5 Millionen Euro", "money", "1500000", "100000"),
        ("1 Million Euro", "money", "1000000", "1000000"),
        ("1,2 Milliarden Euro", "money", "1200000000", "100000000"),
        ("es fehlen ca. 1,5 Mio. im Budget", "money", "1500000", "100000"),
        ("es sind 1,5 Mio.", "count", "1500000", "100000"),
        ("450 T€", "money", "450000", "1000"),
        ("450 TEUR", "money", "450000", "1000"),
        ("450 Tsd. Euro", "money", "450000", "1000"),
        ("450 Tausend Euro", "money", "450000", "1000"),
        ("2 Mrd. Euro", "money", "2000000000", "1000000000"),
        ("38,9%", "percent", "38.9", "0.1"),
        ("38,9 Prozent", "percent", "38.9", "0.1"),
        ("38,9 v. H.", "percent", "38.9", "0.1"),
        ("eine 5-prozentige Kürzung", "percent", "5", "1"),
        ("5,4%-Punkte", "points", "5.4", "0.1"),
        ("5,4 %-Punkten", "points", "5.4", "0.1"),
        ("5,4 Prozentpunkte", "points", "5.4", "0.1"),
        ("5,4 Prozent-Punkte", "points", "5.4", "0.1"),
        ("um einen Punkt, 1 Prozentpunkt", "points", "1", "1"),
        ("129 VZÄ", "posts", "129", "1"),
        ("64,25 Vollzeitäquivalente", "posts", "64.25", "0.01"),
        ("16 Vollzeitstellen", "posts", "16", "1"),
        ("zwölf Vollzeitstellen", "posts", "12", "1"),
        ("1:150", "ratio", "150", "1"),
        ("1 : 96,5", "ratio", "96.5", "0.1"),
        ("1 zu 150", "ratio", "150", "1"),
        ("86 eLb je VZÄ", "ratio", "86", "1"),
        ("86 eLb pro Vollzeitkraft", "ratio", "86", "1"),
        ("1 VZÄ je 75 Kunden", "ratio", "75", "1"),
        ("es waren 11.094 eLb", "count", "11094", "1"),
        ("2,1 Millionen Menschen", "count", "2100000", "100000"),
        ("2022 eLb waren es 500 Personen", "count", "500", "1"),
        ("davon sieben im Innendienst", "count", "7", "1"),
    ],
)
def test_a_figure_is_read_with_unit_and_precision(
    text: str, kind: str, value: str, step: str
) -> None:
    figure = only(text)
    assert (figure.kind, figure.value, figure.step) == (kind, Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    "text",
    [
        "im Jahr 2022",
        "2021/22",
        "am 24.10.2021",
        "zum 01.07.2023",
        "am 31. Oktober",
        "§ 16 SGB II",
        "§§ 16e und 16i",
        "Abs. 3 Nr. 4",
        "Kennzahl K3E1",
        "U25 und Ü25, auch U 25",
        "25-55 Jahre",
        "im Alter 58+",
        "14-tägig",
        "T-3",
        "B.1 und 1.2.3",
        "1 x im Jahr",
        "um 8.30 Uhr",
        "100.0000",
        "1.00.000 €",
        "29,521,177 €",
        "Vordruck 2023a",
        "KW 40",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert figures_in(text) == ()


@pytest.mark.parametrize(
    ("text", "sign", "quote"),
    [
        ("(- 7,9%)", -1, "- 7,9%"),
        ("(–7,9 %)", -1, "–7,9 %"),
        ("um −7,9 %", -1, "−7,9 %"),
        ("minus 7,9 %", -1, "7,9 %"),
        ("plus 7,9 %", 1, "7,9 %"),
        ("(+7,9 %)", 1, "+7,9 %"),
        ("Kürzung – 7,9 %", 0, "7,9 %"),
        ("Budget - 450.000 €", 0, "450.000 €"),
    ],
)
def test_a_sign_belongs_to_its_number_and_a_dash_between_words_does_not(
    text: str, sign: int, quote: str
) -> None:
    figure = only(text)
    assert (figure.sign, figure.quote) == (sign, quote)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("rund 1.200 eLb", "about"),
        ("ca. 1.200 eLb", "about"),
        ("knapp 1.200 eLb", "below"),
        ("gut 1.200 eLb", "above"),
        ("mehr als 1.200 eLb", "above"),
        ("mindestens 1.200 eLb", "at_least"),
        ("bis zu 1.200 eLb", "at_most"),
        ("genau 1.200 eLb", "exact"),
        ("Herbst 1.200 eLb", "exact"),
    ],
)
def test_the_word_before_says_how_exactly_a_figure_is_meant(text: str, hedge: str) -> None:
    assert only(text).hedge == hedge


def test_about_counts_the_zeros_as_rounding_and_exact_does_not() -> None:
    about, exact = only("rund 1.200 eLb"), only("1.200 eLb")
    assert about.interval.least == 1100
    assert exact.interval.least == Decimal("1199.5")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("5.661 arbeitsuchende eLb", "eLb"),
        ("47 neu geschaffene Plätze", "Plätze"),
        ("47 in der Beratung", ""),
        ("86 eLb je VZÄ", "eLb"),
        ("47. Danach", ""),
    ],
)
def test_the_noun_that_is_counted_stands_behind(text: str, noun: str) -> None:
    (figure,) = figures_in(text) or (Figure(Decimal(0), Decimal(1), "count", (0, 0), ""),)
    assert figure.noun == noun


@given(
    st.integers(min_value=1, max_value=10**11),
    st.sampled_from([" €", "€", " Euro", " EUR", ",- Euro", ",-- €", "\u00a0€"]),
    st.sampled_from(["Es sind ", "(", "rund ", "von ", "zuzüglich "]),
    st.sampled_from([".", ")", " mehr", ", davon", ";"]),
)
def test_every_amount_in_every_style_is_read_back(
    euros: int, unit: str, before: str, behind: str
) -> None:
    text = f"{before}{format_amount(euros * 100)}{unit}{behind}"
    figure = only(text)
    assert (figure.kind, figure.cents, figure.with_currency) == ("money", euros * 100, True)
    assert text[figure.start : figure.end] == figure.quote


@given(st.text(alphabet="0123456789.,- €%Mio.TVZÄ:/§()+–", max_size=40))
def test_no_text_disturbs_the_reader(text: str) -> None:
    for figure in figures_in(text):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.interval.least <= figure.value <= figure.interval.greatest
