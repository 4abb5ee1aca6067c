"""`lpd acknowledge` and `lpd check --all`: accepting with a reason, listing, taking back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Work
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd

STAFF = Address("A.staff")
REASON = "Die Stelle ist ausgeschrieben."


def write(path: Path, *paragraphs: str) -> None:
    file = load_lpd(path) if path.exists() else replace(sample_file(), work=Work())
    blocks = tuple(Paragraph(f"b{n}", (text_run(each),)) for n, each in enumerate(paragraphs, 1))
    save_lpd(path, replace(file, plan=with_blocks(file.form, file.plan, STAFF, blocks)))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "entwurf.lpd"
    write(path, "Die Zahl folgt noch.", "Das Gespräch führt Frau Beispiel, Durchwahl 4711.")
    return path


def found(lpd: Lpd, draft: Path, *options: str) -> list[Any]:
    outcome = lpd("check", draft, "--json", *options)
    schema = json.loads(resource("check.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(outcome.json)
    return [each for each in outcome.json if each["where"].startswith("A.staff")]


def acknowledge(lpd: Lpd, draft: Path, *more: str) -> Any:
    return lpd("acknowledge", draft, "--rule", "PLACEHOLDER", "--at", "A.staff#b1", *more)


def test_an_accepted_finding_is_shown_with_all_alone_and_keeps_its_reason(
    lpd: Lpd, draft: Path
) -> None:
    assert "PLACEHOLDER" in [each["rule"] for each in found(lpd, draft)]
    outcome = acknowledge(lpd, draft, "--reason", REASON, "--name", "Ada")
    assert outcome.status == 0, outcome.err
    assert "PLACEHOLDER" not in [each["rule"] for each in found(lpd, draft)]
    (accepted,) = [each for each in found(lpd, draft, "--all") if "acknowledged" in each]
    assert accepted["rule"] == "PLACEHOLDER"
    assert accepted["acknowledged"]["reason"] == REASON
    assert accepted["acknowledged"]["name"] == "Ada"
    assert accepted["acknowledged"]["time"].startswith("20")
    assert REASON in lpd("check", draft, "--all").out
    assert REASON not in lpd("check", draft).out


def test_the_output_without_all_has_the_six_keys_of_old(lpd: Lpd, draft: Path) -> None:
    acknowledge(lpd, draft, "--reason", REASON)
    keys = {"rule", "level", "where", "place", "message", "suggestion"}
    assert all(set(each) == keys for each in found(lpd, draft))


def test_an_acceptance_ends_when_the_text_changes_and_is_listed_as_such(
    lpd: Lpd, draft: Path
) -> None:
    acknowledge(lpd, draft, "--reason", REASON)
    (listed,) = lpd("acknowledge", draft, "--list", "--json").json
    assert (listed["rule"], listed["open"]) == ("PLACEHOLDER", False)
    write(draft, "Die andere Zahl folgt noch.", "Das ist alles.")
    assert "PLACEHOLDER" in [each["rule"] for each in found(lpd, draft)]
    (listed,) = lpd("acknowledge", draft, "--list", "--json").json
    assert listed["open"] is True
    assert "gilt nicht mehr" in lpd("acknowledge", draft, "--list").out
    assert acknowledge(lpd, draft, "--withdraw").status == 0
    assert lpd("acknowledge", draft, "--list", "--json").json == []


def test_the_list_fits_its_schema(lpd: Lpd, draft: Path) -> None:
    acknowledge(lpd, draft, "--reason", REASON)
    schema = json.loads(resource("acknowledge.schema.json").read_text("utf-8"))
    outcome = lpd("acknowledge", draft, "--list", "--json")
    jsonschema.Draft202012Validator(schema).validate(outcome.json)
    assert outcome.json[0]["reason"] == REASON


def test_what_was_accepted_can_be_opened_again(lpd: Lpd, draft: Path) -> None:
    before = draft.read_bytes()
    acknowledge(lpd, draft, "--reason", REASON)
    assert acknowledge(lpd, draft, "--withdraw").status == 0
    assert draft.read_bytes() == before
    again = acknowledge(lpd, draft, "--withdraw")
    assert again.status == 1
    assert "nicht zur Kenntnis genommen" in again.err


@pytest.mark.parametrize("reason", ["", "  ", "-", "ok"])
def test_a_reason_that_says_nothing_is_refused_and_the_file_stays(
    lpd: Lpd, draft: Path, reason: str
) -> None:
    before = draft.read_bytes()
    outcome = acknowledge(lpd, draft, "--reason", reason)
    assert outcome.status == 1
    assert "warum" in outcome.err
    assert acknowledge(lpd, draft).status == 1
    assert draft.read_bytes() == before


def test_an_error_is_not_accepted(lpd: Lpd, draft: Path) -> None:
    write(draft, "Der Gruß an 漢字 bleibt.")
    before = draft.read_bytes()
    outcome = lpd(
        "acknowledge", draft, "--rule", "CHARACTER", "--at", "A.staff#b1", "--reason", REASON
    )
    assert outcome.status == 1
    assert "beheben" in outcome.err
    assert draft.read_bytes() == before


def test_findings_of_one_rule_at_one_address_are_told_apart_by_their_words(
    lpd: Lpd, draft: Path
) -> None:
    person = ("acknowledge", draft, "--rule", "PERSON", "--at", "A.staff#b2", "--reason", REASON)
    outcome = lpd(*person)
    assert outcome.status == 2
    assert "„Frau Beispiel“" in outcome.err
    assert "„Durchwahl 4711“" in outcome.err
    assert lpd(*person, "--quote", "Durchwahl 4711").status == 0
    left = [each["message"] for each in found(lpd, draft) if each["rule"] == "PERSON"]
    assert len(left) == 1
    assert "Frau Beispiel" in left[0]


def test_the_field_is_enough_where_it_has_one_such_finding(lpd: Lpd, draft: Path) -> None:
    outcome = lpd(
        "acknowledge", draft, "--rule", "PLACEHOLDER", "--at", "A.staff", "--reason", REASON
    )
    assert outcome.status == 0
    assert load_lpd(draft).work.acknowledged[0].where == "A.staff#b1"


def test_what_is_not_there_or_accepted_already_is_said(lpd: Lpd, draft: Path) -> None:
    missing = lpd(
        "acknowledge", draft, "--rule", "PERSON", "--at", "A.staff#b1", "--reason", REASON
    )
    assert missing.status == 1
    assert "gibt es" in missing.err
    acknowledge(lpd, draft, "--reason", REASON)
    again = acknowledge(lpd, draft, "--reason", REASON)
    assert again.status == 1
    assert "schon" in again.err


def test_a_call_without_rule_and_address_is_no_call(lpd: Lpd, draft: Path) -> None:
    assert lpd("acknowledge", draft, "--reason", REASON).status == 2
    assert lpd("acknowledge", draft, "--rule", "PERSON").status == 2


def test_an_approved_plan_is_not_changed(lpd: Lpd, draft: Path) -> None:
    file = load_lpd(draft)
    save_lpd(draft, replace(file, work=Work(state="in_review")))
    before = draft.read_bytes()
    assert acknowledge(lpd, draft, "--reason", REASON).status == 1
    assert draft.read_bytes() == before


def test_the_plan_of_last_year_adds_findings_that_can_be_accepted(
    lpd: Lpd, draft: Path, tmp_path: Path
) -> None:
    same = tmp_path / "vorjahr.lpd"
    save_lpd(same, load_lpd(draft))
    compared = found(lpd, draft, "--previous", str(same))
    unchanged = [each for each in compared if each["rule"].startswith("UNCHANGED")]
    assert [each["where"] for each in unchanged] == ["A.staff#b2"]
    call = ("acknowledge", draft, "--rule", unchanged[0]["rule"], "--at", "A.staff#b2")
    assert lpd(*call, "--reason", REASON).status == 1
    assert lpd(*call, "--reason", REASON, "--previous", same).status == 0
    left = [each["rule"] for each in found(lpd, draft, "--previous", str(same))]
    assert unchanged[0]["rule"] not in left
