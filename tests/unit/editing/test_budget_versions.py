"""Budgetstände while a draft is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_basis import set_basis
from lpd_desktop.editing.budget_rows import print_table, set_amount, table_of, with_table
from lpd_desktop.editing.budget_versions import (
    EditSession,
    changes_of_version,
    compare_versions,
    describe_version,
    hold_version,
    restore_version,
)
from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.plan.budget import Basis
from lpd_desktop.plan.budget_versions import (
    FOUND_SOURCE,
    UnknownVersionError,
    newest_version,
    version_with_id,
    versions_of,
    with_version,
)
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import BudgetVersion, Work
from tests.extent import examples

ITEM = "A.budget"
ROW = "transfer_in"
TIME = "2022-11-08T09:30:00Z"


def typed(amount: str) -> Callable[[LpdFile], LpdFile]:
    return lambda file: set_amount(file, ITEM, ROW, "plan", amount)


def amounts(file: LpdFile) -> list[int | None]:
    rows = [each.table.row(ROW) for each in versions_of(file.work, ITEM)]
    return [row.cents("plan") if row else None for row in rows]


def origins(file: LpdFile) -> list[str]:
    return [each.origin for each in versions_of(file.work, ITEM)]


@pytest.fixture
def draft() -> OpenDraft:
    return OpenDraft(sample_file())


def was(file: LpdFile) -> int | None:
    row = table_of(file, ITEM).row(ROW)
    return row.cents("plan") if row else None


def test_the_first_typed_change_keeps_the_table_before_and_begins_a_version(
    draft: OpenDraft,
) -> None:
    before = was(draft.file)
    draft.change("Betrag", typed("1"))
    draft.change("Betrag", typed("2"))
    assert origins(draft.file) == ["found", "typed"]
    assert amounts(draft.file) == [before, 200]
    assert draft.file.work.budget_versions[0].source == FOUND_SOURCE


def test_typing_the_old_amount_again_leaves_no_version_of_its_own(draft: OpenDraft) -> None:
    before = was(draft.file)
    assert before is not None
    draft.change("Betrag", typed("1"))
    draft.change("Betrag", typed(str(before // 100)))
    assert origins(draft.file) == ["found"]


def test_opening_again_begins_another_version(draft: OpenDraft) -> None:
    draft.change("Betrag", typed("1"))
    again = OpenDraft(draft.file)
    again.change("Betrag", typed("2"))
    assert amounts(again.file)[1:] == [100, 200]


def test_an_approval_closes_the_version(draft: OpenDraft) -> None:
    draft.change("Betrag", typed("1"))
    draft.move_on("Freigabe zurücknehmen", draft.file)
    draft.change("Betrag", typed("2"))
    assert amounts(draft.file)[1:] == [100, 200]


def test_a_held_version_stays_as_it_is(draft: OpenDraft) -> None:
    draft.change("Betrag", typed("1"))
    draft.change("Festhalten", lambda file: hold_version(file, ITEM, time=TIME, note=" Beirat "))
    draft.change("Betrag", typed("2"))
    assert amounts(draft.file)[1:] == [100, 200]
    assert [each.note for each in draft.file.work.budget_versions][1:] == ["Beirat", ""]


def test_holding_keeps_a_table_that_is_no_version_yet() -> None:
    held = hold_version(sample_file(), ITEM, time=TIME)
    (version,) = versions_of(held.work, ITEM)
    assert (version.held, version.table) == (True, table_of(held, ITEM))


def test_undoing_takes_the_version_back_and_redoing_brings_it(draft: OpenDraft) -> None:
    draft.change("Betrag", typed("1"))
    after = draft.file
    draft.undo()
    assert draft.file.work.budget_versions == ()
    draft.redo()
    assert draft.file == after


def test_a_step_that_keeps_a_version_by_itself_is_left_alone() -> None:
    before = sample_file()
    after = with_table(before, ITEM, changed(table_of(before, ITEM), rows=()))
    version = BudgetVersion(
        id="v", item=ITEM, time=TIME, source="b.xlsx", table=table_of(after, ITEM)
    )
    after = replace(after, work=Work(budget_versions=(version,)))
    assert EditSession().recorded(before, after) == after


def test_the_basis_of_the_table_goes_into_the_newest_version(draft: OpenDraft) -> None:
    basis = Basis(source="Schreiben des BMAS", date="2022-10-27", status="provisional")
    draft.change("Betrag", typed("1"))
    draft.change("Grundlage", lambda file: set_basis(file, ITEM, "plan", basis))
    draft.change("Druck", lambda file: print_table(file, ITEM, wanted=False))
    newest = newest_version(draft.file.work, ITEM)
    assert newest is not None
    assert (len(draft.file.work.budget_versions), newest.basis) == (2, basis)
    assert newest.table == table_of(draft.file, ITEM)


def test_the_basis_of_the_newest_version_is_set_on_the_table_too(draft: OpenDraft) -> None:
    basis = Basis(source="Zuteilungsschreiben", date="2023-01-12", status="final")
    draft.change("Betrag", typed("1"))
    first, second = draft.file.work.budget_versions
    older = describe_version(draft.file, first.id, basis=basis, note="alt")
    assert table_of(older, ITEM) == table_of(draft.file, ITEM)
    assert (version_with_id(older.work, first.id).basis, older.work.budget_versions[0].note) == (
        basis,
        "alt",
    )
    newer = describe_version(draft.file, second.id, basis=basis)
    assert table_of(newer, ITEM).basis.plan == basis
    emptied = describe_version(newer, second.id, basis=Basis())
    assert table_of(emptied, ITEM).basis.plan is None


def test_a_version_comes_back_as_a_new_one_and_what_it_replaces_is_kept(draft: OpenDraft) -> None:
    before = was(draft.file)
    draft.change("Betrag", typed("1"))
    first = draft.file.work.budget_versions[0]
    now = with_table(draft.file, ITEM, changed(table_of(draft.file, ITEM), print=False))
    now = set_amount(now, ITEM, ROW, "plan", "3")
    back = restore_version(now, first.id, time=TIME)
    assert was(back) == before
    assert not table_of(back, ITEM).print
    assert amounts(back) == [before, 100, 300, before]
    assert origins(back) == ["found", "typed", "found", "restored"]
    assert (back.work.budget_versions[-1].restores, back.work.log[-1].event) == (
        first.id,
        "budget_restored",
    )
    assert restore_version(back, first.id, time=TIME) == back


def test_after_a_return_typing_begins_a_new_version(draft: OpenDraft) -> None:
    draft.change("Betrag", typed("1"))
    first = draft.file.work.budget_versions[0]
    draft.change("Zurückholen", lambda file: restore_version(file, first.id, time=TIME))
    draft.change("Betrag", typed("2"))
    assert origins(draft.file) == ["found", "typed", "restored", "typed"]


def test_versions_are_compared_with_each_other_and_with_now(draft: OpenDraft) -> None:
    before = was(draft.file)
    assert before is not None
    draft.change("Betrag", typed("1"))
    first, second = draft.file.work.budget_versions
    for changes in (
        compare_versions(draft.file, first.id),
        compare_versions(draft.file, first.id, second.id),
        changes_of_version(draft.file, second.id),
    ):
        (change,) = [each for each in changes if not each.is_same]
        assert (change.key, change.cell("plan").difference) == (ROW, 100 - before)
    assert {each.status for each in changes_of_version(draft.file, first.id)} == {"added"}


def test_an_id_may_be_shortened_but_must_be_of_one_version() -> None:
    table = table_of(sample_file(), ITEM)
    work = Work()
    for version_id in ("0190-a1", "0190-b1", "0190-b2"):
        version = BudgetVersion(id=version_id, item=ITEM, time=TIME, source="b", table=table)
        work = with_version(work, version)
    assert version_with_id(work, "b2").id == "0190-b2"
    for wrong in ("1", "c", ""):
        with pytest.raises(UnknownVersionError):
            version_with_id(work, wrong)


def test_a_file_with_versions_of_an_older_program_is_written_as_it_was_read() -> None:
    version = BudgetVersion(
        id="v", item=ITEM, time=TIME, source="b.xlsx", table=table_of(sample_file(), ITEM)
    )
    data = write_lpd(replace(sample_file(), work=Work(budget_versions=(version,))))
    assert not any(
        f'"{name}"'.encode() in data for name in ("origin", "restores", "note", "held", 'basis": n')
    )
    assert write_lpd(read_lpd(data)) == data


def test_the_clock_tells_when_a_version_was_changed_last() -> None:
    ticks = count(1)
    session = EditSession(lambda: f"t{next(ticks)}")
    first = sample_file()
    second = session.recorded(first, typed("1")(first))
    third = session.recorded(second, typed("2")(second))
    assert [each.time for each in third.work.budget_versions] == ["t1", "t2"]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(1, 9)),
        st.tuples(st.just("restore"), st.integers(0, 9)),
        st.tuples(st.sampled_from(["hold", "undo", "redo", "reopen"]), st.just(0)),
    ),
    max_size=12,
)


@settings(max_examples=examples(25, 60), deadline=None)
@given(steps)
def test_whatever_happens_the_newest_version_is_the_table_and_every_version_comes_back(
    done: list[tuple[str, int]],
) -> None:
    draft = OpenDraft(sample_file())
    for what, number in done:
        versions = draft.file.work.budget_versions
        if what == "type":
            draft.change("Betrag", typed(str(number)))
        elif what == "restore" and versions:
            wanted = versions[number % len(versions)].id
            draft.change("Zurück", lambda file, at=wanted: restore_version(file, at, time=TIME))
        elif what == "hold":
            draft.change("Festhalten", lambda file: hold_version(file, ITEM, time=TIME))
        elif what == "reopen":
            draft = OpenDraft(draft.file)
        else:
            getattr(draft, what, lambda: None)()
    file = draft.file
    newest = newest_version(file.work, ITEM)
    assert newest is None or newest.table.rows == table_of(file, ITEM).rows
    ids = [each.id for each in file.work.budget_versions]
    assert len(set(ids)) == len(ids)
    for each in file.work.budget_versions:
        back = restore_version(file, each.id, time=TIME)
        assert table_of(back, ITEM).rows == each.table.rows
        assert write_lpd(read_lpd(write_lpd(back))) == write_lpd(back)
