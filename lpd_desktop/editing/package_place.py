"""Whether a package still lies where the register says."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from lpd_desktop.release.package import DIGESTS
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.store.submission_entries import Submission

Standing = Literal["none", "whole", "changed", "gone"]
"""None was written; every file is as it was; something is missing or other; the folder is gone."""


def package_standing(entry: Submission) -> Standing:
    """How the package of a submission lies in its folder now."""
    if not entry.folder:
        return "none"
    folder = Path(entry.folder)
    try:
        if not folder.is_dir():
            return "gone"
        is_whole = _digest(folder / entry.planned.file_name) == entry.planned.sha256
        return "whole" if is_whole and _fits(folder) else "changed"
    except OSError:
        return "gone"


def _fits(folder: Path) -> bool:
    """Whether every file is as the list of digests in the folder says."""
    try:
        lines = read_bounded(folder / DIGESTS).decode("utf-8").splitlines()
    except (LpdError, UnicodeDecodeError):
        return False
    parts = [line.partition("  ") for line in lines]
    return bool(parts) and all(_digest(folder / name) == told for told, _, name in parts)


def _digest(path: Path) -> str:
    """Empty where the file cannot be read."""
    try:
        return hashlib.sha256(read_bounded(path)).hexdigest()
    except LpdError:
        return ""
