"""What a caption of a workbook says of its column: a year, a year by its place, or no amounts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from lpd_desktop.excel.dates import moment_of
from lpd_desktop.excel.unit_words import unit_in
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.plan.amounts import Unit

RelativeYear = Literal["", "plan", "current", "previous"]

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?:\b(?:Plan|Planung|Ansatz|Soll|Ist|HH|HHJ|HJ|HHP|Haushalt|Haushaltsjahr|Jahr|Budget|Mittel"
    r"|Zuteilung|Zuweisung|Prognose|Entwurf|Ergebnis|VE|GJ)\.?[\s-]*['’‘´`]?"
    r"|(?<!\w)['’‘´`])(\d\d)(?![\d.,%]\d?|\s?%)",
    re.IGNORECASE,
)
_YEAR_PAIR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/-]\s?(\d\d)(?!\d)")
_MONTHS = "Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
_PARTIAL = re.compile(
    rf"\bbis\b|\b(?:{_MONTHS})[a-zä]*\b|quartal|halbjahr|\bQ\s?[1-4]\b|\b(?:II?I?|IV)\s?/"
    r"|(?<!\d)(?!31\.\s?12\.|0?1\.\s?0?1\.)\d{1,2}\.\s?\d{1,2}\.",
    re.IGNORECASE,
)
_STAND_ALONE = re.compile(r"\(?\b(?:Stand|vom|Schreiben|v\.)(?:\b|(?<=\.)).*", re.IGNORECASE)
_STAND = re.compile(
    r"\(?\b(?:Stand|vom|Schreiben vom|per|bis|v\.)(?:\b|(?<=\.))[:\s]*"
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}[./]\d{2,4}|\d{1,2}\.\d{1,2}\.|\w+\s\d{4})\)?",
    re.IGNORECASE,
)
_NO_AMOUNTS = re.compile(
    r"veränder|verändr|diff(?:erenz|\.|\b)|abw(?:eichung|\.)|\bdelta\b|Δ|%|\bproz|prozent|vergleich"
    r"|mehr\s?/\s?weniger|\+\s?/\s?[-−–]|zuwachs|steigerung|entwicklung|\bquote|anteil\b|\bindex\b"
    r"|bemerk|anmerk|kommentar|erläuter|quelle|\bnr\b|nummer|\bpos\.|\bseite\b|\bkonto\b"
    r"|\banzahl\b|vzä|\bstellen|\bfälle|\bje\b|\bpro\b|\bgegenüber\b|\bggü\b|\bvs\b|\bzu\b"
    r"|\bzum (?:Vorjahr|VJ|(?:19|20)\d\d)\b|\bseit\b|^\W*stand\b",
    re.IGNORECASE,
)
_RELATIVE: tuple[tuple[RelativeYear, re.Pattern[str]], ...] = (
    ("previous", re.compile(r"(?<!vor)\bVorjahr|\bVJ\b|\bletztes Jahr\b", re.IGNORECASE)),
    (
        "plan",
        re.compile(
            r"\bPlan(?:ungs)?jahr\b|\bFolgejahr\b|\b(?:kommendes|nächstes) Jahr\b", re.IGNORECASE
        ),
    ),
    (
        "current",
        re.compile(
            r"\b(?:lfd\.?|laufendes|laufende|aktuelles|dieses)\s?(?:Haushalts|HH-)?jahr\b",
            re.IGNORECASE,
        ),
    ),
)


class Caption(msgspec.Struct, frozen=True):
    """What one caption says.

    Attributes:
        years: The years that it names.
        relative: A year named by its place in time, where no number names one.
        is_excluded: Whether it heads something else than amounts.
        is_partial: Whether it names a month, a quarter or a day within the year.
        unit: The unit that it names.
    """

    years: frozenset[int] = frozenset()
    relative: RelativeYear = ""
    is_excluded: bool = False
    is_partial: bool = False
    unit: Unit | None = None

    @property
    def names_year(self) -> bool:
        """Whether it says to which year a column belongs."""
        return bool(self.years or self.relative)


def caption_of(cell: WorkbookCell) -> Caption:
    """What a cell says as a caption."""
    if cell.kind == "number":
        return Caption(frozenset({int(cell.number)})) if is_year(cell) else Caption()
    if cell.kind == "other":
        return Caption(_years_of_day(cell), is_partial=bool(_PARTIAL.search(cell.shows)))
    return caption_of_text(cell.shows) if cell.kind == "text" else Caption()


def is_year(cell: WorkbookCell) -> bool:
    """Whether a number may be a year."""
    number = cell.number
    return (
        cell.kind == "number"
        and not cell.is_percent
        and number == number.to_integral_value()
        and _FIRST_YEAR <= number <= _LAST_YEAR
    )


def _years_of_day(cell: WorkbookCell) -> frozenset[int]:
    """The year of a day; the displayed text decides where it shows all four digits."""
    shown = _YEAR.findall(cell.shows)
    if shown:
        return frozenset(map(int, shown))
    day = moment_of(cell.number, from_1904=False) if cell.number else None
    return frozenset({day.year}) if day and f"{day:%y}" in cell.shows else frozenset()


@lru_cache(maxsize=4096)
def caption_of_text(text: str) -> Caption:
    """What a text says as a caption."""
    plain = " ".join(text.split())
    is_excluded = bool(_NO_AMOUNTS.search(plain))
    is_partial = bool(_PARTIAL.search(_STAND_ALONE.sub(" ", plain)))
    return Caption(years_in(plain), _relative(plain), is_excluded, is_partial, unit_in(plain))


def years_in(text: str) -> frozenset[int]:
    """The years that a text names, without days on which something stood or was written."""
    bare = _STAND.sub(" ", text)
    pairs = {int(found[1][:2] + found[2]) for found in _YEAR_PAIR.finditer(bare)}
    short = {2000 + int(found[1]) for found in _SHORT_YEAR.finditer(bare)}
    return frozenset({int(found) for found in _YEAR.findall(bare)} | pairs | short)


def _relative(text: str) -> RelativeYear:
    found = [kind for kind, pattern in _RELATIVE if pattern.search(text)]
    return found[0] if len(found) == 1 else ""
