"""Two texts word by word."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.characters import is_invisible
from lpd_desktop.plan.comparing.gap_changes import gap_changes, visible_pieces
from lpd_desktop.plan.comparing.gaps import bare, is_gap
from lpd_desktop.plan.comparing.word_pieces import Piece, text_after, text_before, word_pieces
from tests.strategies import texts


def _signed(old: str, new: str) -> list[tuple[str, str]]:
    signs = {"same": "=", "removed": "-", "added": "+"}
    return [(signs[piece.sign], piece.text) for piece in word_pieces(old, new)]


@given(texts(60, breaks=True), texts(60, breaks=True))
def test_pieces_make_both_texts_whole(old: str, new: str) -> None:
    pieces = word_pieces(old, new)
    assert (text_before(pieces), text_after(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)


WORDS = st.lists(st.sampled_from(["Budget", "der", "und", "sinkt", ",", "2024", "Ziel"]))


@given(WORDS, WORDS)
def test_pieces_of_like_sentences_make_both_whole_and_never_repeat_a_sign(
    old: list[str], new: list[str]
) -> None:
    pieces = word_pieces(" ".join(old), " ".join(new))
    assert (text_before(pieces), text_after(pieces)) == (" ".join(old), " ".join(new))
    assert (old == new) == all(piece.sign == "same" for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Das Ziel bleibt.", "Das Ziel bleibt.", [("=", "Das Ziel bleibt.")]),
        (
            "Es sind 1.400.000 Euro.",
            "Es sind 1.500.000 Euro.",
            [("=", "Es sind "), ("-", "1.400.000"), ("+", "1.500.000"), ("=", " Euro.")],
        ),
        ("", "Neu.", [("+", "Neu.")]),
        (
            "Die Maßnahme läuft.",
            "Die neue Maßnahme läuft.",
            [("=", "Die "), ("+", "neue "), ("=", "Maßnahme läuft.")],
        ),
        (
            "alle Kund*innen kommen",
            "alle Kunden kommen",
            [("=", "alle "), ("-", "Kund*innen"), ("+", "Kunden"), ("=", " kommen")],
        ),
        (
            "Beratung und Vermittlung",
            "Coaching und Begleitung",
            [
                *(("-", "Beratung"), ("+", "Coaching"), ("=", " und ")),
                *(("-", "Vermittlung"), ("+", "Begleitung")),
            ],
        ),
        (
            "1.400.000 € für Ü 25",
            "1.500.000 € für U 25",
            [
                *(("-", "1.400.000"), ("+", "1.500.000"), ("=", " € für ")),
                *(("-", "Ü"), ("+", "U"), ("=", " 25")),
            ],
        ),
        (
            "vier, fünf Orte",
            "drei, acht Orte",
            [("-", "vier, fünf"), ("+", "drei, acht"), ("=", " Orte")],
        ),
        ("E-Mail an alle", "E-Post an alle", [("-", "E-Mail"), ("+", "E-Post"), ("=", " an alle")]),
    ],
)
def test_what_changed_is_told_in_whole_words(old: str, new: str, expected: list) -> None:
    """A word that stayed is never part of a change, however short it is."""
    assert _signed(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("§ 16i", "§\u00a016i", [("=", "§"), ("-", " "), ("+", "\u00a0"), ("=", "16i")]),
        ("16 i", "16i", [("=", "16"), ("-", " "), ("=", "i")]),
        ("Leis\u00adtung", "Leistung", [("=", "Leis"), ("-", "\u00ad"), ("=", "tung")]),
        ("eins  zwei", "eins zwei", [("=", "eins "), ("-", " "), ("=", "zwei")]),
        (
            "z.B. vier",
            "z.\u00a0B. drei",
            [("=", "z."), ("+", "\u00a0"), ("=", "B. "), ("-", "vier"), ("+", "drei")],
        ),
        (
            "16 i vier",
            "16i drei",
            [("=", "16"), ("-", " "), ("=", "i "), ("-", "vier"), ("+", "drei")],
        ),
    ],
)
def test_blanks_that_changed_draw_no_word_into_the_change(
    old: str, new: str, expected: list
) -> None:
    assert _signed(old, new) == expected


_SIGNS = [" ", "\u00a0", "\u00ad", "\u200b", "\n", "\t", "[", "]", "a", "1.4", ".", ",", "€", "und"]
_SCATTERED = st.lists(st.sampled_from(_SIGNS), max_size=20).map("".join)
_GAPS = st.text(st.sampled_from(" \u00a0\u00ad\u200b\n"), max_size=2)


@given(_SCATTERED, _SCATTERED)
def test_blanks_and_words_never_share_a_piece_that_stands_beside_what_stayed(
    old: str, new: str
) -> None:
    pieces = word_pieces(old, new)
    assert (text_before(pieces), text_after(pieces)) == (old, new)
    for one, other in pairwise(pieces):
        assert one.sign != other.sign or is_gap(one.text) != is_gap(other.text)
    visible = visible_pieces(pieces)
    assert bare(text_before(visible)) == bare(old)
    assert text_after(visible) == new


@given(_SCATTERED, st.data())
def test_a_change_of_blanks_alone_counts_no_word(old: str, data: st.DataObject) -> None:
    new = "".join(data.draw(_GAPS) + sign for sign in bare(old)) + data.draw(_GAPS)
    pieces = word_pieces(old, new)
    changed = [piece.text for piece in pieces if piece.sign != "same"]
    assert all(map(is_gap, changed))
    assert (old == new) == (changed == [])
    told = gap_changes(pieces)
    assert "".join(each.old for each in told) == text_of(pieces, "removed")
    assert "".join(each.new for each in told) == text_of(pieces, "added")


def text_of(pieces: tuple[Piece, ...], sign: str) -> str:
    return "".join(piece.text for piece in pieces if piece.sign == sign)


def test_gaps_are_blanks_and_what_never_shows() -> None:
    every = set(map(chr, range(sys.maxunicode + 1))) - {"\t"}
    expected = {sign for sign in every if sign.isspace() or is_invisible(sign)}
    assert {sign for sign in every if is_gap(sign)} == expected


def test_a_very_long_text_is_compared_by_its_sentences() -> None:
    old = " ".join(f"Satz {number} von {number % 7} Teilen." for number in range(2000))
    new = old.replace("Satz 1000 von", "Der Satz 1000 von")
    new = new.replace("Satz 3 ", "Kein Satz ").replace("Satz 1990 ", "Kein Satz ")
    begun = time.perf_counter()
    pieces = word_pieces(old, new)
    assert time.perf_counter() - begun < 2
    assert (text_before(pieces), text_after(pieces)) == (old, new)
    changed = [piece.text.strip() for piece in pieces if piece.sign != "same"]
    assert changed == ["Kein", "3", "Der", "Kein", "1990"]


def test_an_accent_that_was_typed_apart_stays_with_its_word() -> None:
    assert _signed("Das Cafe bleibt.", "Das Cafe\u0301 bleibt.") == [
        ("=", "Das "),
        ("-", "Cafe"),
        ("+", "Cafe\u0301"),
        ("=", " bleibt."),
    ]
