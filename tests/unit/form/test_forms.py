"""Forms are data: read, linted, digested, derived."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lpd_desktop.form.canonical import form_digest
from lpd_desktop.form.derive import confirm_form, derive_form, unconfirmed_notice
from lpd_desktop.form.library import UnknownFormError, all_forms, form_for_year, form_with_id
from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.form.reading import FaultyFormError, FormSyntaxError, read_form, read_toml
from lpd_desktop.form.writing import form_as_toml
from lpd_desktop.runtime.resources import forms_folder

SOURCE = forms_folder() / "lpd-2023.toml"


@pytest.fixture
def raw() -> dict[str, Any]:
    return copy.deepcopy(read_toml(SOURCE))


def test_every_form_that_is_brought_along_is_sound() -> None:
    for path in forms_folder().glob("*.toml"):
        assert lint_form(read_toml(path)) == [], path.name


def test_the_form_of_2023_asks_for_three_of_six_and_up_to_three() -> None:
    form = form_with_id("lpd-2023")
    assert form.topics is not None
    assert form.potentials is not None
    assert [topic.number for topic in form.topics.topics] == [
        "I.",
        "II.",
        "III.",
        "IV.",
        "V.",
        "VI.",
    ]
    assert (form.topics.needed, form.topics.allowed, form.potentials.at_most) == (3, 3, 3)
    assert form.text(form.topics.questions[0].text).count("2023") == 1


def test_writing_a_form_as_toml_and_reading_it_gives_the_same_form() -> None:
    for form in all_forms():
        assert msgspec.convert(tomllib.loads(form_as_toml(form)), Form, strict=True) == form


def test_the_digest_survives_line_endings_and_spelled_out_defaults(tmp_path: Path) -> None:
    text = SOURCE.read_text("utf-8")
    changed = tmp_path / "form.toml"
    changed.write_bytes(
        text.replace('kind = "rich_text"', 'kind = "rich_text"\nword_limit = 0')
        .replace("\n", "\r\n")
        .encode()
    )
    assert form_digest(read_form(changed)) == form_digest(read_form(SOURCE))


def test_the_digest_changes_with_every_word(tmp_path: Path) -> None:
    changed = tmp_path / "form.toml"
    changed.write_text(SOURCE.read_text("utf-8").replace("konkret erreichen", "erreichen"), "utf-8")
    assert form_digest(read_form(changed)) != form_digest(read_form(SOURCE))


def test_a_derived_form_asks_the_same_of_another_year_until_it_is_confirmed() -> None:
    form = form_for_year(2027)
    assert (form.id, form.year, form.is_unconfirmed) == ("lpd-2027", 2027, True)
    assert "2027" in form.text(form.title)
    assert unconfirmed_notice(form) == (
        "Form von 2023, noch nicht mit der Vorlage des MAGS abgeglichen"
    )
    confirmed = confirm_form(form, "2026-09-30", "Vorlage vom 28.09.2026")
    assert not confirmed.is_unconfirmed
    assert unconfirmed_notice(confirmed) == ""


def test_deriving_leaves_deadlines_of_the_old_year_behind(raw: dict[str, Any]) -> None:
    raw["deadlines"] = [{"date": "2022-11-11", "label": "Abgabe"}]
    form = msgspec.convert(raw, Form, strict=True)
    assert derive_form(form, 2030).deadlines == ()


def test_years_out_of_reach_are_refused() -> None:
    with pytest.raises(UnknownFormError, match="20223"):
        form_for_year(20223)
    with pytest.raises(UnknownFormError, match="lpd-2023"):
        form_with_id("lpd-1999")


Damage = Callable[[dict[str, Any]], object]


def _item(raw: dict[str, Any], key: str) -> dict[str, Any]:
    return next(item for part in raw["sections"] for item in part["items"] if item["key"] == key)


FAULTS: dict[str, tuple[Damage, str]] = {
    "unknown key": (lambda raw: raw.update(colour="red"), "Unbekannte Angabe „colour“"),
    "unknown inner key": (lambda raw: _item(raw, "A.staff").update(hlep="x"), "„hlep“"),
    "missing key": (lambda raw: _item(raw, "B.topics").pop("choose"), "„choose“ fehlt"),
    "wrong type": (lambda raw: raw.update(year="2023"), "year: Erwartet wird eine ganze Zahl"),
    "fraction": (
        lambda raw: _item(raw, "A.budget")["identities"][1].update(percent=1.5),
        "percent: Erwartet wird ein Text",
    ),
    "unknown kind": (lambda raw: _item(raw, "A.staff").update(kind="essay"), "Art „essay“"),
    "no kind": (lambda raw: _item(raw, "A.staff").pop("kind"), "„kind“ fehlt"),
    "unknown role": (
        lambda raw: _item(raw, "A.budget")["rows"][0].update(role="sum"),
        "„sum“ ist nicht erlaubt",
    ),
    "unknown row": (
        lambda raw: _item(raw, "A.budget")["identities"][0].update(total="nothing"),
        "„nothing“ gibt es nicht",
    ),
    "twice the same row": (
        lambda raw: _item(raw, "A.budget")["rows"].append(_item(raw, "A.budget")["rows"][0]),
        "kommt 2-mal vor",
    ),
    "no percent": (
        lambda raw: _item(raw, "A.budget")["identities"][1].update(percent="15,2"),
        "kein Prozentwert",
    ),
    "more than there are": (lambda raw: _item(raw, "B.topics").update(choose=7), "7 von 6"),
    "unknown placeholder": (lambda raw: raw.update(title="LPD {jahr}"), "{jahr}"),
    "a key with a slash": (lambda raw: _item(raw, "A.staff").update(key="A/staff"), "A/staff"),
    "a second item of topics": (
        lambda raw: raw["sections"][1]["items"].append({**_item(raw, "B.topics"), "key": "A.x"}),
        "höchstens einen Teil",
    ),
    "an id that leads elsewhere": (lambda raw: raw.update(id="../other"), "„../other“"),
    "newer schema": (lambda raw: raw.update(schema=2), "schema"),
    "no potentials allowed": (lambda raw: _item(raw, "C.potentials").update(at_most=0), "at_most"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_lint_names_a_fault_with_its_place(raw: dict[str, Any], name: str) -> None:
    damage, expected = FAULTS[name]
    damage(raw)
    faults = lint_form(raw)
    assert any(expected in fault for fault in faults), faults
    assert all(fault.endswith(".") and ": " in fault for fault in faults)


def test_the_lint_names_all_faults_at_once(raw: dict[str, Any]) -> None:
    for name in ("unknown key", "missing key", "unknown kind", "unknown role"):
        FAULTS[name][0](raw)
    assert len(lint_form(raw)) == 4


def test_a_faulty_file_is_refused_with_its_first_fault(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    path.write_text(SOURCE.read_text("utf-8").replace("year = 2023", 'year = "bald"'), "utf-8")
    with pytest.raises(FaultyFormError, match="ganze Zahl") as caught:
        read_form(path)
    assert caught.value.exit_status == 1


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = ", b"[[", b"x" * 10])
def test_what_is_no_toml_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "form.toml"
    path.write_bytes(content)
    with pytest.raises(FormSyntaxError, match=r"Form „form\.toml“"):
        read_form(path)


def test_every_proposed_row_of_a_sum_is_known() -> None:
    for form in all_forms():
        for item in form.budgets:
            assert isinstance(item, BudgetItem)
            assert item.row(item.rows[0].key) == item.rows[0]
