"""Writing a plan that a command has changed."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.plan.editors import with_editor
from lpd_desktop.plan.file import LpdFile, save_lpd
from lpd_desktop.plan.work import Editor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.clock import utc_now


def save_edited(path: Path, before: LpdFile | None, after: LpdFile) -> None:
    """Writes a changed plan all or nothing, with this account as its last editor.

    Args:
        path: The target.
        before: The plan before the change, None for a new one.
        after: The plan after it.

    Raises:
        UnwritableFileError, HalfCharacterError: the old file, if any, is untouched.
    """
    save_lpd(path, with_editor(before, after, present_editor()))


def present_editor() -> Editor:
    """Who runs this command, as far as the program can see it."""
    return Editor(account=account_name(), time=utc_now())
