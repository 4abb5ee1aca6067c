"""Remarks through the life of a plan: made on a release, kept in the next version, stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.plan.remark_file import remark_file_of, taken
from lpd_desktop.plan.remark_list import listed_remarks
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import State
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.release.states import Actor, move
from lpd_desktop.release.verification import verify
from lpd_desktop.store.draft_store import DraftStore
from tests.short_plan import short_plan
from tests.unit.plan.remarked import remarked

ACTOR = Actor("B. Muster", "Planung")
TIME = "2022-11-11T08:00:00Z"
APPROVAL = Approval((Signatory(name="A", role="B"),), "C", "2022-11-10")


def moved(file: LpdFile, *states: State) -> LpdFile:
    for state in states:
        file = move(file, state, ACTOR, TIME)
    return file


def test_remarks_on_a_submitted_plan_are_there_in_the_draft_of_the_next_version() -> None:
    submitted = moved(approve(short_plan(), APPROVAL), "submitted")
    reviewed = remarked(submitted, "A.budget#b1", text="Bitte die Quelle nennen.")
    following = moved(reviewed, "returned", "draft")
    assert following.work.remarks == reviewed.work.remarks
    assert {each.place.status for each in listed_remarks(following)} == {"found"}


def test_remarks_made_on_the_pdf_of_a_version_are_taken_by_the_draft_of_the_next_one() -> None:
    approved = approve(short_plan(), APPROVAL)
    received = read_lpd(extract_published(render_plan(approved, draft=False).data))
    returned = remark_file_of(remarked(received, "A.budget#b1"))
    following = moved(approved, "submitted", "returned", "draft")
    assert taken(following, returned).new_remarks == 1


def test_a_seal_holds_for_a_plan_with_remarks() -> None:
    file = remarked(approve(short_plan(), APPROVAL), "A.budget#b1")
    assert verify(write_lpd(file)).data_sealed.answer == "yes"


@pytest.mark.parametrize("state", ["approved", "submitted"])
def test_the_store_keeps_remarks_on_a_plan_whose_text_is_fixed(
    tmp_path: Path, state: State
) -> None:
    file = approve(short_plan(), APPROVAL)
    file = file if state == "approved" else moved(file, state)
    with DraftStore.open(tmp_path) as store:
        draft = store.add(file)
        reviewed = remarked(file, "A.budget#b1")
        store.save(draft, reviewed)
        assert store.load(draft) == reviewed
