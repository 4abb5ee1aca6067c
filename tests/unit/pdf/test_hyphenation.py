"""Division of German words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.pdf.hyphenation import LETTERS_AT_LEAST, division_points


def divided(word: str) -> str:
    points = (0, *division_points(word), len(word))
    return "-".join(word[start:end] for start, end in pairwise(points))


@pytest.mark.parametrize(
    "shown",
    [
        "Lang-zeit-ar-beits-lo-sig-keit",
        "Schwer-punkt-thema",
        "Ver-wal-tungs-mit-tel",
        "Über-ar-bei-tung",
        "Öffent-lich-keits-ar-beit",
        "Leis-tungs-be-rech-tig-ten",
        "Haus-halts-pla-nung",
    ],
)
def test_words_are_divided_between_their_parts(shown: str):
    assert divided(shown.replace("-", "")) == shown


@pytest.mark.parametrize("word", ["SGB", "Umwelt2", "BMAS", "Anna", "K3E1", "SCHWERPUNKT"])
def test_short_words_capitals_and_words_with_digits_stay_whole(word: str):
    assert division_points(word) == ()


@given(st.text(min_size=1, max_size=60))
def test_enough_letters_stay_on_both_sides(word: str):
    points = division_points(word)
    assert list(points) == sorted(set(points))
    assert all(LETTERS_AT_LEAST <= point <= len(word) - LETTERS_AT_LEAST for point in points)
