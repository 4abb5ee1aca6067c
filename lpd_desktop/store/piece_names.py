"""What people read of a stored piece: the place in the document instead of its address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lpd_desktop.store.pieces import ANSWERS, PARTS

_PART_NAMES = {"form": "Form", "plan": "Aufbau", "work": "Bearbeitung", "release": "Freigabe"}
_BELOW = "/below"
_TEXTS = ("text", "text_below", "background", "development")


def piece_name(stored: Mapping[tuple[str, str], Mapping[str, Any]], table: str, key: str) -> str:
    """A piece for the beginning of a sentence; by its address where form or plan are damaged.

    Args:
        stored: All rows of the draft by table and key, intact or not.
        table: That of the piece.
        key: Its address, or the name of the part.
    """
    if table != ANSWERS:
        return f"Der Teil „{_PART_NAMES.get(key, key)}“"
    return f"Die Antwort bei „{_place(stored, key) or key}“"


def _place(stored: Mapping[tuple[str, str], Mapping[str, Any]], address: str) -> str:
    from lpd_desktop.plan.addresses import Address
    from lpd_desktop.plan.file import from_plain
    from lpd_desktop.plan.places import place_of
    from lpd_desktop.runtime.errors import LpdError

    try:
        parts = {name: json.loads(stored[PARTS, name]["content"]) for name in ("schema", "form")}
        plan = _without_answers(json.loads(stored[PARTS, "plan"]["content"]))
        file = from_plain({**parts, "plan": plan})
        return place_of(file.form, file.plan, Address.parse(address.removesuffix(_BELOW)))
    except (LpdError, KeyError, TypeError, ValueError, AttributeError):
        return ""


def _without_answers(plan: dict[str, Any]) -> dict[str, Any]:
    """Topics and potentials are named by the plan; what was written in them is not needed."""
    potentials = [
        {name: value for name, value in each.items() if name not in _TEXTS}
        for each in plan.get("potentials", ())
    ]
    topics = [{**topic, "answers": {}} for topic in plan.get("topics", ())]
    return {**plan, "answers": {}, "topics": topics, "potentials": potentials}
