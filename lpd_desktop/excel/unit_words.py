"""In which unit a text of a workbook says that amounts are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lpd_desktop.plan.amounts import Unit

UNIT_NAMES: dict[Unit, str] = {"eur": "Euro", "teur": "T€", "mio": "Mio. €"}

_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    ("mio", re.compile(r"\bMio\b|\bMill?\.|\bMillionen\b|\bM€", re.IGNORECASE)),
    (
        "teur",
        re.compile(
            r"\bT\.?€|\bT\.?[ -]?EUR\b|\bTEuro\b|\bk€|\bkEUR\b|\bTsd\b|\bTausend|\bin T\b"
            r"|\b1[. ]?000\s?(?:€|EUR|Euro)|€\s?x?\s?1[.,]?000\b",
            re.IGNORECASE,
        ),
    ),
    ("eur", re.compile(r"€|\bEUR\b|\bEuro\b", re.IGNORECASE)),
)
_REMARK = re.compile(
    r"\b(?:Angaben|Angabe|Beträge|Betrag|Ansätze|Werte|Zahlen|Einheit)\b.{0,40}"
    r"(?:\bin\b|:|=)|^\W*in\W+\S+(?:\W\S+)?\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"[\s(\[,;:/-]*\b(?:Angaben?|Beträge|Werte)?\s*\(?(?:in\s+)?"
    r"(?:T€|TEUR|T EUR|Tsd\.?\s?(?:€|EUR|Euro)?|Mio\.?\s?(?:€|EUR|Euro)?|€|EUR|Euro)[)\]]*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def unit_in(text: str) -> Unit | None:
    """The unit that a caption or title names; None for none."""
    return next((unit for unit, pattern in _UNITS if pattern.search(text)), None)


def unit_of_remark(text: str) -> Unit | None:
    """The unit of a remark such as `Angaben in T€`; None for any other text."""
    return unit_in(text) if _REMARK.search(text) else None


def unit_behind(label: str) -> Unit | None:
    """The unit that stands behind a label, as in `Umschichtung (in T€)`."""
    found = _BARE.search(label)
    return unit_in(found[0]) if found and found.start() else None


def without_unit(label: str) -> str:
    """The label without the unit behind it."""
    found = _BARE.search(label)
    return label[: found.start()] if found and found.start() else label


def one_unit(units: Iterable[Unit | None]) -> Unit | None:
    """The first that is named."""
    return next((unit for unit in units if unit is not None), None)
