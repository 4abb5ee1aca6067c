"""Lines: nothing is lost, nothing too wide, words divided seldom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.pdf import line_breaking, long_words
from lpd_desktop.pdf.inline import TextStyle, piece
from lpd_desktop.pdf.line_breaking import break_lines
from lpd_desktop.pdf.line_words import Word, text_of
from lpd_desktop.pdf.natural_widths import natural_width
from lpd_desktop.pdf.page_text import SOFT_HYPHEN, words_of
from lpd_desktop.pdf.strips import Footnote
from lpd_desktop.pdf.tree import Node

STYLE = TextStyle(10.0, 14.0)
WORDS = ("Langzeitarbeitslosigkeit", "und", "§", "16i", "SGB", "II", "1.400.000", "€", "der", "in")
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs",))


def lines_of(*texts: str, width: float = 200.0, divide: bool = True):
    node = Node("P")
    pieces = [piece(text, node, STYLE, bold=index % 2 == 1) for index, text in enumerate(texts)]
    return break_lines(pieces, width, divide=divide)


def joined(lines) -> list[str]:
    return "".join(line.text for line in lines).replace(SOFT_HYPHEN, "").split()


@given(st.lists(st.text(LETTERS, max_size=40), max_size=6), st.floats(1, 400))
def test_all_characters_stand_in_the_lines_in_order(texts: list[str], width: float):
    pieces_text = "".join(piece(text, Node("P"), STYLE).text for text in texts)
    assert joined(lines_of(*texts, width=width)) == words_of(pieces_text)


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.floats(60, 400))
def test_no_line_is_wider_than_the_measure(words: list[str], width: float):
    for line in lines_of(" ".join(words), width=width):
        assert line.width <= width + 0.1
        seen = sum(segment.width for segment in line.segments)
        assert abs(seen - line.width) < 4


@given(st.lists(st.text(LETTERS, max_size=40), max_size=6), st.floats(1, 400), st.booleans())
def test_a_paragraph_that_comes_again_is_broken_as_before(
    texts: list[str], width: float, divide: bool
):
    """The second time from memory, with the pieces of the second time."""
    known = lines_of(*texts, width=width, divide=divide)
    line_breaking._known.clear()
    fresh = lines_of(*texts, width=width, divide=divide)
    again = lines_of(*texts, width=width, divide=divide)
    for lines in (known, again):
        assert [(line.text, line.width) for line in lines] == [
            (line.text, line.width) for line in fresh
        ]
    owners = {id(segment.piece) for line in fresh for segment in line.segments}
    assert owners.isdisjoint(id(each.piece) for line in again for each in line.segments)


def test_the_same_words_in_another_cut_are_broken_anew():
    text = "Die Vermittlung gelingt, wenn alle Beteiligten rechtzeitig miteinander sprechen."
    (plain,), (strong,) = ([[piece(text, Node("P"), STYLE, bold=bold)]] for bold in (False, True))
    assert break_lines(plain, 120)[0].width != break_lines(strong, 120)[0].width


def test_a_word_is_divided_only_where_the_line_would_end_early():
    text = "Das Jobcenter hat Langzeitarbeitslosigkeit abgebaut."
    tight = lines_of(text, width=130)
    assert tight[0].text.endswith(SOFT_HYPHEN)
    whole = lines_of(text, width=130, divide=False)
    assert not any(SOFT_HYPHEN in line.text for line in whole)


def test_a_line_ends_after_a_hyphen_of_the_word_without_a_second_one():
    lines = lines_of("SGB-II-Leistungsberechtigte", width=48)
    assert lines[0].text.endswith("-")
    assert joined(lines) == ["SGB-II-Leistungsberechtigte"]


def test_a_word_that_fits_on_a_line_is_not_parted_at_its_own_hyphen():
    for width in range(150, 220):
        for line in lines_of(
            "Das Amt berät die SGB-II-Berechtigten, auch online/digital", width=width
        ):
            assert not line.text.endswith(("-", "/"))


def test_a_line_never_parts_a_figure_from_its_unit():
    for width in range(40, 160):
        for line in lines_of("rund 1.400.000 € nach § 16i SGB II im Haus", width=width):
            words = line.text.split()
            if width > 60:
                assert words[0] not in ("€", "16i", "II")


def test_a_word_wider_than_the_measure_is_parted_anywhere():
    address = "www.beispiel.example/ein_sehr_langer_pfad_ohne_jede_luecke_darin"
    lines = lines_of(address, width=50)
    assert len(lines) > 3
    assert joined(lines) == [address]


def test_line_breaks_of_the_text_are_kept():
    assert [line.text.strip() for line in lines_of("eins\nzwei drei\n\nvier")] == [
        "eins",
        "zwei drei",
        "",
        "vier",
    ]


def test_empty_lines_stand_between_texts_and_not_around_them():
    assert [line.text.strip() for line in lines_of("\n\na\n", "\n\nb\n \n")] == ["a", "", "", "b"]


def test_the_natural_width_is_that_of_the_text_on_one_line():
    pieces = [piece("zwei Wörter", Node("P"), STYLE)]
    widest, word = natural_width(pieces)
    assert abs(widest - STYLE.face.width("zwei Wörter", 10)) < 0.01
    assert abs(word - STYLE.face.width("Wörter", 10)) < 0.01


def test_an_empty_text_has_no_lines():
    assert lines_of("") == lines_of("   ") == []


def test_the_mark_of_a_footnote_is_never_cut():
    node = Node("P")
    note = Footnote(100, Node("Note"))
    mark = replace(piece("\u00a0100", node, STYLE), note=note)
    for width in range(1, 60):
        pieces = [piece("Wort", node, STYLE), mark, piece("weiter", node, STYLE)]
        lines = break_lines(pieces, width)
        assert sum(each.piece.note is note for line in lines for each in line.segments) == 1
        assert joined(lines) == ["Wort", "100weiter"]


def test_a_last_line_is_not_one_short_word():
    text = "Das Jobcenter berät alle Menschen im Kreis und wird weiter so"
    for width in range(120, 320):
        lines = lines_of(text, width=width)
        if len(lines) > 1 and len(lines[-1].text.split()) == 1:
            assert lines[-1].width >= 0.11 * width or lines[-2].width < 0.75 * width


def test_the_last_word_of_a_paragraph_is_not_divided_if_the_line_above_stays_filled():
    for width in range(110, 330):
        lines = lines_of("Das Jobcenter verringert die Langzeitarbeitslosigkeit", width=width)
        if len(lines) > 1 and lines[-2].text.endswith(SOFT_HYPHEN):
            whole_words = lines[-2].text.rsplit(" ", 1)[0]
            assert STYLE.face.width(whole_words, STYLE.size) < 0.6 * width


def test_words_come_over_from_the_line_above_only_within_a_stretch():
    assert [line.text.strip() for line in lines_of("eine ganze Zeile\nab", width=300)] == [
        "eine ganze Zeile",
        "ab",
    ]


def test_short_words_and_short_parts_of_compounds_are_not_divided():
    for text in ("Der Gender-Aspekt", "Alter", "LinkedIn Konto"):
        for width in range(45, 80):
            for line in lines_of(text, width=width):
                assert SOFT_HYPHEN not in line.text, text


def test_never_more_than_two_lines_in_a_row_end_in_a_division():
    text = " ".join(["und Langzeitarbeitslosigkeit"] * 20)
    divided = 0
    for width in range(160, 260, 3):
        marks = "".join(
            "x" if line.text.endswith(SOFT_HYPHEN) else "." for line in lines_of(text, width=width)
        )
        assert "xxx" not in marks
        divided += "xx" in marks
    assert divided


def test_an_address_is_parted_behind_its_signs_without_a_mark():
    address = "https://www.amt.example/arbeitsmarkt/eingliederung/vermittlung"
    for width in range(90, 250, 5):
        link = Node("Link", uri=address)
        lines = break_lines([piece(address, link, STYLE)], width)
        assert "".join(line.text for line in lines) == address
        assert len(lines) > 1
        assert all(line.text[-1] in "/?=" or line.text.endswith("amt") for line in lines[:-1])


def test_no_line_of_an_address_ends_with_a_hyphen():
    address = "https://www.jobcenter-kreis.example/arbeit-und-ausbildung/hilfe-beim-einstieg"
    begins = set()
    for width in range(60, 250, 3):
        lines = break_lines([piece(address, Node("Link", uri=address), STYLE)], width)
        assert "".join(line.text for line in lines) == address
        assert not any(line.text.endswith("-") for line in lines)
        begins |= {line.text[0] for line in lines[1:]}
    assert "-" in begins


def test_letters_cut_by_force_get_a_division_mark_and_figures_get_none():
    lines = lines_of("WWWWWWWWWWWWWWWWWWWW", width=60)
    assert all(line.text.endswith(SOFT_HYPHEN) for line in lines[:-1])
    assert all(line.width <= 60.1 for line in lines)
    for key in ("12345678901234567890", "A1B2C3D4E5F6A1B2C3D4E5F6"):
        assert not any(SOFT_HYPHEN in line.text for line in lines_of(key, width=60))


CHAIN = (
    "Das Jobcenter fördert nach § 16i SGB II die Teilhabe an der Beschäftigung von Menschen, die "
    "lange ohne Arbeit sind, weil wir mit vielen Trägern vor Ort gut und gern zusammenarbeiten"
).replace(" ", "\u00a0")


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007"])
@pytest.mark.parametrize("width", [90.0, 150.0, 240.0])
def test_a_chain_of_no_break_blanks_wider_than_the_line_is_broken_at_them(width: float, blank: str):
    lines = lines_of("Hier steht " + CHAIN.replace("\u00a0", blank) + " und mehr", width=width)
    assert lines[0].text.startswith("Hier steht Das ")
    for line, following in pairwise(lines):
        assert line.width > 0.5 * width
        assert line.text.endswith((" ", SOFT_HYPHEN))
        assert not following.text[0].isspace()
    assert any(f"§{blank}16i" in line.text for line in lines)


def test_a_chain_is_broken_in_what_belongs_together_where_nothing_else_helps():
    lines = lines_of("§\u00a016i\u00a0SGB\u00a0II", width=20.0)
    assert [line.text.strip() for line in lines] == ["§", "16i", "SGB", "II"]


def test_a_chain_that_fits_stays_on_its_line():
    lines = lines_of("Das steht hier, und zwar\u00a0auf\u00a0einer\u00a0Zeile", width=140.0)
    assert lines[-1].text == "zwar\u00a0auf\u00a0einer\u00a0Zeile"


@pytest.mark.parametrize(
    ("word", "width", "parts"),
    [
        ("Eingliederungsmaßnahme", 42.0, ["Einglie", "derungs", "maß", "nahme"]),
        ("Eingliederungsmaßnahme", 36.0, ["Einglie", "de", "rungs", "maß", "nahme"]),
        ("Lohnkostenzuschuss", 36.0, ["Lohn", "kosten", "zu", "schuss"]),
        ("Zuschuss", 36.0, ["Zu", "schuss"]),
    ],
)
def test_the_rest_of_a_divided_word_is_divided_where_the_whole_word_is(
    word: str, width: float, parts: list[str]
):
    assert [line.text.strip(SOFT_HYPHEN) for line in lines_of(word, width=width)] == parts


@pytest.mark.parametrize("part", ["a", "ab1=", "wort/", "ein-", "Wort\u00a0", "1\u00a0"])
def test_work_on_an_endless_word_grows_with_its_length_alone(
    part: str, monkeypatch: pytest.MonkeyPatch
):
    """What is measured of it, in characters."""
    measured: list[int] = []
    real = long_words.widths_up_to

    def counted(word: Word) -> list[float]:
        measured.append(len(text_of(word)))
        return real(word)

    for module in (line_breaking, long_words):
        monkeypatch.setattr(module, "widths_up_to", counted)
    sums = []
    for times in (2000, 4000):
        measured.clear()
        text = part * times
        assert joined(lines_of(text)) == text.split()
        sums.append(sum(measured))
    assert sums[1] <= 2.2 * sums[0]
