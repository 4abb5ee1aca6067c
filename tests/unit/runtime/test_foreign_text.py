"""Text of strangers on a terminal: it steers nothing and forges no line."""

from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.commands.arguments import Console
from lpd_desktop.runtime.foreign_text import clean_line, clean_text, escaped_json, shown_line

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\x1b\x07\r\n\x85\u2028\u202e\u2066")))
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def steering(text: str) -> list[str]:
    return [
        sign
        for sign in text
        if (unicodedata.category(sign) == "Cc" and sign not in "\t\n")
        or unicodedata.bidirectional(sign) in TURNING
    ]


@given(TEXTS)
def test_a_line_stays_one_line_that_steers_nothing(text: str) -> None:
    shown = shown_line(text)
    assert len(shown.splitlines()) <= 1
    assert steering(shown) == []


@given(TEXTS)
def test_clean_names_and_texts_steer_nothing_and_are_clean_already(text: str) -> None:
    for clean in (clean_line, clean_text):
        assert steering(clean(text)) == []
        assert clean(clean(text)) == clean(text)
    assert "\n" not in clean_line(text)


@given(TEXTS)
def test_json_says_the_same_and_steers_nothing(text: str) -> None:
    plain = json.dumps({"a": [text]}, ensure_ascii=False, indent=2)
    assert json.loads(escaped_json(plain)) == {"a": [text]}
    assert steering(escaped_json(plain)) == []


def test_ordinary_german_text_is_shown_as_it_is() -> None:
    text = "§\u00a016i\u00ad: 1.400.000\u202f€ – „Städteregion“\tΩ Ж"
    assert shown_line(text) == clean_text(text) == text


@pytest.mark.parametrize("write", ["data", "say", "json", "lines"])
def test_whatever_goes_to_the_terminal_goes_through_one_gate(write: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    getattr(Console(out, err), write)("Eva\x1b[31m\x07\u202e\x9bMuster")
    assert steering(out.getvalue() + err.getvalue()) == []
    assert "Muster" in out.getvalue() + err.getvalue()
