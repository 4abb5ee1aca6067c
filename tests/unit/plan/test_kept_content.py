"""An earlier content of an answer finds its place in the plan again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, plain_content
from lpd_desktop.plan.kept_content import is_text, kept_blocks, with_kept
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.pieces import ANSWERS, take_apart

SAMPLE = sample_file()


def emptied(file: LpdFile) -> LpdFile:
    """The sample with the same places and nothing in them."""
    answers = {
        key: changed(answer, text=(), text_below=(), table=None, figures=())
        for key, answer in file.plan.answers.items()
    }
    topics = tuple(
        changed(topic, answers=dict.fromkeys(topic.answers, ())) for topic in file.plan.topics
    )
    potentials = tuple(
        changed(each, background=(), development=()) for each in file.plan.potentials
    )
    plan = changed(file.plan, answers=answers, topics=topics, potentials=potentials)
    return replace(file, plan=plan)


def test_every_answer_that_the_store_keeps_can_be_put_back_one_by_one() -> None:
    pieces = take_apart(plain_content(SAMPLE))
    file = emptied(SAMPLE)
    assert file.plan != SAMPLE.plan
    for (table, where), content in pieces.items():
        if table == ANSWERS:
            file = with_kept(file, where, content)
    assert file.plan == SAMPLE.plan


def test_half_a_character_is_read() -> None:
    content = json.dumps([{"type": "paragraph", "id": "b1", "runs": [{"text": "\ud83d"}]}])
    assert kept_blocks(content) == (changed(paragraph("\ud83d"), id="b1"),)


def test_tables_and_figures_are_no_texts() -> None:
    assert is_text("A.budget/below")
    assert not is_text("A.budget/table")
    assert not is_text("D.targets/figures")


@pytest.mark.parametrize("where", ["C.potentials/9/background", "Z.weg", "A.staff/table"])
def test_a_place_that_is_gone_is_no_place(where: str) -> None:
    with pytest.raises(KeyError):
        with_kept(SAMPLE, where, "[]")


def test_what_does_not_fit_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="Expected"):
        with_kept(SAMPLE, "A.staff", '{"rows": 1}')
