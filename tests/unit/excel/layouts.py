"""Workbooks of one budget in the many layouts of offices, with what stands in them.

Each is built from a seed; its features are named so that a run can tell which layouts are asked
about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

import openpyxl
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from lpd_desktop.form.model import BudgetColumn

from .budgets import COLUMNS, Amounts, Budget, budget
from .workbooks import ITEM, saved

ROLES = {row.key: row.role for row in ITEM.rows}
NAMES = {row.key: (row.label, *row.synonyms) for row in ITEM.rows}
UNIT_WORDS = {
    "eur": ("in €", "(in Euro)", "in EUR"),
    "teur": ("in T€", "(TEUR)", "in Tsd. €", "in 1.000 €", "T€", "in TEUR"),
    "mio": ("in Mio. €", "(Mio. Euro)", "in Millionen Euro"),
}
FACTORS = {"eur": 1, "teur": 1_000, "mio": 1_000_000}
CAPTIONS: tuple[tuple[Any, Any], ...] = (
    ("Voraussichtliche Mittel 2023", "Mittel 2022"),
    (2023, 2022),
    ("2023", "2022"),
    ("HH 2023", "HH 2022"),
    ("HH-Ansatz 2023", "HH-Ansatz 2022"),
    ("Plan 2023", "Ist 2022"),
    ("2023 (vorl.)", "2022 (endg.)"),
    ("Ansatz 23", "Ansatz 22"),
    ("Ansatz '23", "Ansatz '22"),
    ("Planjahr 2023", "Vorjahr 2022"),
    ("2023", "Vorjahr"),
    ("lfd. Jahr", "Vorjahr"),
    ("31.12.2023", "31.12.2022"),
    (date(2023, 12, 31), date(2022, 12, 31)),
    (date(2023, 1, 1), date(2022, 1, 1)),
    ("Haushaltsjahr\n2023", "Haushaltsjahr\n2022"),
    ("2023 (Stand 27.10.2022)", "2022 (Stand 27.10.2022)"),
    ("Zuteilung 2023 lt. Schreiben vom 27.10.2022", "Zuteilung 2022"),
    ("HHJ 2023", "HHJ 2022"),
    ("Soll 2023*", "Soll 2022*"),
)
FORMATS = (
    "General",
    "#,##0",
    "#,##0.00",
    '#,##0" €"',
    "#,##0.00 [$€-407]",
    "0",
    "#,##0;[Red]-#,##0",
)
DECOYS = (
    "Verwaltungsmittel – Land (ohne kommunalen Anteil)",
    "Verwaltungsmittel – Bund (mit kommunalem Anteil)",
    "Eingliederungsmittel – Land",
    "Eingliederungsmittel – Bund ohne Rückforderungen",
    "zzgl. Umschichtung aus den Verwaltungsmitteln Bund",
    "davon „JobPerspektive“ § 16i SGB II",
    "Verwaltungsmittel – insgesamt je Fall",
    "Kommunale Verwaltungsmittel",
    "Umschichtung in den Eingliederungstitel",
    "Eingliederungsmittel – Bund Vorvorjahr",
)
SHORT = {
    "administration_total": "insgesamt",
    "administration_federal": "Bund",
    "administration_municipal": "kommunaler Anteil",
}
MINUSES: dict[str, Callable[[str], str]] = {
    "-": lambda text: f"-{text}",
    "−": lambda text: f"−{text}",
    "–": lambda text: f"–{text}",
    "trailing": lambda text: f"{text}-",
    "brackets": lambda text: f"({text})",
}


@dataclass
class Layout:
    """A workbook with its truth.

    Attributes:
        truth: Cents by row of the form and column, as the workbook means them.
        own: Cents by label and column of rows that no form knows.
        features: What is special about it.
        unit: In which its numbers stand.
    """

    data: bytes
    truth: Amounts
    own: dict[str, dict[BudgetColumn, int]]
    features: frozenset[str]
    unit: str
    budget: Budget


@dataclass
class _Row:
    key: str
    label: str
    cents: dict[BudgetColumn, int]
    section: str = ""
    before: str = ""


@dataclass
class _Maker:
    random: Random
    features: set[str] = field(default_factory=set)

    def some(self, feature: str, chance: float) -> bool:
        if self.random.random() >= chance:
            return False
        self.features.add(feature)
        return True


def layout(seed: int) -> Layout:
    """The workbook of a seed."""
    return _Workbook(Random(seed)).made()


class _Workbook:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.make = _Maker(random)
        self.unit = random.choice(("eur", "eur", "eur", "teur", "mio"))
        step = {"eur": random.choice((100, 100, 1)), "teur": 100_000, "mio": 10_000_000}[self.unit]
        self.make.features.add(f"unit: {self.unit}")
        if step == 1:
            self.make.features.add("cents")
        self.budget = budget(random, step)
        self.unit_place = random.choice(("nowhere", "title", "caption", "format"))
        self.make.features.add(f"unit named: {self.unit_place}")
        self.captions = random.choice(CAPTIONS)
        self.make.features.add(f"caption: {self.captions[0]!r}")
        self.order = list(COLUMNS)
        if self.make.some("years backwards", 0.4):
            self.order.reverse()
        self.as_text = random.choice(("number", "number", "number", "german", "english", "euro"))
        self.make.features.add(f"amounts: {self.as_text}")
        self.format = random.choice(FORMATS)
        self.minus = ""
        if self.make.some("minus", 0.25):
            self.minus = random.choice(tuple(MINUSES))
            self.make.features.add(f"minus: {self.minus}")
        self.truth: Amounts = {}
        self.own: dict[str, dict[BudgetColumn, int]] = {}
        self.book = openpyxl.Workbook()

    def made(self) -> Layout:
        rows = self._rows()
        kind = self.random.choice(
            ("plain",) * 8
            + ("transposed", "sheet per year", "two tables", "side by side", "one column", "wide")
        )
        self.make.features.add(kind)
        self.sections = False
        sheet = self.book.active
        sheet.title = self.random.choice(("Budget", "Tabelle1", "Haushalt 2023", "Mittel"))
        getattr(self, "_" + kind.replace(" ", "_"))(sheet, rows)
        self._distractors()
        return Layout(
            saved(self.book), self.truth, self.own, frozenset(self.make.features), self.unit,
            self.budget,
        )  # fmt: skip

    def _rows(self) -> list[_Row]:
        keys = [key for key in NAMES if self.random.random() < 0.9]
        if self.make.some("rows shuffled", 0.3):
            self.random.shuffle(keys)
        rows = [_Row(key, self._label(key), self._cents(key)) for key in keys]
        if self.make.some("decoy", 0.25):
            label = self.random.choice(DECOYS)
            cents = {
                column: self.random.randint(10, 10**5) * self.budget.step for column in COLUMNS
            }
            rows.insert(self.random.randint(0, len(rows)), _Row("", label, cents))
        if any(row.key for row in rows) and self.make.some("row twice", 0.08):
            row = self.random.choice([each for each in rows if each.key])
            cents = {column: value + self.budget.step for column, value in row.cents.items()}
            rows.append(_Row("", row.label, cents))
        for label, cents in self.budget.own.items():
            rows.insert(self.random.randint(0, len(rows)), _Row("", label, dict(cents)))
        return rows

    def _cents(self, key: str) -> dict[BudgetColumn, int]:
        return {column: self.budget.amounts[key, column] for column in COLUMNS}

    def _label(self, key: str) -> str:
        label = self.random.choice(NAMES[key]) if self.make.some("synonyms", 0.5) else NAMES[key][0]
        if self.make.some("footnote sign", 0.08):
            label += self.random.choice(("¹", "*", " 1)", " **", "²)"))
        if self.make.some("numbering", 0.08):
            label = self.random.choice(("1. ", "a) ", "2.1 ", "IV. ", "(3) ")) + label
        if self.make.some("capitals", 0.05):
            label = label.upper()
        if self.make.some("blanks", 0.1):
            label = "   " + label.replace(" ", "  ") + " "
        if self.make.some("line break", 0.08) and " " in label:
            at = self.random.choice([found.start() for found in re.finditer(" ", label)])
            label = label[:at] + "\n" + label[at + 1 :]
        if self.make.some("slip of the pen", 0.04):
            at = self.random.randrange(1, len(label) - 1)
            label = label[:at] + label[at + 1 :]
        if self.make.some("colon", 0.08):
            label += ":"
        return label

    # --- the layouts ---------------------------------------------------------------

    def _plain(self, sheet: Any, rows: list[_Row]) -> None:
        self._titles(sheet)
        self._table(sheet, rows, self.order)
        self._notes(sheet)

    def _one_column(self, sheet: Any, rows: list[_Row]) -> None:
        self._titles(sheet)
        self._table(sheet, rows, ["plan"])

    def _wide(self, sheet: Any, rows: list[_Row]) -> None:
        """Years that are merged over an amount and its share of the total."""
        self._titles(sheet)
        years = self._years(self.order)
        sheet.append([None, years[0], None, years[1], None])
        for start in (2, 4):
            sheet.merge_cells(
                start_row=sheet.max_row, end_row=sheet.max_row, start_column=start,
                end_column=start + 1,
            )  # fmt: skip
        sheet.append([self.random.choice(("Bezeichnung", None)), *("Betrag", "in %") * 2])
        for row in rows:
            label, first, second = self._line(row, self.order)
            sheet.append([label, first, 0.25, second, 0.25])
            self._formatted(sheet, (2, 4))
            for place in (3, 5):
                sheet.cell(sheet.max_row, place).number_format = "0.0%"

    def _two_tables(self, sheet: Any, rows: list[_Row]) -> None:
        cut = self.random.randint(1, max(1, len(rows) - 1))
        self._titles(sheet)
        self._table(sheet, rows[:cut], self.order)
        sheet.append([])
        order = list(self.order)
        if self.make.some("second table the other way round", 0.4):
            order.reverse()
        self._table(sheet, rows[cut:], order)

    def _side_by_side(self, sheet: Any, rows: list[_Row]) -> None:
        cut = len(rows) // 2
        halves = [rows[:cut], rows[cut:]]
        sheet.append([None, *self._years(self.order), None, None, *self._years(self.order)])
        for number in range(max(map(len, halves))):
            line: list[Any] = []
            for half in halves:
                cells = self._line(half[number], self.order) if number < len(half) else [None] * 3
                line += [*cells, None]
            sheet.append(line)
            self._formatted(sheet, (2, 3, 6, 7))

    def _transposed(self, sheet: Any, rows: list[_Row]) -> None:
        self._titles(sheet)
        lines = [self._line(row, self.order) for row in rows]
        sheet.append([self.random.choice(("", "Jahr", "Position")), *(line[0] for line in lines)])
        for number, caption in enumerate(self._years(self.order), 1):
            sheet.append([caption, *(line[number] for line in lines)])
            self._formatted(sheet, range(2, len(lines) + 2))

    def _sheet_per_year(self, sheet: Any, rows: list[_Row]) -> None:
        for column, year in (("plan", 2023), ("previous", 2022)):
            page = sheet if column == "plan" else self.book.create_sheet()
            page.title = f"{year}" if self.random.random() < 0.5 else f"Budget {year}"
            if self.random.random() < 0.5:
                page.append([f"Budget {year}{self._title_unit()}"])
            elif self.unit_place == "title":
                page.append([f"Angaben {self._unit_words()}"])
            page.append(["Bezeichnung", f"Betrag{self._caption_unit()}"])
            for row in rows:
                page.append(self._line(row, [column]))
                self._formatted(page, (2,))

    # --- parts -----------------------------------------------------------------------

    def _titles(self, sheet: Any) -> None:
        if self.make.some("title", 0.6):
            sheet.append([f"Jobcenter Kreis Musterstadt - Budgetplanung 2023{self._title_unit()}"])
            if self.make.some("title merged", 0.3):
                sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=5)
            if self.make.some("day in the title", 0.4):
                sheet.append(["Stand:", date(2022, 10, 31)] if self.random.random() < 0.5 else
                             ["Stand 31.10.2022"])  # fmt: skip
            if self.random.random() < 0.6:
                sheet.append([])
        elif self.unit_place == "title":
            sheet.append([f"Angaben {self._unit_words()}"])

    def _title_unit(self) -> str:
        return f", {self._unit_words()}" if self.unit_place == "title" else ""

    def _caption_unit(self) -> str:
        return f" {self._unit_words()}" if self.unit_place == "caption" else ""

    def _unit_words(self) -> str:
        return self.random.choice(UNIT_WORDS[self.unit])

    def _years(self, order: list[BudgetColumn]) -> list[Any]:
        found = []
        for column in order:
            caption = self.captions[COLUMNS.index(column)]
            unit = self._caption_unit()
            found.append(
                f"{caption}{unit}" if unit and isinstance(caption, (str, int)) else caption
            )
        return found

    def _table(self, sheet: Any, rows: list[_Row], order: list[BudgetColumn]) -> None:
        before, behind = self._extra_columns(order)
        self._header(sheet, order, before, behind)
        if self.make.some("columns numbered", 0.07):
            sheet.append([f"{n}" for n in range(1, 4 + len(before))])
        first = len(before) + 2
        self.sections = "rows shuffled" not in self.make.features and self.make.some(
            "sections", 0.1
        )
        for number, row in enumerate(rows, 1):
            if self.make.some("empty rows", 0.08):
                sheet.append([])
            if self.make.some("headings between", 0.05):
                sheet.append(
                    [*[None] * len(before), self.random.choice(("davon:", "Übersicht", "I."))]
                )
            line = self._line(row, order)
            if row.key in SHORT and self.sections:
                if row.key == next(each.key for each in rows if each.key in SHORT):
                    sheet.append([*[None] * len(before), "Verwaltungsmittel"])
                line[0] = SHORT[row.key]
            words = line[0].split(" ")
            if self.make.some("label on two rows", 0.04) and len(words) > 3:
                half = len(words) // 2
                sheet.append([*[None] * len(before), " ".join(words[:half])])
                line[0] = " ".join(words[half:])
            lead = [number if what == "nr" else f"K{number:03d}" for what in before]
            tail = [self._extra(what, row, order) for what in behind]
            sheet.append([*lead, *line, *tail])
            self._formatted(sheet, range(first, first + len(order)))
            if "percent" in behind:
                sheet.cell(
                    sheet.max_row, first + len(order) + behind.index("percent")
                ).number_format = "0.0%"
            if "hidden" in behind:
                letter = get_column_letter(first + len(order) + behind.index("hidden"))
                sheet.column_dimensions[letter].hidden = True
            if self.make.some("indented", 0.1):
                sheet.cell(sheet.max_row, len(before) + 1).alignment = Alignment(indent=2)

    def _extra_columns(self, order: list[BudgetColumn]) -> tuple[list[str], list[str]]:
        before = [each for each in ("nr", "account") if self.make.some(f"column {each}", 0.12)]
        behind = [
            each
            for each in ("change", "percent", "source", "older", "later", "rival", "hidden")
            if len(order) == 2
            and not (each == "hidden" and "two tables" in self.make.features)
            and self.make.some(f"column {each}", 0.15)
        ]
        return before, behind

    def _extra(self, what: str, row: _Row, order: list[BudgetColumn]) -> Any:
        plan, previous = (row.cents[column] for column in COLUMNS)
        scale = 100 * FACTORS[self.unit]
        return {
            "change": (plan - previous) / scale,
            "percent": (plan - previous) / previous if previous else 0,
            "source": "Schreiben vom 27.10.2022",
            "older": previous * 0.9 / scale,
            "later": plan * 1.1 / scale,
            "rival": plan * 1.01 / scale,
            "hidden": plan * 1.02 / scale,
        }[what]

    def _header(
        self, sheet: Any, order: list[BudgetColumn], before: list[str], behind: list[str]
    ) -> None:
        lead = [{"nr": "lfd. Nr.", "account": "Konto"}[each] for each in before]
        tail = [
            {
                "change": "Veränderung",
                "percent": "in %",
                "source": "Quelle",
                "older": "Ist 2021",
                "later": "Planung 2024",
                "rival": "Nachtrag 2023",
                "hidden": "Entwurf 2023",
            }[each]
            for each in behind
        ]
        name = self.random.choice(("Bezeichnung", "", None, "Titel", "Verwaltung / Eingliederung"))
        years = self._years(order)
        if self.make.some("header on two lines", 0.2):
            sheet.append([*[None] * len(lead), None, *years])
            words = [
                self.random.choice(
                    ("Betrag", "Ansatz", "in Euro" if self.unit == "eur" else "Betrag")
                )
            ] * len(order)
            sheet.append([*lead, name, *words, *tail])
        else:
            sheet.append([*lead, name, *years, *tail])
        if self.make.some("empty row below the header", 0.15):
            sheet.append([])

    def _line(self, row: _Row, order: list[BudgetColumn]) -> list[Any]:
        cells = []
        for column in order:
            cents = row.cents[column]
            if row.key:
                self.truth[row.key, column] = cents
            else:
                self.own.setdefault(row.label, {})[column] = cents
            cells.append(self._amount(cents, is_minus=ROLES.get(row.key) == "subtrahend"))
        return [row.label, *cells]

    def _amount(self, cents: int, *, is_minus: bool) -> Any:
        scaled = cents / (100 * FACTORS[self.unit])
        value: int | float = round(scaled, 2) if self.unit == "eur" else round(scaled, 6)
        value = int(value) if value == int(value) else value
        has_minus = bool(self.minus) and is_minus
        if self.as_text == "number":
            return -value if has_minus else value
        text = f"{value:,}" if self.unit != "eur" or isinstance(value, int) else f"{value:,.2f}"
        if self.as_text != "english":
            text = text.translate(str.maketrans(",.", ".,"))
        if self.as_text == "euro" and self.unit == "eur":
            text += self.random.choice((" €", " EUR", ",- €" if "," not in text else " Euro"))
        return MINUSES[self.minus](text) if has_minus else text

    def _formatted(self, sheet: Any, places: Any) -> None:
        for place in places:
            cell = sheet.cell(sheet.max_row, place)
            if not isinstance(cell.value, str):
                cell.number_format = self._number_format()

    def _number_format(self) -> str:
        if self.unit_place == "format":
            return {"eur": '#,##0.00" €"', "teur": '#,##0" T€"', "mio": '#,##0.0" Mio. €"'}[
                self.unit
            ]
        if self.unit == "eur" and self.budget.step == 1:
            return "#,##0.00"
        return self.format if self.unit == "eur" else "General"

    def _notes(self, sheet: Any) -> None:
        if self.make.some("notes below", 0.3):
            sheet.append([])
            sheet.append(["Quelle: Schreiben des BMAS vom 27.10.2022"])
            sheet.append(["¹ vorläufig, davon 1.234.567 € unter Vorbehalt"])
        if self.make.some("older table below", 0.12):
            sheet.append([])
            sheet.append(["Rückblick", 2021, 2020])
            for row in ("VWT gesamt", "EGT Bund", "KFA"):
                sheet.append([row, 12_345_678, 11_345_678])

    def _distractors(self) -> None:
        if self.make.some("other sheets", 0.2):
            page = self.book.create_sheet("Personal")
            page.append(["Stellen", 2023, 2022])
            page.append(["Leistungsgewährung", 34.5, 33])
