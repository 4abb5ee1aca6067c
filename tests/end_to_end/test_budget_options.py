"""`lpd budget` decides for scripts what the window asks a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from lpd_desktop.plan.file import load_lpd
from lpd_desktop.runtime.resources import resource

from .conftest import Lpd

ROWS: list[list[Any]] = [
    ["in T€", "2023", "2022"],
    ["VWT gesamt", 16_540, 16_782],
    ["Bundesanteil an der Verwaltung", 13_846, 14_081],
    ["abzgl. Umschichtung", -180, -150],
]
TOTAL, FEDERAL = "administration_total", "administration_federal"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    path = tmp_path / "mappe.xlsx"
    book.save(path)
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "zeilen.json"
    path.write_text(json.dumps({"Bundesanteil an der Verwaltung": FEDERAL}), "utf-8")
    return path


def cents(path: Path, row: str) -> Any:
    file = load_lpd(path)
    found = file.plan.table_of(file.form, "A.budget").row(row)
    return found.plan if found else None


def test_explain_gives_the_score_of_every_row(lpd: Lpd, plan: Path, source: Path) -> None:
    outcome = lpd("budget", plan, "--from", source, "--dry-run", "--json", "--explain")
    schema = json.loads(resource("budget-import.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(outcome.json)
    rows = {row["label"]: row for row in outcome.json["rows"]}
    assert (rows["VWT gesamt"]["row"], rows["VWT gesamt"]["score"]) == (TOTAL, 100)
    assert (rows["VWT gesamt"]["cell"], rows["VWT gesamt"]["status"]) == ("A2", "ok")
    told = lpd("budget", plan, "--from", source, "--dry-run", "--explain").out
    assert "100  sicher        VWT gesamt → Verwaltungsmittel – insgesamt" in told


def test_without_explain_the_output_has_the_fixed_keys(lpd: Lpd, plan: Path, source: Path) -> None:
    outcome = lpd("budget", plan, "--from", source, "--dry-run", "--json")
    assert list(outcome.json) == ["sheet", "unit", "columns", "cells", "findings"]


def test_a_script_decides_unit_rows_and_cells(
    lpd: Lpd, plan: Path, source: Path, mapping: Path
) -> None:
    call = ("budget", plan, "--from", source, "--unit", "teur", "--map", mapping)
    assert lpd(*call, "--dry-run").status == 1
    outcome = lpd(*call, "--accept", "B4", "--accept", "C4=150.000")
    assert outcome.status == 0
    assert (cents(plan, TOTAL), cents(plan, FEDERAL)) == (1_654_000_000, 1_384_600_000)
    assert cents(plan, "transfer_out") == 18_000_000


def test_everything_that_is_asked_can_be_taken_at_once(lpd: Lpd, plan: Path, source: Path) -> None:
    assert lpd("budget", plan, "--from", source).status == 1
    assert lpd("budget", plan, "--from", source, "--accept-asked").status == 0
    assert cents(plan, TOTAL) == 1_654_000_000


def test_a_saved_profile_answers_the_next_time(
    lpd: Lpd, plan: Path, source: Path, mapping: Path, tmp_path: Path
) -> None:
    call = ("budget", plan, "--from", source)
    decided = (*call, "--map", mapping, "--accept-asked")
    assert lpd(*decided, "--save-profile", "Kreis").status == 0
    again = lpd(*call, "--json")
    assert (again.status, again.json["profile"]) == (0, "Kreis")
    assert "B-PROFILE" in {finding["rule"] for finding in again.json["findings"]}
    assert lpd(*call, "--no-profile").status == 1
    file = tmp_path / "weiter.json"
    assert lpd(*decided, "--save-profile", file).status == 0
    assert lpd(*call, "--profile", file).status == 0
    assert lpd(*call, "--profile", "Kreis", "--dry-run").status == 0


def test_a_dry_run_saves_no_profile(lpd: Lpd, plan: Path, source: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    lpd("budget", plan, "--from", source, "--dry-run", "--save-profile", file)
    assert not file.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--columns", "plan"), "nennt keine Spalte"),
        (("--columns", "wann=B"), "nennt keine Spalte"),
        (("--accept", "Z99"), "gehört nicht zum Budget"),
        (("--accept", "B2=100.0000"), "ist kein Betrag"),
        (("--profile", "Unbekannt"), "kein Profil „Unbekannt“"),
        (("--map", "fehlt.json"), "lässt sich nicht lesen"),
        (("--header-row", "x"), "keine ganze Zahl"),
    ],
)
def test_a_wrong_option_is_one_sentence_and_changes_nothing(
    lpd: Lpd, plan: Path, source: Path, options: tuple[str, ...], said: str
) -> None:
    before = plan.read_bytes()
    outcome = lpd("budget", plan, "--from", source, *options)
    assert outcome.status in (1, 2)
    assert said in outcome.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"), [("[]", "keine Zuordnung"), ('{"a": "b"}', "möglich")]
)
def test_a_wrong_mapping_is_one_sentence(
    lpd: Lpd, plan: Path, source: Path, tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "m.json"
    path.write_text(content, "utf-8")
    outcome = lpd("budget", plan, "--from", source, "--map", path)
    assert (outcome.status, said in outcome.err) == (2, True)


def test_columns_and_header_can_be_named(lpd: Lpd, plan: Path, source: Path) -> None:
    call = ("budget", plan, "--from", source, "--unit", "teur", "--json", "--dry-run")
    outcome = lpd(*call, "--header-row", "1", "--columns", "plan=C,previous=B,label=A")
    assert outcome.json["columns"] == {"plan": "C", "previous": "B"}
