"""What an import would do: columns, rows, cells, questions, findings."""

from __future__ import annotations

from typing import Any

import jsonschema
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.excel.budget_import import (
    KnownAmounts,
    preview_budget,
    preview_output,
    with_reading,
)
from lpd_desktop.excel.recognition import NoBudgetFoundError
from lpd_desktop.excel.row_matching import match_rows, score_of
from lpd_desktop.plan.sample import sample_file, sample_story, sample_workbook
from lpd_desktop.runtime.resources import resource

from .test_reading import ods
from .workbooks import (
    DATA,
    FORM,
    ITEM,
    SECOND,
    county_table,
    preview,
    rules,
    saved,
    small,
    workbook,
)

TOTAL = "administration_total"


def merged(sheet: Any) -> None:
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A4:A5")


def read(found: Any) -> dict[tuple[str, str], int]:
    return {(c.row, c.column): c.read_as for c in found.cells if c.status == "ok"}


def test_the_table_of_a_county_is_read_cell_by_cell() -> None:
    found = preview(workbook(county_table(), merged))
    assert (found.sheet, found.unit) == ("Budget", "eur")
    assert found.columns == {"plan": "B", "previous": "C"}
    cents = read(found)
    assert cents["administration_federal", "plan"] == 733_200_000
    assert cents["integration_federal", "plan"] == 620_000_000
    assert cents["own_mietzuschuss_der_stadt", "plan"] == 1_250_050
    assert ("transfer_in", "plan") not in cents
    assert len(cents) == 18
    assert {row.key for row in found.rows if row.score < 100} == {"own_mietzuschuss_der_stadt"}


def test_a_malformed_text_is_refused_and_the_reading_that_closes_the_sums_is_proposed() -> None:
    found = preview(workbook(county_table()))
    cell = found.cell("transfer_in", "plan")
    assert cell is not None
    assert (cell.cell, cell.shows, cell.read_as, cell.status) == ("B8", "300.0000", None, "refused")
    (repair,) = found.repairs
    assert (repair.row, repair.column, repair.cents) == ("transfer_in", "plan", 30_000_000)
    (finding,) = [each for each in found.findings if each.rule == "B-CELL-REFUSED"]
    assert "7.332.000 + 300.000 + 1.368.000 = 9.000.000" in finding.suggestion
    assert finding.place == "Blatt „Budget“, Zelle B8"
    decided = with_reading(found, repair.row, repair.column, repair.cents)
    assert decided.is_complete
    assert not decided.repairs
    assert "B-CELL-REFUSED" not in rules(decided)


def test_the_sample_workbook_gives_what_its_story_tells() -> None:
    file, story = sample_file(), sample_story()
    item = next(file.form.budgets)
    found = preview_budget(sample_workbook().read_bytes(), "budget.xlsx", item, file.form)
    refused = story["refused"]
    wanted = {
        (row, column): cents
        for row, cells in story["budget"].items()
        for column, cents in cells.items()
        if (row, column) != (refused["row"], refused["column"])
    }
    own = {key: cents for key, cents in read(found).items() if key[0].startswith("own_")}
    assert {key: cents for key, cents in read(found).items() if key not in own} == wanted
    assert len(own) == 2
    (repair,) = found.repairs
    assert (repair.row, repair.column, repair.cents) == (
        refused["row"],
        refused["column"],
        refused["reading"],
    )


def test_the_workbook_of_the_second_form_needs_no_question() -> None:
    data = (DATA / "workbooks" / "second-form.xlsx").read_bytes()
    found = preview_budget(data, "p.xlsx", next(SECOND.budgets), SECOND)
    assert found.is_complete
    assert not found.findings
    assert read(found)["training", "plan"] == 131_000_040


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["", 2023, 2022], {"plan": "B", "previous": "C"}),
        (["", 2022, 2023], {"plan": "C", "previous": "B"}),
        (["", "Plan 2023", "Ist 2021"], {"plan": "B"}),
        (["", "Veränderung 2023", "Ansatz 2023"], {"plan": "C"}),
        (["", "Ansatz 2023", "2023/2022 in %"], {"plan": "B"}),
    ],
)
def test_the_columns_are_found_by_their_years(header: list[Any], columns: dict) -> None:
    found = preview(workbook(small(header=header)))
    assert found.columns == columns
    assert ("B-COLUMN-MISSING" in rules(found)) == ("previous" not in columns)


