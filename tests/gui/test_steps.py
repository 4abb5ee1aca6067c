from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.check.engine import check_plan
from lpd_desktop.editing.potentials import add_potential, remove_potential
from lpd_desktop.editing.topic_choice import move_topic, put_topic_away
from lpd_desktop.form.library import form_with_id
from lpd_desktop.gui.steps.step_states import step_states
from lpd_desktop.gui.steps.steps import Steps, derive_steps
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file


@pytest.fixture(scope="module")
def sample() -> LpdFile:
    return sample_file()


@pytest.fixture
def empty() -> LpdFile:
    return new_file(form_with_id("lpd-2023"), Jobcenter())


def states(file: LpdFile):
    findings = check_plan(file.plan, file.work, file.form)
    return step_states(Steps(file.form, file.plan), file, findings)


def test_each_item_topic_and_potential_has_its_step_in_the_order_of_the_form(sample: LpdFile):
    kinds = [step.kind for step in derive_steps(sample.form, sample.plan)]
    assert kinds == [
        "cover",
        "budget",
        "rich_text",
        "topic_choice",
        *["topic"] * 3,
        "potentials",
        *["potential"] * 3,
        "review",
        "approval",
    ]


def test_keys_of_steps_are_unique(sample: LpdFile):
    keys = [step.key for step in derive_steps(sample.form, sample.plan)]
    assert len(keys) == len(set(keys))


def test_next_and_previous_walk_all_steps_and_end(sample: LpdFile):
    steps = Steps(sample.form, sample.plan)
    walked = [steps.current]
    while (step := steps.following) is not None:
        steps.go_to(step.key)
        walked.append(step)
    assert walked == list(steps)
    while (step := steps.preceding) is not None:
        steps.go_to(step.key)
    assert steps.index == 0


def test_the_shown_step_stays_when_another_topic_moves(sample: LpdFile):
    topic = sample.plan.topics[1].key
    steps = Steps(sample.form, sample.plan, f"{sample.form.topics.key}/{topic}")
    moved = move_topic(sample, topic, -1)
    assert steps.update(moved.form, moved.plan)
    assert steps.current.part == topic
    assert steps.current.label.startswith("B.1")


def test_a_vanished_step_gives_way_to_the_one_at_its_place(sample: LpdFile):
    steps = Steps(sample.form, sample.plan, "C.potentials/3")
    less = remove_potential(sample, 0)
    steps.update(less.form, less.plan)
    assert steps.current.key == "review"


def test_text_alone_changes_no_step(sample: LpdFile):
    steps = Steps(sample.form, sample.plan)
    typed = sample.plan.with_answer("A.staff", changed(sample.plan.answer("A.staff"), text=()))
    assert not steps.update(sample.form, typed)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("A.budget/table/transfer_in/plan", "A.budget"),
        ("cover/as_of", "cover"),
        ("B.topics", "B.topics"),
        ("C.potentials/2/background", "C.potentials/2"),
        ("C.potentials/9/background", "C.potentials"),
    ],
)
def test_an_address_leads_to_the_step_that_shows_it(sample: LpdFile, address: str, key: str):
    assert Steps(sample.form, sample.plan).showing(Address.parse(address)).key == key


def test_an_address_of_no_item_leads_nowhere(sample: LpdFile):
    assert Steps(sample.form, sample.plan).showing(Address.parse("Z.nothing")) is None


def test_an_untouched_part_is_empty_and_not_wrong(empty: LpdFile):
    found = states(empty)
    assert found["A.staff"].progress == "empty"
    assert found["A.staff"].errors > 0


def test_a_budget_is_done_with_its_table_alone(sample: LpdFile):
    answer = changed(sample.plan.answer("A.budget"), text=())
    file = replace(sample, plan=sample.plan.with_answer("A.budget", answer))
    assert states(file)["A.budget"].progress == "done"


def test_the_topic_choice_counts_chosen_and_needed(sample: LpdFile):
    key = sample.plan.topics[0].key
    state = states(put_topic_away(sample, key))["B.topics"]
    assert state.note == "2/3"
    assert state.progress == "started"


def test_a_new_potential_is_an_empty_step():
    file = sample_file()
    less = add_potential(remove_potential(file, 2))
    assert states(less)["C.potentials/3"].progress == "empty"


def test_an_unknown_start_begins_at_the_first_step(sample: LpdFile):
    assert Steps(sample.form, sample.plan, "gone").index == 0
