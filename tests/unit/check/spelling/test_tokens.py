"""Words of a text with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.spelling.tokens import Utf16Places, tokens_of

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcäöüßAÄS -*:_./@'’§0123\n\u00ad\u0301\ufffc😀𝔄"), st.characters()
    ),
    max_size=60,
)


def words(text: str) -> list[str]:
    return [token.word for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Kunde, die Kundin.", ["Der", "Kunde", "die", "Kundin"]),
        ("Kund*innen und Berater:in", ["Kund*innen", "und", "Berater:in"]),
        ("eine:n Leistungsberechtigte:r", ["eine:n", "Leistungsberechtigte:r"]),
        ("Ziel:Wirkung", ["Ziel", "Wirkung"]),
        ("Aus- und Weiterbildung", ["Aus-", "und", "Weiterbildung"]),
        ("Arbeitgeber und -nehmer", ["Arbeitgeber", "und", "-nehmer"]),
        ("EGT-Budget nach § 16i", ["EGT-Budget", "nach", "16i"]),
        ("Büro – gut", ["Büro", "gut"]),
        ("siehe www.beispiel.de/seite und a.b@c.de", ["siehe", "und"]),
        ("Datei plan.xlsx öffnen", ["Datei", "öffnen"]),
        ("Arbeits\u00admarkt", ["Arbeitsmarkt"]),
        ("Bu\u0308rger", ["Bürger"]),
        ("geht’s", ["geht's"]),
        ("das.Ende", ["das", "Ende"]),
    ],
)
def test_a_text_falls_into_these_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(TEXTS)
def test_a_word_stands_where_it_says(text: str) -> None:
    last = 0
    for token in tokens_of(text):
        assert text[token.start : token.end] == token.text
        assert last <= token.start < token.end
        last = token.end


@given(TEXTS.filter(lambda text: not set(text) & set("./@")))
def test_no_letter_is_lost_and_no_two_words_touch(text: str) -> None:
    covered = [place for token in tokens_of(text) for place in range(token.start, token.end)]
    letters = [place for place, sign in enumerate(text) if sign.isalpha()]
    assert len(covered) == len(set(covered))
    assert set(letters) <= set(covered)
    for left, right in zip(tokens_of(text), tokens_of(text)[1:], strict=False):
        assert not (left.end == right.start and text[left.end - 1 : left.end + 1].isalpha())


@given(TEXTS, st.integers(0, 60))
def test_places_are_counted_as_the_editor_counts_them(text: str, place: int) -> None:
    before = text[:place]
    assert (
        Utf16Places(text).of(len(before)) == len(before.encode("utf-16-le", "surrogatepass")) // 2
    )
