"""Taking a file apart and putting it together."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given, settings
from msgspec.structs import replace as changed

from lpd_desktop.plan.addresses import below_table, with_blocks
from lpd_desktop.plan.file import LpdFile, from_plain, plain_content, write_lpd
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.checksums import content_digest, is_intact, row_checksum, sealed
from lpd_desktop.store.pieces import ANSWERS, PARTS, put_together, take_apart
from tests.extent import examples
from tests.strategies import lpd_files


def as_json(raw: dict) -> dict:
    """What a JSON reader makes of the same data."""
    return json.loads(json.dumps(raw))


@settings(max_examples=examples(8, 20))
@given(lpd_files())
def test_what_was_taken_apart_comes_together_byte_for_byte(file: LpdFile) -> None:
    raw = plain_content(file)
    before = copy.deepcopy(raw)
    together = put_together(take_apart(raw))
    assert raw == before
    assert together == as_json(raw)
    assert write_lpd(from_plain(together)) == write_lpd(file)


def test_every_answer_is_a_piece_under_its_address() -> None:
    file = sample_file()
    pieces = take_apart(plain_content(file))
    topic = file.plan.topics[0]
    item = file.form.topics
    assert item is not None
    question = item.questions_of(topic.key)[0].key
    stored = json.loads(pieces[ANSWERS, f"{item.key}/{topic.key}/{question}"])
    assert stored[0]["id"] == topic.answers[question][0].id
    budget = next(file.form.budgets)
    assert (ANSWERS, f"{budget.key}/table") in pieces
    assert stored[0]["id"] not in pieces[PARTS, "plan"]


def test_the_text_below_a_table_is_a_piece_of_its_own() -> None:
    file = sample_file()
    budget = next(file.form.budgets)
    below = below_table(budget.key)
    assert (ANSWERS, str(below)) not in take_apart(plain_content(file))
    plan = with_blocks(file.form, file.plan, below, (Paragraph("unten", (text_run("x"),)),))
    pieces = take_apart(plain_content(LpdFile(file.form, plan)))
    assert json.loads(pieces[ANSWERS, str(below)])[0]["id"] == "unten"


def test_two_topics_of_one_key_keep_both_their_texts() -> None:
    file = sample_file()
    first, second = file.plan.topics[:2]
    twin = changed(second, key=first.key)
    plan = changed(file.plan, topics=(first, twin))
    raw = plain_content(LpdFile(file.form, plan))
    assert put_together(take_apart(raw)) == as_json(raw)


def test_half_a_surrogate_pair_survives() -> None:
    file = sample_file()
    potential = changed(file.plan.potentials[0], topic="halb \ud83d")
    raw = plain_content(LpdFile(file.form, changed(file.plan, potentials=(potential,))))
    pieces = take_apart(raw)
    assert put_together(pieces) == as_json(raw)
    assert all(content.encode("utf-8") for content in pieces.values())


def test_a_missing_piece_is_named() -> None:
    pieces = take_apart(plain_content(sample_file()))
    gone = next(key for key in pieces if key[0] == ANSWERS)
    del pieces[gone]
    with pytest.raises(KeyError) as caught:
        put_together(pieces)
    assert caught.value.args[0] == gone


def test_a_checksum_tells_columns_tables_and_kinds_apart() -> None:
    row = {"draft": "a", "content": "bc"}
    others = [{"draft": "ab", "content": "c"}, {"draft": "a", "other": "bc"}, {"draft": "a"}]
    assert row_checksum("answers", row) not in {row_checksum("answers", each) for each in others}
    assert row_checksum("answers", row) != row_checksum("parts", row)
    assert row_checksum("drafts", {"year": 1}) != row_checksum("drafts", {"year": "1"})
    assert row_checksum("drafts", {"year": 1, "later": None}) == row_checksum("drafts", {"year": 1})
    assert is_intact("answers", sealed("answers", row))
    assert not is_intact("answers", {**sealed("answers", row), "content": "bd"})


def test_the_digest_tells_exchanged_pieces_apart() -> None:
    pieces = {("answers", "A"): "1", ("answers", "B"): "2"}
    exchanged = {("answers", "A"): "2", ("answers", "B"): "1"}
    assert content_digest(pieces) != content_digest(exchanged)
