"""Writes the sample workbook and the one of the second form, from the data beside them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
WORKBOOKS = ROOT / "tests" / "data" / "workbooks"
EUROS = '#,##0" €"'
EUROS_AND_CENTS = '#,##0.00" €"'
SAVED = "2022-11-07T10:00:00Z"
WIDTHS = {"A": 58, "B": 18, "C": 18, "D": 44}

SAMPLE_ROWS: tuple[tuple[str, str, str], ...] = (
    ("Verwaltung", "", ""),
    ("Verwaltungskosten insgesamt", "administration_total", ""),
    ("davon Zuteilung Verwaltungskosten Bund", "administration_federal", "SGB II, § 46 Abs. 1"),
    ("zzgl. Umschichtung aus EGT", "transfer_in", "Beschluss Kreistag am 14.12.2022"),
    ("Kommunaler Finanzierungsanteil (KFA)", "administration_municipal", "15,2 %"),
    ("Eingliederung", "", ""),
    ("Zuteilung Eingliederungsmittel Bund", "integration_federal", ""),
    ("davon Eingliederungsmittel ohne § 16e a. F.", "integration_without_former_16e", ""),
    ("davon Ausfinanzierung § 16e a. F.", "integration_former_16e", "auslaufend"),
    ("Einnahmen aus Rückforderungen (nur nachrichtlich)", "recoveries", ""),
    ("abzgl. Umschichtung in den Verwaltungstitel", "transfer_out", ""),
    ("verfügbare Eingliederungsmittel", "integration_available", ""),
    ("Passiv-Aktiv-Transfer (Prognose)", "passive_active_transfer", "nur für § 16i SGB II"),
    ("Kommunale Eingliederungsleistungen (§ 16a SGB II)", "municipal_integration", ""),
)
SAMPLE_NOTE = "Grundlage 2023: Schreiben des BMAS vom 27.10.2022 (vorläufig). Ansätze in Euro."

SECOND_ROWS: tuple[tuple[str, float | None, float | None], ...] = (
    ("Herkunft der Mittel", None, None),
    ("Landeszuschuss", 700000, 650000),
    ("Bundeszuschuss", 1260000, 1190000),
    ("kommunaler Eigenanteil (20 %)", 490000, 460000),
    ("Summe der Programmmittel", 2450000, 2300000),
    ("Verwendung der Mittel", None, None),
    ("Qualifizierung", 1310000.40, 1205000),
    ("Beratung und Begleitung", 639999.60, 610000),
    ("Personalkosten", 545000, 520000),
    ("abzüglich Erstattungen Dritter", 45000, 35000),
    ("Summe der Ausgaben", 2450000, 2300000),
    ("Rücklage (nachrichtlich)", 80000, 75000),
)


def head(sheet: Any, titles: list[str], header: list[str]) -> None:
    """Writes the title lines and the header row."""
    for title in titles:
        sheet.append([title])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([])
    sheet.append(header)
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE5EE")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width


def amounts_row(sheet: Any, label: str, plan: Any, previous: Any, note: str = "") -> None:
    """Writes one row; numbers get the format of euros, text is aligned as it was typed."""
    sheet.append([label, plan, previous, note or None])
    for cell in sheet[sheet.max_row][1:3]:
        if isinstance(cell.value, int | float):
            cell.number_format = EUROS if isinstance(cell.value, int) else EUROS_AND_CENTS
        else:
            cell.number_format = "@"
            cell.alignment = Alignment(horizontal="right")
    if plan is None:
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)


def sample() -> Any:
    """The budget as the Kämmerei of the sample plan hands it over."""
    story = json.loads((SAMPLE / "story.json").read_text(encoding="utf-8"))
    refused = story["refused"]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget Jobcenter"
    head(
        sheet,
        ["Haushaltsplanung 2023: Jobcenter Kreis Talbrück", "Kämmerei, Stand 07.11.2022"],
        ["Bezeichnung", "Ansatz 2023", "Ansatz 2022", "Bemerkung"],
    )
    for label, key, note in SAMPLE_ROWS:
        cells = {name: cents // 100 for name, cents in story["budget"].get(key, {}).items()}
        if key == refused["row"]:
            cells[refused["column"]] = refused["shows"]
        amounts_row(sheet, label, cells.get("plan"), cells.get("previous"), note)
    amounts_row(sheet, "Kommunaler Zuschuss Schuldnerberatung", 96000, 92500, "Sozialamt")
    sheet.append([])
    sheet.append([SAMPLE_NOTE])
    sheet.freeze_panes = "B5"
    return book


def second() -> Any:
    """The budget for the second form: other rows, years and captions, two cells with cents."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Arbeitsprogramm"
    titles = ["Stadt Brenkenau: Finanzplan des Arbeitsprogramms"]
    head(sheet, titles, ["Position", "Plan 2031", "Soll 2030"])
    for label, plan, previous in SECOND_ROWS:
        amounts_row(sheet, label, plan, previous)
    return book


def save(book: Any, target: Path) -> None:
    """Writes the workbook with fixed dates, so that the same data gives the same bytes."""
    raw = io.BytesIO()
    book.save(raw)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", SAVED.encode(), data)
            entry = zipfile.ZipInfo(name, (2022, 11, 7, 10, 0, 0))
            out.writestr(entry, data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    save(sample(), SAMPLE / "budget.xlsx")
    save(second(), WORKBOOKS / "second-form.xlsx")
