"""`lpd sign-off`: approval with seal."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_output,
    add_verb,
    iso_date,
    refuse_other_than_pdf,
    refuse_same_file,
    today,
)
from lpd_desktop.commands.targets import add_replace, refuse_taken
from lpd_desktop.editing.four_eyes_setting import four_eyes_setting
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.four_eyes import NOTHING_COMPARED, can_compare
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    sign = add_verb(verbs, "sign-off", "gibt einen Plan frei und schreibt sein PDF", _sign_off)
    sign.add_argument("plan", type=Path, metavar="DATEI.lpd")
    sign.add_argument(
        "--name",
        required=True,
        action="append",
        metavar="NAME",
        help="wer freigibt; bei mehreren Personen mehrmals, je mit --role",
    )
    sign.add_argument(
        "--role", required=True, action="append", metavar="FUNKTION", help="in welcher Funktion"
    )
    sign.add_argument("--place", required=True, metavar="ORT")
    sign.add_argument("--date", metavar="DATUM", help="heute, wenn nichts angegeben ist")
    sign.add_argument(
        "--four-eyes",
        action="store_true",
        help="wer zuerst genannt ist, darf den Text nicht zuletzt bearbeitet haben; gilt auch, "
        "wenn die Einstellung four_eyes es verlangt",
    )
    add_output(sign, "ZIEL.pdf")
    add_replace(sign)


def _sign_off(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.release.sign_off import sign_off, write_signed_off

    refuse_same_file(options.output, options.plan)
    refuse_other_than_pdf(options.output)
    approval = Approval(
        signatories=_signatories(options.name, options.role),
        place=options.place,
        date=iso_date(options.date) if options.date else today(),
        time=utc_now(),
        account=account_name(),
    )
    in_office = four_eyes_setting(data_folder(options.data))
    approval = replace(approval, rule="office" if in_office else "call")
    four_eyes = options.four_eyes or in_office
    with changing(options.plan) as plan, alone_with(options.output):
        result = sign_off(plan.file, approval, four_eyes=four_eyes)
        replace_it, pdf = options.replace, result.pdf
        refuse_taken(options.output, pdf, "final", result.file, replace=replace_it)
        write_signed_off(result, options.output, plan.save)
    if four_eyes and not can_compare(plan.file.work):
        console.say(NOTHING_COMPARED)
    release = result.file.release
    if release is not None:
        console.say(
            f"Freigegeben als Fassung {release.version}, Siegel {release.seal[:16]}…; "
            f"das PDF liegt unter „{options.output}“."
        )
    return DONE


def _signatories(names: list[str], roles: list[str]) -> tuple[Signatory, ...]:
    """The names with their functions, in the order in which they were given."""
    if len(names) != len(roles):
        message = (
            f"Angegeben sind {counted(len(names), 'Name', 'Namen')} und "
            f"{counted(len(roles), 'Funktion', 'Funktionen')}; zu jedem --name gehört ein --role."
        )
        raise UsageError(message)
    return tuple(Signatory(name=name, role=role) for name, role in zip(names, roles, strict=True))
