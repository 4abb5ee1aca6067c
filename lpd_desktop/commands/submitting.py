"""`lpd submit`: the hand-over package for MAGS, from an approved PDF or from the plan's file."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_verb,
    iso_date,
    read_plan,
    today,
)
from lpd_desktop.commands.hand_over_options import (
    NOTHING_SENT,
    add_actor,
    add_texts,
    chosen_actor,
    chosen_texts,
    settings_of,
)
from lpd_desktop.commands.submit_output import submit_output
from lpd_desktop.editing.four_eyes_setting import four_eyes_setting
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.german import counted, grouped

if TYPE_CHECKING:
    from lpd_desktop.release.file_submission import Frozen, Wanted
    from lpd_desktop.release.package import Package
    from lpd_desktop.release.package_folder import WrittenPackage


_NOTED = (
    "Die .lpd-Datei hält fest: eingereicht, mit Name, Funktion und Zeit. Senden müssen Sie das "
    "Paket jetzt selbst; kommt es nicht dazu, schreibt --package-only künftig nur das Paket."
)
_KNOWN = (
    "Die .lpd-Datei hielt die Einreichung schon fest; geschrieben ist nur das Paket. Wurde es "
    "schon einmal gesendet, brauchen Sie es nicht noch einmal zu senden."
)
_NOT_NOTED = (
    "Als eingereicht ist nichts festgehalten; das tun Sie nach dem Senden mit „lpd submissions "
    "record“ oder an der .lpd-Datei mit „lpd state --to submitted“."
)


@dataclass(frozen=True)
class _Outcome:
    """What was done; `was_submitted` before the call."""

    package: Package
    written: WrittenPackage | None
    state: str
    was_submitted: bool = False


def register(verbs: Verbs) -> None:
    """Adds the verb of this group."""
    submit = add_verb(verbs, "submit", "stellt das Paket für die Übergabe zusammen", _submit)
    submit.add_argument(
        "document", type=Path, metavar="DATEI", help="freigegebenes PDF oder .lpd-Datei"
    )
    submit.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="ORDNER",
        help="neu oder leer; sonst im Ordner der Einstellungen",
    )
    submit.add_argument(
        "--pdf", type=Path, metavar="PDF", help="zur .lpd-Datei: ihr freigegebenes PDF"
    )
    add_actor(submit)
    submit.add_argument("--place", metavar="ORT", help="zum Entwurf: gibt ihn hier zugleich frei")
    submit.add_argument("--date", metavar="DATUM", help="Tag dieser Freigabe, sonst heute")
    submit.add_argument(
        "--four-eyes",
        action="store_true",
        help="wer dabei freigibt, darf den Text nicht zuletzt bearbeitet haben",
    )
    add_texts(submit)
    submit.add_argument(
        "--replaces",
        type=Path,
        metavar="PDF",
        help="die ersetzte Fassung; legt ein Änderungsdokument dazu",
    )
    submit.add_argument(
        "--dry-run", action="store_true", help="nennt Namen und Inhalt, schreibt nichts"
    )
    submit.add_argument(
        "--package-only",
        action="store_true",
        help="schreibt nur das Paket; die .lpd-Datei hält nichts fest und bleibt freigegeben",
    )
    add_json(submit)


def _submit(options: argparse.Namespace, console: Console) -> int:
    _settle_folder(options)
    data = read_bounded(options.document)
    is_pdf = data.lstrip()[:5] == b"%PDF-"
    outcome = _from_pdf(options, data) if is_pdf else _from_plan(options)
    if options.json:
        state = outcome.state
        console.json(submit_output(outcome.package, outcome.written, state, options.output))
    else:
        _tell(outcome, console)
    return DONE


def _settle_folder(options: argparse.Namespace) -> None:
    """The folder of the call, else one named after the document in the office's folder."""
    office = settings_of(options).hand_over_folder
    if options.output is None and office:
        options.output = Path(office) / options.document.stem
    if options.output is None and not options.dry_run:
        message = "Bitte nennen Sie mit -o einen neuen oder leeren Ordner für das Paket."
        raise UsageError(message)


