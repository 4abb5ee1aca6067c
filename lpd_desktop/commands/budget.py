"""`lpd budget`: the budget of a plan out of a workbook."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.check.finding import LEVEL_NAMES
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_verb,
    require_draft,
)
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.runtime.clock import utc_now

if TYPE_CHECKING:
    from lpd_desktop.excel.preview import BudgetPreview, PreviewCell


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    parser = add_verb(verbs, "budget", "liest das Budget aus einer Arbeitsmappe ein", _budget)
    parser.add_argument("plan", type=Path, metavar="DATEI.lpd")
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="MAPPE.xlsx")
    parser.add_argument("--sheet", metavar="BLATT", help="Name des Tabellenblatts")
    parser.add_argument("--item", metavar="SCHLUESSEL", help="bei mehreren Budgets in der Form")
    parser.add_argument(
        "--unit",
        choices=("eur", "teur", "mio"),
        help="Einheit, wenn die Mappe sie offen lässt",
    )
    parser.add_argument(
        "--password",
        metavar="KENNWORT",
        help="öffnet eine geschützte Mappe; auch aus der Umgebungsvariablen LPD_PASSWORD",
    )
    parser.add_argument("--dry-run", action="store_true", help="zeigt nur, was geschähe")
    add_json(parser)


def _budget(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.excel.applying import apply_preview
    from lpd_desktop.excel.budget_import import preview_budget
    from lpd_desktop.excel.package import workbook_bytes
    from lpd_desktop.excel.preview import preview_output

    file = load_lpd(options.plan)
    require_draft(file)
    item = budget_item(file.form, options.item)
    preview = preview_budget(
        workbook_bytes(options.source),
        options.source.name,
        item,
        file.form,
        sheet=options.sheet,
        unit=options.unit,
        password=options.password or os.environ.get("LPD_PASSWORD"),
    )
    if options.json:
        console.json(preview_output(preview))
    else:
        _tell(preview, console)
    if not options.dry_run:
        time, source = utc_now(), options.source.name
        save_lpd(options.plan, apply_preview(file, item.key, preview, time=time, source=source))
        console.say(f"„{options.plan}“ ist geschrieben.")
    return DONE if preview.is_complete else CONTENT


def budget_item(form: Form, key: str | None) -> BudgetItem:
    """The budget of a form that is meant.

    Raises:
        UsageError: the form has none, or several and none is named.
    """
    items = [item for item in form.budgets if key in (None, item.key)]
    if len(items) != 1:
        known = ", ".join(item.key for item in form.budgets) or "keine"
        message = f"Bitte nennen Sie mit --item, welches Budget gemeint ist; vorhanden: {known}."
        raise UsageError(message)
    return items[0]


_LABEL_WIDTH = 60
_STATUS_NAMES = {
    "ok": "gelesen",
    "asked": "bitte entscheiden",
    "refused": "nicht lesbar",
    "skipped": "ausgelassen",
}


def _tell(preview: BudgetPreview, console: Console) -> None:
    console.data(f"Blatt „{preview.sheet}“")
    for line in cell_lines(preview):
        console.data(line)
    for finding in preview.findings:
        console.data(f"{LEVEL_NAMES[finding.level]}: {finding.place}: {finding.message}")
        if finding.suggestion:
            console.data(f"    → {finding.suggestion}")


def cell_lines(preview: BudgetPreview) -> list[str]:
    """The cells for people: where each stands, what it shows, what was read, for which row."""
    labels = {row.key: row.label for row in preview.rows}
    return [_cell_line(cell, labels.get(cell.row, cell.row)) for cell in preview.cells]


def _cell_line(cell: PreviewCell, label: str) -> str:
    read = "–" if cell.read_as is None else format_euro(cell.read_as)
    shortened = label if len(label) <= _LABEL_WIDTH else f"{label[: _LABEL_WIDTH - 1]}…"
    status = _STATUS_NAMES[cell.status]
    return f"{cell.cell:>5}  {cell.shows:>16}  {read:>16}  {status:<17}  {shortened}"
