"""Where the program's own data lies: beside the package, inside the wheel, or frozen."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def program_folder() -> Path:
    """The folder that holds `resources/` and `forms/` in source tree, wheel or frozen program."""
    package = Path(__file__).resolve().parent.parent
    candidates = [package, package.parent]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        candidates.insert(0, Path(frozen))
    for candidate in candidates:
        if (candidate / "resources").is_dir() and (candidate / "forms").is_dir():
            return candidate
    message = f"The data folders resources/ and forms/ are missing beside {package}."
    raise FileNotFoundError(message)


def resource(name: str) -> Path:
    """The path of one resource, such as `fonts/IBMPlexSans-Regular.ttf`."""
    return program_folder() / "resources" / name


def forms_folder() -> Path:
    """The folder of the forms that the program brings along."""
    return program_folder() / "forms"


def rules_page() -> Path:
    """The page for people that explains every rule."""
    return program_folder() / "docs" / "regeln.md"
