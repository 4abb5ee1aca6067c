"""Logo and colour: who does not see them, and how they print."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.plan.accent import contrast_to_white
from lpd_desktop.plan.logo import Logo
from lpd_desktop.plan.model import PageOptions, Plan
from tests.logos import ALT, plain_png

from .plans import FORM, codes, complete, findings

GOOD = Logo(image=plain_png(800, 200), alt=ALT)


def _with(**options: object) -> Plan:
    return replace(complete(FORM), options=PageOptions(**options))


def test_a_logo_with_words_and_pixels_and_a_dark_colour_have_no_finding() -> None:
    assert codes(_with(logo=GOOD, accent="#7a1f2b")) == []


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_a_logo_without_alternative_text_is_an_error_on_the_cover(alt: str) -> None:
    (found,) = findings(_with(logo=replace(GOOD, alt=alt)))
    assert (found.rule, found.level) == ("LOGO-ALT-MISSING", "error")
    assert found.where.endswith("/look")
    assert found.place.endswith("Erscheinungsbild")


def test_a_logo_whose_pixels_are_missing_is_an_error() -> None:
    assert codes(_with(logo=replace(GOOD, image=GOOD.image[:-20]))) == ["LOGO-UNREADABLE"]


@pytest.mark.parametrize(("width", "found"), [(560, []), (550, ["LOGO-COARSE"])])
def test_a_logo_with_few_pixels_is_a_hint_that_says_how_many_it_takes(width: int, found) -> None:
    plan = _with(logo=Logo(image=plain_png(width, 100), alt=ALT))
    assert codes(plan) == found
    assert all("560 Bildpunkten Breite" in each.suggestion for each in findings(plan))


def test_a_pale_colour_is_a_hint_that_names_the_shade_in_the_document() -> None:
    (found,) = findings(_with(accent="#ffcc00"))
    assert (found.rule, found.level) == ("ACCENT-PALE", "hint")
    assert "1,5 : 1" in found.message
    shade = found.suggestion.split("#")[1][:6]
    assert contrast_to_white(f"#{shade}") >= 4.5