def _from_pdf(options: argparse.Namespace, data: bytes) -> _Outcome:
    from lpd_desktop.release.acceptance import accepted
    from lpd_desktop.release.package import Extras, package_of
    from lpd_desktop.release.package_folder import missing_files, write_package

    if options.pdf or options.place or options.date or options.name or options.role:
        message = (
            "--pdf, --name, --role, --place und --date gehören zu einer .lpd-Datei; ein PDF ist "
            "schon freigegeben und bleibt, wie es ist."
        )
        raise UsageError(message)
    replaced = read_plan(options.replaces) if options.replaces else None
    extras = Extras(options.with_publishing_copy, replaced)
    package = package_of(accepted(data), chosen_texts(options), extras)
    if options.dry_run:
        if options.output is not None:
            missing_files(options.output.absolute(), package.files)
        return _Outcome(package, None, "approved")
    return _Outcome(package, write_package(options.output, package), "approved")


def _from_plan(options: argparse.Namespace) -> _Outcome:
    from lpd_desktop.release.file_submission import freeze, hand_over_file
    from lpd_desktop.release.package_folder import missing_files, write_package

    frozen = freeze(options.document, _wanted(options))
    if options.dry_run:
        if options.output is not None:
            missing_files(options.output.absolute(), frozen.package.files)
        return _Outcome(frozen.package, None, frozen.approved.work.state)
    if options.package_only:
        _refuse_draft(frozen)
        written = write_package(options.output, frozen.package)
        return _Outcome(frozen.package, written, frozen.approved.work.state)
    written = hand_over_file(options.document, frozen, options.output)
    return _Outcome(frozen.package, written, "submitted", frozen.was_submitted)


def _refuse_draft(frozen: Frozen) -> None:
    """Nothing is written to the file, so it cannot be approved along with it either.

    Raises:
        UsageError: the plan is a draft.
    """
    if frozen.is_approved_now:
        message = (
            "--package-only gilt für einen freigegebenen Plan; bitte geben Sie den Entwurf zuerst "
            "mit „lpd sign-off“ frei."
        )
        raise UsageError(message)


def _wanted(options: argparse.Namespace) -> Wanted:
    from lpd_desktop.release.file_submission import Wanted

    approval = _approval(options)
    four_eyes = options.four_eyes
    if approval is not None:
        in_office = four_eyes_setting(data_folder(options.data))
        approval = replace(approval, rule="office" if in_office else "call")
        four_eyes = four_eyes or in_office
    return Wanted(
        texts=chosen_texts(options),
        time=utc_now(),
        pdf=read_bounded(options.pdf) if options.pdf else None,
        approval=approval,
        actor=chosen_actor(options),
        four_eyes=four_eyes,
        publishing=options.with_publishing_copy,
        replaced=read_plan(options.replaces) if options.replaces else None,
    )


def _approval(options: argparse.Namespace) -> Approval | None:
    """The approval that goes with the hand-over of a draft.

    Raises:
        UsageError: a place or date without name and function.
    """
    if options.place is None and options.date is None:
        return None
    if not (options.place and options.name and options.role):
        message = "Zur Freigabe gehören --name, --role und --place; bitte ergänzen Sie sie."
        raise UsageError(message)
    return Approval(
        signatories=(Signatory(name=options.name, role=options.role),),
        place=options.place,
        date=iso_date(options.date) if options.date else today(),
        time=utc_now(),
        account=account_name(),
    )


def _tell(outcome: _Outcome, console: Console) -> None:
    """The names as data, the rest as sentences."""
    from lpd_desktop.release.package import FILE_KINDS

    package, written = outcome.package, outcome.written
    for each in package.files:
        console.data(f"{each.name}  {grouped(len(each.data))} Byte  {FILE_KINDS[each.kind]}")
    to = ", ".join(package.letter.addresses) or "noch ohne Adresse, bitte im Entwurf ergänzen"
    console.say(f"Empfänger: {package.letter.recipient} ({to}).")
    console.say(f"Betreff: {package.letter.subject}")
    if written is None:
        console.say("Probelauf: Es ist nichts geschrieben.")
        return
    if written.interrupted:
        console.say(written.interrupted)
    where = "liegt unverändert schon" if written.was_there else "liegt"
    files = counted(len(package.files), "Datei", "Dateien")
    console.say(f"Das Paket ({files}) {where} in „{written.folder}“.")
    console.say(_told_record(outcome))
    console.say(NOTHING_SENT)


def _told_record(outcome: _Outcome) -> str:
    """What the plan's file says of the submission."""
    if outcome.was_submitted:
        return _KNOWN
    return _NOTED if outcome.state == "submitted" else _NOT_NOTED
