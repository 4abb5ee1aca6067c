"""What is known of the federal money: titles, shares of the 53 Jobcenter, pots of some years.

The shares are those of the annexes of the Eingliederungsmittelverordnung; the pots are derived
from published allotments. Where the pot of a year is not known, nothing is expected.
"""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import msgspec

from lpd_desktop.form.jobcenters import JobcenterEntry, all_jobcenters, find_jobcenter
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.runtime.resources import resource
from lpd_desktop.runtime.typed_data import converted

_CENTS_OF_A_MILLION = 100_000_000


class Thresholds(msgspec.Struct, frozen=True):
    """From when on a figure is worth a question, in percent."""

    change: Decimal
    transfer: Decimal
    tolerance: Decimal


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A title of the federal budget.

    Attributes:
        row: The row of the table that holds the allotment.
        row_with_more: A row that may hold up to `surplus` percent of other money too.
        shares: The columns of the shares; their mean counts.
        words: What people call it; `words_of_others` beside them mean another sum.
    """

    key: str
    name: str
    row: str
    row_with_more: str = ""
    surplus: Decimal = Decimal(0)
    shares: tuple[str, ...]
    words: tuple[str, ...]
    words_of_others: tuple[str, ...] = ()


class Pot(msgspec.Struct, frozen=True):
    """All that the Bund gave out under one title in one year."""

    title: str
    year: int
    million: Decimal
    source: str


class TransferWords(msgspec.Struct, frozen=True):
    """How a transfer between the titles is spoken of; a phrase says it of two titles."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]


class FederalBudget(msgspec.Struct, frozen=True):
    """The whole resource."""

    thresholds: Thresholds
    transfer: TransferWords
    titles: tuple[Title, ...]
    pots: tuple[Pot, ...]

    def pots_of(self, title: str, year: int) -> tuple[Pot, ...]:
        """The known pots; the first is the one that most documents rest on."""
        return tuple(pot for pot in self.pots if (pot.title, pot.year) == (title, year))


@dataclass(frozen=True)
class Allotment:
    """What one Jobcenter would get of a pot: `cents`, and its share in percent."""

    jobcenter: JobcenterEntry
    year: int
    percent: Decimal
    cents: int

    def is_met_by(self, cents: int, tolerance: Decimal) -> bool:
        """Whether an amount differs by at most `tolerance` percent."""
        return abs(cents - self.cents) * 100 <= tolerance * self.cents


@cache
def federal_budget() -> FederalBudget:
    """The resource, read once."""
    with resource("federal_budget.toml").open("rb") as source:
        return converted(tomllib.load(source), FederalBudget)


@cache
def shares_of(column: str) -> dict[str, Decimal]:
    """The shares of one column (`vwt_anteil_2023`) in percent by the Jobcenter's key."""
    with resource("einglmv_shares.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source, delimiter=";"))
    if column not in rows[0]:
        return {}
    return {row["key"]: Decimal(row[column].replace(",", ".")) for row in rows}


@cache
def share_of(jobcenter: str, title: Title, year: int) -> Decimal | None:
    """The share of a Jobcenter in a title, in percent; None for an unknown year."""
    shares = [shares_of(f"{column}_{year}").get(jobcenter) for column in title.shares]
    known = [share for share in shares if share is not None]
    return sum(known, Decimal(0)) / len(shares) if len(known) == len(shares) else None


@cache
def allotments(jobcenter: JobcenterEntry, title: Title, year: int) -> tuple[Allotment, ...]:
    """What the Jobcenter would get of each known pot of a year."""
    share = share_of(jobcenter.key, title, year)
    if share is None:
        return ()
    return tuple(
        Allotment(jobcenter, year, share, round(pot.million * _CENTS_OF_A_MILLION * share / 100))
        for pot in federal_budget().pots_of(title.key, year)
    )


@cache
def allotments_of_others(jobcenter: JobcenterEntry, title: Title, year: int) -> list[Allotment]:
    """What the other Jobcenter would get of the first pot."""
    others = (other for other in all_jobcenters() if other != jobcenter)
    return [found[0] for other in others if (found := allotments(other, title, year))]


def entry_of(jobcenter: Jobcenter) -> JobcenterEntry | None:
    """Which of the 53 a plan belongs to, by key, number or name."""
    names = (jobcenter.key, jobcenter.number, jobcenter.name)
    return next((entry for name in names if name and (entry := find_jobcenter(name))), None)
