"""What a person must know about an import before it happens."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.budget import repair_suggestion
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.repair import Repair
from lpd_desktop.excel import import_findings as codes
from lpd_desktop.excel.amount_cells import HIDDEN_NOTE
from lpd_desktop.excel.import_findings import import_finding
from lpd_desktop.excel.judging import Judgement
from lpd_desktop.excel.preview import BudgetPreview, PreviewCell
from lpd_desktop.excel.preview_building import PreviewBuilder
from lpd_desktop.excel.recognition import RecognisedTable
from lpd_desktop.excel.row_findings import row_findings
from lpd_desktop.excel.trap_findings import trap_findings
from lpd_desktop.excel.unit_words import UNIT_NAMES
from lpd_desktop.excel.workbook import Workbook
from lpd_desktop.excel.wrong_amounts import Sums
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, Form
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import format_euro

_NAMED_AT_MOST = 8


class Findings:
    """All findings of one preview: about the sheet, its columns, its rows, its cells."""

    def __init__(
        self,
        form: Form,
        book: Workbook,
        table: RecognisedTable,
        builder: PreviewBuilder,
        preview: BudgetPreview,
        *,
        judgement: Judgement,
        sums: Sums,
    ) -> None:
        """Takes everything that was found out; `preview` is without findings as yet."""
        self._item = item = builder.item
        self._form = form
        self._book = book
        self._table = table
        self._builder = builder
        self._preview = preview
        self._judgement = judgement
        self._sums = sums
        self._whole = str(Address(item.key, ("table",)))
        self._sheet = f"Blatt „{table.sheet.name}“"

    def all(self) -> Iterator[Finding]:
        """The findings, the most general first."""
        yield from self._about_sheet()
        yield from self._about_other_sheets()
        yield from self._about_unit()
        yield from trap_findings(self._item, self._book, self._table, self._preview.cells)
        yield from self._about_columns()
        yield from row_findings(self._table, self._builder, self._preview)
        yield from self._about_hidden_cells()
        yield from self._about_sums()
        yield from self._about_cells()

    def _finding(self, code: str, message: str, suggestion: str, place: str = "") -> Finding:
        return import_finding(code, self._whole, place or self._sheet, message, suggestion)

    def _about_sheet(self) -> Iterator[Finding]:
        if self._preview.profile:
            yield self._finding(
                codes.PROFILE,
                f"Das Profil „{self._preview.profile}“ wurde angewendet; Einheit, Spalten und "
                "Zeilen sind zugeordnet wie beim letzten Mal.",
                "Bitte prüfen Sie die Vorschau, wenn sich die Mappe geändert hat.",
            )
        if self._table.sheet.is_hidden:
            yield self._finding(
                codes.HIDDEN_SHEET,
                "Das Blatt ist in der Mappe verborgen.",
                "Bitte prüfen Sie, ob es gemeint ist.",
            )
        if not self._book.shows_everything:
            yield self._finding(
                codes.OTHER_FORMAT,
                "Bei dieser Art von Mappe lässt sich nicht prüfen, ob die gespeicherten Ergebnisse "
                "der Formeln noch stimmen.",
                "Bitte vergleichen Sie die Beträge mit der Mappe oder speichern Sie sie als .xlsx.",
            )

    def _about_other_sheets(self) -> Iterator[Finding]:
        if self._table.second is not None:
            missing = [name for name in BUDGET_COLUMNS if name not in self._table.columns.amounts]
            yield self._finding(
                codes.SECOND_SHEET,
                f"Die Beträge für {self._year(missing[0])} stehen auf dem Blatt "
                f"„{self._table.second.name}“ und werden von dort gelesen.",
                "Bitte prüfen Sie, ob dieses Blatt gemeint ist.",
            )
        if self._table.others:
            names = ", ".join(f"„{name}“" for name in self._table.others[:_NAMED_AT_MOST])
            yield self._finding(
                codes.OTHER_SHEETS,
                f"Zeilen des Budgets stehen auch auf anderen Blättern: {names}.",
                "Bitte prüfen Sie, ob das richtige Blatt gelesen wird; weitere Blätter lassen sich "
                "danach einlesen.",
            )

    def _about_unit(self) -> Iterator[Finding]:
        asked = {kind for cell in self._preview.cells for kind in cell.questions}
        unit = UNIT_NAMES[self._preview.unit]
        if "mixed" in asked:
            yield self._finding(
                codes.UNIT_ASKED,
                "Die Mappe nennt verschiedene Einheiten.",
                "Bitte prüfen Sie die Einheit jedes Betrags, der erfragt wird.",
            )
        elif "unit" in asked:
            yield self._finding(
                codes.UNIT_ASKED,
                f"Die Mappe nennt als Einheit {unit}.",
                "Bitte bestätigen Sie die Einheit oder wählen Sie eine andere.",
            )
        if "magnitude" in asked or (self._table.is_written and self._judgement.units):
            yield self._finding(
                codes.UNIT_DOUBTFUL,
                f"Die Beträge sind für die Einheit, die die Mappe nahelegt, unwahrscheinlich groß "
                f"oder klein; in der Vorschau stehen sie in {unit}.",
                "Bitte wählen Sie die Einheit, in der die Mappe ihre Beträge nennt.",
            )

    def _about_columns(self) -> Iterator[Finding]:
        for name in BUDGET_COLUMNS:
            if name not in self._preview.columns:
                yield self._finding(
                    codes.COLUMN_MISSING,
                    f"Eine Spalte mit Beträgen für {self._year(name)} wurde nicht gefunden.",
                    "Die Beträge dieses Jahres bleiben im Plan, wie sie sind.",
                )
        for name in self._table.columns.amounts:
            yield from self._about_column(name)
        if self._judgement.swapped and any("swapped" in c.questions for c in self._preview.cells):
            yield self._finding(
                codes.COLUMN_SWAPPED,
                f"Die beiden Jahre sind vielleicht vertauscht: {self._judgement.swapped}.",
                "Bitte prüfen Sie die Überschriften der Spalten.",
            )

    def _about_column(self, name: BudgetColumn) -> Iterator[Finding]:
        columns, grid = self._table.columns, self._table.grid
        open_cells = (c for c in self._preview.cells if "column" in c.questions)
        if not any(cell.column == name for cell in open_cells):
            return
        places = [columns.amounts[name], *columns.rivals.get(name, ())]
        letters = [grid.name_of_place(place) for place in places]
        doubt = columns.doubts.get(name)
        message = (
            f"Mehrere Spalten nennen {self._year(name)}; gelesen würde {letters[0]}."
            if len(letters) > 1
            else f"Ob Spalte {letters[0]} die Beträge für {self._year(name)} enthält, ist nicht "
            f"sicher: {doubt or 'die Überschrift ist nicht eindeutig'}."
        )
        yield self._finding(
            codes.COLUMN_ASKED,
            message,
            "Bitte prüfen Sie, welche Spalte gilt.",
            f"{self._sheet}, Spalte{'n' if letters[1:] else ''} {' und '.join(letters)}",
        )

    def _year(self, name: BudgetColumn) -> int:
        return self._form.year if name == "plan" else self._form.year - 1

    def _about_hidden_cells(self) -> Iterator[Finding]:
        hidden = [cell.cell for cell in self._preview.cells if cell.note == HIDDEN_NOTE]
        if hidden:
            yield self._finding(
                codes.HIDDEN_SKIPPED,
                f"Verborgene Zellen wurden nicht gelesen: {', '.join(hidden)}.",
                "Blenden Sie sie in der Mappe ein, wenn sie gelten.",
            )

    def _about_sums(self) -> Iterator[Finding]:
        for broken in self._sums.broken:
            label = next(
                (row.label for row in self._item.rows if row.key == broken.outcome.row), ""
            )
            yield import_finding(
                codes.SUM_BROKEN,
                str(cell_address(self._item.key, broken.outcome.row, broken.column)),
                f"{self._sheet}, {self._year(broken.column)}",
                f"„{label}“ ist {format_euro(broken.outcome.has)}, zu erwarten wären "
                f"{format_euro(broken.outcome.expected)}: {broken.outcome.equation}.",
                "Bitte prüfen Sie die Beträge in der Mappe.",
            )

    def _about_cells(self) -> Iterator[Finding]:
        proposals = {(each.row, each.column): each for each in self._preview.repairs}
        for cell in self._preview.cells:
            repair = proposals.get((cell.row, cell.column))
            if cell.status == "refused":
                yield self._refused(cell, repair)
            elif cell.status == "asked":
                yield self._asked(cell, repair)

    def _refused(self, cell: PreviewCell, repair: Repair | None) -> Finding:
        return import_finding(
            codes.CELL_REFUSED,
            str(cell_address(self._item.key, cell.row, cell.column)),
            f"{self._sheet}, Zelle {cell.cell}",
            f"{_named(cell)} wird nicht übernommen: {cell.note}.",
            repair_suggestion(repair)
            if repair
            else "Bitte berichtigen Sie die Mappe oder geben Sie den Betrag ein.",
            quote=cell.shows,
        )

    def _asked(self, cell: PreviewCell, repair: Repair | None) -> Finding:
        meant = format_euro(cell.read_as or 0)
        return import_finding(
            codes.CELL_ASKED,
            str(cell_address(self._item.key, cell.row, cell.column)),
            f"{self._sheet}, Zelle {cell.cell}",
            f"{_named(cell)} wird erst nach Ihrer Bestätigung als {meant} übernommen: {cell.note}.",
            repair_suggestion(repair)
            if repair
            else "Bitte bestätigen Sie den Betrag oder geben Sie ihn selbst ein.",
            quote=cell.shows,
        )


def _named(cell: PreviewCell) -> str:
    return f"„{cell.shows}“" if cell.shows else f"Die Zelle {cell.cell}"
