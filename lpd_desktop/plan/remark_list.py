"""Remarks in the order of the document, as lists and exports show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Remark, Reply, open_remarks, shown_remarks
from lpd_desktop.plan.remark_places import PLACE_STATUS, RemarkPlace, RemarkPlaces
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.german import counted, german_date, german_time
from lpd_desktop.runtime.progress import stop_if_cancelled

DELETED = "Diese Anmerkung hat ihr Verfasser gelöscht."
NO_REMARKS = "Es gibt keine Anmerkungen."
ABOUT_NAMES = (
    "Diese Anlage gehört nicht zum Planungsdokument und wird nicht veröffentlicht. Namen und "
    "Funktionen stehen hier, wie sie eingetippt wurden."
)
_SHOWN_QUOTE = 200
_SHORT_SEAL = 16


@dataclass(frozen=True)
class ListedRemark:
    """A remark with its number in the list, from 1, and the place where it is now."""

    number: int
    remark: Remark
    place: RemarkPlace

    @property
    def standing(self) -> str:
        """`offen`, or `erledigt` with name and time."""
        return standing_of(self.remark)

    @property
    def quote(self) -> str:
        """The words it is about, shortened, in German quotes; empty where there are none."""
        return shown_quote(self.remark.quote)

    @property
    def title(self) -> str:
        """`Anmerkung 3, offen`."""
        return f"Anmerkung {self.number}, {self.standing}"

    @property
    def about(self) -> str:
        """`Zu: „20 Prozent“`; empty where it is about the whole place."""
        return f"Zu: {self.quote}" if self.quote else ""

    @property
    def text(self) -> str:
        """What is said, or that it was deleted."""
        return self.remark.text or DELETED

    @property
    def place_note(self) -> str:
        """What became of its place; empty where there is nothing to tell."""
        return PLACE_STATUS[self.place.status]


def listed_remarks(file: LpdFile, *, only_open: bool = False) -> tuple[ListedRemark, ...]:
    """All remarks in the order of the document; what lost its place stands at the end.

    Numbers count all remarks that people see, also where only open ones are wanted.
    """
    places = RemarkPlaces(file.form, file.plan, file.work)
    found = []
    for remark in shown_remarks(file.work.remarks):
        stop_if_cancelled()
        found.append((places.of(remark), remark))
    found.sort(key=lambda pair: (pair[0].order, pair[1].time, pair[1].id))
    listed = (
        ListedRemark(number, remark, place) for number, (place, remark) in enumerate(found, 1)
    )
    return tuple(each for each in listed if each.remark.is_open or not only_open)


def by_place(listed: tuple[ListedRemark, ...]) -> Iterator[tuple[str, list[ListedRemark]]]:
    """The remarks of one place after the other, with the German name of the place."""
    groups: dict[tuple[int, str], list[ListedRemark]] = {}
    for each in listed:
        key = (each.place.order[0], each.place.place)
        groups.setdefault(key, []).append(each)
    for (_order, place), group in groups.items():
        yield place, group


def standing_of(remark: Remark) -> str:
    """`offen`, or `erledigt von Erika Muster am 08.11.2022, 09:30 Uhr`."""
    if not remark.resolved:
        return "offen"
    by = f" von {remark.resolved_by}" if remark.resolved_by else ""
    when = f" am {german_time(remark.resolved_at)}" if remark.resolved_at else ""
    return f"erledigt{by}{when}"


def said_by(said: Remark | Reply) -> str:
    """`Erika Muster, Sachgebiet Finanzen · 08.11.2022, 09:30 Uhr`."""
    parts = (said.author.shown, german_time(said.time))
    return " · ".join(part for part in parts if part)


def shown_quote(quote: str) -> str:
    """Words on one line in German quotes, long ones shortened; empty for none."""
    flat = " ".join(quote.split())
    if len(flat) > _SHOWN_QUOTE:
        flat = f"{flat[:_SHOWN_QUOTE].rsplit(' ', 1)[0]} …"
    return f"„{flat}“" if flat else ""


def told_number(file: LpdFile, *, only_open: bool = False) -> str:
    """How many there are, such as `3 Anmerkungen, davon 1 offen.`."""
    shown = shown_remarks(file.work.remarks)
    number = counted(len(shown), "Anmerkung", "Anmerkungen")
    left_out = " Hier stehen nur die offenen." if only_open else ""
    return f"{number}, davon {len(open_remarks(shown))} offen.{left_out}"


def plan_facts(file: LpdFile) -> Iterator[tuple[str, str]]:
    """Which plan the remarks are about, by caption."""
    jobcenter = file.plan.jobcenter
    yield "Jobcenter", jobcenter.own_name or jobcenter.name
    yield "Planjahr", str(file.form.year)
    yield "Stand", german_date(file.plan.as_of)
    if file.release is None:
        yield "Zustand", STATE_NAMES[file.work.state]
    else:
        day = german_date(file.release.date)
        state = file.work.state
        later = f", {STATE_NAMES[state]}" if state in ("submitted", "returned") else ""
        yield "Zustand", f"Fassung {file.release.version}, freigegeben am {day}{later}"
        yield "Siegel", file.release.seal[:_SHORT_SEAL]
