"""What a person must know about an import before it happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpd_desktop.check.budget import repair_suggestion
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.repair import Repair
from lpd_desktop.excel import import_findings as codes
from lpd_desktop.excel.amount_cells import HIDDEN_NOTE
from lpd_desktop.excel.import_findings import import_finding
from lpd_desktop.excel.preview import PreviewCell, PreviewRow
from lpd_desktop.excel.preview_building import UNIT_NAMES, PreviewBuilder
from lpd_desktop.excel.recognition import RecognisedTable
from lpd_desktop.excel.trap_findings import trap_findings
from lpd_desktop.excel.workbook import Workbook, column_letters
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem, Form
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import format_euro


def findings_of(
    form: Form, book: Workbook, builder: PreviewBuilder, repairs: tuple[Repair, ...]
) -> Iterator[Finding]:
    """All findings: about the sheet, its columns, its rows, its cells."""
    reporter = _Reporter(builder.item, form, builder.table)
    yield from reporter.about_sheet(book, builder)
    yield from trap_findings(builder.item, book, builder.table, builder.cells)
    yield from reporter.about_columns()
    yield from reporter.about_own_rows(builder.rows)
    yield from reporter.about_doubtful_rows()
    yield from reporter.about_rows_named_twice(builder)
    yield from reporter.about_hidden_cells(builder.cells)
    yield from reporter.about_cells(builder.cells, repairs)


class _Reporter:
    def __init__(self, item: BudgetItem, form: Form, table: RecognisedTable) -> None:
        self._item = item
        self._form = form
        self._table = table
        self._whole = str(Address(item.key, ("table",)))
        self._sheet = f"Blatt „{table.sheet.name}“"

    def about_sheet(self, book: Workbook, builder: PreviewBuilder) -> Iterator[Finding]:
        if self._table.sheet.is_hidden:
            yield import_finding(
                codes.HIDDEN_SHEET,
                self._whole,
                self._sheet,
                "Das Blatt ist in der Mappe verborgen.",
                "Bitte prüfen Sie, ob es gemeint ist.",
            )
        if not book.shows_everything:
            yield import_finding(
                codes.OTHER_FORMAT,
                self._whole,
                self._sheet,
                "Bei dieser Art von Mappe lässt sich nicht prüfen, ob die gespeicherten Ergebnisse "
                "der Formeln noch stimmen.",
                "Bitte vergleichen Sie die Beträge mit der Mappe oder speichern Sie sie als .xlsx.",
            )
        if builder.is_unit_asked:
            yield import_finding(
                codes.UNIT_ASKED,
                self._whole,
                self._sheet,
                f"Die Mappe nennt als Einheit {UNIT_NAMES[builder.unit]}.",
                "Bitte bestätigen Sie die Einheit oder wählen Sie eine andere.",
            )

    def about_columns(self) -> Iterator[Finding]:
        columns = self._table.columns
        for name in BUDGET_COLUMNS:
            year = self._form.year if name == "plan" else self._form.year - 1
            if name not in columns.amounts:
                yield import_finding(
                    codes.COLUMN_MISSING,
                    self._whole,
                    self._sheet,
                    f"Eine Spalte mit Beträgen für {year} wurde nicht gefunden.",
                    "Die Beträge dieses Jahres bleiben im Plan, wie sie sind.",
                )
            elif name in columns.rivals:
                letters = [columns.amounts[name], *columns.rivals[name]]
                named = " und ".join(column_letters(each) for each in letters)
                yield import_finding(
                    codes.COLUMN_ASKED,
                    self._whole,
                    f"{self._sheet}, Spalten {named}",
                    f"Mehrere Spalten nennen {year}; gelesen würde {column_letters(letters[0])}.",
                    "Bitte prüfen Sie, welche Spalte gilt.",
                )

    def about_own_rows(self, rows: Sequence[PreviewRow]) -> Iterator[Finding]:
        for row in rows:
            if row.is_own:
                yield import_finding(
                    codes.OWN_ROW,
                    str(Address(self._item.key, ("table", row.key))),
                    self._sheet,
                    f"Die Zeile „{row.label}“ kennt die Form nicht; sie wird eine eigene Zeile.",
                    "Bitte prüfen Sie, ob sie einer Zeile der Form entspricht.",
                )

    def about_doubtful_rows(self) -> Iterator[Finding]:
        for labelled in self._table.rows:
            match = labelled.match
            if match is not None and not match.is_sure:
                rival = f" oder „{match.rival.label}“" if match.rival else ""
                yield import_finding(
                    codes.ROW_ASKED,
                    str(Address(self._item.key, ("table", match.row.key))),
                    f"{self._sheet}, Zelle {labelled.label.address}",
                    f"Die Zeile „{labelled.name}“ könnte „{match.row.label}“{rival} meinen.",
                    "Bitte entscheiden Sie; bis dahin wird nichts übernommen.",
                )

    def about_rows_named_twice(self, builder: PreviewBuilder) -> Iterator[Finding]:
        for labelled, known in builder.twice:
            yield import_finding(
                codes.ROW_TWICE,
                str(Address(self._item.key, ("table", known.key))),
                f"{self._sheet}, Zelle {labelled.label.address}",
                f"Die Zeile „{labelled.name}“ nennt „{known.label}“ noch einmal.",
                "Gelesen wird nur die erste; bitte prüfen Sie, welche gilt.",
            )

    def about_hidden_cells(self, cells: Sequence[PreviewCell]) -> Iterator[Finding]:
        hidden = [cell.cell for cell in cells if cell.note == HIDDEN_NOTE]
        if hidden:
            yield import_finding(
                codes.HIDDEN_SKIPPED,
                self._whole,
                self._sheet,
                f"Verborgene Zellen wurden nicht gelesen: {', '.join(hidden)}.",
                "Blenden Sie sie in der Mappe ein, wenn sie gelten.",
            )

    def about_cells(
        self, cells: Sequence[PreviewCell], repairs: tuple[Repair, ...]
    ) -> Iterator[Finding]:
        proposals = {(each.row, each.column): each for each in repairs}
        for cell in cells:
            if cell.status == "refused":
                yield self._refused(cell, proposals.get((cell.row, cell.column)))
            elif cell.status == "asked":
                yield self._asked(cell)

    def _refused(self, cell: PreviewCell, repair: Repair | None) -> Finding:
        return import_finding(
            codes.CELL_REFUSED,
            str(cell_address(self._item.key, cell.row, cell.column)),
            f"{self._sheet}, Zelle {cell.cell}",
            f"„{cell.shows}“ wird nicht übernommen: {cell.note}.",
            repair_suggestion(repair)
            if repair
            else "Bitte berichtigen Sie die Mappe oder geben Sie den Betrag ein.",
            quote=cell.shows,
        )

    def _asked(self, cell: PreviewCell) -> Finding:
        meant = format_euro(cell.read_as or 0)
        return import_finding(
            codes.CELL_ASKED,
            str(cell_address(self._item.key, cell.row, cell.column)),
            f"{self._sheet}, Zelle {cell.cell}",
            f"„{cell.shows}“ wird erst nach Ihrer Bestätigung als {meant} übernommen: {cell.note}.",
            "Bitte bestätigen Sie den Betrag oder geben Sie ihn selbst ein.",
            quote=cell.shows,
        )
