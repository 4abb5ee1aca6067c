"""Remarks that nobody has settled yet."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import REMARKS_OPEN
from lpd_desktop.plan.known_places import DOCUMENT
from lpd_desktop.plan.remark import open_remarks
from lpd_desktop.runtime.german import counted


def remarks_open(context: Context) -> Iterator[Finding]:
    """One hint for all of them; accepted, it comes back when their number changes."""
    number = len(open_remarks(context.work.remarks))
    if number:
        remarks = counted(number, "Anmerkung", "Anmerkungen")
        yield context.finding(
            REMARKS_OPEN,
            DOCUMENT,
            f"{remarks} {'ist' if number == 1 else 'sind'} offen.",
            "Bitte beantworten Sie, was noch zu klären ist, und setzen Sie auf erledigt, was "
            "eingearbeitet ist.",
            quote=remarks,
        )
