"""What may be told of an error: kinds and places in the code, never its values.

Values and messages of errors can be words of a plan; these stay in the process.
"""

from __future__ import annotations

import traceback
from pathlib import Path

_MOST_FRAMES = 60


def kind_and_places(error: BaseException) -> list[str]:
    """The kind of an error with `file:line function` for each frame, its causes after it."""
    lines: list[str] = []
    seen: set[int] = set()
    told: BaseException | None = error
    while told is not None and id(told) not in seen:
        seen.add(id(told))
        frames = traceback.extract_tb(told.__traceback__)[-_MOST_FRAMES:]
        lines += [f"{'aus ' if lines else ''}{type(told).__name__}"]
        lines += [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames]
        told = told.__cause__ or told.__context__
    return lines
