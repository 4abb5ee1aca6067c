"""Who changed a plan last is kept, once for each person and without a note for every letter."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan.editors import EDITORS_AT_MOST, noted, with_editor
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.file_trail import state_of
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Editor, Work

ANNA = Editor(account="muster", name="Anna", time="2022-11-08T09:30:00Z")
EDITORS = st.builds(Editor, account=st.sampled_from("abcdefghijklm"), time=st.sampled_from("123"))


def another_day(file: LpdFile) -> LpdFile:
    return replace(file, plan=changed(file.plan, as_of="2022-12-01"))


def test_who_changes_the_plan_is_its_last_editor() -> None:
    file = sample_file()
    assert with_editor(file, another_day(file), ANNA).work.editors == (ANNA,)
    assert with_editor(None, file, ANNA).work.editors == (ANNA,)


def test_work_around_the_plan_makes_nobody_its_editor() -> None:
    file = sample_file()
    remarked = replace(file, work=changed(file.work, ignored_words=("Wort",)))
    assert with_editor(file, remarked, ANNA) is remarked
    assert with_editor(file, another_day(file), Editor(time="1")).work.editors == ()


def test_a_note_is_made_anew_only_after_ten_minutes() -> None:
    work = noted(Work(), ANNA)
    assert noted(work, changed(ANNA, time="2022-11-08T09:39:59Z")) is work
    later = changed(ANNA, time="2022-11-08T09:40:00Z")
    assert noted(work, later).editors == (later,)


@given(st.lists(EDITORS))
def test_the_last_one_is_last_and_everybody_stands_once(editors: list[Editor]) -> None:
    work = Work()
    for editor in editors:
        work = noted(work, editor)
    accounts = [each.account for each in work.editors]
    assert len(accounts) == len(set(accounts)) <= EDITORS_AT_MOST
    assert accounts[-1:] == [each.account for each in editors[-1:]]


def test_who_wrote_is_no_part_of_what_is_compared_between_files() -> None:
    file = sample_file()
    assert state_of(with_editor(None, file, ANNA)) == state_of(file)
