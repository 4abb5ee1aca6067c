"""Going back to another state of a plan, wholly or place by place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from msgspec.structs import replace as changed

from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.editing.taking_back import (
    NothingToTakeError,
    PlaceTakenBack,
    TakenBack,
    with_all_of,
    with_place_of,
)
from lpd_desktop.plan.comparing.comparison import compare_plans
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import LogEntry
from tests.extent import examples
from tests.strategies import lpd_files

SAMPLE = sample_file()
_ROUNDS = 40


def _taken_place_by_place(file: LpdFile, other: LpdFile, *, older: bool) -> LpdFile:
    """As somebody who takes over the first place that differs, again and again."""
    for _ in range(_ROUNDS):
        places = compare_plans(*((other, file) if older else (file, other))).places
        if not places:
            break
        file = PlaceTakenBack.of(other, places[0], other_is_older=older)(file)
    return file


@settings(max_examples=examples(10, 40))
@given(lpd_files(), lpd_files())
def test_taking_every_place_gives_the_whole_other_plan(file: LpdFile, other: LpdFile) -> None:
    for older in (True, False):
        taken = _taken_place_by_place(file, other, older=older)
        assert not compare_plans(taken, other).differs
        assert (taken.release, taken.work.log) == (file.release, file.work.log)


@settings(max_examples=examples(10, 40))
@given(lpd_files(), lpd_files())
def test_the_whole_comes_back_and_the_record_stays(file: LpdFile, other: LpdFile) -> None:
    taken = with_all_of(file, other)
    assert not compare_plans(taken, other).differs
    assert (taken.work.log, taken.work.state) == (file.work.log, file.work.state)
    assert (taken.plan.id, taken.release) == (file.plan.id, file.release)


def test_going_back_is_one_step_that_can_be_undone() -> None:
    log = (LogEntry(time="2023-01-01T00:00:00Z", event="x"),)
    now = replace(SAMPLE, plan=changed(SAMPLE.plan, topics=()), work=changed(SAMPLE.work, log=log))
    draft = OpenDraft(now)
    draft.change("Fassung zurückholen", TakenBack(SAMPLE))
    assert draft.plan == SAMPLE.plan
    draft.undo()
    assert draft.file == now


def test_a_topic_that_was_put_away_comes_back_whole_at_its_place() -> None:
    topics = SAMPLE.plan.topics
    fewer = replace(SAMPLE, plan=changed(SAMPLE.plan, topics=(topics[0], topics[2])))
    question = next(iter(topics[1].answers))
    taken = with_place_of(fewer, SAMPLE, f"B.topics/{topics[1].key}/{question}", "")
    assert taken.plan.topics == topics


def test_a_potential_that_was_removed_comes_back_whole_at_its_place() -> None:
    potentials = SAMPLE.plan.potentials
    fewer = replace(SAMPLE, plan=changed(SAMPLE.plan, potentials=potentials[1:]))
    taken = with_place_of(fewer, SAMPLE, "C.potentials/1/development", "")
    assert taken.plan.potentials == potentials
    assert with_place_of(taken, SAMPLE, "C.potentials/1/topic", "") == taken


def test_a_text_of_a_topic_that_goes_with_the_choice_waits_beside_the_plan() -> None:
    topics = SAMPLE.plan.topics
    fewer = replace(SAMPLE, plan=changed(SAMPLE.plan, topics=topics[:2]))
    taken = with_place_of(SAMPLE, fewer, "B.topics")
    assert taken.plan.topics == topics[:2]
    assert topics[2] in taken.work.put_away_topics


def test_a_place_that_the_other_state_does_not_have_is_refused_in_a_sentence() -> None:
    none = replace(SAMPLE, plan=changed(SAMPLE.plan, potentials=()))
    with pytest.raises(NothingToTakeError, match="nur in Ihrem jetzigen Entwurf"):
        with_place_of(SAMPLE, none, "C.potentials/1/background")