def test_a_header_over_two_rows_is_put_together() -> None:
    rows = [["", "Mittel 2023", ""], ["", "", "Mittel 2022"], ["VWT gesamt", 5_000_000, 4_000_000]]
    found = preview(workbook(rows))
    assert found.columns == {"plan": "B", "previous": "C"}
    assert read(found) == {(TOTAL, "plan"): 500_000_000, (TOTAL, "previous"): 400_000_000}


def test_labels_may_stand_behind_numbers_of_their_own() -> None:
    rows = [["Nr.", "Position", "2023"], ["1", "VWT gesamt", 7_000_000], ["2", "EGT Bund", 8e6]]
    found = preview(workbook(rows))
    assert read(found) == {
        (TOTAL, "plan"): 700_000_000,
        ("integration_federal", "plan"): 800_000_000,
    }


def test_two_columns_of_one_year_are_asked_about() -> None:
    rows = [["", "Ansatz 2023", "Nachtrag 2023"], ["VWT gesamt", 5, 6]]
    found = preview(workbook(rows))
    assert "B-COLUMN-ASKED" in rules(found)
    assert [(cell.cell, cell.status) for cell in found.cells] == [("B2", "asked")]


def test_the_sheet_with_most_known_rows_is_taken_and_another_can_be_named() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Deckblatt"
    book.active.append(["Haushalt 2023"])
    for title, labels in (("Wenig", ["VWT gesamt"]), ("Viel", ["VWT gesamt", "EGT Bund"])):
        sheet = book.create_sheet(title)
        sheet.append(["", 2023, 2022])
        for label in labels:
            sheet.append([label, 1, 2])
    data = saved(book)
    assert preview(data).sheet == "Viel"
    assert preview(data, sheet="wenig").sheet == "Wenig"
    with pytest.raises(NoBudgetFoundError, match="„Deckblatt“, „Wenig“, „Viel“"):
        preview(data, sheet="Andere")
    with pytest.raises(NoBudgetFoundError, match="keine Spalte mit 2023"):
        preview(data, sheet="Deckblatt")


def test_a_hidden_sheet_is_read_only_when_it_is_named() -> None:
    book = openpyxl.Workbook()
    book.active.append(["", 2023])
    book.active.append(["VWT gesamt", 1])
    hidden = book.create_sheet("Alt")
    for row in (["", 2023], ["VWT gesamt", 9], ["EGT Bund", 9]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    assert preview(saved(book)).sheet == "Sheet"
    assert "B-HIDDEN-SHEET" in rules(preview(saved(book), sheet="Alt"))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "keinem sichtbaren Blatt"),
        ([["Zeile", 2021], ["VWT gesamt", 5]], "keine Spalte mit 2023"),
        ([["", 2023], ["Blumenschmuck", 5]], "gleicht keine Zeile"),
    ],
)
def test_a_workbook_without_the_budget_says_what_is_missing(rows: Any, reason: str) -> None:
    with pytest.raises(NoBudgetFoundError, match=reason):
        preview(workbook(rows))


def cell_of(
    value: Any, code: str = "General", label: str = "Rückforderungen", **options: Any
) -> Any:
    def shape(sheet: Any) -> None:
        sheet["B2"].number_format = code

    header = ["", "2023 in €", "2022 in €"]
    found = preview(workbook(small(label, value, None, header), shape), **options)
    (cell,) = found.cells
    return cell


@pytest.mark.parametrize(
    ("value", "code", "status", "cents"),
    [
        (1234567, "#,##0", "ok", 123456700),
        (1234.56, "#,##0.00", "ok", 123456),
        (0, "#,##0", "ok", 0),
        ("1.234.567", "@", "ok", 123456700),
        ("1.234.567,- Euro", "@", "ok", 123456700),
        ("1,5 Mio. €", "@", "ok", 150000000),
        (4487218.888, "#,##0", "asked", 448721900),
        (4487218.888, "General", "asked", 448721889),
        (29521177, "#,##0,", "asked", 2952117700),
        (100_000_000, "#,##0,", "asked", 10_000_000_000),
        (100, '#,##0".000"', "asked", 10_000),
        (100, '#,##0" T€"', "asked", 10_000),
        (100, '#,##0" €"', "ok", 10_000),
        (-5, "#,##0", "asked", -500),
        (0.152, "0.0%", "refused", None),
        (True, "General", "refused", None),
        ("3,000", "@", "refused", None),
        ("rund 5.000", "@", "refused", None),
        ("=1+1", "General", "refused", None),
        (1e300, "General", "refused", None),
    ],
)
def test_a_cell_is_read_asked_refused_or_skipped(
    value: Any, code: str, status: str, cents: int | None
) -> None:
    cell = cell_of(value, code)
    assert (cell.status, cell.read_as) == (status, cents)


