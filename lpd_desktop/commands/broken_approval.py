"""What commands say of a plan that was approved and is not what it says any more."""

from __future__ import annotations

from lpd_desktop.commands.arguments import CONTENT, DONE, Console
from lpd_desktop.plan.file import LpdFile


def tell_fault(file: LpdFile, console: Console) -> int:
    """Says why an approved plan does not count as such; the exit status for it."""
    from lpd_desktop.release.consistency import standing_fault, way_out

    fault = standing_fault(file)
    if not fault:
        return DONE
    console.say(f"Achtung: Diese Freigabe gilt nicht. {fault} {way_out(file)}")
    return CONTENT
