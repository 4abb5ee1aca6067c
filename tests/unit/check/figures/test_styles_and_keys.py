"""Different ways of writing sums, and key figures beside other numbers."""

from __future__ import annotations

import pytest

from .texts import in_paragraphs


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Es sind 15.774,- Euro.", "Es sind 616,00 Euro.", 1),
        ("Es sind 1,2 Mio. Euro.", "Es sind 2,6 Millionen Euro.", 1),
        ("Es sind 15.774,- Euro.", "Es sind 616,- €.", 0),
        ("Es sind 15.774 Euro.", "Es sind 616,00 Euro.", 0),
        ("Es sind 1,2 Mio. Euro.", "Es sind 2,6 Mio. €.", 0),
        ("Es leben hier 2,6 Millionen Menschen.", "Es sind 1,2 Mio. Euro.", 0),
    ],
)
def test_two_ways_of_writing_sums_are_one_hint(one: str, other: str, count: int) -> None:
    assert len(in_paragraphs("MONEY-STYLE", one, other, other)) == count


@pytest.mark.parametrize(
    ("told", "numbers", "is_found"),
    [
        ("K3 liegt bei −7,3 %.", "Die Zahl der LZB sank von 7.660 auf 7.180.", True),
        ("(Kennzahl K3: −6,3 %)", "Die Zahl der LZB sank von 7.660 auf 7.180.", False),
        (
            "(−7,3 % bei K3)",
            "Die Langzeitleistungsbeziehenden nahmen von 7.660 auf 7.180 ab.",
            True,
        ),
        ("K1E2 liegt bei −7,3 %.", "Die Zahl der eLb sank von 7.660 auf 7.180.", True),
        ("K1E2 liegt bei −7,3 %.", "Die Zahl der LZB sank von 7.660 auf 7.180.", False),
        ("K3 liegt bei −7,3 %.", "Die Zahl der eLb sank von 7.660 auf 7.180.", False),
        ("K2 liegt bei 24,3 %.", "Die Zahl der LZB sank von 7.660 auf 7.180.", False),
        ("K3 liegt bei −7,3 %.", "Der Anteil der LZB sank von 76 % auf 71 %.", False),
    ],
)
def test_a_key_figure_follows_from_the_numbers_beside_it(
    told: str, numbers: str, is_found: bool
) -> None:
    assert len(in_paragraphs("KEY-CHANGE", told, numbers)) == is_found
