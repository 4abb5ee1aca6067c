"""Undo and redo of steps that move fields: each text stays where it was typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import add_row
from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.editing.potentials import (
    add_potential,
    move_potential,
    name_potential,
    remove_potential,
)
from lpd_desktop.editing.topic_choice import choose_topic, move_topic, put_topic_away
from lpd_desktop.form.model import TopicsItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import paragraph, plain_text, walk_runs
from lpd_desktop.plan.sample import sample_file
from tests.extent import examples


def _with_potentials(*topics: str) -> LpdFile:
    file = sample_file()
    potentials = tuple(
        Potential(topic=topic, background=(paragraph(topic),) if topic else ()) for topic in topics
    )
    return replace(file, plan=changed(file.plan, potentials=potentials))


@pytest.fixture
def draft() -> OpenDraft:
    return OpenDraft(_with_potentials("eins", "zwei"))


def _type(draft: OpenDraft, number: int, text: str, part: str = "background") -> None:
    item = draft.file.form.potentials
    assert item is not None
    draft.set_text(Address(item.key, (str(number), part)), (paragraph(text),))


def _texts(draft: OpenDraft) -> list[tuple[str, str]]:
    return [
        (each.topic, "".join(plain_text(runs) for _block, runs in walk_runs(each.background)))
        for each in draft.plan.potentials
    ]


def test_what_was_typed_after_a_removal_stays_in_its_potential(draft: OpenDraft) -> None:
    draft.change("Potential entfernen", partial(remove_potential, index=0))
    _type(draft, 1, "zwei, neu")
    draft.undo()
    assert _texts(draft) == [("eins", "eins"), ("zwei", "zwei, neu")]
    draft.redo()
    assert _texts(draft) == [("zwei", "zwei, neu")]


def test_what_was_typed_after_a_move_stays_in_its_potential(draft: OpenDraft) -> None:
    draft.change("Potential verschieben", partial(move_potential, index=0, steps=1))
    _type(draft, 1, "zwei, neu")
    draft.undo()
    assert _texts(draft) == [("eins", "eins"), ("zwei", "zwei, neu")]
    _type(draft, 1, "eins, neu")
    draft.redo()
    assert _texts(draft) == [("zwei", "zwei, neu"), ("eins", "eins, neu")]


def test_what_was_typed_after_a_renaming_stays(draft: OpenDraft) -> None:
    draft.change("Potential benennen", partial(name_potential, index=1, topic="drei"))
    _type(draft, 2, "neu")
    draft.undo()
    assert _texts(draft) == [("eins", "eins"), ("zwei", "neu")]


def test_an_addition_brought_back_holds_what_was_typed_into_it(draft: OpenDraft) -> None:
    draft.change("Potential hinzufügen", add_potential)
    _type(draft, 3, "in das neue getippt")
    draft.undo()
    assert len(draft.plan.potentials) == 2
    draft.redo()
    assert _texts(draft)[2] == ("", "in das neue getippt")


def test_a_text_goes_to_its_own_of_several_empty_potentials() -> None:
    draft = OpenDraft(_with_potentials("", "", "drei"))
    draft.change("Potential entfernen", partial(remove_potential, index=0))
    _type(draft, 1, "in das zweite getippt")
    draft.undo()
    assert _texts(draft) == [("", ""), ("", "in das zweite getippt"), ("drei", "drei")]


def test_a_text_taken_back_after_undo_is_not_brought_back_by_redo(draft: OpenDraft) -> None:
    draft.change("Zeile hinzufügen", lambda file: add_row(file, "A.budget", "Eigene Zeile"))
    _type(draft, 1, "kommt wieder weg")
    draft.undo()
    _type(draft, 1, "eins")
    draft.redo()
    assert _texts(draft)[0] == ("eins", "eins")


STEPS = {
    "remove": partial(remove_potential, index=0),
    "move": partial(move_potential, index=0, steps=1),
    "name": partial(name_potential, index=0, topic="anders"),
    "add": lambda file: add_potential(file) if len(file.plan.potentials) < 3 else file,
    "row": lambda file: add_row(file, "A.budget", "Eigene Zeile"),
    "topic": lambda file: put_topic_away(file, file.plan.topics[0].key),
}


@settings(max_examples=examples(25, 60), deadline=None)
@given(st.lists(st.sampled_from([*STEPS, "type"]), max_size=12))
def test_undoing_and_bringing_back_everything_gives_the_same_plan(actions: list[str]) -> None:
    draft = OpenDraft(_with_potentials("eins", "zwei", "drei"))
    for number, action in enumerate(actions):
        if action == "type" and draft.plan.potentials:
            _type(draft, 1, f"getippt {number}")
        elif action in STEPS and draft.plan.potentials and draft.plan.topics:
            draft.change(action, STEPS[action])
    after = draft.file
    while draft.undo_title:
        draft.undo()
    while draft.redo_title:
        draft.redo()
    assert draft.file == after


def draft_with_room_for_a_topic() -> tuple[OpenDraft, TopicsItem, str]:
    """A draft, its topics, and the key of one that was never chosen."""
    file = put_topic_away(sample_file(), sample_file().plan.topics[0].key)
    topics = file.form.topics
    assert topics is not None
    chosen = {topic.key for topic in (*file.plan.topics, *file.work.put_away_topics)}
    key = next(topic.key for topic in topics.topics if topic.key not in chosen)
    return OpenDraft(file), topics, key


def test_what_was_typed_into_a_topic_outlives_taking_back_its_choice() -> None:
    draft, topics, key = draft_with_room_for_a_topic()
    draft.change("Thema wählen", lambda each: choose_topic(each, key))
    question = topics.questions_of(key)[0].key
    words = (paragraph("viele Sätze"),)
    draft.set_text(Address(topics.key, (key, question)), words)
    draft.undo()
    assert draft.plan.topic(key) is None
    draft.change("Anderes", _with_first_topic_later)
    draft.change("Thema wählen", lambda each: choose_topic(each, key))
    topic = draft.plan.topic(key)
    assert topic is not None
    assert topic.answer(question) == words


def _with_first_topic_later(file: LpdFile) -> LpdFile:
    return move_topic(file, file.plan.topics[0].key, 1)


def test_what_was_typed_into_a_potential_outlives_taking_back_its_addition(
    draft: OpenDraft,
) -> None:
    draft.change("Anderes", _with_first_topic_later)
    draft.change("Potential hinzufügen", add_potential)
    _type(draft, 3, "viele Sätze")
    written = draft.plan.potentials[2]
    draft.undo()
    draft.undo()
    assert len(draft.plan.potentials) == 2
    assert draft.file.work.put_away_potentials == (written,)
    draft.change("Anderes", _with_first_topic_later)
    draft.change("Potential hinzufügen", add_potential)
    assert draft.plan.potentials[2] == written
    assert draft.file.work.put_away_potentials == ()


def test_a_potential_taken_back_twice_waits_once_with_its_newest_text(draft: OpenDraft) -> None:
    draft.change("Potential hinzufügen", add_potential)
    _type(draft, 3, "viele Sätze")
    draft.undo()
    draft.change("Potential hinzufügen", add_potential)
    _type(draft, 3, "viele Sätze mehr")
    written = draft.plan.potentials[2]
    draft.undo()
    assert draft.file.work.put_away_potentials == (written,)
    draft.redo()
    assert draft.plan.potentials[2] == written
    assert draft.file.work.put_away_potentials == ()


def test_a_potential_left_empty_does_not_wait(draft: OpenDraft) -> None:
    draft.change("Potential hinzufügen", add_potential)
    draft.undo()
    assert draft.file.work.put_away_potentials == ()


def test_a_topic_that_waits_outlives_taking_back_more_steps() -> None:
    draft, topics, key = draft_with_room_for_a_topic()
    draft.change("Anderes", _with_first_topic_later)
    draft.change("Thema wählen", lambda each: choose_topic(each, key))
    question = topics.questions_of(key)[0].key
    draft.set_text(Address(topics.key, (key, question)), (paragraph("viele Sätze"),))
    written = draft.plan.topic(key)
    draft.undo()
    draft.undo()
    assert written in draft.file.work.put_away_topics
    draft.redo()
    draft.redo()
    assert draft.plan.topic(key) == written
    assert written not in draft.file.work.put_away_topics
