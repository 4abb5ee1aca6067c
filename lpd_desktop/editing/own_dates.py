"""Steps on the own dates of a plan; for `OpenDraft.change_dates`, in every state of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.own_dates import DueDate, OwnDate, OwnDates
from lpd_desktop.plan.plan_dates import dates_of
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import german_date

DATES_AT_MOST = 100
_GONE = "Den Termin {name} gibt es in diesem Planungsdokument nicht mehr."


class OwnDateError(LpdError):
    """A date without a name, one that is there already, or one that is gone."""


@dataclass(frozen=True)
class AddDate:
    """One more own date.

    Raises:
        OwnDateError: it has no name, is there already, or there are too many.
    """

    own: OwnDate

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the date."""
        own = _checked(self.own)
        dates = file.work.dates
        _refuse_twin(own, dates)
        if len(dates) >= DATES_AT_MOST:
            message = f"Es sind schon {DATES_AT_MOST} Termine; bitte entfernen Sie alte."
            raise OwnDateError(message)
        return _with(file, (*dates, own))


@dataclass(frozen=True)
class ChangeDate:
    """An own date becomes another.

    Raises:
        OwnDateError: it is gone; the new one has no name, or is there already.
    """

    old: OwnDate
    new: OwnDate

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the other date in the same place."""
        place, new = _place(self.old, file), _checked(self.new)
        dates = file.work.dates
        _refuse_twin(new, (*dates[:place], *dates[place + 1 :]))
        return _with(file, (*dates[:place], new, *dates[place + 1 :]))


@dataclass(frozen=True)
class RemoveDate:
    """An own date goes.

    Raises:
        OwnDateError: it is gone already.
    """

    own: OwnDate

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file without the date."""
        place, dates = _place(self.own, file), file.work.dates
        return _with(file, (*dates[:place], *dates[place + 1 :]))


@dataclass(frozen=True)
class SettleDate:
    """A day is marked as done, or as open again; one of the form gets its mark beside the form.

    Raises:
        OwnDateError: the plan has no such day.
    """

    label: str
    date: str
    done: bool = True

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the mark."""
        dates = file.work.dates
        settled = OwnDate(label=self.label, date=self.date, done=self.done)
        if any(_key(each) == _key(settled) for each in dates):
            return _with(file, tuple(_marked(each, settled) for each in dates))
        if not any(_key(each) == _key(settled) for each in dates_of(file)):
            raise OwnDateError(_GONE.format(name=_name(settled)))
        return _with(file, (*dates, settled)) if self.done else file


def _with(file: LpdFile, dates: OwnDates) -> LpdFile:
    return replace(file, work=changed(file.work, dates=dates))


def _marked(own: OwnDate, settled: OwnDate) -> OwnDate:
    return changed(own, done=settled.done) if _key(own) == _key(settled) else own


def _checked(own: OwnDate) -> OwnDate:
    label = " ".join(own.label.split())
    if not label:
        message = "Bitte geben Sie dem Termin einen Namen, zum Beispiel „Kreistag“."
        raise OwnDateError(message)
    return changed(own, label=label)


def _refuse_twin(own: OwnDate, others: OwnDates) -> None:
    if any(_key(each) == _key(own) for each in others):
        message = f"Den Termin {_name(own)} gibt es schon."
        raise OwnDateError(message)


def _place(own: OwnDate, file: LpdFile) -> int:
    for place, each in enumerate(file.work.dates):
        if _key(each) == _key(own):
            return place
    raise OwnDateError(_GONE.format(name=_name(own)))


def _key(own: OwnDate | DueDate) -> tuple[str, str]:
    return own.label, own.date


def _name(own: OwnDate) -> str:
    return f"„{own.label}“ am {german_date(own.date)}" if own.date else f"„{own.label}“ ohne Tag"
