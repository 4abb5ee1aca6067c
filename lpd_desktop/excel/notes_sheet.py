"""The sheet of notes in a written budget: rows, rules, units, how to give it back."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.excel.table_layout import KEY_CAPTION, ROLE_WORDS
from lpd_desktop.form.identities import (
    AtMostIdentity,
    EqualIdentity,
    Identity,
    ShareIdentity,
    SumIdentity,
)
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, Form, item_name
from lpd_desktop.plan.budget import Basis, BudgetTable, TableRow
from lpd_desktop.runtime.german import enumerate_german, german_date

HEADING, TEXT = "heading", "text"
Line = tuple[str, str]
"""How a line is set, and its words."""

STATUS_WORDS = {"provisional": "vorläufig", "final": "endgültig", "": ""}


def notes(form: Form, item: BudgetItem, table: BudgetTable) -> Iterator[Line]:
    """The lines of the sheet."""
    yield HEADING, f"{form.text(form.title)}: {form.text(item_name(item))}"
    yield TEXT, form.text(item.help)
    yield HEADING, "Ausfüllen"
    yield TEXT, "Alle Beträge stehen in Euro, nicht in T€ oder Mio. €. Abzüge stehen ohne Minus."
    yield TEXT, "Grau hinterlegte Zellen rechnet die Mappe selbst; Sie können sie überschreiben."
    yield TEXT, "Eigene Zeilen schreiben Sie unter die letzte, mit Bezeichnung und Beträgen."
    yield TEXT, f"Die Spalte „{KEY_CAPTION}“ sagt dem Programm, welche Zeile es ist; sie bleibt so."
    yield from _about_basis(form, table)
    yield HEADING, "Zeilen"
    yield from ((TEXT, _about_row(item, row)) for row in table.rows)
    if item.identities:
        yield HEADING, "Was zusammenpassen muss"
        labels = {row.key: row.label for row in item.rows}
        labels |= {row.key: row.label for row in table.rows}
        yield from ((TEXT, _about_identity(each, labels)) for each in item.identities)
    yield HEADING, "Zurückgeben"
    yield TEXT, "Speichern Sie die Mappe als .xlsx und schließen Sie sie."
    yield TEXT, "Im Programm liest „Aus Excel einlesen…“ auf der Seite des Budgets sie wieder ein."


def _about_basis(form: Form, table: BudgetTable) -> Iterator[Line]:
    lines = [line for column in BUDGET_COLUMNS if (line := _basis_line(form, table, column))]
    if lines:
        yield HEADING, "Grundlage"
        yield from ((TEXT, line) for line in lines)


def _basis_line(form: Form, table: BudgetTable, column: BudgetColumn) -> str:
    """`2023: Schreiben des BMAS vom 27.10.2022 (vorläufig)`; empty where nothing is named."""
    basis = table.basis.of(column) or Basis()
    if basis == Basis():
        return ""
    year = form.year if column == "plan" else form.year - 1
    dated = f" vom {german_date(basis.date)}" if basis.date else ""
    status = f" ({STATUS_WORDS[basis.status]})" if basis.status else ""
    return f"{year}: {basis.source or 'Mittel'}{dated}{status}"


def _about_row(item: BudgetItem, row: TableRow) -> str:
    known = item.row(row.key)
    help_text = f": {known.help}" if known and known.help else ""
    return f"{row.label} ({ROLE_WORDS[row.role]}){help_text}"


def _about_identity(identity: Identity, labels: dict[str, str]) -> str:
    def named(*keys: str) -> str:
        return enumerate_german([f"„{labels.get(key, key)}“" for key in keys])

    match identity:
        case SumIdentity():
            what = "die Summe aus " if len(identity.plus) > 1 else ""
            less = f" abzüglich {named(*identity.minus)}" if identity.minus else ""
            return f"{named(identity.total)} ist {what}{named(*identity.plus)}{less}."
        case ShareIdentity():
            percent = identity.percent.replace(".", ",")
            source = f" ({identity.source})" if identity.source else ""
            return f"{named(identity.row)} beträgt {percent} % von {named(identity.of)}{source}."
        case EqualIdentity():
            return f"{named(identity.left, identity.right)} nennen denselben Betrag."
        case AtMostIdentity():
            return f"{named(identity.row)} ist nicht größer als {named(identity.of)}."
