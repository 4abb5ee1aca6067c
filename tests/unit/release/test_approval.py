"""Approval seals, errors stand against it, withdrawal undoes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.file import LpdFile, read_lpd, seal_digest, write_lpd
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.work import LogEntry, Remark, Signatory
from lpd_desktop.release.approval import (
    Approval,
    IncompleteApprovalError,
    NotReadyError,
    WrongStateError,
    approve,
)
from lpd_desktop.release.states import withdraw_approval
from tests.short_plan import short_plan

APPROVAL = Approval((Signatory(name="A. Probe", role="Leitung"),), "Talbrück", "2022-11-10")


@pytest.fixture
def ready() -> LpdFile:
    return short_plan()


def test_an_approved_plan_carries_a_seal_over_form_plan_and_schema(ready: LpdFile) -> None:
    approved = approve(ready, APPROVAL)
    assert approved.release is not None
    assert approved.release.seal == seal_digest(ready)
    assert approved.release.version == 1
    assert approved.work.state == "approved"
    assert [entry.event for entry in approved.work.log[-1:]] == ["approved"]


def test_the_seal_holds_after_writing_and_reading(ready: LpdFile) -> None:
    approved = read_lpd(write_lpd(approve(ready, APPROVAL)))
    assert approved.release is not None
    assert seal_digest(approved) == approved.release.seal


def test_work_does_not_touch_the_seal_but_every_word_of_the_plan_does(ready: LpdFile) -> None:
    remarked = changed(ready.work, remarks=(Remark(id="r1", where="A.budget", text="Stimmt das?"),))
    assert seal_digest(replace(ready, work=remarked)) == seal_digest(ready)
    other_day = changed(ready.plan, as_of="2022-11-09")
    assert seal_digest(replace(ready, plan=other_day)) != seal_digest(ready)


def test_errors_stand_against_an_approval() -> None:
    empty = new_file(form_for_year(2023), Jobcenter())
    with pytest.raises(NotReadyError, match="Die Freigabe ist nicht möglich") as caught:
        approve(empty, APPROVAL)
    assert caught.value.exit_status == 1
    assert caught.value.findings


def test_an_approved_plan_is_not_approved_again(ready: LpdFile) -> None:
    with pytest.raises(WrongStateError, match="freigegeben"):
        approve(approve(ready, APPROVAL), APPROVAL)


@pytest.mark.parametrize(
    "approval",
    [
        Approval((), "Ort", "2022-11-10"),
        Approval((Signatory(name=" ", role="Leitung"),), "Ort", "2022-11-10"),
        Approval((Signatory(name="A", role=""),), "Ort", "2022-11-10"),
        Approval((Signatory(name="A", role="B"),), "", "2022-11-10"),
        Approval((Signatory(name="A", role="B"),), "Ort", "10.11.2022"),
    ],
)
def test_an_approval_without_name_function_place_or_date_is_refused(
    ready: LpdFile, approval: Approval
) -> None:
    with pytest.raises(IncompleteApprovalError):
        approve(ready, approval)


def test_a_name_that_the_pdf_cannot_show_is_refused_with_its_character(ready: LpdFile) -> None:
    approval = Approval((Signatory(name="Li 李", role="Leitung"),), "Ort", "2022-11-10")
    with pytest.raises(IncompleteApprovalError, match=r"„李“ \(U\+674E\)"):
        approve(ready, approval)


def test_a_withdrawn_approval_leaves_the_plan_as_it_was_and_the_number_unused(
    ready: LpdFile,
) -> None:
    withdrawn = withdraw_approval(approve(ready, APPROVAL), "A. Probe", "2022-11-11T08:00:00Z")
    assert (withdrawn.work.state, withdrawn.release, withdrawn.plan) == ("draft", None, ready.plan)
    again = approve(withdrawn, APPROVAL)
    assert again.release is not None
    assert again.release.version == 1


def test_after_a_submission_the_next_version_names_what_it_replaces(ready: LpdFile) -> None:
    entry = LogEntry(time="2022-11-12T08:00:00Z", event="submitted", detail="f" * 64)
    submitted = replace(ready, work=changed(ready.work, log=(entry,)))
    release = approve(submitted, APPROVAL).release
    assert release is not None
    assert (release.version, release.replaces) == (2, "f" * 64)


def test_only_an_approval_can_be_withdrawn(ready: LpdFile) -> None:
    with pytest.raises(WrongStateError):
        withdraw_approval(ready, "A", "2022-11-11T08:00:00Z")


@pytest.mark.parametrize(
    ("day", "words"), [("2022-11-07", "vor dem Stand"), ("2999-01-01", "heute ist der")]
)
def test_the_day_of_an_approval_is_neither_before_the_plan_nor_to_come(
    day: str, words: str
) -> None:
    with pytest.raises(IncompleteApprovalError, match=words) as caught:
        approve(short_plan(), replace(APPROVAL, date=day))
    assert caught.value.exit_status == 2


def test_names_and_place_stand_on_one_line() -> None:
    signatory = Signatory(name="A.\nProbe\t", role=" Leitung\r\nOst")
    file = approve(short_plan(), replace(APPROVAL, signatories=(signatory,), place="Tal\nbrück"))
    assert file.release is not None
    assert file.release.signatories == (Signatory(name="A. Probe", role="Leitung Ost"),)
    assert file.release.place == "Tal brück"
    assert file.work.log[-1].name == "A. Probe"


@pytest.mark.parametrize("sign", ["\x07", "\u202e", "\u200b"])
def test_signs_that_nobody_sees_are_refused_in_names(sign: str) -> None:
    signatory = Signatory(name=f"A{sign}B", role="Leitung")
    with pytest.raises(IncompleteApprovalError, match="unsichtbares Zeichen"):
        approve(short_plan(), replace(APPROVAL, signatories=(signatory,)))
