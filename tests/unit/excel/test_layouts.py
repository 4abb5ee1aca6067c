"""Budgets in many layouts are read to the cent or asked about."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extent import examples

from .layout_run import Tally, wrong_cells
from .layouts import layout
from .test_preview import read
from .workbooks import preview, rules, saved, workbook

TOTAL, FEDERAL, TRANSFER = "administration_total", "administration_federal", "transfer_in"
seeds = st.integers(0, 10**9)


@settings(max_examples=examples(25, 120), deadline=None)
@given(seeds)
def test_no_layout_gives_a_wrong_amount_without_a_question(seed: int) -> None:
    made = layout(seed)
    tally = Tally()
    tally.take(seed)
    assert [line for line in tally.wrong if "nichts gelesen" not in line] == []
    assert made.truth


@settings(max_examples=examples(15, 60), deadline=None)
@given(seeds)
def test_a_confirmed_unit_gives_the_amounts_of_the_workbook(seed: int) -> None:
    made = layout(seed)
    assert list(wrong_cells(made, preview(made.data, unit=made.unit))) == []


def test_ordinary_layouts_are_mostly_read_without_a_question() -> None:
    odd = ("amounts: english", "minus", "slip of the pen", "column rival", "row twice", "decoy")
    statuses: list[str] = []
    for seed in range(examples(100, 400)):
        made = layout(seed)
        is_odd = any(each in made.features for each in odd) or made.unit != "eur"
        if not is_odd and "caption: 'lfd. Jahr'" not in made.features:
            statuses += [cell.status for cell in preview(made.data).cells]
    assert len(statuses) > examples(125, 500)
    assert statuses.count("ok") >= 0.98 * len(statuses)


BIG = (["VWT gesamt", 9_000_000, 8_500_000], ["VWT Bund", 7_332_000, 6_988_000])


def both(rows: list[list[Any]]) -> dict[tuple[str, str], int]:
    found = preview(workbook(rows))
    assert found.is_complete, [cell for cell in found.cells if cell.status != "ok"]
    return read(found)


WANTED = {
    (TOTAL, "plan"): 900_000_000,
    (TOTAL, "previous"): 850_000_000,
    (FEDERAL, "plan"): 733_200_000,
    (FEDERAL, "previous"): 698_800_000,
}


@pytest.mark.parametrize(
    ("plan", "previous"),
    [
        ("Ansatz 23", "Ansatz 22"),
        ("HHJ '23", "HHJ '22"),
        ("Planjahr 2023", "Vorjahr"),
        ("31.12.2023", "31.12.2022"),
        ("2023 (vorl.)", "2022 (endg.)"),
        ("2023 (Stand 10/22)", "2022 (Stand 10/22)"),
        ("Zuweisung 2023 gem. Schreiben vom 27.10.2022", "Zuweisung 2022"),
    ],
)
def test_captions_name_their_year_in_many_ways(plan: str, previous: str) -> None:
    assert both([["", plan, previous], *BIG]) == WANTED
    turned = [[label, before, now] for label, now, before in BIG]
    assert both([["", previous, plan], *turned]) == WANTED


@pytest.mark.parametrize(
    "header",
    [
        ["", "lfd. Jahr", "Vorjahr"],
        ["", "Ist 2023 bis 30.09.", "2022"],
        ["", "Juni 2023", "Juni 2022"],
        ["", "30.06.2023", "30.06.2022"],
        ["", "Betrag", "Betrag Vorjahr"],
    ],
)
def test_captions_that_may_mean_another_time_are_asked_about(header: list[str]) -> None:
    found = preview(workbook([header, *BIG]))
    assert found.cell(TOTAL, "plan").status == "asked"
    assert "B-COLUMN-ASKED" in rules(found)


@pytest.mark.parametrize(
    "extra", ["Veränderung 2023", "2023/2022", "2023 in %", "Stellen 2023", "2023 je Fall"]
)
def test_columns_of_changes_and_other_measures_are_no_amounts(extra: str) -> None:
    rows = [["", extra, "2023", "2022"], *([label, 5, *cells] for label, *cells in BIG)]
    assert both(rows) == WANTED


def test_rows_and_columns_may_be_swapped() -> None:
    rows = [["", *(row[0] for row in BIG)], [2023, 9_000_000, 7_332_000]]
    rows.append([2022, 8_500_000, 6_988_000])
    found = preview(workbook(rows))
    assert (read(found), found.is_transposed) == (WANTED, True)
    assert found.columns == {"plan": "2", "previous": "3"}


def test_each_year_may_have_a_sheet_of_its_own() -> None:
    book = openpyxl.Workbook()
    book.active.title = "2023"
    other = book.create_sheet("Plan 2022")
    for sheet, place in ((book.active, 1), (other, 2)):
        sheet.append(["Bezeichnung", "Betrag"])
        for row in BIG:
            sheet.append([row[0], row[place]])
    found = preview(saved(book))
    assert read(found) == WANTED
    assert found.columns["previous"] == "'Plan 2022'!B"
    assert found.cell(TOTAL, "previous").cell == "'Plan 2022'!B2"
    assert rules(found) == {"B-SECOND-SHEET"}


def test_a_second_table_is_read_by_its_own_header() -> None:
    rows = [["", 2023, 2022], BIG[0], [], ["", 2022, 2023], ["VWT Bund", 6_988_000, 7_332_000]]
    assert both(rows) == WANTED


def test_a_table_of_other_years_is_left_alone() -> None:
    assert both([["", 2023, 2022], *BIG, [], ["", 2021, 2020], ["EGT Bund", 5e6, 6e6]]) == WANTED


def test_tables_may_stand_side_by_side() -> None:
    rows = [["", 2023, 2022, None, "", 2023, 2022], [*BIG[0], None, *BIG[1]]]
    assert both(rows) == WANTED


def test_years_may_be_merged_over_amount_and_share() -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:E1")

    rows: list[list[Any]] = [["", "Haushalt 2023", None, "Haushalt 2022", None]]
    rows.append(["", "Betrag", "in %", "Betrag", "in %"])
    rows += [[label, plan, 100, previous, 100] for label, plan, previous in BIG]
    assert read(preview(workbook(rows, merge))) == WANTED


@pytest.mark.parametrize(
    "labels",
    [
        ("VWT gesamt¹", "VWT Bund *"),
        ("1. VWT gesamt", "2. VWT Bund"),
        ("▪ VWT gesamt:", "  davon VWT Bund"),
        ("Gesamtverwaltungskosten (2023)", "Verwaltungs-\nmittel - Bund"),
        ("VWT gesamt 1)", "Verwaltungmittel Bund"),
    ],
)
def test_signs_numbers_and_slips_at_labels_do_not_matter(labels: tuple[str, str]) -> None:
    rows = [[label, *row[1:]] for label, row in zip(labels, BIG, strict=True)]
    found = preview(workbook([["", "2023", "2022"], *rows]))
    assert {row.key for row in found.rows if not row.is_asked} == {TOTAL, FEDERAL}


def test_headings_complete_the_labels_below_them() -> None:
    rows = [["", 2023, 2022], ["Verwaltungsmittel"], ["insgesamt", *BIG[0][1:]]]
    assert both([*rows, ["Bund", *BIG[1][1:]]]) == WANTED


@pytest.mark.parametrize(
    "label",
    [
        "Verwaltungsmittel – Land (ohne kommunalen Anteil)",
        "Verwaltungsmittel – Bund (mit kommunalem Anteil)",
        "Verwaltungsmittel",
        "Umschichtung aus den Eingliederungsmitteln Bund",
        "- Umschichtung aus EGT",
        "davon „JobPerspektive“ § 16i SGB II",
        "Eingliederungsmittel – Bund (ohne § 16e)",
    ],
)
def test_a_label_that_only_looks_like_a_row_is_never_taken_for_it(label: str) -> None:
    found = preview(workbook([["", 2023, 2022], *BIG[:0], [label, 9_000_000, 8_000_000]]))
    assert {cell.status for cell in found.cells} == {"asked"}
    assert "B-ROW-ASKED" in rules(found)


def test_a_row_whose_label_goes_on_from_the_line_above_is_not_read_by_its_rest() -> None:
    rows = [["", 2023, 2022], ["zzgl. Umschichtung aus"], ["den Verwaltungsmitteln Bund", 5e6, 4e6]]
    found = preview(workbook([*rows, BIG[0]]))
    assert (FEDERAL, "plan") not in read(found)


def test_a_label_that_names_another_year_is_asked_about() -> None:
    found = preview(workbook([["", 2023], ["VWT gesamt 2022", 9_000_000]]))
    (cell,) = found.cells
    assert (cell.status, cell.questions) == ("asked", ("year",))


def test_a_budget_of_last_year_is_not_read_as_the_one_of_this_year() -> None:
    from lpd_desktop.excel.recognition import NoBudgetFoundError

    with pytest.raises(NoBudgetFoundError, match="keine Spalte mit 2023"):
        preview(workbook([["Titel 2022", 2022, 2021], *BIG]))
