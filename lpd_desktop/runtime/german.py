"""Small matters of German text that every layer needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

_WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


def german_date(iso: str) -> str:
    """`2022-11-04` as `04.11.2022`; what is no date comes back as it is."""
    try:
        return date.fromisoformat(iso).strftime("%d.%m.%Y")
    except ValueError:
        return iso


def local_time(utc: str) -> str:
    """`2022-11-08T09:30:00Z` as `08.11.2022, 10:30` in the time zone of this machine.

    A day without a time stays one; what is no time comes back as it is.
    """
    if len(utc) == len("2022-11-08"):
        return german_date(utc)
    try:
        return datetime.fromisoformat(utc).astimezone().strftime("%d.%m.%Y, %H:%M")
    except (ValueError, OverflowError):
        return utc


def german_time(utc: str) -> str:
    """`2022-11-08T09:30:00Z` as `08.11.2022, 10:30 Uhr`: legal time in Germany on any machine.

    A day without a time stays one; what is no time comes back as it is. Summer time: directive
    2000/84/EC.
    """
    if len(utc) == len("2022-11-08"):
        return german_date(utc)
    try:
        moment = datetime.fromisoformat(utc).astimezone(UTC)
        summer = _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)
        local = moment + timedelta(hours=2 if summer else 1)
    except (ValueError, OverflowError):
        return utc
    return local.strftime("%d.%m.%Y, %H:%M Uhr")


def _last_sunday(year: int, month: int) -> datetime:
    """One o'clock UTC on the last Sunday of a month of 31 days."""
    end = datetime(year, month, 31, 1, tzinfo=UTC)
    return end - timedelta(days=end.isoweekday() % 7)


def enumerate_german(words: Sequence[str], conjunction: str = "und") -> str:
    """`a`, `a und b`, `a, b und c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


_INNER_QUOTES = str.maketrans("„“”", "‚‘‘")


def quoted(text: str) -> str:
    """In quotation marks; those inside become single ones."""
    return f"„{text.translate(_INNER_QUOTES)}“"


def counted(number: int, singular: str, plural: str) -> str:
    """`1 Hinweis`, `3 Hinweise`."""
    return f"{number} {singular if number == 1 else plural}"


def grouped(number: int) -> str:
    """`1400` as `1.400`."""
    return f"{number:,}".replace(",", ".")


def german_day(iso: str) -> str:
    """`2022-11-04` as `Freitag, 04.11.2022`; what is no date comes back as it is."""
    try:
        return f"{_WEEKDAYS[date.fromisoformat(iso).weekday()]}, {german_date(iso)}"
    except ValueError:
        return iso
