"""The command line `lpd`: parser, exit status, German sentences."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from lpd_desktop import __version__
from lpd_desktop.commands.arguments import Console, GermanParser, standard_console
from lpd_desktop.runtime.collecting import fewer_collections
from lpd_desktop.runtime.errors import LpdError

_GROUPS: dict[str, tuple[str, ...]] = {
    "plans": ("new", "show"),
    "importing": ("import",),
    "budget": ("budget",),
    "budget_versions": ("budget-versions", "budget-changes"),
    "checking": ("check",),
    "counting": ("count",),
    "comparing": ("diff",),
    "look": ("look",),
    "settings": ("settings",),
    "status": ("status",),
    "wording": ("find", "replace", "typo"),
    "acknowledging": ("acknowledge",),
    "remarks": ("remarks",),
    "exporting": ("export", "extract"),
    "approving": ("sign-off",),
    "verifying": ("verify",),
    "states": ("state",),
    "history": ("log",),
    "submitting": ("submit",),
    "submissions": ("submissions",),
    "drafts": ("drafts",),
    "forms": ("form", "jobcenters", "amount"),
    "spelling": ("spell", "dict"),
    "helping": ("help",),
    "doctor": ("doctor",),
    "demo": ("demo",),
}
"""Module by module the verbs it adds, so that a call loads only what it needs."""

_HELP = frozenset({"-h", "--help"})
_COULD_NOT = 2


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the verbs that occur in a call, or of all verbs where none does."""
    root = GermanParser(prog="lpd", description="Lokale Planungsdokumente schreiben und prüfen")
    version = f"LPD Desktop {__version__}"
    root.add_argument("--version", action="version", version=version, help="nennt die Version")
    root.add_argument("--data", type=Path, metavar="ORDNER", help="Ordner für Entwürfe")
    verbs = root.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")
    for group in _wanted_groups(arguments):
        import_module(f"lpd_desktop.commands.{group}").register(verbs)
    return root


def _wanted_groups(arguments: Sequence[str]) -> list[str]:
    words = frozenset(arguments)
    named = [group for group, verbs in _GROUPS.items() if not words.isdisjoint(verbs)]
    return list(_GROUPS) if not named or words & _HELP else named


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 done, 1 the content has errors, 2 could not be done."""
    console = standard_console()
    try:
        return _run(arguments, console)
    except LpdError as error:
        console.say(str(error))
        return error.exit_status
    except KeyboardInterrupt:
        console.say("Abgebrochen.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except MemoryError:
        console.say("Der Arbeitsspeicher reicht für diese Datei nicht aus.")
    except Exception:
        import logging

        logging.getLogger(__name__).debug("unexpected", exc_info=True)
        if os.environ.get("LPD_DEBUG"):
            raise
        console.say(
            "Das ging wegen eines Fehlers im Programm nicht; Ihre Dateien sind unverändert. "
            "Mit LPD_DEBUG=1 erscheint der Bericht für die Fehlersuche."
        )
    return _COULD_NOT


@fewer_collections()
def _run(arguments: list[str] | None, console: Console) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(given).parse_args(given)
    status: int = options.run(options, console)
    return status
