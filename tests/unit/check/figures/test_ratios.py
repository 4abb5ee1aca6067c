"""Cases for one post: reckoned, implausible, above the yardstick."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.figures.caseload_words import caseload
from lpd_desktop.plan.amounts import format_amount

from .texts import grid, in_blocks, in_paragraphs, in_text

TRIPLES = [
    "Auf {v} VZÄ kommen {n} eLb, das ergibt einen Schlüssel von 1:{r}.",
    "Mit {v} Vollzeitäquivalenten werden {n} erwerbsfähige Leistungsberechtigte betreut (1 : {r}).",
    "Der Betreuungsschlüssel liegt bei {n} Bedarfsgemeinschaften und {v} VZÄ bei 1:{r}.",
    "Es sind {v} VZÄ für {n} BG tätig. Daraus folgt ein Schlüssel von 1 zu {r}.",
    "{n} eLb, {v} VZÄ: {r} eLb je VZÄ",
]


@pytest.mark.parametrize("pattern", TRIPLES)
@given(
    posts=st.integers(min_value=12, max_value=250),
    ratio=st.integers(min_value=60, max_value=180),
    off=st.integers(min_value=10, max_value=60),
)
def test_a_ratio_that_does_not_follow_is_found(
    pattern: str, posts: int, ratio: int, off: int
) -> None:
    words = {"v": posts, "n": format_amount(posts * ratio * 100)}
    assert in_text("FIGURE-RATIO", pattern.format(r=ratio, **words)) == []
    (found,) = in_text("FIGURE-RATIO", pattern.format(r=ratio + off, **words))
    assert f"1:{ratio}" in found.message
    assert str(ratio + off) in found.quote


@pytest.mark.parametrize(
    "words",
    [
        "Auf 64 VZÄ kommen rund 5.500 eLb, also 1:86.",
        "Auf 64,25 VZÄ kommen 5.512 eLb, also 1:85,8.",
        "Für 1.500 eLb gibt es 20 VZÄ (1:75) und für 4.500 eLb 30 VZÄ (1:150).",
        "Der Schlüssel von 1:150 wird mit 30 VZÄ erreicht.",
        "Von 120 VZÄ sind 40 VZÄ in der Beratung; bei 4.000 eLb gilt 1:100.",
        "Mindestens 20 VZÄ betreuen 1.000 eLb, angestrebt ist 1:75.",
    ],
)
def test_ratios_that_follow_or_cannot_be_reckoned_are_left_alone(words: str) -> None:
    assert in_text("FIGURE-RATIO", words) == []


def test_one_of_several_ratios_in_a_sentence_is_found() -> None:
    words = "Für 1.500 eLb gibt es 20 VZÄ (1:75) und für 4.500 eLb 30 VZÄ (1:105)."
    (found,) = in_text("FIGURE-RATIO", words)
    assert found.quote == "1:105"


def test_two_areas_with_the_same_cases_belong_together() -> None:
    posts = "Die passiven Leistungen haben 120 VZÄ, die aktiven Leistungen 100 VZÄ."
    ratios = "Das sind {} eLb je VZÄ im passiven Bereich und 102 eLb je VZÄ im aktiven Bereich."
    assert in_paragraphs("FIGURE-RATIO", posts, ratios.format(85)) == []
    assert len(in_paragraphs("FIGURE-RATIO", posts, ratios.format(58))) == 1
    other = ratios.format(58).replace("eLb je VZÄ im passiven", "BG je VZÄ im passiven")
    assert in_paragraphs("FIGURE-RATIO", posts, other) == []
    by_age = "Das sind 58 eLb je VZÄ für U25 und 102 eLb je VZÄ für Ü25."
    assert in_paragraphs("FIGURE-RATIO", posts, by_age) == []


def test_ratios_in_tables_are_reckoned_in_rows_and_columns() -> None:
    rows = ("Bereich | Beratung | Service", "VZÄ | 40 | 25,5", "eLb | 6.000 | 2.550",
            "Betreuungsschlüssel | 1:{} | 1:100")  # fmt: skip
    right = grid(*(row.format(150) for row in rows))
    wrong = grid(*(row.format(105) for row in rows))
    assert in_blocks("FIGURE-RATIO", (right,)) == []
    (found,) = in_blocks("FIGURE-RATIO", (wrong,))
    assert (found.where, found.quote) == ("A.staff#t1", "1:105")
    turned = grid("Bereich | VZÄ | BG | Schlüssel", "A | 40 | 4.000 | 100", "B | 20 | 3.000 | 105")
    (found,) = in_blocks("FIGURE-RATIO", (turned,))
    assert found.quote == "105"


def test_a_label_without_a_month_goes_with_one_that_names_it() -> None:
    head = "Team | VZÄ | eLb im Mai 2022 | Betreuungsschlüssel"
    rows = ("Nord | 20 | 2.400 | 1:{}", "Süd | 10 | 900 | 1:90")
    assert in_blocks("FIGURE-RATIO", (grid(head, *(row.format(120) for row in rows)),)) == []
    (found,) = in_blocks("FIGURE-RATIO", (grid(head, *(row.format(102) for row in rows)),))
    assert found.quote == "1:102"


def test_a_planned_ratio_is_not_reckoned_from_actual_posts() -> None:
    table = grid(
        "Bereich | Beratung", "VZÄ | 40", "eLb | 6.000", "Betreuungsschlüssel (Soll) | 1:75"
    )
    assert in_blocks("FIGURE-RATIO", (table,)) == []
    years = grid(
        "Bereich | Beratung", "VZÄ 2022 | 40", "eLb 2022 | 6.000", "Schlüssel 2021 | 1:140"
    )
    assert in_blocks("FIGURE-RATIO", (years,)) == []


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Der geplante Betreuungsschlüssel für U25 ist 1:{}.", True),
        ("Der Betreuungsschlüssel (Soll) U 25 liegt bei 1:{}.", True),
        ("Angestrebt ist ein Schlüssel von 1:{} für unter 25-Jährige.", True),
        ("Der Betreuungsschlüssel für U25 ist derzeit 1:{}.", False),
        ("Der geplante Betreuungsschlüssel für Ü25 ist 1:{}.", False),
        ("Der geplante Betreuungsschlüssel ist 1:{}.", False),
    ],
)
def test_a_planned_ratio_far_above_the_yardstick_is_a_hint(words: str, is_found: bool) -> None:
    assert len(in_text("CASELOAD", words.format(120))) == is_found
    assert in_text("CASELOAD", words.format(80)) == []


def test_what_is_implausible_is_a_hint() -> None:
    least, greatest = caseload().least, caseload().greatest
    for cases, is_found in ((least - 5, True), (90, False), (greatest + 50, True)):
        words = f"Der Betreuungsschlüssel liegt bei 1:{cases}."
        assert len(in_text("CASELOAD", words)) == is_found
    assert in_text("CASELOAD", "Die Karte hat den Maßstab 1:500.") == []


def test_the_groups_of_a_cell_are_told_apart() -> None:
    table = grid(
        "Bereich | Beratung", "VZÄ | 40", "Betreuungsschlüssel (Soll) | Ü25 1:150 U25 1:120"
    )
    assert [found.quote for found in in_blocks("CASELOAD", (table,))] == ["1:120"]
