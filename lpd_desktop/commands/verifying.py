"""`lpd verify`: whether files are as they were written, and what became of them if not."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from lpd_desktop.commands.arguments import CONTENT, DONE, Console, Verbs, add_json, add_verb
from lpd_desktop.release.verdicts import Verdicts, lines_of
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded


class VerifiedFile(msgspec.Struct, frozen=True):
    """One of several files.

    Attributes:
        file: Its path as it was given.
        verdicts: Null where the file could not be read.
        error: Why not, as one German sentence; empty where it could.
    """

    file: str
    verdicts: Verdicts | None
    error: str


VerifyOutput = Verdicts | tuple[VerifiedFile, ...]
"""The verdicts on one file; for several files a list, in the order of the call."""


def register(verbs: Verbs) -> None:
    """Adds the verb."""
    verify = add_verb(verbs, "verify", "prüft, ob Datei und Daten unverändert sind", _verify)
    verify.add_argument("files", type=Path, nargs="+", metavar="DATEI", help="PDF oder .lpd")
    verify.add_argument(
        "--quick",
        action="store_true",
        help="nur Prüfsumme, Siegel und Zustand; die Seiten werden nicht verglichen",
    )
    add_json(verify)


def _verify(options: argparse.Namespace, console: Console) -> int:
    if len(options.files) > 1:
        return _verify_several(options, console)
    verdicts = _verdicts(options.files[0], quick=options.quick)
    if options.json:
        console.json(verdicts)
    else:
        for line in lines_of(verdicts):
            console.data(line)
    return DONE if verdicts.is_sound else CONTENT


def _verdicts(path: Path, *, quick: bool) -> Verdicts:
    from lpd_desktop.release.verification import verify

    return verify(read_bounded(path), thorough=not quick)


def _verify_several(options: argparse.Namespace, console: Console) -> int:
    """A line for each file; one that cannot be read keeps nobody from hearing of the others."""
    status, found = DONE, []
    for path in options.files:
        verified, own_status = _verified(path, quick=options.quick)
        status = max(status, own_status)
        found.append(verified)
        if not options.json:
            said = verified.verdicts.summary if verified.verdicts else verified.error
            console.data(f"{path}: {said}")
    if options.json:
        console.json(found)
    return status


def _verified(path: Path, *, quick: bool) -> tuple[VerifiedFile, int]:
    try:
        verdicts = _verdicts(path, quick=quick)
    except LpdError as error:
        return VerifiedFile(str(path), None, str(error)), error.exit_status
    return VerifiedFile(str(path), verdicts, ""), DONE if verdicts.is_sound else CONTENT
