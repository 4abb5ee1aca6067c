"""How exactly a figure is meant: the word before it."""

from __future__ import annotations

import re
from typing import Literal

Hedge = Literal["exact", "about", "below", "above", "at_least", "at_most"]

_WORDS: dict[Hedge, str] = {
    "about": (
        r"rund|rd\.?|ca\.?|circa|zirka|etwa|in etwa|ungefähr|annähernd|gerundet|geschätzt|"
        r"schätzungsweise|überschlägig|um die|~|≈"
    ),
    "below": r"knapp|fast|nahezu|beinahe|nicht ganz|unter|weniger als",
    "above": r"gut|über|mehr als|etwas mehr als|oberhalb von",
    "at_least": r"mindestens|mind\.?|wenigstens|minimal|zumindest|ab|>|≥",
    "at_most": r"bis zu|höchstens|maximal|max\.?|bis|<|≤",
}
_HEDGE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items())
    + r")(?:\s(?:minus|plus))?\s?$",
    re.IGNORECASE,
)


def hedge_before(text: str, start: int) -> Hedge:
    """How the words before a figure limit it; `exact` where there are none."""
    match = _HEDGE.search(text[max(0, start - 24) : start])
    if match is None:
        return "exact"
    return next(name for name in _WORDS if match[name])
