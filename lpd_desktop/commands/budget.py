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
    add_verb,
    require_draft,
)
from lpd_desktop.commands.budget_options import (
    add_options,
    named_columns,
    profile_folder,
    row_mapping,
    with_accepted,
)
from lpd_desktop.commands.targets import write_output
from lpd_desktop.commands.writing import save_edited
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.changing import PlanInFile, changing
from lpd_desktop.plan.file import LpdFile, load_lpd
from lpd_desktop.runtime.clock import utc_now

if TYPE_CHECKING:
    from lpd_desktop.excel.preview import BudgetPreview, PreviewCell


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    add_options(add_verb(verbs, "budget", "liest das Budget aus einer Arbeitsmappe ein", _budget))


def _budget(options: argparse.Namespace, console: Console) -> int:
    if options.dry_run:
        preview = _told(options, console, load_lpd(options.plan))
    else:
        with changing(options.plan) as plan:
            preview = _told(options, console, plan.file)
            _write(options, console, plan, preview)
    return DONE if preview.is_complete else CONTENT


def _told(options: argparse.Namespace, console: Console, file: LpdFile) -> BudgetPreview:
    from lpd_desktop.excel.preview import preview_output

    require_draft(file)
    item = budget_item(file.form, options.item)
    preview = with_accepted(_preview(options, file, item), options)
    if options.json:
        console.json(preview_output(preview, explain=options.explain))
    else:
        _tell(preview, console, explain=options.explain)
    return preview


def _preview(options: argparse.Namespace, file: LpdFile, item: BudgetItem) -> BudgetPreview:
    from lpd_desktop.excel.budget_import import known_amounts, preview_budget
    from lpd_desktop.excel.package import workbook_bytes

    folder = profile_folder(options)
    is_free = not (options.profile or options.no_profile)
    return preview_budget(
        workbook_bytes(options.source),
        options.source.name,
        item,
        file.form,
        sheet=options.sheet,
        header_row=options.header_row,
        unit=options.unit,
        columns=named_columns(options.columns),
        mapping=row_mapping(options.mapping, item),
        profile=folder.named(options.profile) if options.profile else None,
        profiles=folder.all() if is_free else (),
        known=known_amounts(file, item),
        password=options.password or os.environ.get("LPD_PASSWORD"),
    )


def _write(
    options: argparse.Namespace, console: Console, plan: PlanInFile, preview: BudgetPreview
) -> None:
    from lpd_desktop.excel.applying import apply_preview

    time, source = utc_now(), options.source.name
    after = apply_preview(plan.file, preview.item, preview, time=time, source=source)
    if options.save_profile:
        console.say(_saved_profile(options, preview, plan.file.form.year))
    save_edited(plan, after)
    console.say(f"„{options.plan}“ ist geschrieben.")


def _saved_profile(options: argparse.Namespace, preview: BudgetPreview, year: int) -> str:
    """Saves what was decided and says where."""
    from lpd_desktop.excel.profiles import profile_of, write_profile

    path = Path(options.save_profile)
    if path.suffix.lower() == ".json":
        data = write_profile(profile_of(preview, path.stem, year))
        write_output(path, data, "profile", replace=options.replace)
    else:
        path = profile_folder(options).save(profile_of(preview, options.save_profile, year))
    return f"Das Profil liegt in „{path}“."


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


_ROW_STATUS_NAMES = {
    "ok": "sicher",
    "asked": "ähnlich",
    "own": "eigene Zeile",
    "skipped": "ausgelassen",
}


def _tell(preview: BudgetPreview, console: Console, *, explain: bool) -> None:
    console.data(f"Blatt „{preview.sheet}“")
    for line in (*(row_lines(preview) if explain else ()), *cell_lines(preview)):
        console.data(line)
    for finding in preview.findings:
        console.data(f"{LEVEL_NAMES[finding.level]}: {finding.place}: {finding.message}")
        if finding.suggestion:
            console.data(f"    → {finding.suggestion}")


def row_lines(preview: BudgetPreview) -> list[str]:
    """The rows for people: where each stands, how well it fits, what it is taken for."""
    from lpd_desktop.excel.preview import row_outputs

    labels = {row.key: row.label for row in preview.rows}
    lines = []
    for row in row_outputs(preview):
        others = ", ".join(f"{each.label} {each.score}" for each in row.candidates[1:])
        more = f" (sonst: {others})" if others else ""
        taken = labels.get(row.row, "–")
        status = _ROW_STATUS_NAMES[row.status]
        lines += [f"{row.cell:>5}  {row.score:>3}  {status:<12}  {row.label} → {taken}{more}"]
    return lines


def cell_lines(preview: BudgetPreview) -> list[str]:
    """The cells for people: where each stands, what it shows, what was read, for which row."""
    labels = {row.key: row.label for row in preview.rows}
    return [_cell_line(cell, labels.get(cell.row, cell.row)) for cell in preview.cells]


def _cell_line(cell: PreviewCell, label: str) -> str:
    read = "–" if cell.read_as is None else format_euro(cell.read_as)
    shortened = label if len(label) <= _LABEL_WIDTH else f"{label[: _LABEL_WIDTH - 1]}…"
    status = _STATUS_NAMES[cell.status]
    return f"{cell.cell:>5}  {cell.shows:>16}  {read:>16}  {status:<17}  {shortened}"
