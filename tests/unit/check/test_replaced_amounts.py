"""Sentences that name an amount of an earlier budget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.check.replaced_amounts import find_replaced, mend
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.rich_text import Paragraph, Run, plain_text, text_run
from lpd_desktop.plan.run_mapping import replaced_in_runs
from lpd_desktop.plan.sample import sample_file, sample_story
from lpd_desktop.plan.work import BudgetVersion, Work

from .plans import FORM, codes, complete, findings, table, text, with_table

OLD = table(FORM, {"integration_federal": 450_000, "recoveries": 50_000}, {"recoveries": 40_000})
NEW = table(FORM, {"integration_federal": 1_380_500, "recoveries": 50_000}, {"recoveries": 40_000})


def found_in(words: str) -> list[tuple[str, str]]:
    plan = complete().with_answer("A.staff", Answer(text=text(words)))
    return [(each.quote, each.new_text) for each in find_replaced(FORM, plan, OLD, NEW)]


@pytest.mark.parametrize(
    ("written", "new"),
    [
        ("450.000 €", "1.380.500 €"),
        ("450.000€", "1.380.500€"),
        ("450.000,- Euro", "1.380.500,- Euro"),
        ("450.000,00 EUR", "1.380.500,00 EUR"),
        ("450000 Euro", "1380500 Euro"),
        ("450.000", "1.380.500"),
        ("450.000\u00a0€", "1.380.500\u00a0€"),
    ],
)
def test_the_new_amount_takes_the_style_of_the_old_one(written: str, new: str) -> None:
    assert found_in(f"Es stehen {written}, wie geplant, bereit.") == [(written, new)]


@pytest.mark.parametrize(
    "words",
    [
        "Es sind 450 Personen.",
        "Das sind 450000 Fälle.",
        "Es sind 1.450.000 € im Land.",
        "Es sind 450.000.000 € im Bund.",
        "Rund 450.000,50 € fehlen.",
        "Wert 450.000 % des Üblichen.",
        "Gemeint sind 450.000 T€.",
        "Die 50.000 € bleiben.",
        "Seite A450.000 der Akte",
    ],
)
def test_other_numbers_are_left_alone(words: str) -> None:
    assert found_in(words) == []


def texts_found(words: str, old: BudgetTable, new: BudgetTable) -> list[list[str]]:
    plan = complete().with_answer("A.staff", Answer(text=text(words)))
    found = find_replaced(FORM, plan, old, new)
    return [[each.new_text for each in place.candidates] for place in found]


def test_an_old_amount_that_another_cell_still_holds_is_no_leftover() -> None:
    moved = table(FORM, {"integration_federal": 60_000, "recoveries": 450_000})
    assert texts_found("Es sind 450.000 € und 50.000 €.", OLD, moved) == [["450.000 €"]]


def test_an_old_amount_with_two_different_successors_is_left_to_the_reader() -> None:
    old = table(FORM, {"transfer_in": 700, "transfer_out": 700})
    words = "Es sind 700 €."
    apart = table(FORM, {"transfer_in": 800, "transfer_out": 900})
    assert texts_found(words, old, apart) == [["800 €", "900 €"]]
    same = table(FORM, {"transfer_in": 800, "transfer_out": 800})
    assert texts_found(words, old, same) == [["800 €"]]


def test_mending_one_occurrence_leaves_the_other_and_the_style() -> None:
    runs = (
        text_run("Zuerst 450.000 €, dann "),
        text_run("450.", bold=True),
        text_run("000 €", italic=True),
        text_run("."),
    )
    plan = complete().with_answer("A.staff", Answer(text=(Paragraph("p1", runs),)))
    first, second = find_replaced(FORM, plan, OLD, NEW)
    mended = mend(FORM, plan, second)
    (block,) = mended.answer("A.staff").text
    assert isinstance(block, Paragraph)
    assert plain_text(block.runs) == "Zuerst 450.000 €, dann 1.380.500 €."
    assert [run.words for run in block.runs if run.bold] == ["1.380.500 €"]
    assert find_replaced(FORM, mended, OLD, NEW) == [first]


def test_a_footnote_is_read_and_mended_too() -> None:
    runs = (text_run("Mittel"), Run(footnote=(text_run("Bisher 450.000 €."),)))
    plan = complete().with_answer("A.staff", Answer(text=(Paragraph("p1", runs),)))
    (found,) = find_replaced(FORM, plan, OLD, NEW)
    (block,) = mend(FORM, plan, found).answer("A.staff").text
    assert isinstance(block, Paragraph)
    assert plain_text(block.runs[1].note) == "Bisher 1.380.500 €."


def test_the_checks_warn_while_an_earlier_version_is_still_named() -> None:
    plan = with_table(complete(), FORM, NEW)
    plan = plan.with_answer("A.staff", Answer(text=text("Wir haben 450.000 €.", "p7")))
    version = BudgetVersion(id="v1", item="A.budget", time="", source="alt.xlsx", table=OLD)
    assert codes(plan) == []
    (found,) = findings(plan, work=Work(budget_versions=(version,)))
    assert (found.rule, found.level, found.where) == ("AMOUNT-REPLACED", "warning", "A.staff#p7")
    assert "„450.000 €“" in found.message
    assert "1.380.500 €" in found.suggestion


def test_the_old_amounts_of_the_sample_are_those_of_its_story() -> None:
    file, story = sample_file(), sample_story()
    old = file.plan.answer("A.budget").table
    assert old is not None
    new = replace(
        old,
        rows=tuple(replace(row, **story["budget"].get(row.key, {})) for row in old.rows),
    )
    found = find_replaced(file.form, file.plan, old, new)
    assert [(str(each.where), each.quote, each.new_text) for each in found] == [
        (mend["where"], mend["old"], mend["new"])
        for mend in story["mends"]
        if mend["kind"] == "old_amount"
    ]


@given(st.lists(st.text(max_size=4), max_size=5), st.data())
def test_replacing_a_span_of_runs_changes_that_span_of_the_text_only(
    words: list[str], data: st.DataObject
) -> None:
    runs = tuple(text_run(word, bold=bool(index % 2)) for index, word in enumerate(words))
    whole = plain_text(runs)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    if start < end:
        new = plain_text(replaced_in_runs(runs, (start, end), "neu"))
        assert new == whole[:start] + "neu" + whole[end:]


@given(st.integers(min_value=1_000, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_any_amount_is_found_and_mended(old: int, new: int) -> None:
    if old == new:
        return
    before, after = table(FORM, {"recoveries": old}), table(FORM, {"recoveries": new})
    words = f"Mit {format_amount(old * 100)} € wird gerechnet."
    plan = complete().with_answer("A.staff", Answer(text=text(words)))
    (found,) = find_replaced(FORM, plan, before, after)
    (block,) = mend(FORM, plan, found).answer("A.staff").text
    assert isinstance(block, Paragraph)
    assert plain_text(block.runs) == f"Mit {format_amount(new * 100)} € wird gerechnet."


@pytest.mark.parametrize(
    ("words", "is_certain"),
    [
        ("Die Pauschale von 450.000 € für das Projekt bleibt unverändert.", False),
        ("Die Miete kostet 450.000 Euro.", False),
        ("Für die Eingliederung stehen 450.000 € bereit.", True),
        ("Das Eingliederungsbudget sinkt. Es beträgt 450.000 €.", True),
    ],
)
def test_a_round_amount_is_replaced_with_others_only_where_its_row_is_named(
    words: str, is_certain: bool
) -> None:
    plan = complete().with_answer("A.staff", Answer(text=text(words)))
    (found,) = find_replaced(FORM, plan, OLD, NEW)
    assert found.can_mend
    assert found.is_certain is is_certain


def test_an_amount_with_many_digits_needs_no_name_of_its_row() -> None:
    old = table(FORM, {"integration_federal": 451_237}, {})
    plan = complete().with_answer("A.staff", Answer(text=text("Bereit stehen 451.237 €.")))
    (found,) = find_replaced(FORM, plan, old, NEW)
    assert found.is_certain
