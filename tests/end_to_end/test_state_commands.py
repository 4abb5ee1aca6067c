"""`lpd state`, `lpd log` and the rule of four eyes on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.sample import sample_workbook
from lpd_desktop.release.approval import next_version
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.command_line import Outcome
from tests.end_to_end.conftest import Lpd

WHO = ("--name", "A. Probe", "--role", "Leitung")


def go(lpd: Lpd, plan: Path, *states: str) -> Outcome:
    """The outcome of the last step."""
    outcome = Outcome(0, "", "")
    for state in states:
        if state == "approved":
            version = next_version(load_lpd(plan))
            pdf = plan.with_name(f"plan-{version}.pdf")
            outcome = lpd("sign-off", plan, *WHO, "--place", "Ort", "-o", pdf)
        else:
            outcome = lpd("state", plan, "--to", state, *WHO)
        assert outcome.status == 0, outcome.err
    return outcome


WAYS = {
    "in_review": ("in_review",),
    "approved": ("approved",),
    "submitted": ("approved", "submitted"),
    "returned": ("approved", "submitted", "returned"),
}


def json_of(outcome: Outcome, name: str) -> Any:
    schema = json.loads(resource(f"{name}.schema.json").read_text("utf-8"))
    data = json.loads(outcome.out)
    jsonschema.validate(data, schema)
    return data


def test_a_plan_goes_its_way_to_the_next_version(lpd: Lpd, plan: Path) -> None:
    go(lpd, plan, "in_review", "draft", "in_review", "approved", "draft", "approved")
    assert json_of(lpd("state", plan, "--json"), "state")["version"] == 1
    go(lpd, plan, "submitted", "returned", "draft")
    state = json_of(lpd("state", plan, "--json"), "state")
    assert (state["state"], state["editable"]) == ("draft", True)
    assert len(state["replaces"]) == 64
    go(lpd, plan, "approved")
    assert json_of(lpd("state", plan, "--json"), "state")["version"] == 2
    log = json_of(lpd("log", plan, "--verify", "--json"), "log")
    assert (log["whole"], len(log["entries"])) == (True, 10)


@pytest.mark.parametrize(("to", "said"), [("submitted", "freigegeben"), ("approved", "sign-off")])
def test_a_step_that_is_not_possible_is_refused_in_a_sentence(
    lpd: Lpd, plan: Path, to: str, said: str
) -> None:
    before = plan.read_bytes()
    outcome = lpd("state", plan, "--to", to, *WHO)
    assert (outcome.status, outcome.err.count("\n")) == (1, 1)
    assert said in outcome.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    "options", [("--to", "in_review"), ("--name", "A"), ("--to", "fertig", *WHO)]
)
def test_a_wrong_call_changes_nothing(lpd: Lpd, plan: Path, options: tuple[str, ...]) -> None:
    before = plan.read_bytes()
    assert lpd("state", plan, *options).status == 2
    assert plan.read_bytes() == before


def test_the_name_is_said_to_be_no_signature_and_the_pdf_to_be_void(lpd: Lpd, plan: Path) -> None:
    go(lpd, plan, "approved")
    outcome = go(lpd, plan, "draft")
    assert "keine Unterschrift" in outcome.err
    assert "gilt nicht mehr" in outcome.err


@pytest.mark.parametrize("state", WAYS)
def test_no_command_changes_a_plan_that_is_no_draft(
    lpd: Lpd, plan: Path, tmp_path: Path, state: str
) -> None:
    text = tmp_path / "text.md"
    text.write_text("Ein anderer Text.\n", "utf-8")
    go(lpd, plan, *WAYS[state])
    before = plan.read_bytes()
    for call in (
        ("import", text, "--into", plan, "--only", "A.staff"),
        ("budget", plan, "--from", sample_workbook()),
        ("acknowledge", plan, "--rule", "X", "--at", "A.staff", "--reason", "R"),
        ("acknowledge", plan, "--rule", "X", "--at", "A.staff", "--withdraw"),
        ("replace", "der", "die", plan, "-o", tmp_path / "z.lpd"),
        ("typo", plan, "--fix", "-o", tmp_path / "z.lpd"),
        ("look", plan, "--color", "#7a1f2b"),
        ("budget-versions", plan, "--restore", "1"),
        ("budget-changes", plan, "--mend"),
    ):
        outcome = lpd(*call)
        assert outcome.status == 1, (call, outcome.err)
        assert "ändern lässt sich nur ein Entwurf" in outcome.err, call
    assert plan.read_bytes() == before
    assert not (tmp_path / "z.lpd").exists()


def test_a_changed_log_is_found_and_named_and_the_plan_still_opens(lpd: Lpd, plan: Path) -> None:
    go(lpd, plan, "in_review", "draft", "in_review")
    raw = json.loads(plan.read_text("utf-8"))
    raw["work"]["log"][1]["name"] = "Jemand anders"
    plan.write_text(json.dumps(raw), "utf-8")
    outcome = lpd("log", plan, "--verify")
    assert outcome.status == 1
    assert "Bei Eintrag 2 " in outcome.err
    log = json_of(lpd("log", plan, "--verify", "--json"), "log")
    assert (log["whole"], log["broken_at"]) == (False, 2)
    assert lpd("log", plan).status == 0
    shown = lpd("state", plan)
    assert (shown.status, "Historie wurde verändert" in shown.err) == (0, True)
    go(lpd, plan, "draft")
    assert lpd("log", plan, "--verify").status == 1


def test_a_log_with_its_end_cut_off_is_found_by_the_state(lpd: Lpd, plan: Path) -> None:
    go(lpd, plan, "approved", "submitted")
    raw = json.loads(plan.read_text("utf-8"))
    raw["work"]["log"].pop()
    plan.write_text(json.dumps(raw), "utf-8")
    assert lpd("log", plan, "--verify").status == 1


def test_a_pdf_has_a_state_and_no_log(lpd: Lpd, plan: Path) -> None:
    go(lpd, plan, "approved")
    pdf = plan.with_name("plan-1.pdf")
    outcome = lpd("state", pdf)
    assert "freigegeben, Fassung 1" in outcome.out
    assert "Historie liegt nicht bei" in outcome.err
    assert "Es gibt keine Historie" in lpd("log", pdf, "--verify").err
    assert lpd("state", pdf, "--to", "draft", *WHO).status == 2


def test_who_wrote_last_does_not_approve_where_four_eyes_are_wanted(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "plan.pdf"
    sign = ("sign-off", plan, *WHO, "--place", "Ort", "-o", pdf)
    assert lpd("budget", plan, "--from", sample_workbook(), "--no-profile").status in (0, 1)
    assert load_lpd(plan).work.editors[-1].account
    refused = lpd(*sign, "--four-eyes")
    assert (refused.status, pdf.exists()) == (1, False)
    assert "Vier-Augen-Regel" in refused.err
    assert lpd(*sign).status == 0


def test_the_office_may_want_four_eyes_for_every_approval(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    sign = ("sign-off", plan, *WHO, "--place", "Ort", "-o", tmp_path / "plan.pdf")
    assert lpd("budget", plan, "--from", sample_workbook(), "--no-profile").status in (0, 1)
    assert lpd("settings", "set", "four_eyes", "ja").status == 0
    assert lpd(*sign).status == 1
    assert lpd("settings", "reset", "four_eyes").status == 0
    assert lpd(*sign).status == 0


def test_entries_of_a_plan_are_shown_with_who_and_why(lpd: Lpd, plan: Path) -> None:
    assert lpd("state", plan, "--to", "in_review", *WHO, "--note", "Bitte lesen").status == 0
    shown = lpd("log", plan).out
    assert "in die interne Prüfung gegeben – A. Probe, Leitung" in shown
    assert "Bitte lesen" in shown


def test_a_plan_without_history_says_so(lpd: Lpd, plan: Path) -> None:
    file = load_lpd(plan)
    save_lpd(plan, file)
    assert "keine Historie" in lpd("log", plan, "--verify").err
