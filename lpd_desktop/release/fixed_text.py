"""Why the text of a plan cannot be changed, and what has to be done first."""

from __future__ import annotations

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import STATE_NAMES, State

_FIRST: dict[State, str] = {
    "in_review": "Holen Sie es zuerst aus der Prüfung zurück.",
    "approved": "Nehmen Sie zuerst die Freigabe zurück.",
    "submitted": "Gibt der Empfänger es zurück, wird daraus die nächste Fassung.",
    "returned": "Beginnen Sie zuerst die nächste Fassung.",
}


def why_fixed(file: LpdFile) -> str:
    """A German sentence for every state but `draft`, empty for that."""
    first = _FIRST.get(file.work.state, "")
    state = STATE_NAMES[file.work.state]
    return f"Das Dokument ist {state}; ändern lässt sich nur ein Entwurf. {first}" if first else ""
