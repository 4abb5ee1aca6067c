"""Name and function that are proposed wherever somebody types who acts. No Qt."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.runtime.errors import LpdError


def own_name(context: PageContext) -> Signatory:
    """Those of the settings, else those that were typed last; both may be empty."""
    own = settings_name(context.data_folder)
    name, role = context.memory.person()
    return Signatory(name=own.name or name, role=own.role or role)


def settings_name(data_folder: Path) -> Signatory:
    """Those of the settings; empty where none are set."""
    try:
        settings = office_settings(data_folder)
    except LpdError:
        return Signatory(name="", role="")
    return Signatory(name=settings.own_name, role=settings.own_role)


def remember_own_name(context: PageContext, person: Signatory) -> None:
    """Proposes these the next time, unless the settings name others."""
    context.memory.remember_person(person.name, person.role)
