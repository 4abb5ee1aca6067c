"""Figures of targets: hundredths in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.figures import format_figure, parse_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26,5 %", 2650),
        ("26,05", 2605),
        ("-1,2 Prozentpunkte", -120),
        ("\u2212 3", -300),
        ("+0,75", 75),
        ("1.250", 125_000),
        (" 12 \u00a0Prozent ", 1200),
    ],
)
def test_a_figure_is_read_in_hundredths(text: str, value: int) -> None:
    assert parse_figure(text) == value


@pytest.mark.parametrize(
    "text", ["etwa 5", "5,123", "1.25", "12.5", "5 €", "\u0663", "9" * 5000, "1,", "--1", "2 3"]
)
def test_what_is_no_figure_is_kept_as_typed(text: str) -> None:
    assert parse_figure(text) == TypedText(text)
    assert format_figure(TypedText(text)) == text


def test_an_empty_field_holds_nothing() -> None:
    assert parse_figure(" \t") is UNSET
    assert format_figure(UNSET) == ""


@given(st.integers(-(10**12), 10**12))
def test_a_figure_comes_back_from_its_text(value: int) -> None:
    assert parse_figure(format_figure(value)) == value
    assert not format_figure(value).endswith(",")
