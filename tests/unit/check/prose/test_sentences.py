"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.prose.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Das ist neu. Es bleibt so.", ["Das ist neu.", "Es bleibt so."]),
        ("Am 3. Mai z. B. fiel es. Danach nicht.", ["Am 3. Mai z. B. fiel es.", "Danach nicht."]),
        ("Das sind ca. 2,6 Mio. Euro. Mehr nicht!", ["Das sind ca. 2,6 Mio. Euro.", "Mehr nicht!"]),
        ("Es sind 1,2 Mio. € (rd. 3 %). Gut so.", ["Es sind 1,2 Mio. € (rd. 3 %).", "Gut so."]),
        ("Es waren 2.400. Das reicht.", ["Es waren 2.400.", "Das reicht."]),
        ("„Das geht.“ So sprach sie.", ["„Das geht.“", "So sprach sie."]),
        ("Nach § 16 i Abs. 1 SGB II gilt das.", ["Nach § 16 i Abs. 1 SGB II gilt das."]),
        ("oben\nunten", ["oben", "unten"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_point_ends_a_sentence_but_no_abbreviation(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text())
def test_sentences_hold_all_that_is_no_blank_and_in_order(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
