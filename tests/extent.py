"""How much is tried: little in every run, more with `LPD_LONG_TESTS=1`."""

from __future__ import annotations

import os

IS_LONG = bool(os.environ.get("LPD_LONG_TESTS"))


def examples(few: int, many: int) -> int:
    """How many cases a test tries: few, or many in the long form."""
    return many if IS_LONG else few
