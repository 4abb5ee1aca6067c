"""Remarks in an open draft: in every state, undone like other steps, never taken back by others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.file_taking import with_remarks_of
from lpd_desktop.editing.open_draft import Change, NotADraftError, OpenDraft
from lpd_desktop.editing.remarks import (
    AddRemark,
    AnswerRemark,
    ChangeRemark,
    DeleteRemark,
    ReopenRemark,
    ResolveRemark,
    TakeRemarks,
)
from lpd_desktop.editing.taking_back import with_all_of
from lpd_desktop.plan.addresses import blocks_at
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark_anchor import anchor_at
from lpd_desktop.plan.remark_file import OtherPlanError, remark_file_of
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import State
from tests.unit.plan.remarked import (
    EVA,
    JAN,
    LATER,
    TIME,
    block,
    field_of,
    plan_with,
    remarked,
    the_remark,
)


def in_state(state: State) -> LpdFile:
    file = plan_with(block("p1", "Die Quote steigt."))
    return replace(file, work=changed(file.work, state=state))


def adding(file: LpdFile, text: str = "Bitte belegen.") -> AddRemark:
    return AddRemark(anchor_at(file.form, file.plan, field_of(file), "Quote"), text, EVA, TIME)


@pytest.mark.parametrize("state", ["draft", "in_review", "approved", "submitted", "returned"])
def test_remarks_are_made_answered_settled_and_undone_in_every_state(state: State) -> None:
    draft = OpenDraft(in_state(state))
    before = draft.file
    draft.remark("Anmerkung", adding(before))
    ident = the_remark(draft.file).id
    draft.remark("Antwort", AnswerRemark(ident, "Ja.", JAN, LATER))
    draft.remark("Erledigt", ResolveRemark(ident, JAN, LATER))
    assert the_remark(draft.file).resolved
    draft.remark("Wieder offen", ReopenRemark(ident, EVA, LATER))
    draft.remark("Text", ChangeRemark(ident, "Quelle?", EVA, LATER))
    assert the_remark(draft.file).text == "Quelle?"
    assert draft.undo_title == "Text"
    for _step in range(5):
        draft.undo()
    assert draft.file == before
    draft.redo()
    assert the_remark(draft.file).text == "Bitte belegen."


def test_listeners_hear_that_only_remarks_changed() -> None:
    draft = OpenDraft(in_state("approved"))
    heard: list[Change] = []
    draft.subscribe(heard.append)
    draft.remark("Anmerkung", adding(draft.file))
    draft.undo()
    assert [(each.title, each.only_remarks) for each in heard] == [("Anmerkung", True)] * 2


def test_a_step_that_changes_more_than_remarks_needs_a_draft() -> None:
    draft = OpenDraft(in_state("approved"))
    other = plan_with(block("p1", "Anders.")).plan
    with pytest.raises(NotADraftError):
        draft.remark("Anmerkung", lambda file: replace(file, plan=other))
    assert draft.undo_title == ""


def test_undoing_a_remark_keeps_what_was_typed_since() -> None:
    draft = OpenDraft(in_state("draft"))
    draft.remark("Anmerkung", adding(draft.file))
    typed = (block("p1", "Die Quote steigt weiter."),)
    draft.set_text(field_of(draft.file), typed)
    draft.undo()
    assert draft.file.work.remarks == ()
    assert blocks_at(draft.file.form, draft.plan, field_of(draft.file)) == typed


def test_a_deleted_remark_comes_back_by_undo() -> None:
    draft = OpenDraft(remarked(in_state("draft"), ""))
    before = draft.file
    draft.remark("Löschen", DeleteRemark(the_remark(before).id, EVA, LATER))
    assert the_remark(draft.file).is_deleted
    draft.undo()
    assert draft.file == before


def test_returned_remarks_are_one_step_and_those_of_others_are_refused() -> None:
    file = in_state("submitted")
    returned = remark_file_of(remarked(remarked(file, ""), ""))
    draft = OpenDraft(file)
    draft.remark("Anmerkungen aufnehmen", TakeRemarks(returned))
    assert len(draft.file.work.remarks) == 2
    draft.undo()
    assert draft.file == file
    with pytest.raises(OtherPlanError):
        draft.remark("Anmerkungen aufnehmen", TakeRemarks(remark_file_of(sample_file())))


def test_going_back_to_an_earlier_state_takes_back_no_remark() -> None:
    earlier = in_state("draft")
    later = remarked(earlier, "")
    assert with_all_of(later, earlier).work.remarks == later.work.remarks


def test_a_file_that_replaces_the_draft_brings_its_remarks_and_leaves_those_of_the_draft() -> None:
    base = in_state("draft")
    ours, theirs = remarked(base, "", text="Unsere."), remarked(base, "", text="Ihre.")
    both = with_remarks_of(ours, theirs)
    assert {each.text for each in both.work.remarks} == {"Unsere.", "Ihre."}
    assert with_remarks_of(base, theirs) is theirs
    assert with_remarks_of(sample_file(), theirs) is theirs
