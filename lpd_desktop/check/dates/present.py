"""Old figures that a text tells as those of today."""

from __future__ import annotations

import re

from lpd_desktop.check.prose.dates import DateMention
from lpd_desktop.check.prose.stretches import Sentence

_NOW = re.compile(
    r"\b(?:[Aa]ktuell\w*|[Dd]erzeit\w*|[Zz]urzeit|[Mm]omentan\w*|[Gg]egenwärtig\w*|"
    r"[Zz]um jetzigen Zeitpunkt)\b[^.;\d]{0,40}$"
)
_POINT = re.compile(r"(?:\b(?:im|in|am|zum|per|Monat|Monats)|[(,:])\s*$", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:seit|ab|gegenüber|als|Vergleich|verglichen|aus|vom|von|wie|Vorjahr\w*|gültig\w*|"
    r"geltend\w*|beschlossen\w*|eingeführt\w*|gestartet\w*|noch)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:beträgt|betragen|liegt|liegen|beläuft sich|belaufen sich|weist|weisen)\b"
)
_PAST = re.compile(
    r"\b(?:wurden?|war|waren|lag|lagen|betrug|betrugen|hatten?|konnten?|belief|beliefen|gab)\b"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def told_as_present(
    sentence: Sentence, mention: DateMention, mentions: tuple[DateMention, ...]
) -> bool:
    """`Aktuell (Juni 2020) …`, `Im Juni 2020 beträgt die Quote …` with no later date beside it."""
    if mention.precision == "year" or any(other.last > mention.last for other in mentions):
        return False
    text = sentence.text
    before, behind = text[: mention.start], text[mention.end :]
    if sentence.stretch.kind in ("cell", "heading") or not _POINT.search(before):
        return False
    if _OTHER_TIME.search(before) or _PAST.search(text):
        return False
    has_figure = _FIGURE.search(before) or _FIGURE.search(behind)
    return bool(has_figure and (_NOW.search(before) or _PRESENT.search(text)))
