"""Where store, settings and logs of this person lie."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder(chosen: Path | None = None) -> Path:
    """The data folder: `--data`, else the variable LPD_DATA, else the local user profile."""
    if chosen is not None:
        return chosen
    named = os.environ.get("LPD_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("LPD Desktop", appauthor=False, roaming=False)
