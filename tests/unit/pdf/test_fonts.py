"""The embedded fonts and what they can set."""

from __future__ import annotations

import pytest

from lpd_desktop.pdf.fonts import all_faces, face, settable_characters
from lpd_desktop.pdf.page_text import REPLACEMENT, SOFT_HYPHEN, cleaned, with_fixed_blanks
from lpd_desktop.plan.characters import characters_table
from lpd_desktop.plan.characters import settable_characters as table_of_characters
from lpd_desktop.runtime.resources import resource


def test_the_table_of_characters_is_that_of_the_fonts():
    assert table_of_characters() == settable_characters()
    stored = resource("characters.txt").read_text("ascii")
    assert stored == characters_table(settable_characters())


def test_latin_greek_and_cyrillic_letters_and_the_signs_of_plans_can_be_set():
    letters = "ÄÖÜäöüßéèçñøåłžőșğĞıİŠđ ΑαΩω ЖжЩщЮюЯя §€%‰„“‚‘»«–—…•²³½×−≤≥→"
    assert face().settable(letters) == letters


def test_a_character_without_glyph_becomes_the_replacement_mark():
    assert face().settable("a漢b\U0001d538") == f"a{REPLACEMENT}b{REPLACEMENT}"


def test_the_division_mark_is_drawn_like_a_hyphen():
    for each in all_faces():
        assert each.width(SOFT_HYPHEN, 10) == each.width("-", 10) > 2


def test_figures_are_of_one_width():
    for each in all_faces():
        assert len({each.width(digit, 10) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("u\u0308ber", "über"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("eins\r\nzwei\u2028drei", "eins\nzwei\ndrei"),
        ("a\tb\x07", "a b"),
    ],
)
def test_invisible_characters_do_not_reach_the_page(text: str, shown: str):
    assert cleaned(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "§_16i",
        "§§_5 und",
        "nach Abs._3 Satz_2",
        "15,2_%",
        "Ü_25",
        "z._B.",
        "i._d._R.",
        "SGB_II",
        "26_VZÄ",
        "am 4._November_2022",
        "Mittel 2022 in_€",
        "gut_– und",
        "Orts-_und Bürgernähe",
        "1_400_000",
        "nach §_48b_SGB_II und §§_16e",
        "Abs._2_SGB_II",
        "siehe Nr._3",
        "um 15,2_%",
        "rund 2,4_Mio._Euro",
        "Frau_Dr._Beispiel",
        "im 2._Quartal",
        "Zuwachs_- wie erwartet",
        "gesunken (-_3,9_%)",
    ],
)
def test_lines_do_not_end_inside_figures_and_citations(text: str):
    blanks = text.replace("_", " ")
    assert with_fixed_blanks(blanks) == text.replace("_", "\u00a0")


@pytest.mark.parametrize("text", ["Haus und Hof", "im Jahr 2023 waren", "Gut, 3 Häuser", "A. Teil"])
def test_other_blanks_may_end_a_line(text: str):
    assert with_fixed_blanks(text) == text