@pytest.mark.parametrize("sign", ["–", "-", "./.", "k. A."])
def test_a_sign_for_nothing_is_skipped(sign: str) -> None:
    found = preview(workbook([*small(), ["EGT Bund", sign, 8_000_000]]))
    cell = found.cell("integration_federal", "plan")
    assert cell is not None
    assert (cell.status, cell.read_as) == ("skipped", None)
    assert found.is_complete


def test_a_label_over_two_rows_is_put_together() -> None:
    label = next(row.label for row in ITEM.rows if row.key == "passive_active_transfer")
    first, second = label.split(" im Rahmen ")
    rows = [*small(), [f"{first} "], [f"im Rahmen {second}", 700, 800]]
    assert read(preview(workbook(rows)))["passive_active_transfer", "plan"] == 70_000


def test_remarks_and_a_header_that_comes_again_are_no_rows() -> None:
    rows = [
        *small(),
        ["Eingliederung", 2023, 2022],
        ["Hinweis", "siehe Anlage"],
        ["EGT Bund", 7_000_000, 8_000_000],
    ]
    found = preview(workbook(rows))
    assert [row.key for row in found.rows] == [TOTAL, "integration_federal"]
    assert not found.findings


def test_an_error_value_is_refused_by_its_address() -> None:
    def broken(sheet: Any) -> None:
        sheet["B2"] = "#REF!"
        sheet["B2"].data_type = "e"

    found = preview(workbook(small(), broken))
    (finding,) = [each for each in found.findings if each.rule == "B-CELL-REFUSED"]
    assert finding.place.endswith("Zelle B2")
    assert "„#BEZUG!“" in finding.message
    assert "Fehlerwert" in finding.message


def test_a_deduction_with_a_minus_is_asked_as_a_positive_amount() -> None:
    cell = cell_of(-100_000, label="abzgl. Umschichtung")
    assert (cell.row, cell.status, cell.read_as) == ("transfer_out", "asked", 10_000_000)


def test_a_hidden_column_is_not_the_column_of_its_year() -> None:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions["B"].hidden = True

    rows = [["", "Entwurf 2023", "Ansatz 2023"], ["VWT gesamt", 5, 6]]
    found = preview(workbook(rows, hide))
    assert found.columns == {"plan": "C"}
    assert "B-COLUMN-ASKED" not in rules(found)


def test_hidden_rows_are_skipped_and_named() -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    found = preview(workbook([*small(), ["EGT Bund", 7e6, 8e6]], hide))
    assert [(c.cell, c.status) for c in found.cells] == [
        ("B2", "ok"),
        ("C2", "ok"),
        ("B3", "skipped"),
        ("C3", "skipped"),
    ]
    (finding,) = found.findings
    assert finding.rule == "B-HIDDEN-SKIPPED"
    assert "B3, C3" in finding.message


@pytest.mark.parametrize(
    ("header", "unit", "cents"),
    [
        (["", "2023 in T€", 2022], "teur", 1_521_200_00),
        (["", "2023 in Mio. €", 2022], "mio", 1_521_200_000_00),
        (["Angaben in Tsd. Euro", 2023, 2022], "teur", 1_521_200_00),
    ],
)
def test_a_unit_that_the_sheet_names_is_asked_until_it_is_given(
    header: list[Any], unit: Any, cents: int
) -> None:
    data = workbook(small(plan=1521.2, previous=1, header=header))
    asked = preview(data)
    assert (asked.unit, asked.is_complete) == (unit, False)
    assert "B-UNIT-ASKED" in rules(asked)
    cell = asked.cell(TOTAL, "plan")
    assert cell is not None
    assert (cell.status, cell.read_as) == ("asked", cents)
    given_ = preview(data, unit=unit)
    assert read(given_)[TOTAL, "plan"] == cents
    assert read(preview(data, unit="eur"))[TOTAL, "plan"] == 152_120


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("VWT gesamt", TOTAL),
        ("verwaltungsmittel – INSGESAMT:", TOTAL),
        ("KFA (15,2 %)", "administration_municipal"),
        ("abzüglich Umschichtung", "transfer_out"),
        ("EGT 2023 Bund", "integration_federal"),
    ],
)
def test_labels_are_matched_by_their_synonyms(label: str, key: str) -> None:
    match = match_rows(ITEM, [label])[0]
    assert (match.row.key, match.is_sure) == (key, True)


