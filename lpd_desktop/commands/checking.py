"""`lpd check`: what is missing or doubtful."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import LEVEL_NAMES, Finding, as_output
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
from lpd_desktop.runtime.german import counted


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    check = add_verb(verbs, "check", "prüft einen Plan", _check)
    add_plan(check)
    check.add_argument("--previous", type=Path, metavar="PLAN", help="Plan des Vorjahres")
    add_json(check)


def _check(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    previous = read_plan(options.previous).plan if options.previous else None
    findings = check_plan(file.plan, file.work, file.form, previous)
    if options.json:
        console.json([as_output(finding) for finding in findings])
    else:
        show_findings(findings, console)
    return CONTENT if any(finding.level == "error" for finding in findings) else DONE


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
