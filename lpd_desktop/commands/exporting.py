"""`lpd export` and `lpd extract`: the document as PDF, and the plan back out of it."""

from __future__ import annotations

import argparse

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_output,
    add_plan,
    add_verb,
    read_plan,
)
from lpd_desktop.plan.file import LpdFile, save_lpd
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.files import write_atomically


class NotApprovedError(NotAllowedError):
    """A final PDF was asked of a plan that is not approved."""


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
    if options.output.suffix.lower() != ".pdf":
        message = f"„{options.output.name}“: Diese Version schreibt nur PDF; die Endung ist .pdf."
        raise UsageError(message)
    file = read_plan(options.plan)
    write_atomically(options.output, document(file, draft=options.draft))
    console.say(f"„{options.output}“ ist geschrieben.")
    return DONE


def document(file: LpdFile, *, draft: bool) -> bytes:
    """The bytes of the PDF.

    Raises:
        NotApprovedError: a final PDF of a plan without approval.
    """
    from lpd_desktop.pdf.rendering import render_plan

    if file.release is None and not draft:
        message = (
            "Das endgültige PDF gibt es erst nach der Freigabe; "
            "mit --draft schreiben Sie einen gekennzeichneten Entwurf."
        )
        raise NotApprovedError(message)
    return render_plan(file, draft=draft).data


def _extract(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    save_lpd(options.output, file)
    console.say(f"„{options.output}“ enthält den Plan aus „{options.plan}“.")
    return DONE
