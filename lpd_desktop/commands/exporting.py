"""`lpd export` and `lpd extract`: the document as PDF, and the plan back out of it."""

from __future__ import annotations

import argparse

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    Verbs,
    add_output,
    add_plan,
    add_verb,
    read_plan,
    refuse_other_than_pdf,
    refuse_same_file,
)
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.runtime.files import write_atomically


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    export = add_verb(verbs, "export", "schreibt das Dokument als PDF", _export)
    add_plan(export)
    add_output(export, "ZIEL.pdf")
    export.add_argument("--draft", action="store_true", help="als Entwurf gekennzeichnet")
    extract = add_verb(verbs, "extract", "holt den Plan aus seinem PDF", _extract)
    add_plan(extract)
    add_output(extract, "DATEI.lpd")


def _export(options: argparse.Namespace, console: Console) -> int:
    refuse_other_than_pdf(options.output)
    refuse_same_file(options.output, options.plan)
    from lpd_desktop.pdf.rendering import render_plan

    rendered = render_plan(read_plan(options.plan), draft=options.draft)
    write_atomically(options.output, rendered.data)
    console.say(f"„{options.output}“ ist geschrieben.")
    return DONE


def _extract(options: argparse.Namespace, console: Console) -> int:
    refuse_same_file(options.output, options.plan)
    file = read_plan(options.plan)
    save_lpd(options.output, file)
    console.say(f"„{options.output}“ enthält den Plan aus „{options.plan}“.")
    return DONE
