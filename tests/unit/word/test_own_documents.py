"""Documents of our own writing with the structure and the slips of real ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.model import Form
from lpd_desktop.form.reading import read_form
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.rich_text import Heading, Table, walk_blocks
from lpd_desktop.word.importing import import_document
from lpd_desktop.word.result import ImportResult
from tests.unit.word.written import field_text, footnotes, plan_signs, signs

DATA = Path(__file__).resolve().parents[2] / "data"
EXPECTED = sorted((DATA / "documents").glob("*.expected.json"))
RULE_OF_SLIP = {
    "section_letter_missing": "I-SECTION-LETTER",
    "question_in_heading": "I-HEADING-QUESTION",
    "former_topic_title": "I-OLD-TITLE",
    "double_numbering": "I-NUMBERING",
    "renumbered_topics": "I-RENUMBERED",
    "empty_potential": "I-EMPTY-POTENTIAL",
    "escaped_asterisk": "I-ESCAPE",
    "heading_as_text": "I-HEADING-BY-LOOK",
    "word_divided": "I-JOINED-WORD",
    "paragraph_divided": "I-JOINED-PARAGRAPH",
}


class Case:
    """A document, what is expected of it, and its import."""

    def __init__(self, path: Path) -> None:
        self.expected = json.loads(path.read_text("utf-8"))
        stem = path.name.removesuffix(".expected.json")
        candidates = [stem, *(f"{stem}{suffix}" for suffix in (".txt", ".md", ".docx"))]
        self.source = next(
            path.parent / name for name in candidates if (path.parent / name).is_file()
        )
        self.form = self._form()
        self.result = import_document(self.source.read_bytes(), self.source.name, self.form)
        self.plan = self.result.file.plan

    def _form(self) -> Form:
        if self.expected.get("form"):
            return read_form(DATA / "forms" / "second-form.toml")
        return form_for_year(2023)


@pytest.fixture(scope="module", params=EXPECTED, ids=lambda path: path.name.split(".exp")[0])
def case(request) -> Case:
    return Case(request.param)


def test_there_are_documents_to_read():
    assert len(EXPECTED) >= 5


def test_the_cover_names_jobcenter_and_stand(case: Case):
    assert case.plan.jobcenter.name == (case.expected["jobcenter_name"] or "")
    assert case.plan.as_of == case.expected.get("as_of", "")


def test_the_topics_are_recognised_in_their_order(case: Case):
    assert [topic.key for topic in case.plan.topics] == case.expected["topics"]
    free = [topic.title for topic in case.plan.topics if topic.title]
    assert free == ([case.expected["free_topic"]] if "free_topic" in case.expected else [])


def test_every_text_stands_in_its_own_field(case: Case):
    texts = {where: field_text(case.form, case.plan, where) for where in case.expected["phrases"]}
    for where, phrases in case.expected["phrases"].items():
        for phrase in phrases:
            holders = [place for place, text in texts.items() if phrase in text]
            assert where in holders, f"{phrase!r} stands in {holders}"


def test_fields_without_a_text_of_their_own_stay_empty(case: Case):
    empty = [where for where, phrases in case.expected["phrases"].items() if not phrases]
    assert [where for where in empty if field_text(case.form, case.plan, where)] == []


def test_potentials_are_counted_with_the_empty_ones(case: Case):
    potentials = case.plan.potentials
    assert len(potentials) == case.expected["potentials"]
    assert sum(each.is_empty for each in potentials) == case.expected["empty_potentials"]


def test_footnotes_are_paired_with_their_texts(case: Case):
    found = footnotes(case.form, case.plan)
    assert len(found) == case.expected["footnotes"]
    assert found == case.expected.get("footnote_texts", [])


def test_the_budget_holds_cents_and_keeps_what_is_no_amount(case: Case):
    expected = case.expected.get("budget")
    item = next(case.form.budgets)
    table = case.plan.answer(item.key).table
    assert table is not None
    if expected is None:
        assert table.is_blank
        return
    for column, rows in expected.items():
        for key, amount in rows.items():
            wanted = TypedText(amount["text"]) if isinstance(amount, dict) else amount
            row = table.row(key)
            assert row is not None, key
            assert row.amount(column) == wanted, (key, column)


def test_tables_and_sub_headings_are_kept(case: Case):
    blocks = {
        str(address): list(walk_blocks(found))
        for address, found in text_fields(case.form, case.plan)
    }
    tables = sum(isinstance(each, Table) for found in blocks.values() for each in found)
    assert tables + bool(case.expected.get("budget")) == case.expected["tables"]
    for where, count in case.expected.get("sub_headings", {}).items():
        headings = [each for each in blocks[where] if isinstance(each, Heading)]
        assert len(headings) == count
        assert len({each.level for each in headings}) == 1


def test_each_slip_is_noted_with_its_words(case: Case):
    for slip in case.expected["slips"]:
        rule = RULE_OF_SLIP.get(slip["kind"])
        if rule is not None:
            quotes = [note.quote for note in case.result.notes if note.rule == rule]
            wanted = " ".join(slip["quote"].split()[-4:])
            assert any(wanted in quote or quote in slip["quote"] for quote in quotes), slip


def test_no_word_vanishes(case: Case):
    result = case.result
    assert result.words_in == result.words_placed + result.words_form + result.words_unplaced
    assert result.words_in == _balance(result)
    assert result.unplaced == ()


def _balance(result: ImportResult) -> int:
    return result.words_placed + result.words_form + result.words_unplaced


def test_no_letter_of_the_plan_is_invented(case: Case):
    if case.source.suffix == ".docx":
        pytest.skip("the letters of a packed file are not counted here")
    source = signs(case.source.read_text("utf-8"))
    own_rows = sum(len(item.rows) for item in case.form.budgets)
    too_many = plan_signs(case.form, case.plan) - source
    assert own_rows
    assert not too_many
