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
_MEASURED = re.compile(
    r"\b(?:beträgt|betragen|liegt|liegen|verzeichnet|verzeichnen|weist|weisen|[Vv]ergleicht man)\b"
)
_PLANNED = re.compile(
    r"\b(?:soll|sollen|wird|werden|will|wollen|[Zz]iel\w*|geplant\w*|voraussichtlich\w*|"
    r"[Pp]rognos\w*|erwartet\w*|angestrebt\w*|könnten?|dürften?|würden?|ab|bis|spätestens|"
    r"[Ff]rist\w*)\b"
)
_RATE = re.compile(r"\d\s?(?:%|[Pp]rozent)")
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


def told_as_measured(sentence: Sentence, mention: DateMention) -> bool:
    """`Der Anteil liegt im Juni 2024 bei 71,9 %`: a rate of a month still to come, as a fact."""
    text = sentence.text
    is_prose = sentence.stretch.kind not in ("cell", "heading")
    if mention.precision == "year" or not is_prose or _PLANNED.search(text):
        return False
    return bool(_MEASURED.search(text) and (_RATE.search(text) or "niedriger" in text))
