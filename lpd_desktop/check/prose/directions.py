"""Words that say whether something rises or falls."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal[-1, 0, 1]

_FALLS = re.compile(
    r"\b(?:[Ss]enk(?:ung|t|en|te)|gesenkt|gesunken|sank|sanken|sinkt|sinken|[Rr]ückg[aä]ng\w*|"
    r"rückläufig\w*|zurückgegangen|zurückgehen|zurückging|zurückgeht|zurückgeführt|"
    r"[Rr]eduzier(?:ung|t|te|ten|en)|[Rr]eduktion|[Vv]erringer(?:ung|t|te|ten|n)|"
    r"[Vv]erminder(?:ung|t|te|ten|n)|gemindert|[Mm]inderung|[Kk]ürzung\w*|gekürzt\w*|[Aa]bnahme|"
    r"abgenommen|(?:nahm\w*|nimmt|nehmen)(?=\s.*\bab)|g(?:ing|ingen|eht|ehen)(?=\s.*\bzurück)|gefallen|fiel|fallen|fällt|[Aa]bbau|abgebaut|"
    r"weniger|niedriger|geringer|[Mm]inus|[Aa]bsenkung|abgesenkt|abgesunken|abgeschmolzen|[Ee]inbu(?:ß|ss)e\w*|[Mm]indereinnahmen|"
    r"verkleinert\w*|[Vv]erlust\w*|geschrumpft|schrumpft)\b"
)
_RISES = re.compile(
    r"\b(?:[Aa]nstieg\w*|angestiegen|ansteig\w*|[Ss]teigerung\w*|gesteigert|gestiegen|"
    r"stieg|stiegen|steigt|steigen|steigende\w*|[Ee]rhöh(?:ung|t|te|ten|en)|[Zz]unahme|zugenommen|"
    r"(?:nahm\w*|nimmt|nehmen)(?=\s.*\bzu)|[Zz]uwachs\b|[Zz]uwächse\w*|gewachsen|wuchs\w*|wächst|[Aa]ufwuchs\w*|[Pp]lus|"
    r"mehr(?! als)|höher|[Aa]ufstockung|aufgestockt|[Mm]ehreinnahmen|[Vv]erdoppel\w*|"
    r"angehoben|[Aa]nhebung|[Aa]usweitung|ausgeweitet)\b"
)
_BY = re.compile(
    r"(?:\bum|\b(?:[Rr]ückgang|[Aa]nstieg|[Ss]enkung|[Ss]teigerung|[Kk]ürzung|[Zz]uwachs|[Mm]inus|"
    r"[Pp]lus|[Ee]rhöhung|[Rr]eduzierung|[Zz]unahme|[Aa]bnahme|[Vv]erringerung|[Dd]ifferenz|[Vv]eränderung|"
    r"[Aa]bweichung|[Uu]nterschied|[Aa]bstand|[Ll]ücke|[Mm]inderung|[Aa]ufwuchs)\b[^,;.()]{0,25}?"
    r"\s(?:von|um|in Höhe von|beträgt|betrug|liegt bei|:))"
    r"\s*(?:rund|ca\.|circa|etwa|knapp|gut|über|fast|nahezu|mehr als|"
    r"minus|plus)?\s*[-−–+]?\s*$"
)
_MORE_OR_LESS = re.compile(
    r",?-?\s*(?:\([^)]{0,40}\)\s*)?(?:weniger|mehr|geringer|höher|niedriger)\b"
)
_LOOSE = re.compile(r"weniger|niedriger|geringer|minus|mehr|höher|plus|verlust\w*", re.IGNORECASE)
_DENIED_BEHIND = re.compile(r"\s(?:\w+\s)?nicht\b")
_DENIED = re.compile(
    r"\b(?:nicht|kein\w*|ohne|statt|weder|trotz|aufgrund|wegen|durch|infolge|dank|nach)\b"
    r"[^,;.]{0,30}$",
    re.IGNORECASE,
)


def direction_of(text: str) -> Direction:
    """-1 where the words speak of falling only, +1 of rising only, else 0."""
    falls = _says(_FALLS, text)
    rises = _says(_RISES, text)
    return 0 if falls == rises else -1 if falls else 1


def speaks_of_change(text: str) -> bool:
    """Whether a word of rising or falling stands in the text."""
    return bool(_FALLS.search(text) or _RISES.search(text))


def _says(words: re.Pattern[str], text: str) -> bool:
    """Comparatives (`mehr`, `niedriger`) and causes (`wegen des Rückgangs`) do not count."""
    return any(
        not _LOOSE.fullmatch(match[0])
        and not _DENIED.search(text[: match.start()])
        and not _DENIED_BEHIND.match(text, match.end())
        for match in words.finditer(text)
    )


def is_difference(text: str, start: int, end: int) -> bool:
    """Whether the figure between these places says by how much something changes."""
    return bool(_BY.search(text[max(0, start - 60) : start]) or _MORE_OR_LESS.match(text, end))
