"""`lpd diff`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd

STAFF = Address("A.staff")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """The sample, and the sample with another Stand and one more sentence."""
    file = sample_file()
    old, new = tmp_path / "alt.lpd", tmp_path / "neu.lpd"
    save_lpd(old, file)
    blocks = (*(blocks_at(file.form, file.plan, STAFF) or ()), Paragraph("x", (text_run("Neu."),)))
    plan = with_blocks(file.form, changed(file.plan, as_of="2023-02-01"), STAFF, blocks)
    save_lpd(new, replace(file, plan=plan))
    return old, new


def test_two_plans_that_say_the_same_end_with_zero(lpd: Lpd, two: tuple[Path, Path]) -> None:
    outcome = lpd("diff", two[0], two[0])
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "Beide Planungsdokumente sagen dasselbe.\n"


def test_what_changed_is_told_without_colour_and_ends_with_one(
    lpd: Lpd, two: tuple[Path, Path]
) -> None:
    outcome = lpd("diff", *two)
    assert outcome.status == 1
    lines = outcome.out.splitlines()
    assert lines[0].startswith("Deckblatt (geändert")
    assert lines[1].startswith("  ~ Stand: [-")
    assert lines[1].endswith("[+01.02.2023+]")
    assert lines[-1] == "  + Neu."
    assert "2 Stellen geändert" in outcome.err


def test_the_output_for_programs_fits_its_schema(lpd: Lpd, two: tuple[Path, Path]) -> None:
    outcome = lpd("diff", *two, "--json")
    schema = json.loads(resource("diff.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(outcome.json)
    assert outcome.status == 1
    assert [place["where"] for place in outcome.json["places"]] == ["cover", "A.staff"]
    (line,) = outcome.json["places"][1]["lines"]
    assert line["pieces"] == [{"sign": "added", "text": "Neu."}]


def test_a_file_that_is_no_plan_ends_with_two(lpd: Lpd, two: tuple[Path, Path]) -> None:
    two[1].write_text("kein Plan", "utf-8")
    assert lpd("diff", *two).status == 2
