"""The 53 Jobcenter of Nordrhein-Westfalen: number by year, carrier, name forms.

Numbers and carriers are those of the annexes of the Eingliederungsmittelverordnung 2021 to 2026;
the name forms follow the names of the counties and cities.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from lpd_desktop.form.similarity import normalised
from lpd_desktop.runtime.resources import resource

_LAST_YEAR_OF_OLD_NUMBERS = 2025


@dataclass(frozen=True)
class JobcenterEntry:
    """One of the 53.

    Attributes:
        carrier: `zkT` or `gE`.
        list_name: For lists, such as `Essen, Stadt`.
        name: For the cover, such as `Kreis Coesfeld`.
        genitive: For sentences, such as `des Kreises Coesfeld`.
        own_name: A proposal for what the Jobcenter calls itself.
    """

    key: str
    number: str
    number_until_2025: str
    carrier: str
    list_name: str
    name: str
    genitive: str
    own_name: str

    def number_in(self, year: int) -> str:
        """The carrier's number in a year; one of them changed with 2026."""
        return self.number_until_2025 if year <= _LAST_YEAR_OF_OLD_NUMBERS else self.number


@cache
def all_jobcenters() -> tuple[JobcenterEntry, ...]:
    """The 53 in the order of the regulation's annexes."""
    with resource("jobcenters.csv").open(encoding="utf-8", newline="") as source:
        return tuple(JobcenterEntry(**row) for row in csv.DictReader(source, delimiter=";"))


def find_jobcenter(name_or_number: str) -> JobcenterEntry | None:
    """The Jobcenter with this key, number or one of these names; None where none or several fit."""
    wanted = normalised(name_or_number)
    exact = [entry for entry in all_jobcenters() if wanted in _names(entry)]
    if exact or not wanted:
        return exact[0] if exact else None
    within = [entry for entry in all_jobcenters() if _is_named_in(entry, wanted)]
    return within[0] if len(within) == 1 else None


def _names(entry: JobcenterEntry) -> set[str]:
    bare = entry.list_name.removesuffix(", Stadt").removeprefix("Kreis ")
    spoken = {entry.list_name, entry.name, entry.genitive, entry.own_name, bare, f"Stadt {bare}"}
    return {entry.key, entry.number, entry.number_until_2025, *map(normalised, spoken)}


def _is_named_in(entry: JobcenterEntry, wanted: str) -> bool:
    """`jobcenter der stadt essen` holds `der stadt essen`; `essener tafel` holds no name."""
    words = f" {wanted} "
    return any(f" {normalised(name)} " in words for name in (entry.name, entry.genitive))
