"""Workbooks for the tests, built as offices build theirs."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from lpd_desktop.excel.budget_import import BudgetPreview, preview_budget
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.reading import read_form

DATA = Path(__file__).resolve().parents[2] / "data"
FORM = form_for_year(2023)
ITEM = next(FORM.budgets)
SECOND = read_form(DATA / "forms" / "second-form.toml")
EUROS = '#,##0" €"'

Rows = Sequence[Sequence[Any]]


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(rows: Rows, change: Callable[[Any], object] | None = None) -> bytes:
    """A workbook of one sheet with these rows; `change` may do more to the sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget"
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(sheet)
    return saved(book)


def county_table() -> Rows:
    """An ordinary table with title lines, a merged title, empty rows, parts and text amounts."""
    return (
        ["Kreis Musterstadt: Haushaltsplanung des Jobcenters"],
        ["Kämmerei, Stand 31.10.2022"],
        [],
        ["Bezeichnung", "Voraussichtliche Mittel 2023 in €", "Mittel 2022 in €"],
        [],
        ["Verwaltungsmittel - insgesamt", 9_000_000, 8_500_000],
        ["Verwaltungsmittel - Bund (ohne kommunalen Anteil)", 7_332_000, 6_988_000],
        ["zzgl. Umschichtung aus den Eingliederungsmitteln Bund", "300.0000", 220_000],
        ["Verwaltungsmittel - kommunaler Anteil", 1_368_000, 1_292_000],
        [],
        ["Eingliederungsmittel - Bund", "6.200.000", 6_500_000],
        ["    davon:"],
        ["davon Eingliederungsmittel ohne „JobPerspektive“", 6_100_000, 6_400_000],
        ["davon „JobPerspektive“ § 16e SGB II a.F.", 100_000, 100_000],
        ["abzgl. Umschichtung aus den Eingliederungsmitteln Bund", 300_000, 220_000],
        ["Eingliederungsmittel - Bund insgesamt zur Verfügung", 5_900_000, 6_280_000],
        [],
        ["Mietzuschuss der Stadt", 12_500.5, None],
    )


def preview(data: bytes, **options: Any) -> BudgetPreview:
    """The preview for the official form."""
    return preview_budget(data, "budget.xlsx", ITEM, FORM, **options)


def small(
    label: str = "Verwaltungsmittel – insgesamt",
    plan: Any = 5_000_000,
    previous: Any = 4_000_000,
    header: Any = None,
) -> Rows:
    """A header and one row."""
    return (header or ["", 2023, 2022], [label, plan, previous])


def rules(found: BudgetPreview) -> set[str]:
    """The codes of the findings."""
    return {finding.rule for finding in found.findings}
