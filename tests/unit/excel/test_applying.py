"""Taking a preview over, writing a budget, pasting a block."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.check.engine import check_plan
from lpd_desktop.excel.applying import BEFORE_IMPORT
from lpd_desktop.excel.budget_import import (
    KnownAmounts,
    apply_preview,
    preview_budget,
    with_reading,
)
from lpd_desktop.excel.writing import write_budget
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn
from lpd_desktop.plan.budget import BudgetTable, TypedText, proposed_table
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file, sample_story, sample_workbook

from .workbooks import FORM, ITEM, county_table, preview, small, workbook

TIME = "2022-11-08T09:30:00Z"


def applied(file: LpdFile, data: bytes) -> LpdFile:
    return apply_preview(file, ITEM.key, preview(data), time=TIME, source="b.xlsx")


def table_of(file: LpdFile) -> BudgetTable:
    table = file.plan.answer(ITEM.key).table
    assert table is not None
    return table


def empty() -> LpdFile:
    return new_file(FORM, Jobcenter(name="Kreis Musterstadt"))


def test_amounts_are_written_and_refused_cells_keep_what_they_held() -> None:
    before = empty()
    rows = tuple(
        replace(row, plan=777) if row.key == "transfer_in" else row for row in table_of(before).rows
    )
    answer = replace(before.plan.answer(ITEM.key), table=replace(table_of(before), rows=rows))
    file = LpdFile(FORM, before.plan.with_answer(ITEM.key, answer))
    after = table_of(applied(file, workbook(county_table())))
    transfer = after.row("transfer_in")
    assert transfer is not None
    assert (transfer.plan, transfer.previous) == (777, 22_000_000)
    own = after.rows[-1]
    assert (own.label, own.role) == ("Mietzuschuss der Stadt", "for_information")
    assert (own.plan, own.previous) == (1_250_050, UNSET)


def test_the_import_is_remembered_with_source_cells_and_the_table_before() -> None:
    first = applied(empty(), workbook(small(plan=5_000_000)))
    (version,) = first.work.budget_versions
    assert (version.source, version.time, version.sheet) == ("b.xlsx", TIME, "Budget")
    assert version.table == table_of(first)
    assert [(cell.row, cell.column, cell.cell) for cell in version.cells] == [
        ("administration_total", "plan", "B2"),
        ("administration_total", "previous", "C2"),
    ]
    assert [entry.event for entry in first.work.log] == ["budget_imported"]
    second = applied(first, workbook(small(plan=6_000_000)))
    assert len(second.work.budget_versions) == 2
    by_hand = LpdFile(FORM, first.plan)
    third = applied(by_hand, workbook(small(plan=6_000_000)))
    assert [each.source for each in third.work.budget_versions] == [BEFORE_IMPORT, "b.xlsx"]
    assert third.work.budget_versions[0].table == table_of(first)


def test_the_same_own_row_is_filled_again_and_a_dropped_row_comes_back_to_its_place() -> None:
    data = workbook([*small(), ["Mietzuschuss", 1, 2]])
    once = applied(empty(), data)
    kept = tuple(row for row in table_of(once).rows if row.key != "administration_total")
    answer = replace(once.plan.answer(ITEM.key), table=replace(table_of(once), rows=kept))
    dropped = LpdFile(FORM, once.plan.with_answer(ITEM.key, answer))
    again = table_of(applied(dropped, data))
    assert [row.key for row in again.rows] == [row.key for row in table_of(once).rows]


def test_after_the_import_the_sentences_with_old_amounts_are_found() -> None:
    file, story = sample_file(), sample_story()
    found = preview_budget(sample_workbook().read_bytes(), "budget.xlsx", ITEM, file.form)
    for repair in found.repairs:
        found = with_reading(found, repair.row, repair.column, repair.cents)
    after = apply_preview(file, ITEM.key, found, time=TIME, source="budget.xlsx")
    findings = check_plan(after.plan, after.work, after.form)
    assert [each.where for each in findings if each.rule == "AMOUNT-REPLACED"] == [
        mend["where"] for mend in story["mends"] if mend["kind"] == "old_amount"
    ]
    assert not [each for each in findings if each.rule.startswith("BUDGET")]


amounts = st.one_of(
    st.just(UNSET),
    st.integers(0, 10**13),
    st.sampled_from(["300.0000", "=1+1", "rund 5"]).map(TypedText),
)


def amounts_in(table: BudgetTable) -> dict[tuple[str, BudgetColumn], int]:
    return {
        (row.key, column): cents
        for row in table.rows
        for column in BUDGET_COLUMNS
        if (cents := row.cents(column)) is not None
    }


@given(st.lists(st.tuples(amounts, amounts), min_size=len(ITEM.rows), max_size=len(ITEM.rows)))
def test_a_written_budget_is_read_back_to_the_cent(pairs: list) -> None:
    rows = tuple(
        replace(row, plan=plan, previous=previous)
        for row, (plan, previous) in zip(proposed_table(ITEM).rows, pairs, strict=True)
    )
    if not any(isinstance(plan, int) for plan, _previous in pairs):
        return
    known = KnownAmounts(tables=(amounts_in(BudgetTable(rows=rows)),))
    found = preview(write_budget(FORM, ITEM, BudgetTable(rows=rows)), known=known)
    read = {(c.row, c.column): c.read_as for c in found.cells if c.status == "ok"}
    assert read == {
        (row.key, column): row.cents(column)
        for row in rows
        for column in found.columns
        if row.cents(column) is not None
    }
    refused = {c.shows for c in found.cells if c.status == "refused"}
    typed = {
        amount.text
        for row in rows
        for column in found.columns
        if isinstance(amount := row.amount(column), TypedText)
    }
    assert refused == typed
