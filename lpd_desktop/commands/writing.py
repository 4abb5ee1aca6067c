"""Writing a plan that a command has changed."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.commands.targets import write_output
from lpd_desktop.plan.changing import PlanInFile
from lpd_desktop.plan.editors import with_editor
from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.work import Editor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.clock import utc_now


def save_edited(plan: PlanInFile, after: LpdFile) -> None:
    """Replaces a plan in its file by the changed one, with this account as its last editor.

    Raises:
        LpdError: see `PlanInFile.save`; the old file is untouched.
    """
    plan.save(with_editor(plan.file, after, present_editor()))


def save_as(target: Path, before: LpdFile | None, after: LpdFile, *, replace: bool = False) -> None:
    """Writes a plan into a file of its own, with this account as its last editor if it changed.

    Args:
        target: The file; what lies there already is replaced only where that is wanted.
        before: The plan before the change, None for a new one.
        after: The plan after it.
        replace: Whether another file gives way.

    Raises:
        LpdError: another file lies there, or it cannot be written.
    """
    edited = with_editor(before, after, present_editor())
    write_output(target, write_lpd(edited), replace=replace)


def present_editor() -> Editor:
    """Who runs this command, as far as the program can see it."""
    return Editor(account=account_name(), time=utc_now())
