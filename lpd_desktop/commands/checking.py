"""`lpd check`: what is missing or doubtful."""

from __future__ import annotations

import argparse
from pathlib import Path

from msgspec.structs import replace

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.engine import check_all
from lpd_desktop.check.finding import LEVEL_NAMES, AcceptedOutput, CheckOutput, Finding
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_json,
    add_plan,
    add_verb,
    read_plan,
)
from lpd_desktop.commands.broken_approval import tell_fault
from lpd_desktop.runtime.german import counted
from lpd_desktop.runtime.typed_data import converted


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    check = add_verb(verbs, "check", "prüft einen Plan", _check)
    add_plan(check)
    check.add_argument("--previous", type=Path, metavar="PLAN", help="Plan des Vorjahres")
    check.add_argument(
        "--all", action="store_true", help="auch Befunde, die zur Kenntnis genommen sind"
    )
    add_json(check)


def _check(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    previous = read_plan(options.previous).plan if options.previous else None
    findings, accepted = check_all(file.plan, file.work, file.form, previous)
    shown = accepted if options.all else []
    if options.json:
        console.json([*map(_open_output, findings), *map(_accepted_output, shown)])
    else:
        _show_accepted(shown, console)
        show_findings(findings, console)
    has_errors = any(finding.level == "error" for finding in findings)
    return max(tell_fault(file, console), CONTENT if has_errors else DONE)


def _open_output(finding: Finding) -> CheckOutput:
    return converted(finding, CheckOutput, from_attributes=True)


def _accepted_output(accepted: AcceptedFinding) -> CheckOutput:
    note = accepted.note
    reason = AcceptedOutput(reason=note.reason, name=note.name, time=note.time)
    return replace(_open_output(accepted.finding), acknowledged=reason)


def _show_accepted(accepted: list[AcceptedFinding], console: Console) -> None:
    for each in accepted:
        finding, note = each.finding, each.note
        by = f", {note.name}" if note.name else ""
        console.data(f"Zur Kenntnis {finding.rule} · {finding.place}: {finding.message}")
        console.data(f"    ✓ {note.reason}{by}")


def show_findings(findings: list[Finding], console: Console) -> None:
    """The findings for people, one or two lines each, and their count."""
    for finding in findings:
        name = LEVEL_NAMES[finding.level]
        console.data(f"{name} {finding.rule} · {finding.place}: {finding.message}")
        if finding.suggestion:
            console.data(f"    → {finding.suggestion}")
    errors = sum(finding.level == "error" for finding in findings)
    others = len(findings) - errors
    if not findings:
        console.say("Keine Befunde.")
    else:
        console.say(
            f"{counted(errors, 'Fehler', 'Fehler')}, "
            f"{counted(others, 'Warnung oder Hinweis', 'Warnungen und Hinweise')}."
        )
