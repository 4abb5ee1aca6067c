"""`lpd export`, `lpd extract`: the document as PDF, its budget as workbook, the plan back."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands.accessibility_report import (
    add_report,
    refuse_report_without_pdf,
    report_path,
    write_with_report,
)
from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_form,
    add_output,
    add_plan,
    add_verb,
    chosen_form,
    read_plan,
    refuse_other_than_pdf,
    refuse_same_file,
)
from lpd_desktop.commands.broken_approval import tell_fault
from lpd_desktop.commands.editions import add_editions, chosen_edition
from lpd_desktop.commands.targets import add_replace, refuse_taken, write_output
from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.files import write_atomically


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    export = add_verb(
        verbs, "export", "schreibt das Dokument als PDF oder sein Budget als .xlsx", _export
    )
    export.add_argument(
        "plan", type=Path, nargs="?", metavar="DATEI", help=".lpd oder PDF; nicht bei --year"
    )
    add_output(export, "ZIEL.pdf|.xlsx")
    add_replace(export)
    add_editions(export)
    add_form(export, year_required=False)
    export.add_argument("--item", metavar="SCHLUESSEL", help="bei mehreren Budgets in der Form")
    add_report(export)
    extract = add_verb(verbs, "extract", "holt den Plan aus seinem PDF", _extract)
    add_plan(extract)
    add_output(extract, "DATEI.lpd")
    add_replace(extract)


def _export(options: argparse.Namespace, console: Console) -> int:
    edition = chosen_edition(options)
    refuse_report_without_pdf(options)
    if options.plan is not None:
        refuse_same_file(options.output, options.plan)
    if options.output.suffix.lower() == ".xlsx":
        return _export_budget(options, console)
    if options.item:
        message = "--item gilt nur für .xlsx; bitte nennen Sie ein solches Ziel."
        raise UsageError(message)
    refuse_other_than_pdf(options.output)
    from lpd_desktop.pdf.late_pillow import put_off_pillow
    from lpd_desktop.pdf.rendering import render_edition

    put_off_pillow()
    file = _source(options)
    if edition.needs_approval and file.release is not None:
        from lpd_desktop.release.consistency import require_consistent

        require_consistent(file)
    data = render_edition(file, edition).data
    with alone_with(options.output):
        refuse_taken(options.output, data, edition.kind, file, replace=options.replace)
        if options.report:
            refuse_taken(report_path(options.output), b"", "report", replace=options.replace)
            write_with_report(options.output, data, console)
        else:
            write_atomically(options.output, data)
            _tell_written(options.output, console)
    return DONE


def _source(options: argparse.Namespace) -> LpdFile:
    """The plan, or an empty one of the form where only that is asked for.

    Raises:
        UsageError: neither or both are named.
    """
    has_form = options.year is not None or options.form is not None
    if options.plan is not None and has_form:
        message = "Die Form steht schon in der Datei; bitte lassen Sie --year und --form weg."
        raise UsageError(message)
    if options.plan is not None:
        return read_plan(options.plan)
    if options.blank:
        from lpd_desktop.plan.new import new_file

        return new_file(chosen_form(options), Jobcenter())
    message = "Bitte nennen Sie die Datei; ohne Datei gibt es nur das leere Formular (--blank)."
    raise UsageError(message)


def _export_budget(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.commands.budget import budget_item
    from lpd_desktop.excel.writing import write_budget, write_template

    file = _source(options)
    item = budget_item(file.form, options.item)
    if options.blank:
        data = write_template(file.form, item)
    else:
        data = write_budget(file.form, item, file.plan.table_of(file.form, item.key))
    write_output(options.output, data, "workbook", replace=options.replace)
    _tell_written(options.output, console)
    return DONE


def _tell_written(target: Path, console: Console) -> None:
    console.say(f"„{target}“ ist geschrieben.")


def _extract(options: argparse.Namespace, console: Console) -> int:
    refuse_same_file(options.output, options.plan)
    file = read_plan(options.plan)
    write_output(options.output, write_lpd(file), replace=options.replace)
    console.say(f"„{options.output}“ enthält den Plan aus „{options.plan}“.")
    return tell_fault(file, console)
