"""Each trap of a workbook is told before any amount is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.comments import Comment

from lpd_desktop.check.finding import Finding
from lpd_desktop.excel.budget_import import BudgetPreview, PreviewCell

from .packages import (
    open_xml,
    relations,
    sheet_xml,
)
from .workbooks import preview, rules, saved, small, workbook


def found(change: Callable[[Any], object], **options: Any) -> BudgetPreview:
    """The preview of a header and two rows that `change` may alter."""
    rows = [
        *small("VWT gesamt", 9_000_000, 8_500_000),
        ["EGT Bund", 6_200_000, 6_500_000],
    ]
    return preview(workbook(rows, change), **options)


def finding(preview_: BudgetPreview, rule: str) -> Finding:
    (only,) = (each for each in preview_.findings if each.rule == rule)
    return only


def cell(preview_: BudgetPreview, address: str) -> PreviewCell | None:
    return next((each for each in preview_.cells if each.cell == address), None)


def test_nothing_is_told_of_a_plain_workbook() -> None:
    assert not rules(found(lambda sheet: None)) - {"B-ROW-ASKED"}


def stored(value: str, formula: str) -> bytes:
    """A table whose total is a formula over the two cells below it."""
    return open_xml(
        sheet_xml(
            '<row r="1"><c r="B1"><v>2023</v></c></row>'
            '<row r="2"><c r="A2" t="inlineStr"><is><t>VWT gesamt</t></is></c>'
            f'<c r="B2"><f>{formula}</f>{value}</c></row>'
            '<row r="3"><c r="A3" t="inlineStr"><is><t>zzgl. Umschichtung</t></is></c>'
            '<c r="B3"><v>7000000</v></c></row>'
            '<row r="4"><c r="A4" t="inlineStr"><is><t>KFA</t></is></c>'
            '<c r="B4"><v>3000000</v></c></row>'
        )
    )


def test_a_formula_without_a_stored_value_is_blocked_with_advice() -> None:
    only = cell(preview(stored("", "B3+B4")), "B2")
    assert only is not None
    assert (only.status, only.read_as) == ("refused", None)
    assert "öffnen und speichern Sie die Mappe in Excel" in only.note


@pytest.mark.parametrize("value", ["<v>0</v>", "<v>9990000</v>"])
def test_a_stored_value_that_does_not_follow_from_its_inputs_is_asked(value: str) -> None:
    only = cell(preview(stored(value, "B3+B4")), "B2")
    assert only is not None
    assert (only.status, only.read_as) == ("asked", 1_000_000_000)
    assert "aus den Eingaben der Formel folgt 10.000.000" in only.note


def test_a_stored_value_that_follows_is_taken() -> None:
    only = cell(preview(stored("<v>10000000</v>", "SUM(B3:B4)")), "B2")
    assert only is not None
    assert (only.status, only.read_as) == ("ok", 1_000_000_000)


def test_an_error_value_is_named_by_its_address() -> None:
    def fail(sheet: Any) -> None:
        sheet["B2"] = "#DIV/0!"
        sheet["B2"].data_type = "e"

    assert finding(found(fail), "B-CELL-REFUSED").place.endswith("Zelle B2")


def test_rows_that_a_filter_hides_are_not_read_and_told() -> None:
    def hide(sheet: Any) -> None:
        sheet.auto_filter.ref = "A1:C3"
        sheet.auto_filter.add_filter_column(0, ["EGT Bund"])
        sheet.row_dimensions[2].hidden = True

    preview_ = found(hide)
    assert "Filter" in finding(preview_, "B-FILTERED").message
    hidden = cell(preview_, "B2")
    assert hidden is None or hidden.status == "skipped"


def test_hidden_sheets_are_named() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in small("VWT gesamt"):
        book.active.append(list(row))
    other = book.create_sheet("Nachtrag")
    other.append(["geheim"])
    other.sheet_state = "veryHidden"
    book.create_sheet("leer").sheet_state = "hidden"
    said = [each.message for each in preview(saved(book)).findings if "Blätter" in each.message]
    assert said == ["Verborgene Blätter wurden nicht gelesen: „Nachtrag“."]


def test_a_footnote_sign_is_no_digit_and_its_text_is_told() -> None:
    def note(sheet: Any) -> None:
        sheet["A2"] = "VWT gesamt 1)"
        sheet["A6"] = "1) vorläufig, Schreiben des BMAS"

    preview_ = found(note)
    assert cell(preview_, "B2") is not None
    said = finding(preview_, "B-FOOTNOTE").message
    assert "„1)“: „vorläufig, Schreiben des BMAS“" in said


def test_a_bracket_with_a_number_is_no_footnote() -> None:
    def note(sheet: Any) -> None:
        sheet["A2"] = "VWT gesamt (siehe Zeile 3)"

    assert "B-FOOTNOTE" not in rules(found(note))


def test_a_comment_at_an_amount_is_told() -> None:
    def note(sheet: Any) -> None:
        sheet["B2"].comment = Comment("nur vorläufig", "Kämmerei")

    assert "nur vorläufig" in finding(found(note), "B-COMMENT").message


def test_an_amount_merged_over_two_rows_is_told() -> None:
    assert "B-MERGED-AMOUNT" in rules(found(lambda sheet: sheet.merge_cells("B2:B3")))
    assert "B-MERGED-AMOUNT" not in rules(found(lambda sheet: sheet.merge_cells("A5:B6")))


def test_a_number_that_the_format_hides_is_asked() -> None:
    def hide(sheet: Any) -> None:
        sheet["B2"].number_format = ";;;"

    only = cell(found(hide), "B2")
    assert only is not None
    assert (only.status, only.shows) == ("asked", "")


def test_a_negative_number_that_only_its_colour_shows_is_asked() -> None:
    def red(sheet: Any) -> None:
        sheet["B2"] = -9_000_000
        sheet["B2"].number_format = "#,##0;[Red]#,##0"

    only = cell(found(red), "B2")
    assert only is not None
    assert (only.status, only.shows) == ("asked", "9.000.000")


def test_macros_and_other_files_are_a_hint() -> None:
    links = relations(
        worksheet1="worksheet1.xml", externalLink="links/link1.xml", vbaProject="vbaProject.bin"
    )
    rows = (
        '<row r="1"><c r="B1"><v>2023</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>VWT gesamt</t></is></c>'
        '<c r="B2"><f>[1]Plan!B7</f><v>5000000</v></c></row>'
    )
    data = open_xml(sheet_xml(rows), more={"xl/_rels/workbook.xml.rels": links})
    preview_ = preview(data)
    assert "(hier B2)" in finding(preview_, "B-OTHER-FILES").message
    assert finding(preview_, "B-MACROS").level == "hint"


def test_rows_beyond_the_limit_and_unread_sheets_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lpd_desktop.excel.openxml.sheet_part.ROWS_LIMIT", 2)
    assert "letzten Zeilen" in finding(found(lambda sheet: None), "B-CUT-OFF").message
    monkeypatch.undo()
    monkeypatch.setattr("lpd_desktop.excel.openxml.book_reading.CELLS_LIMIT", 8)

    def more(sheet: Any) -> None:
        sheet.parent.create_sheet("Anlage").append(["x"])

    assert "„Anlage“" in finding(found(more), "B-SHEETS-UNREAD").message
