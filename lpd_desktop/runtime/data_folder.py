"""Where store, settings and logs of this person lie."""

from __future__ import annotations

import os
from pathlib import Path

VIEWED = "viewed"
"""Under this name the data folder has copies for the PDF program while the window is open."""


def data_folder(chosen: Path | None = None) -> Path:
    """The data folder: `--data`, else the variable LPD_DATA, else the local user profile.

    Where its drafts were taken over by a folder on this machine, that folder.
    """
    from lpd_desktop.runtime.moved_folder import followed

    named = chosen or os.environ.get("LPD_DATA")
    return followed(Path(named)) if named else followed(usual_folder())


def usual_folder() -> Path:
    """The folder in the part of the user profile that stays on this machine."""
    from platformdirs import user_data_path

    return user_data_path("LPD Desktop", appauthor=False, roaming=False)
