"""`lpd budget-versions`, `lpd budget-changes`, and the budget as a workbook."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import table_of, with_table
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file, sample_workbook
from lpd_desktop.plan.work import BudgetVersion, Work
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd

ITEM = "A.budget"


def valid(name: str, content: Any) -> Any:
    schema = json.loads(resource(f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)
    return content


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The whole sample: its sentences name amounts of the budget."""
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    return path


@pytest.fixture
def imported(lpd: Lpd, plan: Path) -> Path:
    """The sample after its workbook was read."""
    assert lpd("budget", plan, "--from", sample_workbook()).status == 1
    return plan


def ids(lpd: Lpd, plan: Path) -> list[str]:
    return [each["id"] for each in lpd("budget-versions", plan, "--json").json]


def test_the_versions_are_listed_with_what_they_changed(lpd: Lpd, imported: Path) -> None:
    first, second = valid("budget-versions", lpd("budget-versions", imported, "--json").json)
    assert (first["origin"], second["origin"]) == ("found", "import")
    assert (second["source"], len(second["sha256"])) == (sample_workbook().name, 64)
    assert (first["is_present"], second["is_present"]) == (False, True)
    assert second["changes"] > 5
    lines = lpd("budget-versions", imported).out.splitlines()
    assert len(lines) == 2
    assert "← heute" in lines[1]


def test_a_version_is_compared_with_now_and_with_another(lpd: Lpd, imported: Path) -> None:
    first, second = ids(lpd, imported)
    now = valid(
        "budget-comparison", lpd("budget-versions", imported, "--compare", first, "--json").json
    )
    both = lpd("budget-versions", imported, "--compare", first, second, "--json").json
    assert (both["to"], now["to"]) == (second, "")
    assert both["rows"] == now["rows"]
    text = lpd("budget-versions", imported, "--compare", first[-8:]).out
    assert "→" in text
    assert "−" in text
    assert lpd("budget-versions", imported, "--compare", first, second, first).status == 2


def test_a_version_comes_back(lpd: Lpd, plan: Path, imported: Path) -> None:
    first, _second = ids(lpd, imported)
    before = load_lpd(imported).work.budget_versions[0].table
    assert lpd("budget-versions", imported, "--restore", first).status == 0
    file = load_lpd(imported)
    assert table_of(file, ITEM) == before
    assert [each.origin for each in file.work.budget_versions] == ["found", "import", "restored"]
    unchanged = imported.read_bytes()
    assert "schon" in lpd("budget-versions", imported, "--restore", first).err
    assert imported.read_bytes() == unchanged


def test_an_unknown_version_is_one_sentence_and_changes_nothing(lpd: Lpd, imported: Path) -> None:
    before = imported.read_bytes()
    for option in ("--restore", "--compare", "--describe"):
        outcome = lpd("budget-versions", imported, option, "zzz")
        assert outcome.status == 1
        assert len(outcome.err.splitlines()) == 1
    assert imported.read_bytes() == before


def test_the_letter_behind_a_version_is_named(lpd: Lpd, imported: Path) -> None:
    second = ids(lpd, imported)[1]
    outcome = lpd(
        "budget-versions", imported, "--describe", second, "--letter", "Schreiben des BMAS",
        "--date", "27.10.2022", "--status", "final", "--note", "Beirat", "--json",
    )  # fmt: skip
    described = valid("budget-versions", outcome.json)[1]
    assert [described[name] for name in ("letter", "date", "status", "note")] == [
        "Schreiben des BMAS", "2022-10-27", "final", "Beirat",
    ]  # fmt: skip
    basis = table_of(load_lpd(imported), ITEM).basis.plan
    assert basis is not None
    assert basis.status == "final"
    assert lpd("budget-versions", imported, "--note", "ohne Stand").status == 2


def test_changed_rows_and_sentences_are_told_and_mended(lpd: Lpd, imported: Path) -> None:
    told = valid("budget-changes", lpd("budget-changes", imported, "--json").json)
    (budget,) = told["budgets"]
    assert budget["since"] == ids(lpd, imported)[0]
    assert {row["status"] for row in budget["rows"]} == {"changed", "added"}
    assert any(row["percent"] for row in budget["previous_year"])
    assert [each["quote"] for each in told["sentences"]] == ["12.650.400 €", "12.650.400 €"]
    outcome = lpd("budget-changes", imported, "--mend")
    assert outcome.status == 0
    assert "2 Angaben eingesetzt." in outcome.err
    again = lpd("budget-changes", imported, "--json").json
    assert again["sentences"] == []
    assert "12.650.400 €" not in json.dumps(json.loads(imported.read_bytes())["plan"]["answers"])


def with_amounts(table: BudgetTable, **amounts: int) -> BudgetTable:
    rows = (
        changed(row, plan=amounts[row.key]) if row.key in amounts else row for row in table.rows
    )
    return changed(table, rows=tuple(rows))


def test_what_a_person_must_decide_is_left_and_said(lpd: Lpd, plan: Path) -> None:
    file = sample_file()
    table = table_of(file, ITEM)
    before = with_amounts(table, recoveries=765_432_100, municipal_integration=765_432_100)
    after = with_amounts(table, recoveries=770_000_100, municipal_integration=780_000_100)
    version = BudgetVersion(id="v", item=ITEM, time="2022", source="alt", table=before)
    text = (paragraph("Es sind 7.654.321 €."),)
    written = with_blocks(file.form, with_table(file, ITEM, after).plan, Address("A.staff"), text)
    save_lpd(plan, replace(file, plan=written, work=Work(budget_versions=(version,))))
    outcome = lpd("budget-changes", plan, "--mend")
    assert outcome.status == 1
    assert "noch zu entscheiden" in outcome.err
    assert "„7.700.001 €“" in outcome.out
    assert " oder „7.800.001 €“" in outcome.out


def test_the_budget_goes_out_as_a_workbook_and_back(
    lpd: Lpd, imported: Path, tmp_path: Path
) -> None:
    book = tmp_path / "budget.xlsx"
    assert lpd("export", imported, "-o", book).status == 0
    before = table_of(load_lpd(imported), ITEM)
    outcome = lpd("budget", imported, "--from", book, "--json")
    assert outcome.status == 0
    assert {cell["status"] for cell in outcome.json["cells"]} == {"ok"}
    assert table_of(load_lpd(imported), ITEM) == before


def test_a_template_comes_from_a_plan_or_from_a_form(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "eins.xlsx", tmp_path / "zwei.xlsx"
    assert lpd("export", plan, "--blank", "-o", one).status == 0
    assert lpd("form", "template", "--year", 2023, "-o", other).status == 0
    for path in (one, other):
        sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))["Budget"]
        assert str(sheet["B4"].value).startswith("=IF(COUNT(")


def test_other_targets_are_refused(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    assert lpd("export", plan, "--item", "A.budget", "-o", tmp_path / "a.pdf").status == 2
    assert lpd("export", plan, "-o", tmp_path / "a.csv").status == 2
    assert lpd("form", "template", "-o", tmp_path / "a.pdf").status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["plan.lpd"]


def test_an_approved_plan_is_listed_but_not_changed(
    lpd: Lpd, imported: Path, tmp_path: Path
) -> None:
    file = load_lpd(imported)
    save_lpd(imported, replace(file, work=changed(file.work, state="in_review")))
    before = imported.read_bytes()
    first = ids(lpd, imported)[0]
    assert lpd("budget-versions", imported, "--restore", first).status == 1
    assert lpd("budget-changes", imported, "--mend").status == 1
    assert lpd("budget-changes", imported).status == 0
    assert imported.read_bytes() == before
