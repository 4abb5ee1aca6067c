"""One thing in a PDF that is not as the program made it."""

from __future__ import annotations

from typing import Literal

import msgspec

DeviationKind = Literal[
    "damaged",
    "truncated",
    "oversized",
    "data_missing",
    "data_changed",
    "data_swapped",
    "redrawn",
    "text",
    "page_added",
    "page_missing",
    "page_moved",
    "page_replaced",
    "page_size",
    "crop",
    "rotation",
    "look",
    "image",
    "annotation",
    "signature",
    "form",
    "script",
    "layers",
    "setting",
    "attachment",
    "metadata",
    "outline",
    "links",
    "tags",
    "encryption",
    "twofold",
    "revisions",
    "build",
    "state",
    "log",
]

OF_TEXT: frozenset[DeviationKind] = frozenset(
    {"data_swapped", "text", "page_missing", "page_replaced", "oversized"}
)
"""What makes the text of the pages another one."""

OF_LOOK: frozenset[DeviationKind] = frozenset(
    {
        "page_added",
        "page_missing",
        "page_moved",
        "page_replaced",
        "page_size",
        "crop",
        "rotation",
        "oversized",
        "look",
        "image",
    }
)
"""What makes the pages look otherwise."""


class Deviation(msgspec.Struct, frozen=True):
    """Something that was changed, added or lost.

    Attributes:
        kind: What it is.
        page: The page where it is, from 1; None where it belongs to none.
        sentence: The same in German.
    """

    kind: DeviationKind
    page: int | None
    sentence: str
