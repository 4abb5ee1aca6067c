"""Habits of offices: second headers, marks at amounts, quarters, noise of computed sums."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from lpd_desktop.excel.known_amounts import KnownAmounts
from lpd_desktop.excel.recognition import NoBudgetFoundError

from .workbooks import preview, saved, workbook

TOTAL = "Verwaltungsmittel – insgesamt"
FEDERAL = "Verwaltungsmittel – Bund (ohne kommunalen Anteil)"
INTEGRATION = "Eingliederungsmittel – Bund"


def test_a_second_header_whose_first_word_names_a_row_is_no_row() -> None:
    found = preview(
        workbook(
            [
                ["Verwaltungsbudget", "2023", "2022"],
                [TOTAL, 9_000_000, 8_000_000],
                [],
                ["Eingliederungsbudget", "2023", "2022"],
                [INTEGRATION, 7_000_000, 6_000_000],
            ]
        )
    )

    read = found.cell("integration_federal", "plan")
    assert read is not None
    assert (read.cell, read.read_as, read.status) == ("B5", 700_000_000, "ok")


@pytest.mark.parametrize(
    "written",
    [
        lambda text: f"{text}*",
        lambda text: f"{text}¹",
        lambda text: f"ca. {text}",
        lambda text: f"'{text}",
        lambda text: f"{text} / {text}",
    ],
)
def test_amounts_with_a_mark_are_refused_cell_by_cell(written: Callable[[str], str]) -> None:
    rows: list[list[Any]] = [
        ["Budget", "2023", "2022"],
        [TOTAL, written("9.000.000"), written("8.000.000")],
        [FEDERAL, written("7.100.000"), written("6.100.000")],
    ]

    found = preview(workbook(rows))

    assert [cell.status for cell in found.cells] == ["refused"] * 4


@pytest.mark.parametrize("quarter", ["I/2023", "I. Quartal 2023", "Q1 2023", "März 2023"])
def test_the_whole_year_goes_before_its_parts(quarter: str) -> None:
    found = preview(
        workbook(
            [
                ["Budget", quarter, "2023", "2022"],
                [TOTAL, 2_250_000, 9_000_000, 8_000_000],
                [FEDERAL, 1_775_000, 7_100_000, 6_100_000],
            ]
        )
    )

    assert found.columns == {"plan": "C", "previous": "D"}
    assert found.is_complete


@pytest.mark.parametrize(
    "caption",
    ["Zuweisung 2023 (Schreiben v. 27.10.2022)", "Zuweisung 2023, v. 27.10.2022"],
)
def test_the_day_of_a_letter_is_no_second_year(caption: str) -> None:
    found = preview(
        workbook([["Budget", caption, "Zuweisung 2022"], [TOTAL, 9_000_000, 8_000_000]])
    )

    assert found.columns == {"plan": "B", "previous": "C"}
    assert found.is_complete


def test_noise_behind_the_cents_is_no_question() -> None:
    found = preview(
        workbook(
            [["Budget", "2023", "2022"], [TOTAL, 9_000_000.000_000_5, 8_000_000.119_999_99]],
            lambda sheet: setattr(sheet["B2"], "number_format", "#,##0"),
        )
    )

    assert [(cell.read_as, cell.status) for cell in found.cells] == [
        (900_000_000, "ok"),
        (800_000_012, "ok"),
    ]


def test_a_part_of_a_cent_is_still_asked_about() -> None:
    found = preview(workbook([["Budget", "2023", "2022"], [TOTAL, 9_000_000.004, 8_000_000]]))

    assert found.cells[0].status == "asked"


def test_a_cell_that_shows_nothing_is_named_by_its_address() -> None:
    found = preview(workbook([["Budget", "2023", "2022"], [TOTAL, "=B3", 8_000_000]]))

    message = next(each.message for each in found.findings if each.rule == "B-CELL-REFUSED")
    assert message.startswith("Die Zelle B2 wird nicht übernommen: ")


def test_a_year_without_amounts_below_is_told_so() -> None:
    rows = [["Budget", "2023", "2022"], [TOTAL, "folgt", "folgt"]]

    with pytest.raises(NoBudgetFoundError, match=r"keine Spalte mit 2023 .* Beträge stehen"):
        preview(workbook(rows))


def two_sheets(first: int, second: int) -> bytes:
    """The same table twice, with these amounts for the plan year."""
    book = openpyxl.Workbook()
    for sheet, amount in ((book.active, first), (book.create_sheet("neu"), second)):
        for row in (["", "2023", "2022"], [TOTAL, amount, 8_000_000]):
            sheet.append(row)
    return saved(book)


def test_two_sheets_with_other_amounts_are_asked_about_until_one_is_chosen() -> None:
    data = two_sheets(9_000_000, 9_100_000)

    found = preview(data)
    asked = next(each for each in found.findings if each.rule == "B-COLUMN-ASKED")
    assert "das Blatt „neu“ nennt andere Beträge" in asked.message
    assert [cell.status for cell in found.cells] == ["asked", "asked"]
    assert preview(data, sheet="neu").is_complete


def test_a_copy_of_the_sheet_is_no_question() -> None:
    assert preview(two_sheets(9_000_000, 9_000_000)).is_complete


@pytest.mark.parametrize("factor", [20, 100])
def test_amounts_far_from_the_share_of_the_jobcenter_are_asked_about(factor: int) -> None:
    known = KnownAmounts(expected={("administration_federal", "plan"): 710_000_000})
    rows = [["Budget", "2023", "2022"], [FEDERAL, 7_100_000 * factor, 6_100_000]]

    found = preview(workbook(rows), known=known)

    assert "nach seinem Anteil" in found.cells[0].note
    assert [cell.status for cell in found.cells] == ["asked", "ok"]


def test_amounts_near_the_share_of_the_jobcenter_are_no_question() -> None:
    known = KnownAmounts(expected={("administration_federal", "plan"): 710_000_000})

    assert preview(
        workbook([["Budget", "2023", "2022"], [FEDERAL, 9_800_000, 6_100_000]]), known=known
    ).is_complete


@pytest.mark.parametrize("caption", ["zum Vorjahr", "ggü. 2022", "ggü. Vorjahr", "2023 vs. 2022"])
def test_a_change_is_no_amount_of_the_year_before(caption: str) -> None:
    found = preview(workbook([["Budget", "2023", caption], [TOTAL, 9_000_000, 8_500_000]]))

    assert found.columns == {"plan": "B"}


def test_a_caption_with_two_years_is_asked_about() -> None:
    header = ["Budget", "Planung 2023 (Basis 2022)", "2022"]

    found = preview(workbook([header, [TOTAL, 9_000_000, 8_000_000]]))

    assert found.columns == {"plan": "B", "previous": "C"}
    assert [cell.status for cell in found.cells] == ["asked", "ok"]
    assert "nennt zwei Jahre" in found.cells[0].note


def test_amounts_that_all_look_like_years_are_amounts_below_the_header() -> None:
    known = KnownAmounts(tables=({("administration_total", "plan"): 199_000},))
    rows = [["Budget", "Plan 2023", "Plan 2022"], [TOTAL, 1990, 2010]]

    found = preview(workbook(rows), known=known)

    assert [cell.read_as for cell in found.cells] == [199_000, 201_000]
