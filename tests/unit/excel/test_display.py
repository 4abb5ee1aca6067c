"""Number formats: what Excel shows of a number, and what of it is seen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.excel.display import number_format, shown

ACCOUNTING = '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-'


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        (ACCOUNTING, "1234.5", "1.234,50 €"),
        (ACCOUNTING, "-1234.5", "−1.234,50 €"),
        (ACCOUNTING, "0", "− €"),
        ("#,##0_);(#,##0)", "-5", "(5)"),
        ("#,##0;[Red]#,##0", "-5", "5"),
        (";;;", "5", ""),
        ('[>=1000000]0.0,," Mio";#,##0', "2500000", "2,5 Mio"),
        ('[>=1000000]0.0,," Mio";#,##0', "2500", "2.500"),
        ('0,,.0" Mio"', "2500000", "2,5 Mio"),
        ('"EUR" #,##0', "5", "EUR 5"),
        ("#,##0.0,", "1500", "1,5"),
        ("0.00E+00", "1234567", "1,23E+6"),
        ("General", "1E300", "1,00000E+300"),
        ("0.0000000000000000000000000", "0.5", "0,5000000000"),
        ("Standard", "0.30", "0,3"),
        ("", "5", "5"),
    ],
)
def test_each_number_is_shown_by_its_section(code: str, number: str, text: str) -> None:
    assert shown(Decimal(number), number_format(code)) == text


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("dd.mm.yyyy", True),
        ("TT.MM.JJJJ", True),
        ("[h]:mm", True),
        ("mm:ss.0", True),
        ("#,##0 Mio", False),
        ('0" Stunden"', False),
        ("0\\ \\T\\€", False),
        ("[Red]#,##0", False),
        ("General", False),
    ],
)
def test_formats_of_days_are_known(code: str, is_date: bool) -> None:
    assert number_format(code).is_date is is_date


@given(st.text(max_size=60), st.decimals(allow_nan=False, allow_infinity=False))
def test_no_format_stops_the_reading(code: str, number: Decimal) -> None:
    assert isinstance(shown(number, number_format(code)), str)
