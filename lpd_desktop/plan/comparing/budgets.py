"""Two budget tables: rows, amounts with their difference, what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetRole, Form
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget import Amount, BudgetTable, TypedText
from lpd_desktop.plan.budget_changes import (
    CellChange,
    RowChange,
    compare_tables,
    signed_euro,
    signed_percent,
)
from lpd_desktop.plan.comparing.facts import lines_of_facts
from lpd_desktop.plan.comparing.line_changes import LineChange
from lpd_desktop.plan.comparing.word_pieces import Piece, word_pieces
from lpd_desktop.runtime.german import german_date, quoted

_STATUS = {"provisional": "vorläufig", "final": "endgültig", "": ""}
_ROLES: dict[BudgetRole, str] = {
    "addend": "zählt hinzu",
    "subtrahend": "wird abgezogen",
    "total": "Summe",
    "of_which": "davon",
    "for_information": "nachrichtlich",
}


def compare_budgets(form: Form, old: BudgetTable, new: BudgetTable) -> tuple[LineChange, ...]:
    """A line for each amount and row that is not the same; years are those of the form."""
    rows = (line for row in compare_tables(old, new) for line in _row_lines(form, row))
    facts = lines_of_facts(_facts(form, old), _facts(form, new))
    return (*rows, *_role_lines(old, new), *facts)


def _role_lines(old: BudgetTable, new: BudgetTable) -> Iterator[LineChange]:
    """Rows that count otherwise than before."""
    for row in new.rows:
        before = old.row(row.key)
        if before is not None:
            label = f"Art der Zeile {quoted(row.label)}"
            yield from lines_of_facts({label: _ROLES[before.role]}, {label: _ROLES[row.role]})


def _row_lines(form: Form, row: RowChange) -> Iterator[LineChange]:
    label = f"Zeile {quoted(row.label)}"
    if row.status == "added":
        yield LineChange(kind="title", status="added", label=label)
    elif row.status == "removed":
        yield LineChange(kind="title", status="removed", label=label)
    if row.moved:
        remark = "steht an anderer Stelle"
        yield LineChange(kind="title", status="moved", label=label, remark=remark)
    if row.is_renamed:
        pieces = word_pieces(row.old_label, row.label)
        yield LineChange(kind="title", status="changed", label="Bezeichnung", pieces=pieces)
    for cell in row.cells:
        if cell.is_change:
            yield _cell_line(f"{label}, {_year(form, cell.column)}", cell)


def _cell_line(label: str, cell: CellChange) -> LineChange:
    pieces = (Piece("removed", _shown(cell.old)), Piece("added", _shown(cell.new)))
    return LineChange(
        kind="amount",
        status="changed",
        label=label,
        pieces=tuple(piece for piece in pieces if piece.text),
        remark=_difference(cell),
    )


def _difference(cell: CellChange) -> str:
    if cell.difference is None:
        return ""
    percent = f"; {signed_percent(cell.percent)}" if cell.percent is not None else ""
    return f"{signed_euro(cell.difference)}{percent}"


def _shown(amount: Amount) -> str:
    if isinstance(amount, TypedText):
        return f"{quoted(amount.text)} (kein Betrag)"
    return format_euro(amount) if isinstance(amount, int) else ""


def _year(form: Form, column: BudgetColumn) -> int:
    return form.year if column == "plan" else form.year - 1


def _facts(form: Form, table: BudgetTable) -> dict[str, str]:
    """What else is said of a table."""
    facts = {
        "Tabelle im Dokument": "ja" if table.print else "nein",
        "Diagramm im Dokument": {UNSET: "nicht gewählt", True: "ja", False: "nein"}[table.chart],
    }
    for column in BUDGET_COLUMNS:
        basis, year = table.basis.of(column), _year(form, column)
        facts[f"Quelle der Beträge {year}"] = basis.source if basis else ""
        facts[f"Datum der Beträge {year}"] = german_date(basis.date) if basis else ""
        facts[f"Status der Beträge {year}"] = _STATUS[basis.status] if basis else ""
    return facts
