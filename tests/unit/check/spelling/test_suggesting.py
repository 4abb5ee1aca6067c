"""What a misspelled word may have been."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.spelling.dictionary import HunspellDictionary
from lpd_desktop.check.spelling.field_words import field_words
from lpd_desktop.check.spelling.judging import Judge
from lpd_desktop.check.spelling.suggesting import slips_between, suggestions
from tests.unit.check.spelling.dictionaries import WordSet, system_dictionary

PLAIN = (
    "Langzeitarbeitslosigkeit Beratung Bildung Budget Fehler Kunde Straße Integration Prozess Zeit"
)


def proposed(word: str, *, extra: str = "", by_hunspell: tuple[str, ...] = ()) -> list[str]:
    dictionary = WordSet(f"{PLAIN} {extra}", by_hunspell)
    return suggestions(Judge(dictionary, field_words()), dictionary, word, 7)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("Beratnug", "Beratung"),
        ("Berratung", "Beratung"),
        ("Bertung", "Beratung"),
        ("beratung", "Beratung"),
        ("BEratung", "Beratung"),
        ("Strasse", "Straße"),
        ("Bildvng", "Bildung"),
        ("Langzeitarbeitslosigkiet", "Langzeitarbeitslosigkeit"),
        ("Integrationsprozes", "Integrationsprozess"),
        ("EGT-Bugdet", "EGT-Budget"),
    ],
)
def test_the_word_that_was_meant_comes_first(wrong: str, meant: str) -> None:
    assert proposed(wrong)[0] == meant


def test_added_words_are_proposed() -> None:
    dictionary = WordSet(PLAIN)
    judge = Judge(dictionary, field_words())
    judge.accept(["Quabbelfaxe"])
    assert suggestions(judge, dictionary, "Qwabelfaxe", 7) == ["Quabbelfaxe"]


def test_hunspell_is_asked_where_nothing_else_is_found_and_only_for_what_is_known() -> None:
    found = proposed("Zxyq", by_hunspell=("Zeit", "Unfug", "Ze-it"))
    assert found == ["Zeit"]


def test_never_more_than_wanted_and_never_the_word_itself() -> None:
    extra = " ".join(f"Zei{letter}" for letter in "abcdefghij")
    found = proposed("Zeix", extra=extra)
    assert len(found) == 7
    assert "Zeix" not in found


@given(st.text("abcü", max_size=7), st.text("abcü", max_size=7))
def test_slips_are_counted_alike_in_both_directions(left: str, right: str) -> None:
    assert slips_between(left, right, 9) == slips_between(right, left, 9)
    assert (slips_between(left, right, 9) == 0) == (left == right)


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ac", 1), ("abc", "xbc", 1), ("abc", "xyz", 3)],
)
def test_two_exchanged_neighbours_are_one_slip(left: str, right: str, slips: int) -> None:
    assert slips_between(left, right, 5) == slips


def test_far_words_are_given_up_early() -> None:
    assert slips_between("abcdefgh", "stuvwxyz", 2) == 3


def test_suggestions_for_long_words_take_less_than_a_fifth_of_a_second() -> None:
    """The median of several, so that other work on the machine does not count."""
    dictionary = HunspellDictionary(system_dictionary())
    judge = Judge(dictionary, field_words())
    words = ["Bedarfsgemeinschafft", "Auftaaktveranstaltung", "Eingliederungstittel", "vieleicht"]
    times = []
    for word in [*words, "Qualifizirungsangeboten", "Arbeitsvermitlung", "Kreishandwerkershaft"]:
        started = time.perf_counter()
        suggestions(judge, dictionary, word, 7)
        times.append(time.perf_counter() - started)
    assert sorted(times)[len(times) // 2] < 0.2
