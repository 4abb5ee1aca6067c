"""The sample, its story and the second form: what other tests and the demo rely on."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from lpd_desktop.form.identities import ShareIdentity, SumIdentity
from lpd_desktop.form.model import BudgetItem, BudgetRow
from lpd_desktop.form.reading import read_form
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields
from lpd_desktop.plan.rich_text import (
    Heading,
    ListBlock,
    Paragraph,
    Table,
    plain_text,
    walk_blocks,
    walk_runs,
)
from lpd_desktop.plan.sample import sample_file, sample_story, sample_workbook
from lpd_desktop.plan.words import block_words

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLE = sample_file()
STORY = sample_story()
BLOCKS = [
    block
    for _address, blocks in text_fields(SAMPLE.form, SAMPLE.plan)
    for block in walk_blocks(blocks)
]
RUNS = [
    run
    for _address, blocks in text_fields(SAMPLE.form, SAMPLE.plan)
    for _block, runs in walk_runs(blocks)
    for run in runs
]


@pytest.mark.parametrize("mend", STORY["mends"], ids=lambda mend: mend["where"])
def test_each_slip_of_the_sample_stands_once_in_the_block_that_the_story_names(
    mend: dict[str, str],
) -> None:
    where = Address.parse(mend["where"])
    blocks = blocks_at(SAMPLE.form, SAMPLE.plan, where) or ()
    runs = [run for block, runs in walk_runs(blocks) if block.id == where.block for run in runs]
    assert sum(run.words.count(mend["old"]) for run in runs) == 1


def test_the_old_amount_stands_nowhere_but_in_the_sentences_to_mend() -> None:
    old = STORY["old_amount"]
    mends = [mend for mend in STORY["mends"] if mend["old"] == old]
    assert sum(run.words.count(old) for run in RUNS) == len(mends) == 2


def test_the_sample_has_every_element_of_rich_text() -> None:
    lists = [block for block in BLOCKS if isinstance(block, ListBlock)]
    tables = [block for block in BLOCKS if isinstance(block, Table)]
    assert {block.level for block in BLOCKS if isinstance(block, Heading)} == {1, 2}
    assert {each.style for each in lists} == {"bullet", "number", "letter"}
    assert any(each.start > 1 for each in lists)
    assert any(
        isinstance(block, ListBlock) for each in lists for item in each.items for block in item
    )
    assert any(table.header_rows and table.header_column for table in tables)
    assert {"bold", "italic", "footnote", "break"} <= {
        name
        for run in RUNS
        for name, there in (
            ("bold", run.bold),
            ("italic", run.italic),
            ("footnote", run.is_footnote),
            ("break", "\n" in run.words),
        )
        if there
    }


def test_the_sample_is_about_as_long_as_real_plans() -> None:
    fields = text_fields(SAMPLE.form, SAMPLE.plan)
    assert 2700 < sum(len(block_words(blocks)) for _address, blocks in fields) < 3700


def _assert_sums_close(item: BudgetItem, cents: dict[str, int]) -> None:
    for identity in item.identities:
        if isinstance(identity, SumIdentity):
            plus = sum(cents[key] for key in identity.plus)
            minus = sum(cents[key] for key in identity.minus)
            assert cents[identity.total] == plus - minus
        if isinstance(identity, ShareIdentity):
            wanted = Fraction(identity.percent) / 100 * cents[identity.of]
            assert abs(cents[identity.row] - wanted) <= identity.tolerance


@pytest.mark.parametrize("column", ["plan", "previous"])
def test_all_sums_of_the_sample_close_before_and_after_the_import(column: str) -> None:
    item = next(SAMPLE.form.budgets)
    table = SAMPLE.plan.answer(item.key).table
    assert table is not None
    before = {row.key: getattr(row, column) for row in table.rows}
    after = {key: cells[column] for key, cells in STORY["budget"].items()}
    _assert_sums_close(item, before)
    _assert_sums_close(item, after)


def test_the_workbook_holds_the_amounts_of_the_story_but_for_the_malformed_one() -> None:
    rows = openpyxl.load_workbook(sample_workbook()).active.iter_rows(values_only=True)
    cells = [cell for row in rows for cell in row[1:3]]
    wanted = [cents // 100 for each in STORY["budget"].values() for cents in each.values()]
    refused = STORY["refused"]
    wanted.remove(refused["reading"] // 100)
    assert refused["shows"] in cells
    assert all(cells.count(amount) >= wanted.count(amount) for amount in wanted)


@pytest.mark.parametrize("column", [1, 2])
def test_all_sums_of_the_second_workbook_close(column: int) -> None:
    item = next(read_form(DATA / "forms" / "second-form.toml").budgets)
    sheet = openpyxl.load_workbook(DATA / "workbooks" / "second-form.xlsx").active
    shown = {row[0]: row[column] for row in sheet.iter_rows(min_row=4, values_only=True)}
    cents = {
        row.key: round(next(shown[name] for name in shown if name and _names(row, name)) * 100)
        for row in item.rows
    }
    _assert_sums_close(item, cents)


def _names(row: BudgetRow, shown: str) -> bool:
    labels = (row.label, *row.synonyms)
    return shown.removesuffix(" (20 %)") in labels


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("documents/*.expected.json")), ids=lambda p: p.name
)
def test_what_a_document_is_expected_to_hold_names_addresses_of_its_form(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    second = expected.get("form") == "rap-2031"
    form = read_form(DATA / "forms" / "second-form.toml") if second else SAMPLE.form
    assert form.topics is not None
    for where in expected["phrases"]:
        address = Address.parse(where)
        assert form.item(address.item) is not None, where
        if address.item == form.topics.key:
            topic, question = address.parts
            assert topic in expected["topics"]
            assert question in {each.key for each in form.topics.questions_of(topic)}


def test_paragraphs_of_the_sample_are_never_blank() -> None:
    assert all(plain_text(block.runs).strip() for block in BLOCKS if isinstance(block, Paragraph))
