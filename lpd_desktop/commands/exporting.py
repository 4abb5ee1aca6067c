"""`lpd export`, `lpd extract`: the document as PDF, its budget as workbook, the plan back."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_output,
    add_plan,
    add_verb,
    read_plan,
    refuse_other_than_pdf,
    refuse_same_file,
)
from lpd_desktop.commands.budget import budget_item
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.runtime.files import write_atomically


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    export = add_verb(
        verbs, "export", "schreibt das Dokument als PDF oder sein Budget als .xlsx", _export
    )
    add_plan(export)
    add_output(export, "ZIEL.pdf|.xlsx")
    export.add_argument("--draft", action="store_true", help="als Entwurf gekennzeichnet")
    export.add_argument(
        "--blank", action="store_true", help="die leere Vorlage der Form, nur als .xlsx"
    )
    export.add_argument("--item", metavar="SCHLUESSEL", help="bei mehreren Budgets in der Form")
    extract = add_verb(verbs, "extract", "holt den Plan aus seinem PDF", _extract)
    add_plan(extract)
    add_output(extract, "DATEI.lpd")


def _export(options: argparse.Namespace, console: Console) -> int:
    if options.output.suffix.lower() == ".xlsx":
        return _export_budget(options, console)
    if options.blank or options.item:
        message = "--blank und --item gelten nur für .xlsx; bitte nennen Sie ein solches Ziel."
        raise UsageError(message)
    refuse_other_than_pdf(options.output)
    refuse_same_file(options.output, options.plan)
    from lpd_desktop.pdf.rendering import render_plan

    rendered = render_plan(read_plan(options.plan), draft=options.draft)
    return _written(options.output, rendered.data, console)


def _export_budget(options: argparse.Namespace, console: Console) -> int:
    refuse_same_file(options.output, options.plan)
    from lpd_desktop.excel.writing import write_budget, write_template

    file = read_plan(options.plan)
    item = budget_item(file.form, options.item)
    if options.blank:
        data = write_template(file.form, item)
    else:
        data = write_budget(file.form, item, file.plan.table_of(file.form, item.key))
    return _written(options.output, data, console)


def _written(target: Path, data: bytes, console: Console) -> int:
    write_atomically(target, data)
    console.say(f"„{target}“ ist geschrieben.")
    return DONE


def _extract(options: argparse.Namespace, console: Console) -> int:
    refuse_same_file(options.output, options.plan)
    file = read_plan(options.plan)
    save_lpd(options.output, file)
    console.say(f"„{options.output}“ enthält den Plan aus „{options.plan}“.")
    return DONE
