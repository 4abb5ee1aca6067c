from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.check import explanations
from lpd_desktop.check.explanations import explanation_of
from lpd_desktop.check.rules import RULES, all_codes


def test_every_rule_can_be_explained() -> None:
    assert [code for code in all_codes() if explanation_of(code) is None] == []


def test_an_explanation_has_the_words_of_the_page_without_its_markup() -> None:
    found = explanation_of("BUDGET-EQUAL")
    assert found is not None
    assert found.title == RULES["BUDGET-EQUAL"].title
    assert found.cause.startswith("Zwei Zeilen")
    assert found.remedy == "Prüfen Sie beide Zeilen."
    assert not any(mark in found.cause for mark in "`*|")


def test_an_unknown_rule_has_no_explanation() -> None:
    assert explanation_of("NO-SUCH-RULE") is None


def test_an_installation_without_the_page_explains_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(explanations, "rules_page", lambda: tmp_path / "regeln.md")
    explanations._rows.cache_clear()
    try:
        assert explanation_of("BUDGET-EQUAL") is None
    finally:
        explanations._rows.cache_clear()
