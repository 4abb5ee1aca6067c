"""What may be done with a file beside its draft, for each way it can stand to it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

UPDATE, TAKE, COMPARE = "update", "take", "compare"
FURTHER, REPLACE, ELSEWHERE, LOOK = "further", "replace", "elsewhere", "look"

CAPTIONS = {
    UPDATE: "Datei &aktualisieren",
    TAKE: "Stand der Datei ü&bernehmen",
    COMPARE: "&Vergleichen…",
    FURTHER: "Als &weiteren Entwurf aufnehmen",
    REPLACE: "Datei &ersetzen…",
    ELSEWHERE: "In andere Datei &speichern…",
    LOOK: "&Noch einmal nachsehen",
}

OFFERS: dict[str, Sequence[str]] = {
    "same": (ELSEWHERE,),
    "older": (UPDATE, COMPARE, ELSEWHERE),
    "newer": (TAKE, COMPARE, FURTHER),
    "both_went_on": (COMPARE, FURTHER, REPLACE),
    "unknown": (COMPARE, FURTHER, REPLACE),
    "other_plan": (ELSEWHERE,),
    "gone": (ELSEWHERE, LOOK),
    "unreadable": (ELSEWHERE, LOOK),
}
"""By `Standing`; the first one is what most people want."""

RETURNED: dict[str, Sequence[str]] = {
    "older": ("", COMPARE, FURTHER),
    "newer": (TAKE, COMPARE, "", FURTHER),
    "both_went_on": (COMPARE, "", FURTHER),
    "unknown": ("", COMPARE, FURTHER),
}
"""By `Relation`: what somebody may want who opens a file of a draft; empty: the draft alone."""

QUIET = frozenset({"same", "older"})
"""Said in a few words above the page; everything else has a line of its own below it."""
