"""Own dates: added, changed, settled, taken away; in every state of a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.open_draft import NotADraftError, OpenDraft
from lpd_desktop.editing.own_dates import (
    AddDate,
    ChangeDate,
    OwnDateError,
    RemoveDate,
    SettleDate,
    dates_of,
)
from lpd_desktop.form.model import Deadline
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file

_COUNCIL = OwnDate(label="Kreistag", date="2022-12-14")


def with_state(state):
    file = sample_file()
    return replace(file, work=changed(file.work, state=state))


@pytest.mark.parametrize("state", ["draft", "in_review", "approved", "submitted", "returned"])
def test_dates_are_noted_in_every_state_and_taken_back(state):
    draft = OpenDraft(with_state(state))
    draft.change_dates("Termin", AddDate(_COUNCIL))
    assert draft.file.work.dates == (_COUNCIL,)
    assert draft.undo_title == "Termin"
    draft.undo()
    assert draft.file.work.dates == ()
    draft.redo()
    assert draft.file.work.dates == (_COUNCIL,)


def test_a_step_on_dates_cannot_change_an_approved_plan():
    draft = OpenDraft(with_state("approved"))

    def step(file):
        return replace(file, plan=changed(file.plan, as_of="1999-01-01"))

    with pytest.raises(NotADraftError):
        draft.change_dates("Termin", step)


def test_taking_a_date_back_leaves_what_was_typed_since():
    draft = OpenDraft(sample_file())
    draft.change_dates("Termin", AddDate(_COUNCIL))
    typed = (paragraph("Seither getippt."),)
    draft.set_text(Address("A.staff"), typed)
    draft.undo()
    assert draft.file.plan.answer("A.staff").text == typed
    assert draft.file.work.dates == ()


def test_blanks_around_a_name_go():
    file = AddDate(OwnDate(label="  Kreis  ausschuss "))(sample_file())
    assert file.work.dates[0].label == "Kreis ausschuss"


@pytest.mark.parametrize("label", ["", "   "])
def test_a_date_without_a_name_is_refused(label):
    with pytest.raises(OwnDateError, match="einen Namen"):
        AddDate(OwnDate(label=label))(sample_file())


def test_the_same_name_and_day_stand_once():
    file = AddDate(_COUNCIL)(sample_file())
    with pytest.raises(OwnDateError, match=r"„Kreistag“ am 14\.12\.2022 gibt es schon"):
        AddDate(_COUNCIL)(file)
    other = AddDate(OwnDate(label="Kreistag"))(file)
    with pytest.raises(OwnDateError, match="gibt es schon"):
        ChangeDate(other.work.dates[1], _COUNCIL)(other)


def test_a_changed_date_stays_in_its_place():
    file = AddDate(OwnDate(label="MAGS"))(AddDate(_COUNCIL)(sample_file()))
    later = changed(_COUNCIL, date="2022-12-21")
    assert ChangeDate(_COUNCIL, later)(file).work.dates[0] == later


def test_what_is_gone_cannot_be_changed_removed_or_settled():
    for step in (
        ChangeDate(_COUNCIL, _COUNCIL),
        RemoveDate(_COUNCIL),
        SettleDate("Kreistag", "2022-12-14"),
    ):
        with pytest.raises(OwnDateError, match="nicht mehr"):
            step(sample_file())


def test_removing_leaves_the_others():
    file = AddDate(OwnDate(label="MAGS"))(AddDate(_COUNCIL)(sample_file()))
    assert [each.label for each in RemoveDate(_COUNCIL)(file).work.dates] == ["MAGS"]


def test_settling_an_own_date_marks_it_and_can_be_taken_back():
    file = SettleDate("Kreistag", "2022-12-14")(AddDate(_COUNCIL)(sample_file()))
    assert file.work.dates[0].done
    assert not SettleDate("Kreistag", "2022-12-14", done=False)(file).work.dates[0].done


def test_settling_a_day_of_the_form_leaves_the_form_as_it_is():
    file = sample_file()
    form = changed(file.form, deadlines=(Deadline(date="2022-11-04", label="Abgabe"),))
    file = replace(file, form=form)
    settled = SettleDate("Abgabe", "2022-11-04")(file)
    assert settled.form is form
    (due,) = dates_of(settled)
    assert (due.origin, due.done) == ("form", True)
    (again,) = dates_of(SettleDate("Abgabe", "2022-11-04", done=False)(settled))
    assert not again.done
