"""Days and times as Excel counts and displays them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

NO_MOMENT = "########"
"""What Excel displays of a number outside of its calendar."""

_CODE_LIMIT = 255
_FIRST_DAY = datetime(1899, 12, 30)
_FIRST_DAY_1904 = datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_465
_LEAP_DAY_THAT_NEVER_WAS = 60
_PART = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(y+|j+|m+|d+|t+|h+|s+)|(AM/PM)|(.)', re.IGNORECASE)
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def moment_of(serial: Decimal, *, from_1904: bool) -> datetime | None:
    """The day and time that a number of days stands for; None outside of Excel's calendar."""
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    days = float(serial)
    if from_1904:
        return _rounded(_FIRST_DAY_1904 + timedelta(days=days))
    shift = 1 if days < _LEAP_DAY_THAT_NEVER_WAS else 0
    return _rounded(_FIRST_DAY + timedelta(days=days + shift))


def _rounded(moment: datetime) -> datetime:
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def shown_moment(moment: datetime, code: str) -> str:
    """A day or time as the number format displays it in German."""
    section = code[:_CODE_LIMIT].split(";", maxsplit=1)[0]
    pieces, behind_hours = [], False
    for match in _PART.finditer(section):
        quoted, escaped, letters, _noon, plain = match.groups()
        pieces.append(quoted or escaped or plain or _part(moment, letters or "", behind_hours))
        if letters:
            behind_hours = letters[0] in "hH"
    return "".join(pieces).strip()


def _part(moment: datetime, letters: str, behind_hours: bool) -> str:
    kind, length = letters[:1].lower(), len(letters)
    if kind in ("y", "j"):
        return f"{moment:%Y}" if length > 2 else f"{moment:%y}"
    if kind == "m" and length > 2:
        return _MONTHS[moment.month - 1] if length > 3 else _MONTHS[moment.month - 1][:3]
    if kind in ("d", "t") and length > 2:
        return f"{moment:%d}"
    value = {
        "m": moment.minute if behind_hours else moment.month,
        "d": moment.day,
        "t": moment.day,
        "h": moment.hour,
        "s": moment.second,
    }.get(kind)
    return "" if value is None else f"{value:0{min(length, 2)}d}"
