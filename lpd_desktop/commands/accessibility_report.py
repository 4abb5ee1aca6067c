"""`lpd export --report`: the accessibility report beside the PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands.arguments import Console, UsageError
from lpd_desktop.runtime.files import prepared


def add_report(parser: argparse.ArgumentParser) -> None:
    """Adds the switch."""
    parser.add_argument(
        "--report",
        action="store_true",
        help="legt den Prüfbericht zur Barrierefreiheit daneben (ZIEL.ua-report.json)",
    )


def report_path(target: Path) -> Path:
    """Where the report of a PDF lies: `plan.pdf` has `plan.ua-report.json`."""
    return target.with_suffix(".ua-report.json")


def refuse_report_without_pdf(options: argparse.Namespace) -> None:
    """Only a PDF has a report.

    Raises:
        UsageError: a report is asked for something else.
    """
    if options.report and options.output.suffix.lower() != ".pdf":
        message = "--report gilt nur für PDF; bitte nennen Sie ein Ziel mit der Endung .pdf."
        raise UsageError(message)


def write_with_report(target: Path, data: bytes, console: Console) -> None:
    """Writes a PDF and its report, and says what it found; both come or none.

    Raises:
        UnwritableFileError: one of the two cannot be written where it belongs.
    """
    from lpd_desktop.pdf.accessibility.report import accessibility_report, report_bytes

    report = accessibility_report(data, target.name)
    path = report_path(target)
    with prepared(path, report_bytes(report)) as take_report, prepared(target, data) as take_pdf:
        take_pdf()
        take_report()
    left = sum(1 for each in report.checkpoints if each.question)
    found = f"{report.failures} Fehler" if report.failures else "kein Fehler"
    console.say(f"„{target}“ ist geschrieben.")
    console.say(
        f"„{path}“ ist geschrieben: {found}; {left} Punkte brauchen das Urteil eines Menschen."
    )
