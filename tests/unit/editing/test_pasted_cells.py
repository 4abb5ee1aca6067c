"""A block of cells into a budget table: by place, by label, refused, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from lpd_desktop.editing.budget_rows import table_of
from lpd_desktop.editing.pasted_cells import (
    BlockDoesNotFitError,
    Target,
    block_of_clip,
    clear_cells,
    fill_from,
    names_rows,
    unit_of_header,
)
from lpd_desktop.editing.pasted_table import (
    fill_by_label,
    is_plain,
    preview_of,
    table_of_block,
    told_of,
)
from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.pasted_block import block_of_cells
from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file

FOLDER = Path(__file__).parents[2] / "data" / "clipboard"
FORM = form_for_year(2026)
ITEM = next(iter(FORM.budgets))
PLAN = Target(ITEM.key, 0, 1)
LABELS = [row.label for row in ITEM.rows]


@pytest.fixture
def file():
    return new_file(FORM, Jobcenter(name="Kreis Auental"))


def recorded(name: str, kind: str = "html") -> str:
    path = FOLDER / f"{name}.{kind}"
    return path.read_text("utf-8") if path.exists() else ""


def cells(file, count: int) -> list[tuple]:
    return [(row.plan, row.previous) for row in table_of(file, ITEM.key).rows[:count]]


def text(*lines: str):
    return block_of_clip("", "\n".join(lines))


def test_amounts_fill_the_cells_from_the_chosen_one_on(file):
    filled = fill_from(file, Target(ITEM.key, 1, 1), text("1.000\t2,50 €", "−3\t"), "eur")

    assert cells(filled.file, 3) == [(UNSET, UNSET), (100_000, 250), (-300, UNSET)]
    assert filled.told == ""


def test_what_is_no_amount_stays_visible_and_is_counted(file):
    filled = fill_from(file, PLAN, text("100.0000\t45,0%", "k. A.\t1,234.56"))

    assert cells(filled.file, 2) == [
        (TypedText("100.0000"), TypedText("45,0%")),
        (TypedText("k. A."), TypedText("1,234.56")),
    ]
    assert filled.told == (
        "4 Zellen enthalten keinen Betrag und bleiben stehen, wie sie geschrieben sind."
    )


def test_one_cell_without_an_amount_is_told_in_the_singular(file):
    assert fill_from(file, PLAN, text("k. A.")).told == (
        "1 Zelle enthält keinen Betrag und bleibt stehen, wie sie geschrieben ist."
    )


def test_hidden_rows_of_the_spreadsheet_do_not_come_in(file):
    name = "recorded-calc"
    block = block_of_clip(recorded(name), recorded(name, "txt"))

    assert [row[0].shows for row in block.rows] == [
        "Bezeichnung",
        "Zuteilung\nEingliederung",
        "Umschichtung",
        "zusammen",
        "verbunden",
    ]
    assert "verborgene" in recorded(name, "txt")


def test_hidden_rows_and_columns_of_excel_are_told(file):
    block = block_of_clip(recorded("excel-amounts"), "")
    amounts = block.below(1)
    only = type(amounts)(tuple(row[1:3] for row in amounts.rows), amounts.hidden)
    filled = fill_from(file, PLAN, only)

    assert cells(filled.file, 2)[0] == (123_456_789, 120_000_000)
    assert cells(filled.file, 2)[1] == (TypedText("siehe Anlage"), UNSET)
    assert filled.told.endswith("Ausgelassen: 2 verborgene Zeilen und Spalten.")


def test_the_exact_value_of_a_cell_is_taken_also_in_english_dress(file):
    html = (
        "<table><tr><td sdval='1234567.89' sdnum='1033;0;#,##0.00'>1,234,567.89 €</td>"
        "<td sdval='1234567,89'>1.235</td></tr><tr><td x:num='-0.5'>(1)</td>"
        "<td sdval='0,125'>0,13</td></tr></table>"
    )
    filled = fill_from(file, PLAN, block_of_clip(html, "falsch"))

    assert cells(filled.file, 2) == [(123_456_789, 123_456_789), (-50, 13)]
    assert filled.told == ("2 Beträge waren gerundet angezeigt; übernommen ist der genaue Wert.")


def test_more_rows_than_there_are_is_refused_before_anything_changes(file):
    many = text(*["1"] * (len(LABELS) + 1))

    with pytest.raises(BlockDoesNotFitError, match=f"hat {len(LABELS) + 1} Zeilen"):
        fill_from(file, PLAN, many)
    with pytest.raises(BlockDoesNotFitError, match="noch 1 Zeile"):
        fill_from(file, Target(ITEM.key, len(LABELS) - 1, 1), text("1", "2"))


def test_more_columns_than_there_are_is_refused_and_reckoned_ones_are_passed_over(file):
    with pytest.raises(BlockDoesNotFitError, match="hat 5 Spalten"):
        fill_from(file, PLAN, text("1\t2\t3\t4\t5"))
    with pytest.raises(BlockDoesNotFitError, match="kein Platz"):
        fill_from(file, Target(ITEM.key, 0, 3), text("1"))

    own = fill_from(file, PLAN, text("1\t2\t−1\t−50,0 %"))
    assert cells(own.file, 1) == [(100, 200)]


def test_a_year_above_the_amounts_is_no_amount_and_must_be_that_of_the_column(file):
    assert cells(fill_from(file, PLAN, text("2026\t2025", "1\t2")).file, 1) == [(100, 200)]
    with pytest.raises(BlockDoesNotFitError, match="steht 2025, sie kämen aber in die Spalte 2026"):
        fill_from(file, PLAN, text("2025\t2026", "1\t2"))


def test_a_unit_in_the_header_is_asked_about_and_never_guessed(file):
    block = text("2026 in T€\t2025 in T€", "1,5\t2")

    assert unit_of_header(block) == "teur"
    assert unit_of_header(text("1,5 T€", "2 T€")) is None
    assert cells(fill_from(file, PLAN, block, "teur").file, 1) == [(150_000, 200_000)]
    assert cells(fill_from(file, PLAN, text("1,5 T€")).file, 1) == [(150_000, UNSET)]


def test_labels_alone_rename_rows(file):
    target = Target(ITEM.key, 1, 0)
    after = fill_from(file, target, text("Neuer Name", "")).file

    assert table_of(after, ITEM.key).rows[1].label == "Neuer Name"


def test_chosen_cells_are_emptied(file):
    filled = fill_from(file, PLAN, text("1\t2", "3\t4")).file

    assert cells(clear_cells(filled, ITEM.key, [(0, "plan"), (1, "previous")]), 2) == [
        (UNSET, 200),
        (300, UNSET),
    ]


SHOWN = st.sampled_from(
    ["1.000", "2,50 €", "−3", "0", "", "-", "k. A.", "12 %", "1,234.56", "100.0000", "T€", "#NV"]
)
VALUES = st.sampled_from(["", "", "1000", "1234,5", "-0.5", "0", "1e9", "x"])


@given(st.lists(st.tuples(SHOWN, VALUES), min_size=1, max_size=6))
def test_no_cell_becomes_an_amount_that_nothing_says(column):
    file = new_file(FORM, Jobcenter(name="Kreis Auental"))
    block = block_of_cells([[cell] for cell in column])
    filled = fill_from(file, PLAN, block).file
    below = column[1:] if unit_of_header(block) else column

    for (shows, value), row in zip(below, table_of(filled, ITEM.key).rows, strict=False):
        if isinstance(row.plan, int):
            assert value or shows in {"1.000", "2,50 €", "−3", "0"}
        elif row.plan is UNSET:
            assert not shows
        else:
            assert row.plan == TypedText(shows)


def labelled(*lines: str):
    return text("Bezeichnung\t2026\t2025", *lines)


def test_labels_of_the_form_are_recognised_and_others_are_not(file):
    assert names_rows(text(f"{LABELS[0]}\t1.000"), ITEM)
    assert not names_rows(text("Ganz etwas anderes\t1.000"), ITEM)
    assert not names_rows(text(LABELS[0]), ITEM)


def test_rows_with_labels_go_to_their_places_in_any_order(file):
    block = labelled(f"{LABELS[4]}\t9.000.000\t8.000.000", f"{LABELS[0]}\t7.500.000\t7.000.000")
    table = table_of_block(block, 2026, 1)
    preview = preview_of(table, file, ITEM, ImportChoices())
    after = table_of(fill_by_label(file, ITEM.key, preview), ITEM.key)

    assert is_plain(table, preview, 1)
    assert (after.rows[4].plan, after.rows[0].previous) == (900_000_000, 700_000_000)
    assert told_of(preview, 1) == (
        "2 Zeilen nach ihren Bezeichnungen eingefügt. Ausgelassen: 1 verborgene Zeile oder Spalte."
    )


@pytest.mark.parametrize(
    "block",
    [
        text(f"{LABELS[4]}\t9.000.000\t8.000.000"),
        labelled(f"{LABELS[4]}\t9.000.000\t8.000.000", "Sonderposten\t5.000\t4.000"),
        labelled(f"{LABELS[4]}\t9.000.0000\t8.000.000"),
        text("\t2026 in T€\t2025 in T€", f"{LABELS[4]}\t9.000\t8.000"),
    ],
    ids=["no years", "an unknown row", "no amount", "thousands"],
)
def test_whatever_is_not_plain_is_asked(file, block):
    table = table_of_block(block, 2026, 1)

    assert not is_plain(table, preview_of(table, file, ITEM, ImportChoices()), 1)


@pytest.mark.parametrize(("column", "name"), [(1, "plan"), (2, "previous")])
def test_one_column_without_a_year_goes_where_the_cursor_stands(file, column, name):
    block = text(f"{LABELS[0]}\t7.500.000", f"{LABELS[4]}\t9.000.000")
    table = table_of_block(block, 2026, column)
    preview = preview_of(table, file, ITEM, ImportChoices())
    filled = fill_by_label(file, ITEM.key, preview, is_previous=table.is_previous)

    assert is_plain(table, preview, column)
    assert not is_plain(table, preview, 0)
    assert table_of(filled, ITEM.key).rows[4].cents(name) == 900_000_000
    assert sum(row.plan is UNSET for row in table_of(filled, ITEM.key).rows) == (
        len(LABELS) - 2 if name == "plan" else len(LABELS)
    )
