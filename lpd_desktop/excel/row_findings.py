"""What an import has to say about the rows of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpd_desktop.check.finding import Finding
from lpd_desktop.excel import import_findings as codes
from lpd_desktop.excel.import_findings import import_finding
from lpd_desktop.excel.preview import BudgetPreview
from lpd_desktop.excel.preview_building import NO_AMOUNT, PreviewBuilder
from lpd_desktop.excel.recognition import LabelledRow, RecognisedTable
from lpd_desktop.plan.addresses import Address

_NAMED_AT_MOST = 8


def row_findings(
    table: RecognisedTable, builder: PreviewBuilder, preview: BudgetPreview
) -> Iterator[Finding]:
    """Rows of the plan's own, doubtful ones, those that stand there twice, those left out."""
    reporter = _RowReporter(table, builder, preview)
    yield from reporter.about_own_rows()
    yield from reporter.about_doubtful_rows()
    yield from reporter.about_rows_named_twice()
    yield from reporter.about_rows_left_out()


class _RowReporter:
    def __init__(
        self, table: RecognisedTable, builder: PreviewBuilder, preview: BudgetPreview
    ) -> None:
        self._item = builder.item
        self._table = table
        self._builder = builder
        self._preview = preview
        self._sheet = f"Blatt „{table.sheet.name}“"

    def about_own_rows(self) -> Iterator[Finding]:
        for row in self._preview.rows:
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
                    self._place_of(labelled),
                    f"Die Zeile „{labelled.name}“ könnte „{match.row.label}“{rival} meinen.",
                    "Bitte entscheiden Sie; bis dahin wird nichts übernommen.",
                )

    def _place_of(self, row: LabelledRow) -> str:
        return f"Blatt „{row.sheet.name}“, Zelle {row.label.address}"

    def about_rows_named_twice(self) -> Iterator[Finding]:
        for labelled, known in self._builder.twice:
            yield import_finding(
                codes.ROW_TWICE,
                str(Address(self._item.key, ("table", known.key))),
                self._place_of(labelled),
                f"Die Zeile „{labelled.name}“ nennt „{known.label}“ noch einmal.",
                "Gelesen wird nur die erste; bitte prüfen Sie, welche gilt.",
            )

    def about_rows_left_out(self) -> Iterator[Finding]:
        """Rows with something in the columns of the years that is no amount, or without a label."""
        words = [
            f"„{row.label}“ ({row.cell})"
            for row in self._preview.left_out
            if row.reason == NO_AMOUNT and self._holds_figures(row.cell)
        ]
        lines = [f"{line}" for line in self._table.unlabelled]
        if words:
            yield self._left_out(
                f"Zeilen ohne Betrag wurden ausgelassen: {_joined(words)}.",
                "Bitte prüfen Sie, ob dort ein Betrag gemeint ist.",
            )
        if lines:
            what = "Spalte" if self._table.grid.is_transposed else "Zeile"
            yield self._left_out(
                f"Beträge ohne Bezeichnung wurden ausgelassen: {what} {_joined(lines)}.",
                "Bitte prüfen Sie, wofür sie stehen.",
            )

    def _left_out(self, message: str, suggestion: str) -> Finding:
        whole = str(Address(self._item.key, ("table",)))
        return import_finding(codes.ROWS_LEFT_OUT, whole, self._sheet, message, suggestion)

    def _holds_figures(self, label: str) -> bool:
        row = next((each for each in self._table.rows if each.label.address == label), None)
        cells = row.cells.values() if row else ()
        return any(sign.isdigit() for cell in cells for sign in cell.shows)


def _joined(names: Sequence[str]) -> str:
    more = len(names) - _NAMED_AT_MOST
    shown = ", ".join(names[:_NAMED_AT_MOST])
    return f"{shown} und {more} weitere" if more > 0 else shown
