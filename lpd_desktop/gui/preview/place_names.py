"""What a printed place is called, and the way to its question."""

from __future__ import annotations

from lpd_desktop.gui.pages.page import Requests
from lpd_desktop.gui.steps.steps import APPROVAL
from lpd_desktop.pdf.signature_sheet import APPROVAL as PRINTED_APPROVAL
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of


def place_name(file: LpdFile, address: str) -> str:
    """Such as `B.2 Gleichberechtigung, Frage 1`."""
    if address == PRINTED_APPROVAL:
        return "Freigabe"
    return place_of(file.form, file.plan, Address.parse(address))


def lead_to(requests: Requests, address: str) -> None:
    """Shows the question that a printed place answers, with the cursor at the place."""
    if address == PRINTED_APPROVAL:
        requests.step_wanted.emit(APPROVAL)
    else:
        requests.place_wanted.emit(address, "")
