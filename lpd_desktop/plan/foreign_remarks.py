"""What is asked of remarks that come in a file: their times, and names and texts that are clean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from msgspec.structs import asdict
from msgspec.structs import replace as changed

from lpd_desktop.plan.remark import Remark, Remarks, Reply
from lpd_desktop.runtime.clock import TIME_SHAPE
from lpd_desktop.runtime.foreign_text import clean_line, clean_text, shown_line, without_unseen

_Said = TypeVar("_Said", Remark, Reply)

_TIMES = {"Remark": ("time", "changed_at", "resolved_at"), "Reply": ("time",)}
_PATTERN = (
    "^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z)?$"
)
_SHOWN = 30
_CLEAN = {
    **dict.fromkeys(("name", "role", "resolved_by", "place", "heading"), clean_line),
    "text": clean_text,
}


def clean_remarks(remarks: Iterable[Remark]) -> Remarks:
    """The remarks without characters that steer what shows them; names stand on one line."""
    return tuple(
        changed(_cleaned(each), replies=tuple(map(_cleaned, each.replies))) for each in remarks
    )


def _cleaned(said: _Said) -> _Said:
    """What is quoted keeps its breaks: it is looked for in the plan letter by letter."""
    words = {name: value for name, value in asdict(said).items() if isinstance(value, str)}
    return changed(said, **{name: _CLEAN.get(name, without_unseen)(words[name]) for name in words})


def fault_of_times(remarks: Iterable[Remark]) -> str:
    """What is wrong with a time, in German; empty where each is one, and none is to come.

    A day is left for clocks that are wrong and computers in other time zones.
    """
    latest = (datetime.now(UTC) + timedelta(days=1)).strftime(TIME_SHAPE)
    for time in _times_in(remarks):
        if not _is_time(time):
            return f"die Zeitangabe „{shown_line(time[:_SHOWN])}“ ist keine Zeit"
        if time > latest:
            return (
                f"die Zeitangabe „{time}“ liegt in der Zukunft; geht die Uhr des anderen Rechners "
                "falsch, bitten Sie dort um eine neue Datei"
            )
    return ""


def _times_in(remarks: Iterable[Remark]) -> Iterator[str]:
    for remark in remarks:
        yield from (remark.time, remark.changed_at, remark.resolved_at)
        yield from (reply.time for reply in remark.replies)


def _is_time(text: str) -> bool:
    """Empty where nothing was noted."""
    try:
        return not text or datetime.strptime(text, TIME_SHAPE).strftime(TIME_SHAPE) == text
    except ValueError:
        return False


def add_time_patterns(definitions: dict[str, Any]) -> None:
    """Says in the definitions of a schema how times are written."""
    for name, times in _TIMES.items():
        for time in times:
            definitions[name]["properties"][time]["pattern"] = _PATTERN
