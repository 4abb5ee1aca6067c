"""Name and function that are proposed wherever somebody types who acts. No Qt."""

from __future__ import annotations

from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.runtime.errors import LpdError


def own_name(context: PageContext) -> Signatory:
    """Those of the settings, else those that were typed last; both may be empty."""
    try:
        settings = office_settings(context.data_folder)
    except LpdError:
        return Signatory(name="", role="")
    name, role = context.memory.person()
    return Signatory(name=settings.own_name or name, role=settings.own_role or role)


def remember_own_name(context: PageContext, person: Signatory) -> None:
    """Proposes these the next time, unless the settings name others."""
    context.memory.remember_person(person.name, person.role)