def test_a_label_that_two_rows_share_is_asked_about() -> None:
    found = preview(workbook(small("Umschichtung")))
    assert {cell.status for cell in found.cells} == {"asked"}
    assert "B-ROW-ASKED" in rules(found)


def test_signs_keep_additions_and_deductions_apart() -> None:
    for row in ITEM.rows:
        plus, minus = score_of(f"zzgl. {row.label}", row), score_of(f"abzgl. {row.label}", row)
        assert (plus if row.role == "subtrahend" else minus) == 0


def test_each_row_of_the_form_is_given_away_once() -> None:
    labels = ["VWT gesamt", "VWT insgesamt", "EGT Bund"]
    keys = [match.row.key for match in match_rows(ITEM, labels).values()]
    assert len(keys) == len(set(keys))


def test_a_row_that_is_named_twice_with_other_amounts_is_asked_about() -> None:
    found = preview(workbook([*small("VWT gesamt"), ["VWT insgesamt", 9, 9]]))
    assert {cell.status for cell in found.cells} == {"asked"}
    assert "B-ROW-TWICE" in rules(found)
    same = preview(workbook([*small("VWT gesamt"), ["VWT insgesamt", 5e6, 4e6]]))
    assert {cell.status for cell in same.cells} == {"ok"}


def test_own_rows_keep_their_key_and_equal_labels_get_different_ones() -> None:
    rows = [*small(), ["Größe & Maß", 1, 2], ["Größe & Maß", 3, 4]]
    keys = [row.key for row in preview(workbook(rows)).rows if row.is_own]
    assert keys == ["own_grosse_mass", "own_grosse_mass_2"]
    assert keys == [row.key for row in preview(workbook(rows)).rows if row.is_own]


def test_a_file_of_libreoffice_is_read_without_a_question() -> None:
    found = preview_budget(
        ods([["", "2023", "2022"], ["VWT gesamt", "7000000", "6000000"]]), "b.ods", ITEM, FORM
    )
    assert read(found) == {(TOTAL, "plan"): 700_000_000, (TOTAL, "previous"): 600_000_000}
    assert not rules(found)


def test_the_output_fits_the_schema_that_is_delivered() -> None:
    import json

    schema = json.loads(resource("budget-import.schema.json").read_text("utf-8"))
    output = preview_output(preview(workbook(county_table())))
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(output)))
    assert list(output) == ["sheet", "unit", "columns", "cells", "findings"]
    assert {"row", "column", "cell", "shows", "read_as", "status"} == set(output["cells"][0])


euros = st.one_of(
    st.integers(0, 10**10),
    st.integers(0, 10**12).map(lambda cents: cents / 100),
)

KEYS = [row.key for row in ITEM.rows]


@given(
    st.dictionaries(
        st.sampled_from([row.key for row in ITEM.rows]), st.tuples(euros, euros), min_size=1
    ),
    st.booleans(),
    st.integers(0, 3),
    st.integers(0, 2),
    st.randoms(use_true_random=False),
)
def test_any_table_is_read_back_to_the_cent(
    amounts: dict, swapped: bool, lines_above: int, columns_before: int, random: Any
) -> None:
    labels = {row.key: (row.label, *row.synonyms) for row in ITEM.rows}
    before = [None] * columns_before
    header = ["Zeile", "Plan 2023", "Plan 2022"]
    rows: list[list[Any]] = [[*before, "Titel"] for _line in range(lines_above)]
    rows.append([*before, header[0], *(header[:0:-1] if swapped else header[1:])])
    keys = list(amounts)
    random.shuffle(keys)
    for key in keys:
        pair = amounts[key][::-1] if swapped else amounts[key]
        rows.append([*before, labels[key][0], *pair])
        if random.random() < 0.3:
            rows.append([])
    true = {
        (key, column): round(amount * 100)
        for key, pair in amounts.items()
        for column, amount in zip(("plan", "previous"), pair, strict=True)
    }
    found = preview(workbook(rows), known=KnownAmounts(tables=(true,)))
    assert found.is_complete
    assert read(found) == true
