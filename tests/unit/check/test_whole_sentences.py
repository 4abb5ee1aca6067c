"""Sentences of planning documents against all checks at once: slips are found, others pass.

The sentences were written before the rules were seen to meet them; each stands in a plan in which
everything else is right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from msgspec.structs import replace

from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import Block, Heading, Paragraph, text_run

from .plans import DATA, FORM, complete, findings, table, text, with_table

PLAN = {
    "administration_total": 23_113_208,
    "administration_federal": 18_400_000,
    "transfer_in": 1_200_000,
    "administration_municipal": 3_513_208,
    "integration_federal": 15_250_000,
    "transfer_out": 1_200_000,
}
PREVIOUS = {
    "administration_total": 23_349_057,
    "administration_federal": 18_900_000,
    "transfer_in": 900_000,
    "administration_municipal": 3_549_057,
    "integration_federal": 16_900_000,
    "transfer_out": 900_000,
}
FOUND_AT_LEAST = 90


def plan_with(words: str, heading: str = "") -> Plan:
    plan = with_table(complete(), FORM, table(FORM, PLAN, PREVIOUS))
    known = Answer(
        text=text("Die Umschichtung steigt; Grundlage ist das Schreiben des BMAS vom 27.10.2022."),
        table=plan.answer("A.budget").table,
    )
    topic = plan.topics[0]
    answer = replace(topic, answers={**topic.answers, "how": tuple(_blocks(words, heading))})
    return plan.with_answer("A.budget", known).with_topic(answer)


def _blocks(words: str, heading: str) -> Iterator[Block]:
    if heading:
        yield Heading("h1", 1, (text_run(heading),))
    if words:
        yield Paragraph("x1", (text_run(words),))


def found_in(words: str, heading: str = "") -> list[str]:
    here = "/how#"
    return [each.rule for each in findings(plan_with(words, heading)) if here in each.where]


def test_nine_of_ten_slips_are_found() -> None:
    slips = tomllib.loads((DATA / "sentences" / "slips.toml").read_text("utf-8"))["slip"]
    missed = [slip for slip in slips if not found_in(slip["text"], slip.get("heading", ""))]
    assert len(slips) > 80
    assert 100 * (len(slips) - len(missed)) >= FOUND_AT_LEAST * len(slips), missed


def test_sentences_without_a_slip_raise_nothing() -> None:
    clean = (DATA / "sentences" / "clean.txt").read_text("utf-8").splitlines()
    alarms = {words: rules for words in clean if (rules := found_in(words))}
    assert len(clean) > 80
    assert alarms == {}
