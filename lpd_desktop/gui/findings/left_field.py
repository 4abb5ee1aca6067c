"""What the check says about a field is told in one sentence when somebody has left it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lpd_desktop.check.finding import LEVELS, Finding, Level
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.runtime.german import counted

_NAMES: dict[Level, tuple[str, str]] = {
    "error": ("Fehler", "Fehler"),
    "warning": ("Warnung", "Warnungen"),
    "hint": ("Hinweis", "Hinweise"),
}


class LeftField:
    """Waits until the newest state is checked; says nothing twice."""

    def __init__(self, window: QWidget, session: PlanSession) -> None:
        self._window, self._session = window, session
        self._left = ""
        self._told: dict[str, tuple[Finding, ...]] = {}

    def leave(self, page: Page, field: QWidget, now: QWidget) -> None:
        """The focus goes from a field to somewhere else."""
        address = page.address_at(field) if page.isAncestorOf(field) else ""
        if address and _scope(address) != _scope(page.address_at(now)):
            self._left = _scope(address)
            self.tell()

    def tell(self) -> None:
        """Says what there is to say, as soon as it is known."""
        if not self._left or not self._session.is_checked:
            return
        scope, self._left = self._left, ""
        findings = tuple(each for each in self._session.findings if _scope(each.where) == scope)
        if findings and findings != self._told.get(scope):
            announce(self._window, f"Zum vorigen Feld: {_counts(findings)}")
        self._told[scope] = findings


def _scope(where: str) -> str:
    """The field that an address lies in; a table is one, with all of its cells."""
    field = where.partition("#")[0]
    item, table, _cell = field.partition("/table/")
    return item + table


def _counts(findings: tuple[Finding, ...]) -> str:
    numbers = {level: sum(each.level == level for each in findings) for level in LEVELS}
    return ", ".join(counted(number, *_NAMES[level]) for level, number in numbers.items() if number)
