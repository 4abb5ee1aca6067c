"""Two texts word by word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.comparing.word_pieces import text_after, text_before, word_pieces
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
    ],
)
def test_what_changed_is_told_in_whole_words(old: str, new: str, expected: list) -> None:
    assert _signed(old, new) == expected


def test_a_lone_small_word_between_two_changes_belongs_to_them() -> None:
    old, new = "Beratung und Vermittlung stehen vorn", "Coaching und Begleitung stehen vorn"
    assert _signed(old, new) == [
        ("-", "Beratung und Vermittlung"),
        ("+", "Coaching und Begleitung"),
        ("=", " stehen vorn"),
    ]


def test_a_very_long_text_is_compared_by_its_sentences() -> None:
    old = " ".join(f"Satz {number} von {number % 7} Teilen." for number in range(2000))
    new = old.replace("Satz 1000 von", "Der Satz 1000 von")
    new = new.replace("Satz 3 ", "Kein Satz ").replace("Satz 1990 ", "Kein Satz ")
    begun = time.perf_counter()
    pieces = word_pieces(old, new)
    assert time.perf_counter() - begun < 2
    assert (text_before(pieces), text_after(pieces)) == (old, new)
    assert sum(len(piece.text) for piece in pieces if piece.sign != "same") < 200


def test_an_accent_that_was_typed_apart_stays_with_its_word() -> None:
    assert _signed("Das Cafe bleibt.", "Das Cafe\u0301 bleibt.") == [
        ("=", "Das "),
        ("-", "Cafe"),
        ("+", "Cafe\u0301"),
        ("=", " bleibt."),
    ]
