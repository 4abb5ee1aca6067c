"""Empty footnotes: alone they are no answer, behind a word they keep their mark."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    is_blank,
    text_run,
)
from tests.unit.pdf.conftest import with_text

EMPTY = Run(footnote=())
BLANK = Run(footnote=(text_run(" "),))
NOTE = Run(footnote=(text_run("Quelle"),))
ALONE = Paragraph("p", (EMPTY,))
WORDS = Paragraph("q", (text_run("Hier steht ein Satz."), NOTE))


def shown(file: LpdFile) -> str:
    data = render_plan(file, draft=True).data
    assert text_differences(data, file) == []
    return " ".join(text for _role, text in read_structure(data).texts())


@pytest.mark.parametrize(
    "block",
    [
        ALONE,
        Paragraph("p", (BLANK, EMPTY)),
        Heading("h", 1, (EMPTY,)),
        ListBlock("l", "number", ((ALONE,), (Paragraph("q", (BLANK,)),))),
        Table("t", (((EMPTY,), ()), ((), (BLANK,)))),
    ],
)
def test_an_answer_of_empty_footnotes_alone_is_none(sample: LpdFile, block: Block) -> None:
    assert is_blank((block,))
    assert "Quelle" not in shown(with_text(sample, (block,)))
    text = shown(with_text(sample, (block, WORDS)))
    assert "Hier steht ein Satz. 1 1 Quelle" in " ".join(text.split())


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph("p", (text_run("Wort"), EMPTY)), WORDS),
        (Heading("h", 1, (text_run("Wort"), EMPTY)), WORDS),
        (ListBlock("l", "number", ((ALONE, Paragraph("q", (text_run("Wort"), EMPTY))),)), WORDS),
        (Table("t", (((EMPTY,), (text_run("Wort"),)), ((BLANK,), ()))), WORDS),
    ],
)
def test_empty_footnotes_beside_words_keep_their_marks(sample: LpdFile, blocks: Blocks) -> None:
    assert "Wort" in shown(with_text(sample, blocks))


def test_topic_answers_and_potentials_of_empty_footnotes_are_left_out(sample: LpdFile) -> None:
    plan = sample.plan
    topics = tuple(
        msgspec.structs.replace(topic, answers=dict.fromkeys(topic.answers, (ALONE,)))
        for topic in plan.topics
    )
    potential = Potential(topic="Werkstatt", background=(ALONE,), development=(ALONE,))
    plan = msgspec.structs.replace(plan, topics=topics, potentials=(potential,))
    assert "Werkstatt" in shown(replace(sample, plan=plan))
