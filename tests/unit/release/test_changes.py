"""The list of changes of a version: words are counted, amounts and facts named, no old sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import set_amount
from lpd_desktop.editing.topic_choice import move_topic
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile, published_text, seal_digest
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import ReleasedChange, Replaced
from lpd_desktop.release.changes import changes_of


def replacing(before: LpdFile, after: LpdFile) -> LpdFile:
    replaced = Replaced(version=1, seal=seal_digest(before), content=published_text(before))
    return replace(after, work=changed(after.work, replaced=replaced))


def changes_after(step: Callable[[LpdFile], LpdFile]) -> tuple[ReleasedChange, ...]:
    before = sample_file()
    found = changes_of(replacing(before, step(before)))
    assert found is not None
    return found


def with_text(words: str) -> Callable[[LpdFile], LpdFile]:
    def step(file: LpdFile) -> LpdFile:
        plan = with_blocks(file.form, file.plan, Address("A.staff"), (paragraph(words),))
        return replace(file, plan=plan)

    return step


def test_the_same_plan_has_no_changes_and_a_first_version_no_list() -> None:
    assert changes_after(lambda file: file) == ()
    assert changes_of(sample_file()) is None


def test_words_are_counted_and_those_that_are_gone_are_not_repeated() -> None:
    before = with_text("Frau Geheimnis ist krank.")(sample_file())
    after = with_text("Eine Stelle ist frei.")(before)
    (change,) = changes_of(replacing(before, after)) or ()
    assert (change.where, change.words_in, change.words_out) == ("A.staff", 4, 4)
    assert change.sentence == "geändert: 4 Wörter neu, 4 Wörter entfallen."
    assert "Geheimnis" not in change.sentence + change.place


def test_amounts_are_named_the_new_before_the_old() -> None:
    file = sample_file()
    item = next(iter(file.form.budgets)).key
    table = file.plan.table_of(file.form, item)
    row = next(each for each in table.rows if isinstance(each.plan, int))
    (change,) = changes_after(lambda file: set_amount(file, item, row.key, "plan", "123"))
    assert change.place
    assert f"Zeile „{row.label}“, 2023: 123 € statt" in change.sentence
    assert change.sentence.endswith(".")


def test_a_fact_of_the_cover_is_named() -> None:
    (change,) = changes_after(
        lambda file: replace(file, plan=changed(file.plan, as_of="2022-12-01"))
    )
    assert change.sentence.startswith("Stand: 01.12.2022 statt ")


def test_a_topic_that_moved_is_quoted() -> None:
    key = sample_file().plan.topics[0].key
    changes = changes_after(lambda file: move_topic(file, key, 1))
    choice = next(each for each in changes if each.where == "B.topics")
    assert "“ verschoben" in choice.sentence
    assert ".“" not in choice.sentence


@pytest.mark.parametrize("rows", [3, 20])
def test_a_long_list_of_amounts_is_cut_and_says_how_many_are_left(rows: int) -> None:
    before = sample_file()
    form = before.form
    item = next(iter(form.budgets)).key
    table = before.plan.table_of(form, item)
    first = table.rows[0]
    many = tuple(
        changed(first, key=f"own_{number}", label=f"Zeile {number}", plan=100_00 * number)
        for number in range(1, rows + 1)
    )
    answer = before.plan.answer(item)
    longer = changed(table, rows=(*table.rows, *many))
    plan = before.plan.with_answer(item, changed(answer, table=longer))
    found = changes_of(replacing(before, replace(before, plan=plan))) or ()
    sentence = found[0].sentence
    assert ("weitere." in sentence) == (rows > 10)
    assert sentence.count(";") <= 12
