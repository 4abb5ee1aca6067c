"""Words around cases, posts and the ratio of both, in sentences and in labels of tables."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import msgspec

from lpd_desktop.runtime.resources import resource
from lpd_desktop.runtime.typed_data import converted

CASES = re.compile(
    r"e?[Ll][Bb]\b|ELB\b|BGn?\b|Bedarfsgemeinschaft|Leistungsb[e]|Fälle|Fallzahl|Kund|Klient|Personen|"
    r"Berechtigte|Betreute|Arbeit(?:s)?such|Teilnehm"
)
POSTS = re.compile(r"VZÄ|Vollzeit|Stellen\b|VZS\b")
RATIO = re.compile(
    r"schlüssel|relation|\bje\s+\w*\s*(?:VZÄ|Vollzeit|Stelle)|\bpro\s+\w*\s*(?:VZÄ|Vollzeit|Stelle)|/\s?VZÄ|"
    r"\b1\s?:\s?[xnX]",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:soll|ziel\w*|plan|geplant\w*|angestrebt\w*|künftig\w*)\b", re.IGNORECASE
)
ACTUAL = re.compile(r"\b(?:ist|tatsächlich\w*|besetzt\w*)\b", re.IGNORECASE)
PASSIVE = re.compile(
    r"\bpassiv|leistungsgewährung|leistungssach|leistungsbereich|\bLG\b|materiell", re.IGNORECASE
)
ACTIVE = re.compile(
    r"\baktiv(?!ierungsquote)|vermittlung|fallmanagement|integration|markt|casemanag", re.IGNORECASE
)
_GROUP = re.compile(r"(?<!\w)(?P<old>[ÜüUu])\s?-?25(?!\d)|\b(?P<under>unter|ab|über)\s25\b")
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")


class Yardstick(msgspec.Struct, frozen=True):
    """How many cases of a group one post has as a rule."""

    group: str
    cases: int


class Caseload(msgspec.Struct, frozen=True):
    """The resource: yardsticks with their source, and bounds of what is plausible."""

    source: str
    tolerance: int
    least: int
    greatest: int
    yardsticks: tuple[Yardstick, ...]

    def of(self, group: str) -> Yardstick | None:
        """The yardstick of a group."""
        return next((each for each in self.yardsticks if each.group == group), None)


@cache
def caseload() -> Caseload:
    """The resource, read once."""
    with resource("caseload.toml").open("rb") as source:
        return converted(tomllib.load(source), Caseload)


def group_in(text: str) -> str:
    """`U25` or `Ü25` where the words name exactly one of them."""
    found = {_group(match) for match in _GROUP.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def last_group_in(text: str) -> str:
    """The group that is named last."""
    found = [_group(match) for match in _GROUP.finditer(text)]
    return found[-1] if found else ""


def _group(match: re.Match[str]) -> str:
    if match["old"]:
        return "U25" if match["old"] in "Uu" else "Ü25"
    return "U25" if match["under"] == "unter" else "Ü25"


def qualifiers(label: str) -> tuple[bool, bool, frozenset[str], str]:
    """What two labels must share to belong together: planned, actual, years, group."""
    years = frozenset(_YEARS.findall(label))
    return bool(PLANNED.search(label)), bool(ACTUAL.search(label)), years, group_in(label)
