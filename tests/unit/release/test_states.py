"""The states of a plan: a table of ways, each logged; the next version knows what it replaces."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.file_taking import file_as_draft
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd, write_published
from lpd_desktop.plan.log_chain import ELSEWHERE_EVENT, broken_link, chain_fault, chain_head
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import STATE_NAMES, LogEntry, State
from lpd_desktop.release.approval import Approval, WrongStateError, approve, next_version
from lpd_desktop.release.changes import replaced_file
from lpd_desktop.release.states import (
    EVENT_NAMES,
    TRANSITIONS,
    Actor,
    ActorMissingError,
    move,
    next_version_draft,
    steps_from,
    withdraw_approval,
)
from tests.short_plan import short_plan

HEAD = Signatory(name="A. Probe", role="Leitung")
APPROVAL = Approval((HEAD,), "Talbrück", "2022-11-10", time="2022-11-10T08:00:00Z")
ACTOR = Actor("B. Muster", "Planung", "muster")
TIME = "2022-11-11T08:00:00Z"


def moved(file: LpdFile, *states: State) -> LpdFile:
    for state in states:
        file = approve(file, APPROVAL) if state == "approved" else move(file, state, ACTOR, TIME)
    return file


def with_text(file: LpdFile, words: str) -> LpdFile:
    plan = with_blocks(file.form, file.plan, Address("A.staff"), (paragraph(words),))
    return replace(file, plan=plan)


def in_state(state: State) -> LpdFile:
    ways: dict[State, tuple[State, ...]] = {
        "draft": (),
        "in_review": ("in_review",),
        "approved": ("approved",),
        "submitted": ("approved", "submitted"),
        "returned": ("approved", "submitted", "returned"),
    }
    return moved(short_plan(), *ways[state])


POSSIBLE = {
    "draft": {"in_review", "approved"},
    "in_review": {"draft", "approved"},
    "approved": {"draft", "submitted"},
    "submitted": {"returned"},
    "returned": {"draft"},
}


@pytest.mark.parametrize("start", STATE_NAMES)
@pytest.mark.parametrize("target", STATE_NAMES)
def test_only_the_ways_of_the_design_can_be_gone(start: State, target: State) -> None:
    file = in_state(start)
    if target in POSSIBLE[start]:
        assert moved(file, target).work.state == target
        return
    with pytest.raises(WrongStateError, match="Das Dokument ist") as caught:
        moved(file, target)
    assert caught.value.exit_status == 1


@pytest.mark.parametrize("state", STATE_NAMES)
def test_every_step_is_possible_or_says_why_not(state: State) -> None:
    steps = steps_from(in_state(state))
    assert {step.target for step in steps if step.is_possible} == POSSIBLE[state]
    assert all(step.reason.endswith(".") for step in steps if not step.is_possible)
    assert [step.key for step in steps] == [each.key for each in TRANSITIONS]


def test_errors_stand_against_the_step_to_an_approval() -> None:
    steps = {step.key: step for step in steps_from(in_state("draft"), errors=2)}
    assert steps["approve"].reason == "2 Fehler stehen der Freigabe entgegen."
    assert steps["review"].is_possible


def test_each_change_is_logged_with_name_function_account_time_and_note() -> None:
    file = move(short_plan(), "in_review", ACTOR, TIME, " Bitte lesen. ")
    entry = file.work.log[-1]
    assert (entry.event, entry.state, entry.time) == ("review_begun", "in_review", TIME)
    assert (entry.name, entry.role, entry.account) == ("B. Muster", "Planung", "muster")
    assert entry.note == "Bitte lesen."


def test_the_whole_life_is_one_whole_chain_that_survives_its_file() -> None:
    file = short_plan()
    for state in ("in_review", "draft", "approved", "draft", "approved", "submitted", "returned"):
        file = read_lpd(write_lpd(moved(file, state)))
        assert chain_fault(file) == ""
    file = moved(file, "draft", "approved")
    assert [entry.event for entry in file.work.log] == [
        "review_begun", "review_ended", "approved", "withdrawn", "approved", "submitted",
        "returned", "next_version", "approved",
    ]  # fmt: skip
    assert all(entry.event in EVENT_NAMES for entry in file.work.log)
    assert chain_fault(file) == ""


def test_each_who_approves_stands_in_the_log_and_the_release_names_the_last_link() -> None:
    also = Signatory(name="C", role="Dezernat")
    approval = Approval((HEAD, also), "Ort", "2022-11-10", time=TIME, account="probe")
    approved = approve(short_plan(), approval)
    assert approved.release is not None
    assert [(each.name, each.role, each.account) for each in approved.work.log] == [
        ("A. Probe", "Leitung", "probe"),
        ("C", "Dezernat", "probe"),
    ]
    assert approved.release.log_chain == chain_head(approved.work.log)
    assert {entry.seal for entry in approved.work.log} == {approved.release.seal}


@pytest.mark.parametrize("actor", [Actor("", "Leitung"), Actor("A", " ")])
def test_nobody_changes_a_state_without_name_and_function(actor: Actor) -> None:
    with pytest.raises(ActorMissingError, match="keine Unterschrift"):
        move(short_plan(), "in_review", actor, TIME)


def test_approving_is_left_to_the_sign_off() -> None:
    with pytest.raises(WrongStateError, match="lpd sign-off"):
        move(short_plan(), "approved", ACTOR, TIME)


def test_what_was_changed_past_its_seal_is_not_submitted() -> None:
    spoiled = with_text(in_state("approved"), "Anders.")
    with pytest.raises(WrongStateError, match="Siegel"):
        move(spoiled, "submitted", ACTOR, TIME)
    assert moved(spoiled, "draft").work.state == "draft"


def test_a_withdrawn_approval_uses_no_number_and_replaces_nothing() -> None:
    again = moved(in_state("approved"), "draft", "approved")
    assert again.release is not None
    assert (again.release.version, again.release.replaces, again.release.changes) == (1, "", None)
    assert again.work.replaced is None


def test_the_submitted_entry_names_the_seal() -> None:
    file = in_state("submitted")
    assert file.release is not None
    assert file.work.log[-1].detail == file.work.log[-1].seal == file.release.seal
    assert next_version(file) == 2


def test_a_returned_plan_becomes_the_draft_of_the_next_version() -> None:
    returned = in_state("returned")
    file = next_version_draft(returned, ACTOR, TIME, "Tabelle fehlt")
    assert (file.work.state, file.release, file.plan) == ("draft", None, returned.plan)
    replaced = file.work.replaced
    assert replaced is not None
    assert returned.release is not None
    assert (replaced.version, replaced.seal) == (1, returned.release.seal)
    kept = replaced_file(read_lpd(write_lpd(file)).work)
    assert kept is not None
    assert write_published(kept) == write_published(returned)


def test_only_a_returned_plan_has_a_next_version() -> None:
    with pytest.raises(WrongStateError, match="zurückgegeben"):
        next_version_draft(in_state("in_review"), ACTOR, TIME)


def test_the_next_version_names_what_it_replaces_and_lists_what_changed() -> None:
    draft = with_text(moved(in_state("returned"), "draft"), "Drei neue Wörter.")
    second = moved(draft, "approved")
    assert second.release is not None
    assert second.release.version == 2
    assert second.release.replaces == draft.work.log[-1].detail
    assert [change.where for change in second.release.changes or ()] == ["A.staff"]
    withdrawn = moved(moved(second, "draft"), "approved")
    assert withdrawn.release is not None
    assert withdrawn.release.version == 2
    assert withdrawn.release.changes == second.release.changes


def test_the_third_version_replaces_the_second() -> None:
    second = moved(with_text(moved(in_state("returned"), "draft"), "Zwei."), "approved")
    third = moved(moved(second, "submitted", "returned", "draft"), "approved")
    assert third.release is not None
    assert second.release is not None
    assert (third.release.version, third.release.replaces) == (3, second.release.seal)
    assert third.release.changes == ()
    assert chain_fault(third) == ""


def out_of_its_pdf(file: LpdFile) -> LpdFile:
    """A plan without its work, as a PDF carries it."""
    return read_lpd(write_published(file))


def test_a_plan_out_of_a_pdf_keeps_version_and_predecessor_when_it_is_withdrawn() -> None:
    second = moved(with_text(moved(in_state("returned"), "draft"), "Zwei."), "approved")
    again = moved(out_of_its_pdf(second), "draft", "approved")
    assert second.release is not None
    assert again.release is not None
    assert (again.release.version, again.release.replaces) == (2, second.release.replaces)
    assert again.release.changes is None, "the first version is not at hand"


def test_the_log_of_a_plan_out_of_a_pdf_says_that_its_beginning_is_elsewhere() -> None:
    file = moved(out_of_its_pdf(in_state("approved")), "submitted")
    assert [entry.event for entry in file.work.log] == [ELSEWHERE_EVENT, "submitted"]
    assert chain_fault(file) == ""
    assert broken_link(file.work.log) is None


def test_a_plan_out_of_a_pdf_that_went_through_the_store_has_no_broken_log() -> None:
    drafted = file_as_draft(out_of_its_pdf(in_state("approved")))
    assert drafted.work.log
    assert chain_fault(drafted) == ""
    assert chain_fault(moved(drafted, "submitted", "returned", "draft", "approved")) == ""


def test_a_replaced_version_that_was_tampered_with_gives_no_list() -> None:
    draft = moved(in_state("returned"), "draft")
    assert draft.work.replaced is not None
    content = draft.work.replaced.content.replace("Talbrück", "Talbrueck")
    work = changed(draft.work, replaced=changed(draft.work.replaced, content=content))
    assert replaced_file(work) is None
    assert moved(replace(draft, work=work), "approved").release.changes is None  # type: ignore[union-attr]


def test_a_file_of_an_older_version_goes_on_with_its_log() -> None:
    old = (LogEntry(time="1", event="submitted", detail="f" * 64),)
    file = replace(short_plan(), work=changed(short_plan().work, log=old))
    approved = moved(read_lpd(write_lpd(file)), "approved")
    assert approved.release is not None
    assert (approved.release.version, approved.release.replaces) == (2, "f" * 64)
    assert chain_fault(approved) == ""


def test_the_way_of_the_window_without_a_name_still_leads_back() -> None:
    withdrawn = withdraw_approval(in_state("approved"), "", TIME)
    assert (withdrawn.work.state, withdrawn.work.log[-1].event) == ("draft", "withdrawn")


def test_same_plan_and_approval_give_the_same_pdf_of_a_next_version() -> None:
    second = moved(with_text(moved(in_state("returned"), "draft"), "Zwei."), "approved")
    again = read_lpd(write_lpd(second))
    assert render_plan(second, draft=False).data == render_plan(again, draft=False).data
