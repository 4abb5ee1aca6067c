"""The steps that change topics, budget rows, potentials and the cover."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import (
    add_row,
    bring_back_row,
    move_row,
    print_chart,
    print_table,
    remove_row,
    removed_rows,
    rename_row,
    set_amount,
    set_role,
    table_of,
    typed_amount,
)
from lpd_desktop.editing.cover import set_as_of, set_jobcenter
from lpd_desktop.editing.potentials import (
    TooManyPotentialsError,
    add_potential,
    move_potential,
    name_potential,
    remove_potential,
)
from lpd_desktop.editing.topic_choice import (
    TooManyTopicsError,
    choose_topic,
    move_topic,
    put_away_at,
    put_topic_away,
)
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.reading import read_form
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file

BUDGET = "A.budget"
SECOND_FORM = Path(__file__).resolve().parents[2] / "data" / "forms" / "second-form.toml"


@pytest.fixture(scope="module")
def sample() -> LpdFile:
    return sample_file()


def topics(file: LpdFile) -> list[str]:
    return [topic.key for topic in file.plan.topics]


def test_a_fourth_topic_is_refused_and_nothing_is_unticked(sample: LpdFile) -> None:
    with pytest.raises(TooManyTopicsError, match="schon 3 Themen"):
        choose_topic(sample, "health")
    assert len(topics(sample)) == 3


def test_the_texts_of_a_topic_wait_until_it_comes_back(sample: LpdFile) -> None:
    before = sample.plan.topic("equality")
    away = put_topic_away(sample, "equality")
    assert topics(away) == ["long_term", "migration"]
    assert away.work.put_away_topics == (before,)
    back = choose_topic(away, "equality")
    assert back.plan.topic("equality") == before
    assert back.work.put_away_topics == ()


def test_an_empty_topic_leaves_nothing_behind() -> None:
    file = choose_topic(new_file(form_for_year(2023), Jobcenter()), "health")
    away = put_topic_away(file, "health")
    assert away.plan.topics == ()
    assert away.work.put_away_topics == ()


def test_a_refusal_names_the_chosen_topics_and_says_what_to_do(sample: LpdFile) -> None:
    with pytest.raises(TooManyTopicsError) as refused:
        choose_topic(sample, "health")
    for topic in sample.plan.topics:
        assert f"„{sample.form.topics.topic(topic.key).short}“" in str(refused.value)
    assert "Wählen Sie zuerst eines davon ab" in str(refused.value)


def test_free_topics_are_counted_apart_and_fixed_ones_always_have_room() -> None:
    form = read_form(SECOND_FORM)
    item = form.topics
    file = new_file(form, Jobcenter())
    listed = [topic.key for topic in item.topics if not topic.free]
    for key in listed[: item.choose]:
        file = choose_topic(file, key)
    with pytest.raises(TooManyTopicsError, match="schon 5 Themen"):
        choose_topic(file, listed[item.choose])
    file = choose_topic(file, "own")
    assert len(topics(file)) == item.allowed
    fixed = changed(item.topics[-2], fixed=True)
    sections = tuple(
        changed(
            section,
            items=tuple(
                changed(each, topics=(*item.topics[:-2], fixed, item.topics[-1]))
                if each is item
                else each
                for each in section.items
            ),
        )
        for section in form.sections
    )
    given = replace(file, form=changed(form, sections=sections))
    assert topics(choose_topic(given, fixed.key))[-1] == fixed.key


def test_when_a_topic_was_put_away_is_known_and_the_last_time_counts(sample: LpdFile) -> None:
    assert put_away_at(put_topic_away(sample, "equality").work, "equality") == ""
    file = put_topic_away(sample, "equality", "2022-11-04T10:00:00Z")
    file = put_topic_away(choose_topic(file, "equality"), "equality", "2022-11-08T10:00:00Z")
    assert put_away_at(file.work, "equality") == "2022-11-08T10:00:00Z"
    assert put_away_at(file.work, "migration") == ""


def test_choosing_a_topic_twice_changes_nothing(sample: LpdFile) -> None:
    assert choose_topic(sample, "equality") == sample
    assert put_topic_away(sample, "health") == sample


@given(
    st.lists(st.tuples(st.sampled_from(["long_term", "equality", "migration"]), st.integers(-5, 5)))
)
def test_moving_topics_loses_none(moves: list[tuple[str, int]]) -> None:
    file = start = sample_file()
    for key, steps in moves:
        file = move_topic(file, key, steps)
    assert sorted(topics(file)) == sorted(topics(start))
    assert {topic.key: topic for topic in file.plan.topics} == {
        topic.key: topic for topic in start.plan.topics
    }


@pytest.mark.parametrize(
    ("text", "amount"),
    [("450.000", 45_000_000), ("", UNSET), ("  ", UNSET), (" 100.0000 ", TypedText("100.0000"))],
)
def test_what_is_typed_is_an_amount_nothing_or_kept_as_text(text: str, amount: object) -> None:
    assert typed_amount(text) == amount


def test_a_cell_takes_what_was_typed_and_the_others_stay(sample: LpdFile) -> None:
    file = set_amount(sample, BUDGET, "transfer_in", "previous", "12,50 €")
    before, after = table_of(sample, BUDGET), table_of(file, BUDGET)
    assert [
        (new.key, new.previous)
        for old, new in zip(before.rows, after.rows, strict=True)
        if old != new
    ] == [("transfer_in", 1250)]


def test_rows_are_added_renamed_moved_and_removed(sample: LpdFile) -> None:
    file = add_row(add_row(sample, BUDGET, "Eins"), BUDGET, "Zwei")
    assert [row.key for row in table_of(file, BUDGET).rows[-2:]] == ["own_1", "own_2"]
    file = rename_row(file, BUDGET, "own_2", " Anders ")
    file = move_row(file, BUDGET, "own_2", -1)
    assert [row.label for row in table_of(file, BUDGET).rows[-2:]] == ["Anders", "Eins"]
    file = remove_row(file, BUDGET, "own_1")
    file = add_row(file, BUDGET, "Drei")
    assert [row.key for row in table_of(file, BUDGET).rows[-2:]] == ["own_2", "own_1"]


def keys(file: LpdFile) -> list[str]:
    return [row.key for row in table_of(file, BUDGET).rows]


def test_a_row_comes_in_below_the_one_that_is_named(sample: LpdFile) -> None:
    file = add_row(sample, BUDGET, "Eigene", "addend", below="transfer_in")
    assert keys(file)[keys(file).index("transfer_in") + 1] == "own_1"
    assert keys(add_row(sample, BUDGET, "Eigene", below="nowhere"))[-1] == "own_1"


def test_every_removed_row_of_the_form_comes_back_to_its_place(sample: LpdFile) -> None:
    before = keys(sample)
    for gone in before:
        file = remove_row(sample, BUDGET, gone)
        assert [row.key for row in removed_rows(file, BUDGET)] == [gone]
        back = bring_back_row(file, BUDGET, gone)
        assert keys(back) == before
        assert table_of(back, BUDGET).row(gone).plan is UNSET
        assert removed_rows(back, BUDGET) == ()
        assert bring_back_row(back, BUDGET, gone) == back


def test_only_own_rows_get_another_role(sample: LpdFile) -> None:
    file = add_row(sample, BUDGET, "Eigene")
    file = set_role(file, BUDGET, "own_1", "total")
    assert table_of(file, BUDGET).row("own_1").role == "total"
    assert set_role(file, BUDGET, "transfer_in", "total") == file


def test_the_wish_for_a_chart_leaves_no_trace_when_it_is_taken_back(sample: LpdFile) -> None:
    wanted = print_chart(sample, BUDGET, True)
    assert table_of(wanted, BUDGET).is_charted
    assert write_lpd(print_chart(wanted, BUDGET, False)) == write_lpd(sample)


def test_a_plan_without_a_table_starts_from_the_proposed_rows() -> None:
    file = new_file(form_for_year(2023), Jobcenter())
    bare = LpdFile(file.form, file.plan.with_answer(BUDGET, file.plan.answer("none")))
    filled = set_amount(bare, BUDGET, "transfer_in", "plan", "5")
    assert len(table_of(filled, BUDGET).rows) == len(table_of(file, BUDGET).rows)


def test_the_table_can_be_kept_off_the_paper(sample: LpdFile) -> None:
    assert table_of(print_table(sample, BUDGET, wanted=False), BUDGET).print is False


def test_potentials_are_added_up_to_the_forms_number() -> None:
    file = new_file(form_for_year(2023), Jobcenter())
    for _ in range(3):
        file = add_potential(file)
    with pytest.raises(TooManyPotentialsError, match="höchstens 3"):
        add_potential(file)


def test_potentials_are_named_moved_and_removed(sample: LpdFile) -> None:
    names = [potential.topic for potential in sample.plan.potentials]
    file = move_potential(sample, 2, -2)
    assert [one.topic for one in file.plan.potentials] == [names[2], names[0], names[1]]
    file = name_potential(file, 0, "Neu")
    assert [one.topic for one in file.plan.potentials] == ["Neu", names[0], names[1]]
    file = remove_potential(file, 1)
    assert [one.topic for one in file.plan.potentials] == ["Neu", names[1]]


def test_the_cover_names_another_jobcenter_and_day(sample: LpdFile) -> None:
    file = set_as_of(set_jobcenter(sample, Jobcenter(name="Kreis Anders")), "2022-12-01")
    assert (file.plan.jobcenter.name, file.plan.as_of) == ("Kreis Anders", "2022-12-01")
    assert file.plan.answers == sample.plan.answers
