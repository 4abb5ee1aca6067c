"""The look of a document, and that of the office, which new plans begin with.

The office's look lies as `look.json` in the data folder; where none is there, the one that
administrators put into the `resources` of the program counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.plan.accent import Accent
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.logo import Logo
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_folder, read_bounded, write_atomically
from lpd_desktop.runtime.resources import resource
from lpd_desktop.runtime.typed_data import decoded

LOOK_FILE = "look.json"
_MOST_BYTES = 1024 * 1024


class Look(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Logo and accent colour; the standard has neither."""

    logo: Logo | None = None
    accent: Accent = ""


STANDARD_LOOK = Look()


def look_of(file: LpdFile) -> Look:
    """The look of a plan."""
    options = file.plan.options
    return Look(options.logo, options.accent)


@dataclass(frozen=True)
class LookTaken:
    """The step that gives a plan a look; for `OpenDraft.change`."""

    look: Look

    def __call__(self, file: LpdFile) -> LpdFile:
        """The plan with this look."""
        options = changed(file.plan.options, logo=self.look.logo, accent=self.look.accent)
        return replace(file, plan=changed(file.plan, options=options))


def office_look(data_folder: Path) -> Look:
    """The look that new plans begin with; the standard where the file is missing or damaged."""
    for path in (data_folder / LOOK_FILE, resource(LOOK_FILE)):
        if path.exists():
            try:
                return decoded(read_bounded(path, _MOST_BYTES), Look)
            except (LpdError, msgspec.MsgspecError, UnicodeError):
                return STANDARD_LOOK
    return STANDARD_LOOK


def change_office_look(data_folder: Path, change: Callable[[Look], Look]) -> Look:
    """Changes the look for new plans, and gives it.

    Raises:
        LpdError: what the change refuses, or the data folder cannot be written.
    """
    make_folder(data_folder)
    with alone_with(data_folder / LOOK_FILE):
        look = change(office_look(data_folder))
        keep_office_look(data_folder, look)
    return look


def keep_office_look(data_folder: Path, look: Look) -> Path:
    """Keeps a look for new plans, and says where.

    Raises:
        UnwritableFileError: the data folder cannot be written.
    """
    make_folder(data_folder)
    path = data_folder / LOOK_FILE
    write_atomically(path, msgspec.json.encode(look) + b"\n")
    return path
