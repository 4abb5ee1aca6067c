"""Writing where something may lie: replaced is what can be made again, else with --replace."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.commands.arguments import UsageError
from lpd_desktop.editing import file_targets
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.files import read_bounded, write_atomically

if TYPE_CHECKING:
    from lpd_desktop.editing.file_targets import Output
    from lpd_desktop.plan.remark_file import RemarkFile

_WAY_OUT = "bitte nennen Sie ein anderes Ziel, oder ersetzen Sie mit --replace, was dort liegt"


def add_replace(parser: argparse.ArgumentParser) -> None:
    """Adds the switch that replaces whatever lies at the target."""
    parser.add_argument(
        "--replace", action="store_true", help="ersetzt auch eine andere Datei unter diesem Namen"
    )


def write_output(
    target: Path,
    data: bytes,
    kind: Output | None = None,
    plan: LpdFile | None = None,
    *,
    replace: bool = False,
) -> None:
    """Writes an output, unless something would be lost; see `editing.file_targets`.

    Raises:
        LpdError: something else lies there, or the file cannot be written.
    """
    file_targets.write_output(target, data, kind, plan, replace=replace, way_out=_WAY_OUT)


def refuse_taken(
    target: Path,
    data: bytes = b"",
    kind: Output | None = None,
    plan: LpdFile | None = None,
    *,
    replace: bool = False,
) -> None:
    """Refuses a target at which something lies that would be lost.

    Raises:
        LpdError: so it is, or what lies there cannot be read.
    """
    file_targets.refuse_taken(target, data, kind, plan, replace=replace, way_out=_WAY_OUT)


def write_remark_file(target: Path, new: RemarkFile, *, replace: bool = False) -> None:
    """Writes a .lpd-remarks file, unless the one that is there holds what the new one lacks.

    Raises:
        UsageError: another file, remarks on another plan, or some that the new file lacks.
        LpdError: what lies there cannot be read, or the file cannot be written.
    """
    from lpd_desktop.plan.remark_file import write_remarks

    with alone_with(target):
        if target.is_file() and not replace:
            _refuse_losing_remarks(target, new)
        write_atomically(target, write_remarks(new))


def _refuse_losing_remarks(target: Path, new: RemarkFile) -> None:
    from lpd_desktop.plan.remark_loss import remark_loss

    loss = remark_loss(read_bounded(target), new)
    if loss:
        message = (
            f"Unter „{target}“ {loss}; bitte nennen Sie ein anderes Ziel, nehmen Sie sie zuerst "
            "mit „lpd remarks take“ auf, oder ersetzen Sie sie mit --replace."
        )
        raise UsageError(message)
