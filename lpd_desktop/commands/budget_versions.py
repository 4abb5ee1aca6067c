"""`lpd budget-versions` and `lpd budget-changes`: Budgetstände, and what followed from old ones."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from lpd_desktop.check.replaced_amounts import ReplacedAmount, mend_all, replaced_in_plan
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_verb,
    iso_date,
    require_draft,
)
from lpd_desktop.commands.budget_output import (
    BudgetChangesOutput,
    changes_output,
    comparison_output,
    version_outputs,
)
from lpd_desktop.commands.budget_text import change_lines, sentence_lines, version_lines
from lpd_desktop.commands.writing import save_edited
from lpd_desktop.editing.budget_versions import (
    compare_versions,
    describe_version,
    restore_version,
    version_name,
)
from lpd_desktop.plan.budget import Basis
from lpd_desktop.plan.budget_versions import version_with_id
from lpd_desktop.plan.changing import PlanInFile, changing
from lpd_desktop.plan.file import LpdFile, load_lpd
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.german import counted


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    versions = add_verb(verbs, "budget-versions", "nennt und vergleicht Budgetstände", _versions)
    versions.add_argument("plan", type=Path, metavar="DATEI.lpd")
    what = versions.add_mutually_exclusive_group()
    what.add_argument(
        "--compare",
        nargs="+",
        metavar="KENNUNG",
        help="vergleicht einen Stand mit einem zweiten oder mit der heutigen Tabelle",
    )
    what.add_argument("--restore", metavar="KENNUNG", help="holt einen Stand zurück")
    what.add_argument("--describe", metavar="KENNUNG", help="ergänzt, worauf ein Stand beruht")
    versions.add_argument("--letter", metavar="TEXT", help="das Schreiben, etwa des BMAS")
    versions.add_argument("--date", metavar="DATUM", help="Datum des Schreibens")
    versions.add_argument(
        "--status", choices=("provisional", "final"), help="vorläufig oder endgültig"
    )
    versions.add_argument("--note", metavar="TEXT", help="eigene Notiz zum Stand")
    add_json(versions)
    changes = add_verb(
        verbs, "budget-changes", "nennt geänderte Beträge und Sätze mit ersetzten", _changes
    )
    changes.add_argument("plan", type=Path, metavar="DATEI.lpd")
    changes.add_argument(
        "--since", metavar="KENNUNG", help="Stand, mit dem verglichen wird; sonst der vorige"
    )
    changes.add_argument(
        "--mend",
        action="store_true",
        help="setzt ein, was eindeutig ist; runde Beträge, wo der Satz ihre Zeile nennt",
    )
    add_json(changes)


def _versions(options: argparse.Namespace, console: Console) -> int:
    if options.compare:
        return _compare(options, console, load_lpd(options.plan))
    if options.restore or options.describe:
        with changing(options.plan) as plan:
            file = (_restored if options.restore else _described)(options, console, plan)
    elif any((options.letter, options.date, options.status, options.note)):
        message = "--letter, --date, --status und --note gelten einem Stand: bitte mit --describe."
        raise UsageError(message)
    else:
        file = load_lpd(options.plan)
    if options.json:
        console.json(version_outputs(file))
    elif not (options.restore or options.describe):
        for line in version_lines(file):
            console.data(line)
    return DONE


def _compare(options: argparse.Namespace, console: Console, file: LpdFile) -> int:
    if len(options.compare) > 2:
        message = "Verglichen werden höchstens zwei Budgetstände."
        raise UsageError(message)
    first, *others = (version_with_id(file.work, each) for each in options.compare)
    second = others[0] if others else None
    rows = compare_versions(file, first.id, second.id if second else None)
    if options.json:
        console.json(comparison_output(first, second, rows))
        return DONE
    console.say(f"Von {version_name(first)} zu {version_name(second) if second else 'heute'}:")
    for line in change_lines(rows):
        console.data(line)
    return DONE


def _restored(options: argparse.Namespace, console: Console, plan: PlanInFile) -> LpdFile:
    file = plan.file
    require_draft(file)
    version = version_with_id(file.work, options.restore)
    restored = restore_version(file, version.id, time=utc_now())
    if restored is file:
        console.say("Die Tabelle ist schon die dieses Standes.")
        return file
    save_edited(plan, restored)
    console.say(f"Die Tabelle ist wieder die von {version_name(version)}.")
    return restored


def _described(options: argparse.Namespace, console: Console, plan: PlanInFile) -> LpdFile:
    file = plan.file
    require_draft(file)
    version = version_with_id(file.work, options.describe)
    old = version.basis
    basis = Basis(
        source=old.source if options.letter is None else options.letter,
        date=old.date if options.date is None else iso_date(options.date),
        status=options.status or old.status,
    )
    described = describe_version(file, version.id, basis=basis, note=options.note)
    save_edited(plan, described)
    console.say(f"{version_name(version)} ist ergänzt.")
    return described


def _changes(options: argparse.Namespace, console: Console) -> int:
    if options.mend:
        with changing(options.plan) as plan:
            found, output = _found(plan.file, options)
            require_draft(plan.file)
            _mend(plan, found)
    else:
        found, output = _found(load_lpd(options.plan), options)
    if options.json:
        console.json(output)
    else:
        _tell(output, console)
    return _told_of_mending(found, console) if options.mend else DONE


def _found(
    file: LpdFile, options: argparse.Namespace
) -> tuple[list[ReplacedAmount], BudgetChangesOutput]:
    found = replaced_in_plan(file.form, file.plan, file.work)
    return found, changes_output(file, options.since, found)


def _mend(plan: PlanInFile, found: list[ReplacedAmount]) -> None:
    file = plan.file
    mended = mend_all(file.form, file.plan, (each for each in found if each.is_certain))
    if mended != file.plan:
        save_edited(plan, replace(file, plan=mended))


def _told_of_mending(found: list[ReplacedAmount], console: Console) -> int:
    mended = sum(each.is_certain for each in found)
    left = len(found) - mended
    console.say(f"{counted(mended, 'Angabe', 'Angaben')} eingesetzt.")
    if left:
        console.say(f"{counted(left, 'Angabe ist', 'Angaben sind')} noch zu entscheiden.")
    return CONTENT if left else DONE


def _tell(output: BudgetChangesOutput, console: Console) -> None:
    for budget in output.budgets:
        for line in change_lines(budget.rows):
            console.data(line)
    for line in sentence_lines(output.sentences):
        console.data(line)
    if not output.sentences:
        console.say("Kein Satz nennt eine ersetzte Angabe.")
