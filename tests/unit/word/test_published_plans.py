"""The four published plans: everything placed, and in the right field."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.rich_text import Heading, ListBlock, Table
from lpd_desktop.word.importing import import_document
from lpd_desktop.word.result import ImportResult
from tests.unit.word.written import field_text, footnotes, plan_signs, signs

FORM = form_for_year(2023)
PLANS = ("000", "001", "002", "004")


@cache
def imported(path: Path) -> ImportResult:
    return import_document(path.read_bytes(), path.name, FORM)


@pytest.mark.parametrize("number", PLANS)
def test_all_words_are_placed_or_the_forms_own(seeds, number):
    result = imported(seeds[number])
    assert result.words_in == result.words_placed + result.words_form
    assert result.words_placed > 4 * result.words_form
    assert result.unplaced == ()


@pytest.mark.parametrize("number", PLANS)
def test_the_letters_placed_are_those_of_the_document(seeds, number):
    result = imported(seeds[number])
    written = plan_signs(FORM, result.file.plan)
    source = signs(seeds[number].read_text("utf-8"))
    missing = sum((source - written).values())
    assert not written - source
    assert missing < 0.2 * sum(source.values()), "more is missing than the form's own words"


@pytest.mark.parametrize(
    ("number", "topics"),
    [
        ("000", ["long_term", "equality", "migration"]),
        ("001", ["long_term", "migration", "counselling"]),
        ("002", ["long_term", "migration", "counselling"]),
        ("004", ["long_term", "equality", "counselling"]),
    ],
)
def test_the_three_topics_are_recognised(seeds, number, topics):
    assert [topic.key for topic in imported(seeds[number]).file.plan.topics] == topics


@pytest.mark.parametrize(
    ("number", "rule", "quote"),
    [
        ("000", "I-HEADING-QUESTION", "und was wollen Sie in 2023 konkret erreichen?"),
        ("000", "I-SECTION-LETTER", "Geplante Handlungsansätze"),
        ("001", "I-OLD-TITLE", "Langzeitleistungsbezug vermeiden und verringern"),
        ("001", "I-OLD-TITLE", "Menschen mit Migrationshintergrund in Arbeit und Ausbildung"),
        ("001", "I-NUMBERING", "B.3 3."),
        ("001", "I-RENUMBERED", "II. Menschen mit Flucht"),
        ("002", "I-EMPTY-POTENTIAL", "3. Internes Potential"),
        ("002", "I-JOINED-WORD", "Qualifizierungspotenzialen"),
        ("004", "I-ESCAPE", "Kund\\*innen"),
        ("004", "I-HEADING-BY-LOOK", "d) Optimierung des Erfassens"),
    ],
)
def test_the_slips_are_noted(seeds, number, rule, quote):
    notes = imported(seeds[number]).notes
    assert any(note.rule == rule and quote in note.quote for note in notes)


def test_the_amounts_of_ennepe_ruhr_are_exact_and_its_two_slips_kept(seeds):
    table = imported(seeds["001"]).file.plan.answer("A.budget").table
    assert table is not None
    row = table.row("transfer_in")
    assert row is not None
    assert (row.plan, row.previous) == (TypedText("100.0000"), TypedText("50.0000"))
    total, former = table.row("administration_total"), table.row("integration_former_16e")
    assert total is not None
    assert total.plan == 2952117700
    assert total.previous == 2995852900
    assert former is not None
    assert former.plan == former.previous == 43000000
    assert [each.key for each in table.rows if each.key.startswith("own")] == ["own_1"]


def test_the_letters_a_to_c_are_nested_in_the_second_point(seeds):
    development = imported(seeds["001"]).file.plan.potentials[0].development
    (numbered,) = development
    assert isinstance(numbered, ListBlock)
    assert numbered.style == "number"
    assert [len(item) for item in numbered.items] == [2, 2, 1]
    letters = numbered.items[1][1]
    assert isinstance(letters, ListBlock)
    assert (letters.style, len(letters.items)) == ("letter", 3)


def test_the_staff_table_of_muelheim_has_a_header_row_and_column(seeds):
    (table,) = imported(seeds["004"]).file.plan.answer("A.staff").text
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.rows[0])) == (6, 4)
    assert (table.header_rows, table.header_column) == (1, True)


def test_the_headings_a_to_d_share_one_level(seeds):
    plan = imported(seeds["004"]).file.plan
    for topic in plan.topics:
        headings = [each for each in topic.answer("how") if isinstance(each, Heading)]
        assert [each.level for each in headings] == [1, 1, 1, 1]


def test_the_footnote_stands_behind_its_amount(seeds):
    plan = imported(seeds["004"]).file.plan
    assert footnotes(FORM, plan) == ["Gem. Schreiben des BMAS"]
    assert "35.084.802 Euro" in field_text(FORM, plan, "A.budget").replace("\u00a0", " ")


def test_a_sentence_divided_by_a_page_is_one_again(seeds):
    plan = imported(seeds["002"]).file.plan
    text = field_text(FORM, plan, "B.topics/long_term/how")
    assert "Der Identifikation von Qualifizierungspotenzialen kommt eine Schlüsselrolle zu" in text


@pytest.mark.parametrize(("number", "name"), [("000", "Kreis Kleve"), ("001", "Ennepe-Ruhr-Kreis")])
def test_without_a_cover_the_jobcenter_is_only_suggested(seeds, number, name):
    result = imported(seeds[number])
    assert result.file.plan.jobcenter.name == ""
    notes = [note.quote for note in result.notes if note.rule == "I-JOBCENTER-SUGGESTED"]
    assert notes == [name]


def test_another_kind_of_document_is_reported_as_unplaced(seeds):
    result = imported(seeds["003"])
    assert result.words_unplaced > 0.8 * result.words_in
    assert result.words_in == result.words_placed + result.words_form + result.words_unplaced
