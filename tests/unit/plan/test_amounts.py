"""One strict German grammar of amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.amounts import (
    AmountError,
    format_amount,
    format_euro,
    parse_amount,
    possible_readings,
    told_reading,
)

ACCEPTED = {
    "0": 0,
    "5": 500,
    "450000": 45_000_000,
    "1.000": 100_000,
    "29.521.177": 2_952_117_700,
    "15.774.877,- Euro": 1_577_487_700,
    "15.774.877,-- Euro": 1_577_487_700,
    "15.774.877,– €": 1_577_487_700,
    "616.126,00 Euro": 61_612_600,
    "616.126,00 €": 61_612_600,
    "616.126,05€": 61_612_605,
    "450.000 EUR": 45_000_000,
    "450.000\u00a0€": 45_000_000,
    "450.000\u202f€": 45_000_000,
    "  450.000  ": 45_000_000,
    "€ 80": 8_000,
    "EUR 80,5": 8_050,
    "-7,9": -790,
    "- 7,90": -790,
    "−1.000": -100_000,
    "–1.000": -100_000,
    "+1.000": 100_000,
    "-0": 0,
    "1,5 Mio. €": 150_000_000,
    "2,6 Mio. Euro": 260_000_000,
    "1,234 Mio. €": 123_400_000,
    "29.521 T€": 2_952_100_000,
    "29.521 TEUR": 2_952_100_000,
    "12 Tsd. €": 1_200_000,
    "999.999.999.999,99": 99_999_999_999_999,
}
REFUSED = {
    "": "leer",
    "   ": "leer",
    "100.0000": "„0000“ hat 4 Ziffern",
    "1.00.000": "„00“ hat 2 Ziffern",
    "1.5": "„5“ hat 1 Ziffer",
    "1000.000": "„1000“ hat 4 Ziffern",
    "0.100": "Null",
    "007": "Null",
    "3,000": "höchstens zwei Ziffern",
    "1,234.56": "höchstens zwei Ziffern",
    "1 000": "Leerzeichen",
    "1 000,00 €": "Leerzeichen",
    "(1.000)": "Minus",
    "1.000-": "Minus",
    "ca. 2,6 Mio.": "anderer Text",
    "450.000 Euro pro Jahr": "anderer Text",
    "./.": "keine Zahl",
    "-": "keine Zahl",
    "€": "keine Zahl",
    "1:152": "anderer Text",
    "24,7 %": "anderer Text",
    "64 Ü 25 17,67": "anderer Text",
    "1e5": "anderer Text",
    "0x10": "anderer Text",
    "١٢٣": "keine Zahl",
    "１２３": "keine Zahl",
    "1..000": "ein Punkt",
    ".000": "ein Punkt",
    "1,": "anderer Text",
    ",50": "fehlt",
    "--5": "anderer Text",
    "1" * 17: "zu groß",
    "NaN": "keine Zahl",
    "100.000 100.000": "Leerzeichen",
    "1.000\n2.000": "Leerzeichen",
}


@pytest.mark.parametrize(("text", "cents"), ACCEPTED.items())
def test_strict_amounts_are_read_to_the_cent(text: str, cents: int) -> None:
    assert parse_amount(text) == cents


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_strict_amount_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(AmountError) as caught:
        parse_amount(text)
    assert reason in caught.value.reason


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.booleans())
def test_every_amount_survives_being_written_and_read(cents: int, with_cents: bool) -> None:
    assert parse_amount(format_amount(cents, with_cents=with_cents)) == cents
    assert parse_amount(format_euro(cents)) == cents


@given(st.integers(0, 10**12), st.sampled_from(["teur", "mio"]))
def test_a_given_unit_multiplies_plain_numbers_exactly(number: int, unit: str) -> None:
    factor = {"teur": 1_000, "mio": 1_000_000}[unit]
    assert parse_amount(str(number), unit) == number * factor * 100


@given(st.text())
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        cents = parse_amount(text)
    except AmountError as error:
        assert str(error).startswith("„")
    else:
        assert parse_amount(format_amount(cents)) == cents


@given(st.text(alphabet="0123456789.,-€ ", max_size=14))
def test_amount_like_texts_are_read_or_refused(text: str) -> None:
    try:
        assert isinstance(parse_amount(text), int)
    except AmountError as error:
        assert error.reason


def test_a_named_unit_wins_over_the_given_one() -> None:
    assert parse_amount("3 Mio. €", "teur") == 300_000_000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("100.0000", 10_000_000),
        ("100.0000", 100_000_000),
        ("1.00.000", 10_000_000),
        ("3,000", 300_000),
        ("3,000", 300),
        ("1,234.56", 123_456),
        ("100.0000 €", 10_000_000),
    ],
)
def test_possible_readings_hold_what_was_meant(text: str, wanted: int) -> None:
    assert wanted in possible_readings(text)


@given(st.text(max_size=30))
def test_possible_readings_never_fail(text: str) -> None:
    assert all(isinstance(cents, int) for cents in possible_readings(text))


def test_words_have_no_readings() -> None:
    assert possible_readings("folgt") == ()


@pytest.mark.parametrize(
    "text", ["450000", "450.000", "616.126,00 Euro", "616.126,- €", "-1.000", "7,90", "€ 80", "0"]
)
def test_an_amount_shown_as_it_was_typed_needs_no_word(text: str) -> None:
    assert told_reading(text, parse_amount(text)) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1,5 Mio. €", "1.500.000"),
        ("1.400 T€", "1.400.000"),
        ("- 7,9", "−7,90"),
        ("7,9", "7,90"),
    ],
)
def test_an_amount_shown_otherwise_says_what_was_read(text: str, shown: str) -> None:
    told = told_reading(text, parse_amount(text))
    assert told == f"„{text}“ ist als {shown}\u00a0€ gelesen."
