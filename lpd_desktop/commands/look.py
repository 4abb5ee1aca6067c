"""`lpd look`: logo and colour of a plan, or of the office for new plans."""

from __future__ import annotations

import argparse
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_verb,
    is_same_file,
    read_plan,
    require_draft,
)
from lpd_desktop.commands.targets import add_replace
from lpd_desktop.commands.writing import save_as, save_edited
from lpd_desktop.editing.look import (
    LOOK_FILE,
    STANDARD_LOOK,
    Look,
    LookTaken,
    change_office_look,
    look_of,
    office_look,
)
from lpd_desktop.plan.accent import (
    STANDARD_ACCENT,
    accent_named,
    contrast_to_white,
    is_readable,
    printed_accent,
)
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.logo import Logo
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.files import read_bounded

_CHANGES = ("logo", "alt", "color", "no_logo", "standard_color", "from_office")


def register(verbs: Verbs) -> None:
    """Adds the verb."""
    parser = add_verb(verbs, "look", "zeigt und ändert Logo und Farbe", _look)
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("plan", nargs="?", type=Path, metavar="PLAN", help="eine .lpd-Datei")
    whose.add_argument(
        "--office", action="store_true", help="das Erscheinungsbild des Hauses für neue Pläne"
    )
    logo = parser.add_mutually_exclusive_group()
    logo.add_argument("--logo", type=Path, metavar="BILD", help="PNG oder JPEG für das Deckblatt")
    logo.add_argument("--no-logo", action="store_true", help="entfernt das Logo")
    parser.add_argument("--alt", metavar="TEXT", help="Alternativtext: was das Logo zeigt")
    color = parser.add_mutually_exclusive_group()
    color.add_argument("--color", metavar="FARBE", help="für Überschriften, etwa #7a1f2b")
    color.add_argument("--standard-color", action="store_true", help="die Farbe des Programms")
    parser.add_argument("--from-office", action="store_true", help="wie beim Haus hinterlegt")
    parser.add_argument("-o", "--output", type=Path, metavar="ZIEL.lpd", help="sonst PLAN selbst")
    add_replace(parser)


def _look(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    changes = any(getattr(options, name) not in (None, False) for name in _CHANGES)
    if options.office:
        return _office(options, console, folder, changes=changes)
    if not changes:
        return _tell(look_of(read_plan(options.plan)), console)
    look = _in_plan(options, folder)
    console.say(f"„{options.output or options.plan}“ hat jetzt dieses Erscheinungsbild.")
    return _tell(look, console)


def _in_plan(options: argparse.Namespace, folder: Path) -> Look:
    """Gives the plan its look, in its own file or beside it."""
    with changing(options.plan) as plan:
        require_draft(plan.file)
        before = office_look(folder) if options.from_office else look_of(plan.file)
        look = _changed(before, options)
        after = LookTaken(look)(plan.file)
        if options.output is None or is_same_file(options.output, options.plan):
            save_edited(plan, after)
        else:
            save_as(options.output, plan.file, after, replace=options.replace)
    return look


def _office(options: argparse.Namespace, console: Console, folder: Path, *, changes: bool) -> int:
    look = office_look(folder)
    if options.output is not None or options.from_office:
        message = "„-o“ und „--from-office“ gehen nur mit einem Plan."
        raise UsageError(message)
    if changes:
        look = change_office_look(folder, lambda before: _changed(before, options))
        path = folder / LOOK_FILE
        console.say(f"Neue Pläne beginnen mit diesem Erscheinungsbild („{path}“).")
    return _tell(look, console)


def _changed(look: Look, options: argparse.Namespace) -> Look:
    if options.logo is not None:
        look = changed(look, logo=_logo(options.logo, options.alt or ""))
    elif options.no_logo:
        look = changed(look, logo=None)
    elif options.alt is not None:
        look = changed(look, logo=_with_words(look.logo, options.alt))
    if options.color is not None:
        look = changed(look, accent=_accent(options.color))
    elif options.standard_color:
        look = changed(look, accent=STANDARD_LOOK.accent)
    return look


def _logo(path: Path, alt: str) -> Logo:
    from lpd_desktop.pdf.logo_reading import MOST_BYTES_READ, logo_of

    return logo_of(read_bounded(path, MOST_BYTES_READ), alt)


def _with_words(logo: Logo | None, alt: str) -> Logo:
    if logo is None:
        message = "Es ist kein Logo da, zu dem der Alternativtext gehört; nennen Sie auch --logo."
        raise UsageError(message)
    return changed(logo, alt=" ".join(alt.split()))


def _accent(text: str) -> str:
    accent = accent_named(text)
    if accent is None:
        message = f"„{text}“ ist keine Farbe; bitte schreiben Sie sie wie #7a1f2b."
        raise UsageError(message)
    return accent


def _tell(look: Look, console: Console) -> int:
    console.data(f"Logo: {_logo_words(look.logo)}")
    contrast = f"{contrast_to_white(look.accent):.1f}".replace(".", ",")
    name = look.accent or f"{STANDARD_ACCENT} (Standard)"
    console.data(f"Farbe: {name}, Kontrast zu Weiß {contrast} : 1")
    if not is_readable(look.accent):
        shade = printed_accent(look.accent)
        console.say(f"Die Farbe ist für Überschriften zu blass; im Dokument steht {shade}.")
    if look.logo is not None and not look.logo.alt.strip():
        console.say("Das Logo hat noch keinen Alternativtext; bitte geben Sie ihn mit --alt an.")
        return CONTENT
    return DONE


def _logo_words(logo: Logo | None) -> str:
    if logo is None:
        return "keines"
    width, height = logo.size
    return f"„{logo.alt}“, {width} × {height} Bildpunkte"
