"""The words of the law that a form lists."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from lpd_desktop.form.canonical import form_digest
from lpd_desktop.form.derive import derive_form
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.model import Form
from lpd_desktop.form.reading import read_toml
from lpd_desktop.runtime.resources import forms_folder

SOURCE = forms_folder() / "lpd-2023.toml"
Damage = Callable[[dict[str, Any]], object]


@pytest.fixture
def raw() -> dict[str, Any]:
    return copy.deepcopy(read_toml(SOURCE))


def test_a_form_without_terms_has_the_digest_it_had_before_there_were_any(
    raw: dict[str, Any],
) -> None:
    del raw["terms"]
    form = msgspec.convert(raw, Form, strict=True)
    assert "terms" not in msgspec.to_builtins(form)
    assert form_digest(form) == form_digest(
        msgspec.convert({**raw, "terms": []}, Form, strict=True)
    )


def test_a_derived_form_carries_the_terms() -> None:
    form = form_for_year(2023)
    assert derive_form(form, 2030).terms == form.terms != ()


def test_every_explanation_is_a_sentence() -> None:
    for term in form_for_year(2023).terms:
        assert term.explanation.endswith(".")
        assert term.explanation[0].isupper()


FAULTS: dict[str, tuple[Damage, str]] = {
    "no word": (lambda raw: raw["terms"][0].update(words=[]), "terms[1]: words"),
    "a star alone": (lambda raw: raw["terms"][0].update(words=["*"]), "„*“ ist kein Wort"),
    "a star inside": (lambda raw: raw["terms"][0].update(words=["a*b"]), "„a*b“ ist kein Wort"),
    "a blank before": (lambda raw: raw["terms"][0].update(words=[" ab"]), "„ ab“ ist kein Wort"),
    "no date": (lambda raw: raw["terms"][1].update(until="31.12.2022"), "„31.12.2022“ ist kein"),
    "no day of the calendar": (lambda raw: raw["terms"][1].update(until="2022-02-30"), "02-30"),
    "short date": (lambda raw: raw["terms"][1].update(until="20221231"), "„20221231“ ist kein"),
    "end before begin": (
        lambda raw: raw["terms"][1].update(since="2023-01-01"),
        "until liegt vor since",
    ),
    "no time at all": (lambda raw: raw["terms"][1].pop("until"), "fehlt since, until oder draft"),
    "a draft with a time": (lambda raw: raw["terms"][0].update(until="2022-12-31"), "weder since"),
    "twice the same key": (
        lambda raw: raw["terms"].append(raw["terms"][0]),
        "terms: Der Schlüssel „trust_period“ kommt 2-mal vor",
    ),
    "no key": (lambda raw: raw["terms"][0].update(key="a b"), "„a b“ ist kein Schlüssel"),
    "unknown field": (lambda raw: raw["terms"][0].update(from_="x"), "Unbekannte Angabe „from_“"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_lint_names_a_fault_of_the_terms(raw: dict[str, Any], name: str) -> None:
    damage, expected = FAULTS[name]
    damage(raw)
    faults = lint_form(raw)
    assert any(expected in fault for fault in faults), faults
