"""What was typed into the assistant; kept while the plan is open. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.gui.dates import iso_of, today
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.german import german_date

_NO_NAME, _NO_ROLE, _NO_PLACE = "Name fehlt noch", "Funktion fehlt noch", "Ort fehlt noch"


@dataclass(frozen=True)
class Entries:
    """Letters as they stand in the fields; the date in German, such as `08.11.2022`."""

    name: str = ""
    role: str = ""
    place: str = ""
    date: str = ""
    cosigners: tuple[Signatory, ...] = ()

    @classmethod
    def of_today(cls, person: Signatory) -> Entries:
        """What the fields propose at first."""
        return cls(person.name, person.role, date=german_date(today()))

    @property
    def approval(self) -> Approval:
        """What was typed, to be checked by whoever approves."""
        first = Signatory(name=self.name.strip(), role=self.role.strip())
        return Approval(
            signatories=(first, *self.cosigners),
            place=self.place.strip(),
            date=iso_of(self.date) or "",
            time=utc_now(),
            account=account_name(),
        )

    @property
    def shown(self) -> Approval:
        """The same for looking at the pages: what is missing says so, and no time changes it."""
        first = Signatory(name=self.name.strip() or _NO_NAME, role=self.role.strip() or _NO_ROLE)
        others = tuple(
            Signatory(name=each.name or _NO_NAME, role=each.role or _NO_ROLE)
            for each in self.cosigners
        )
        date = iso_of(self.date) or today()
        return Approval((first, *others), self.place.strip() or _NO_PLACE, date)
