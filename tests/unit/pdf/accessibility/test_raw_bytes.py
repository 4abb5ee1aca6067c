"""What only the bytes of a file show."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.pdf.accessibility.raw_bytes import (
    excesses_of,
    is_bearable_number,
    sets_objects_apart,
)

APART = b"%PDF-1.7\n1 0 obj\n<< /Length 9 >>\nstream\n x endobj \nendstream\nendobj\n"


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_objects_on_lines_of_their_own_are_apart_whatever_streams_hold(end: bytes):
    assert sets_objects_apart(APART.replace(b"\n", end) if end != b"\r" else APART)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\nendobj", b" endobj"),
        (b"endobj\n", b"endobj 2"),
        (b"\n1 0 obj", b" 1 0 obj"),
        (b"obj\n<<", b"obj <<"),
    ],
)
def test_an_object_within_a_line_is_noticed(old: bytes, new: bytes):
    damaged = APART.replace(old, new)
    assert damaged != APART
    assert not sets_objects_apart(damaged)


@given(st.binary(max_size=40))
def test_whole_letters_in_hexadecimal_are_within_the_bounds(words: bytes):
    content = b"/P <</MCID 3>> BDC BT <" + words.hex().encode() + b"> Tj ET EMC"
    assert excesses_of(content) == []
    assert len(excesses_of(content.replace(b"> Tj", b"a> Tj"))) == 1


@pytest.mark.parametrize("content", [b"<4x> Tj", b"<" + b"20" * 32_768 + b"> Tj"])
def test_what_is_no_word_or_a_too_long_one_is_beyond_them(content: bytes):
    assert len(excesses_of(content)) == 1


@pytest.mark.parametrize("content", [b"2147483648 w", b"-99999999999 0 m", b".%s1 w" % (b"0" * 40)])
def test_numbers_that_no_archive_takes_are_beyond_them(content: bytes):
    assert excesses_of(content) == ["eine Zahl"]


@pytest.mark.parametrize(
    "content", [b"2147483647 w", b"0.000000000000000 w", b"(99999999999 <a\\)b) Tj", b"<32> Tj"]
)
def test_numbers_at_the_bounds_and_within_words_are_not(content: bytes):
    assert excesses_of(content) == []


@given(st.integers(-2_147_483_647, 2_147_483_647))
def test_whole_numbers_of_four_bytes_are_bearable(number: int):
    assert is_bearable_number(Decimal(number))
