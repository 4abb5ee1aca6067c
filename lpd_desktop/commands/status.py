"""`lpd status`: which days of plans are due, and how far away they are."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    Verbs,
    add_json,
    add_verb,
    iso_date,
    read_plan,
    today,
)
from lpd_desktop.plan.own_dates import DueDate, days_until, standing_words
from lpd_desktop.plan.plan_dates import dates_of
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import german_day

_NOTHING_DUE = "Es steht kein Termin an."
_NOTHING_KNOWN = "Es ist kein Termin eingetragen."


class StatusOutput(msgspec.Struct, frozen=True, kw_only=True):
    """One day as `lpd status --json` tells it.

    Attributes:
        draft: Its id in the store, empty for a file.
        file: The file it stands in, empty for a draft.
        date: ISO date, empty while the day is not known.
        days: How many are left, negative for a day that is over.
        origin: `form` for a deadline of the form.
        words: The days in German, such as `noch 12 Tage`.
    """

    draft: str
    file: str
    jobcenter: str
    year: int
    state: str
    label: str
    date: str
    days: int | None
    done: bool
    origin: Literal["own", "form"]
    words: str


@dataclass(frozen=True)
class _Dated:
    """A plan of which the days are told."""

    draft: str
    file: str
    jobcenter: str
    year: int
    state: str
    dates: tuple[DueDate, ...]


def register(verbs: Verbs) -> None:
    """Adds the verb."""
    parser = add_verb(verbs, "status", "nennt anstehende Termine und die Tage bis dahin", _status)
    parser.add_argument(
        "plans",
        nargs="*",
        type=Path,
        metavar="PLAN",
        help="eine .lpd-Datei oder unser PDF; ohne Angabe alle Entwürfe",
    )
    parser.add_argument("--date", metavar="TAG", help="gezählt von diesem Tag an, sonst von heute")
    parser.add_argument("--all", action="store_true", help="auch was erledigt ist")
    add_json(parser)


def _status(options: argparse.Namespace, console: Console) -> int:
    day = iso_date(options.date) if options.date else today()
    plans = list(_of_files(options.plans) if options.plans else _of_drafts(options))
    listed = sorted(_outputs(plans, day, with_done=options.all), key=_by_day)
    if options.json:
        console.json(listed)
        return DONE
    for each in listed:
        console.data(_line(each))
    if not listed:
        known = any(plan.dates for plan in plans)
        console.say(_NOTHING_DUE if known else _NOTHING_KNOWN)
    return DONE


def _of_files(paths: Iterable[Path]) -> Iterator[_Dated]:
    for path in paths:
        file = read_plan(path)
        name, state = file.plan.jobcenter.name, STATE_NAMES[file.work.state]
        yield _Dated("", str(path), name, file.form.year, state, dates_of(file))


def _of_drafts(options: argparse.Namespace) -> Iterator[_Dated]:
    from lpd_desktop.store.listing import list_drafts

    for each in list_drafts(data_folder(options.data)):
        yield _Dated(each.id, "", each.jobcenter, each.year, each.state_name, each.dates)


def _outputs(plans: Iterable[_Dated], day: str, *, with_done: bool) -> Iterator[StatusOutput]:
    for plan in plans:
        for due in plan.dates:
            if with_done or not due.done:
                yield _output(plan, due, day)


def _output(plan: _Dated, due: DueDate, day: str) -> StatusOutput:
    return StatusOutput(
        draft=plan.draft,
        file=plan.file,
        jobcenter=plan.jobcenter,
        year=plan.year,
        state=plan.state,
        label=due.label,
        date=due.date,
        days=days_until(due.date, day),
        done=due.done,
        origin=due.origin,
        words=standing_words(due, day),
    )


def _by_day(output: StatusOutput) -> tuple[bool, str]:
    return not output.date, output.date


def _line(output: StatusOutput) -> str:
    plan = f"{output.jobcenter or 'ohne Jobcenter'} {output.year} ({output.state})"
    parts = (german_day(output.date), output.words, output.label, plan)
    return " · ".join(part for part in parts if part)
