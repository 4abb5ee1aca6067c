"""The options of `lpd budget`: where the budget stands, what rows mean, which cells are taken."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lpd_desktop.commands.arguments import UsageError, add_json
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.plan.amounts import parse_amount
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.typed_data import decoded

if TYPE_CHECKING:
    from lpd_desktop.excel.preview import BudgetPreview
    from lpd_desktop.excel.profiles import ProfileFolder

_COLUMNS = ("plan", "previous", "label")
_ANSWERS = ("own", "skip", "")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds all options of the verb."""
    parser.add_argument("plan", type=Path, metavar="DATEI.lpd")
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="MAPPE.xlsx")
    parser.add_argument("--item", metavar="SCHLUESSEL", help="bei mehreren Budgets in der Form")
    parser.add_argument(
        "--password",
        metavar="KENNWORT",
        help="öffnet eine geschützte Mappe; auch aus der Umgebungsvariablen LPD_PASSWORD",
    )
    _add_places(parser)
    _add_decisions(parser)
    _add_profiles(parser)
    parser.add_argument("--dry-run", action="store_true", help="zeigt nur, was geschähe")
    parser.add_argument(
        "--explain", action="store_true", help="nennt zu jeder Zeile, wie gut sie passt"
    )
    add_json(parser)


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", metavar="BLATT", help="Name des Tabellenblatts")
    parser.add_argument("--header-row", type=int, metavar="ZEILE", help="letzte Zeile des Kopfes")
    parser.add_argument(
        "--columns", metavar="plan=C,previous=D,label=A", help="Spalten der Jahre und Bezeichnungen"
    )
    parser.add_argument(
        "--unit", choices=("eur", "teur", "mio"), help="Einheit, wenn die Mappe sie offen lässt"
    )


def _add_decisions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--map",
        dest="mapping",
        type=Path,
        metavar="DATEI.json",
        help="was Zeilen bedeuten: {Bezeichnung oder Zelle: Schlüssel, own oder skip}",
    )
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="ZELLE[=BETRAG]",
        help="übernimmt eine erfragte Zelle, oder einen anderen Betrag für sie; mehrmals möglich",
    )
    parser.add_argument(
        "--accept-asked",
        action="store_true",
        help="übernimmt alle erfragten Zellen, wie die Vorschau sie zeigt",
    )


def _add_profiles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile", metavar="NAME", help="ein Profil nach Namen oder Datei statt des passenden"
    )
    parser.add_argument(
        "--no-profile", action="store_true", help="wendet kein gespeichertes Profil an"
    )
    parser.add_argument(
        "--save-profile",
        metavar="NAME",
        help="merkt sich die Entscheidungen für diesen Aufbau; mit .json am Ende in einer Datei",
    )
    parser.add_argument(
        "--replace", action="store_true", help="ersetzt mit --save-profile auch eine andere Datei"
    )


def profile_folder(options: argparse.Namespace) -> ProfileFolder:
    """The profiles in the data folder."""
    from lpd_desktop.excel.profiles import ProfileFolder

    return ProfileFolder(data_folder(options.data))


def named_columns(text: str | None) -> dict[str, str]:
    """`plan=C,previous=D` as letters by the name of the column.

    Raises:
        UsageError: anything else.
    """
    found: dict[str, str] = {}
    for part in (text or "").split(",") if text else []:
        name, _, letters = (each.strip() for each in part.partition("="))
        if name not in _COLUMNS or not re.fullmatch(r"[A-Za-z]{1,3}|\d{1,4}", letters):
            message = f"„{part}“ nennt keine Spalte; bitte schreiben Sie etwa plan=C,previous=D."
            raise UsageError(message)
        found[name] = letters
    return found


def row_mapping(path: Path | None, item: BudgetItem) -> dict[str, str]:
    """The content of `--map`.

    Raises:
        UsageError: the file is none, or names a row that the budget does not have.
    """
    if path is None:
        return {}
    try:
        mapping = decoded(read_bounded(path), dict[str, str])
    except (msgspec.DecodeError, RecursionError) as error:
        message = f'„{path}“ ist keine Zuordnung; erwartet wird {{"Bezeichnung": "Schlüssel"}}.'
        raise UsageError(message) from error
    keys = [row.key for row in item.rows]
    unknown = [value for value in mapping.values() if value not in (*keys, *_ANSWERS)]
    if unknown:
        known = ", ".join((*keys, *_ANSWERS[:2]))
        message = f"„{path}“ nennt „{unknown[0]}“; möglich sind {known}."
        raise UsageError(message)
    return mapping


def with_accepted(preview: BudgetPreview, options: argparse.Namespace) -> BudgetPreview:
    """The preview after the cells that the call decides.

    Raises:
        UsageError: a cell is named that the budget does not use.
        AmountError: what is named for a cell is no amount.
    """
    from lpd_desktop.excel.preview import all_accepted

    for text in options.accept:
        preview = _with_cell(preview, text)
    return all_accepted(preview) if options.accept_asked else preview


def _with_cell(preview: BudgetPreview, text: str) -> BudgetPreview:
    from lpd_desktop.excel.preview import accepted, with_reading

    address, _, amount = (part.strip() for part in text.partition("="))
    cell = preview.cell_at(address)
    if cell is None:
        message = f"Zelle „{address}“ gehört nicht zum Budget; --explain nennt die Zeilen."
        raise UsageError(message)
    if amount:
        return with_reading(preview, cell.row, cell.column, parse_amount(amount))
    if cell.status == "refused":
        message = f"Zelle „{address}“ enthält keinen Betrag; nennen Sie ihn mit {address}=BETRAG."
        raise UsageError(message)
    return accepted(preview, cell.row, cell.column)
