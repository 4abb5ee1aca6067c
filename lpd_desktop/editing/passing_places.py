"""Folders from which files vanish by themselves: what is written there is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePath, PureWindowsPath

_FOLDERS = frozenset({"inetcache", "content.outlook", "temporary internet files", ".cache"})
"""Where mail programs and browsers put what is opened from them and not saved."""

_PAIRS = frozenset({("local", "temp"), ("windows", "temp")})


def is_passing_place(path: PurePath) -> bool:
    """Whether a file was opened out of a mail program, a browser or an archive.

    On Linux these use the folder for temporary files too, as everything does; there nothing is
    known.
    """
    folders = [part.casefold() for part in PureWindowsPath(path).parent.parts]
    return bool(_FOLDERS & set(folders)) or any(pair in _PAIRS for pair in pairwise(folders))
