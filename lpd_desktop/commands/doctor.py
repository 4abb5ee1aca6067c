"""`lpd doctor`: what support needs to know of this installation, without personal data."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import sqlite3
import sys
from pathlib import Path

import msgspec

from lpd_desktop import __version__
from lpd_desktop.check.spelling.dictionary_files import check_dictionary, find_dictionary
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_json,
    add_verb,
)
from lpd_desktop.commands.doctor_of_data import Check, data_checks
from lpd_desktop.commands.doctor_of_logs import check_logs
from lpd_desktop.form.library import all_forms, faulty_forms
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.resources import forms_folder, resource

_LIBRARIES = (
    "PySide6-Essentials",
    "chunspell",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "openpyxl",
    "msoffcrypto-tool",
    "python-docx",
    "sqlite-utils",
    "msgspec",
)


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report."""

    version: str
    python: str
    system: str
    sqlite: str
    libraries: dict[str, str]
    checks: tuple[Check, ...]


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    doctor = add_verb(verbs, "doctor", "prüft diese Installation", _doctor)
    add_json(doctor)


def report(folder: Path) -> Report:
    """Looks at versions, resources, and the data folder."""
    return Report(
        version=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        sqlite=sqlite3.sqlite_version,
        libraries={name: _version(name) for name in _LIBRARIES},
        checks=(
            _check_resources(),
            _check_forms(folder / "forms"),
            *data_checks(folder),
            check_logs(folder),
            _check_dictionary(folder),
        ),
    )


def _doctor(options: argparse.Namespace, console: Console) -> int:
    found = report(data_folder(options.data))
    if options.json:
        console.json(found)
    else:
        console.data(f"LPD Desktop {found.version}, Python {found.python}, {found.system}")
        console.data(f"SQLite {found.sqlite}")
        for name, version in found.libraries.items():
            console.data(f"{name} {version}")
        for check in found.checks:
            console.data(
                f"{'in Ordnung' if check.fine else 'FEHLER'}: {check.name}: {check.detail}"
            )
    return DONE if all(check.fine for check in found.checks) else CONTENT


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "im Programm enthalten" if getattr(sys, "frozen", False) else "fehlt"


def _check_resources() -> Check:
    names = ("fonts/IBMPlexSans-Regular.ttf", "color/srgb.icc", "jobcenters.csv")
    missing = [name for name in names if not resource(name).is_file()]
    detail = f"es fehlt {', '.join(missing)}" if missing else f"{len(names)} geprüft"
    return Check("Schriften und Daten", not missing, detail)


def _check_forms(added: Path) -> Check:
    try:
        forms = all_forms(added)
    except LpdError as error:
        return Check("Formen", fine=False, detail=str(error))
    faults = faulty_forms(added)
    if faults:
        return Check("Formen", fine=False, detail=faults[0])
    listed = ", ".join(form.id for form in forms)
    return Check("Formen", bool(forms), listed or f"keine in {forms_folder().name}")


def _check_dictionary(folder: Path) -> Check:
    """Without one everything but spelling works."""
    files = find_dictionary(folder)
    if files is None:
        return Check(
            "Wörterbuch", fine=True, detail="keines gefunden; Schreibung wird nicht geprüft"
        )
    try:
        check_dictionary(files)
    except LpdError:
        return Check("Wörterbuch", fine=False, detail=f"{files.name} {files.origin} ist beschädigt")
    return Check("Wörterbuch", fine=True, detail=f"{files.name} {files.origin}")
