"""The open draft: changes are heard, undone, and refused once the plan is approved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import add_row, remove_row, set_amount
from lpd_desktop.editing.open_draft import Change, NotADraftError, OpenDraft
from lpd_desktop.editing.remarks import AddRemark
from lpd_desktop.editing.topic_choice import put_topic_away
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Author
from lpd_desktop.plan.remark_anchor import anchor_at
from lpd_desktop.plan.rich_text import Blocks, paragraph
from lpd_desktop.plan.sample import sample_file

STAFF = Address("A.staff")
WHY = Address("B.topics", ("equality", "why"))


class Recorder:
    """A writer and listener that remembers."""

    def __init__(self) -> None:
        self.files: list[LpdFile] = []
        self.changes: list[Change] = []

    def submit(self, file: LpdFile) -> None:
        self.files.append(file)

    def hear(self, change: Change) -> None:
        self.changes.append(change)


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def draft(recorder: Recorder) -> OpenDraft:
    draft = OpenDraft(sample_file(), recorder)
    draft.subscribe(recorder.hear)
    return draft


def text(draft: OpenDraft, address: Address) -> Blocks | None:
    return blocks_at(draft.file.form, draft.plan, address)


def test_typed_text_is_handed_to_the_writer_and_told_to_listeners(
    draft: OpenDraft, recorder: Recorder
) -> None:
    new = (paragraph("neu"),)
    draft.set_text(STAFF, new)
    assert text(draft, STAFF) == new
    assert recorder.files == [draft.file]
    assert recorder.changes == [Change("", STAFF)]


def test_text_that_is_the_same_is_no_change(draft: OpenDraft, recorder: Recorder) -> None:
    draft.set_text(STAFF, text(draft, STAFF) or ())
    draft.change("nichts", lambda file: file)
    assert recorder.files == []
    assert draft.undo_title == ""


def test_a_step_is_undone_and_brought_back(draft: OpenDraft) -> None:
    before = draft.file
    draft.change(
        "Betrag ändern", lambda file: set_amount(file, "A.budget", "transfer_in", "plan", "7")
    )
    after = draft.file
    assert (draft.undo_title, draft.redo_title) == ("Betrag ändern", "")
    draft.undo()
    assert draft.file == before
    assert (draft.undo_title, draft.redo_title) == ("", "Betrag ändern")
    draft.redo()
    assert draft.file == after


def test_undo_keeps_what_was_typed_after_the_step(draft: OpenDraft) -> None:
    draft.change("Zeile hinzufügen", lambda file: add_row(file, "A.budget", "Eigene Zeile"))
    typed = (paragraph("nach der Zeile getippt"),)
    draft.set_text(STAFF, typed)
    draft.undo()
    table = draft.plan.answer("A.budget").table
    assert table is not None
    assert table.row("own_1") is None
    assert text(draft, STAFF) == typed


def test_undoing_a_topic_put_away_brings_its_texts_back(draft: OpenDraft) -> None:
    before = text(draft, WHY)
    draft.change("Thema abwählen", lambda file: put_topic_away(file, "equality"))
    assert text(draft, WHY) is None
    draft.undo()
    assert text(draft, WHY) == before


def test_a_new_step_ends_what_could_be_brought_back(draft: OpenDraft) -> None:
    draft.change("eins", lambda file: add_row(file, "A.budget", "Eins"))
    draft.undo()
    draft.change("zwei", lambda file: add_row(file, "A.budget", "Zwei"))
    assert draft.redo_title == ""


def test_several_steps_are_undone_in_reverse(draft: OpenDraft) -> None:
    before = draft.file
    for label in ("Eins", "Zwei", "Drei"):
        draft.change(label, lambda file, label=label: add_row(file, "A.budget", label))
    titles = []
    while draft.undo_title:
        titles.append(draft.undo_title)
        draft.undo()
    assert titles == ["Drei", "Zwei", "Eins"]
    assert draft.file == before


def test_an_approved_plan_takes_no_text_and_no_step(recorder: Recorder) -> None:
    file = sample_file()
    draft = OpenDraft(replace(file, work=changed(file.work, state="approved")), recorder)
    with pytest.raises(NotADraftError, match="freigegeben"):
        draft.set_text(STAFF, ())
    with pytest.raises(NotADraftError):
        draft.change("x", lambda file: remove_row(file, "A.budget", "transfer_in"))
    assert recorder.files == []


def test_nothing_before_an_approval_can_be_undone(draft: OpenDraft) -> None:
    draft.change("eins", lambda file: add_row(file, "A.budget", "Eins"))
    draft.move_on("Freigabe", draft.file)
    draft.undo()
    assert draft.undo_title == ""
    table = draft.plan.answer("A.budget").table
    assert table is not None
    assert table.row("own_1") is not None


def test_who_ended_the_subscription_hears_nothing(draft: OpenDraft, recorder: Recorder) -> None:
    other = Recorder()
    end = draft.subscribe(other.hear)
    end()
    draft.set_text(STAFF, ())
    assert other.changes == []
    assert len(recorder.changes) == 1


def test_a_field_that_the_plan_does_not_have_is_no_place_for_text(draft: OpenDraft) -> None:
    with pytest.raises(KeyError):
        draft.set_text(Address("B.topics", ("health", "why")), (paragraph("x"),))


def test_findings_follow_the_newest_state(draft: OpenDraft) -> None:
    assert not any(finding.level == "error" for finding in draft.findings())
    draft.set_text(STAFF, ())
    assert any(finding.where == "A.staff" for finding in draft.findings())


def test_a_plan_that_is_only_remarked_on_takes_remarks_and_no_text(draft: OpenDraft) -> None:
    draft.change(
        "Betrag ändern", lambda file: set_amount(file, "A.budget", "transfer_in", "plan", "7")
    )
    draft.only_remarks = True
    before = draft.plan
    with pytest.raises(NotADraftError, match="nur angemerkt"):
        draft.set_text(STAFF, (paragraph("neu"),))
    assert draft.undo_title == ""
    author = Author(name="Jan Beispiel")
    anchor = anchor_at(draft.file.form, draft.plan, STAFF)
    draft.remark("Anmerkung", AddRemark(anchor, "Warum?", author, "2022-11-08T09:30:00Z"))
    assert draft.file.work.remarks[-1].text == "Warum?"
    assert draft.plan == before
    draft.only_remarks = False
    draft.set_text(STAFF, (paragraph("neu"),))
    assert draft.why_fixed == ""
