"""Where in a file a fault is, with the names of the entries that the decoder leaves out."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from lpd_desktop.runtime.typed_data import converted

_MARKER = " - at `$"
_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]|\[\.\.\.\]")

Steps = list[str | int]


def place_of_fault(part: Any, kind: Any, message: str) -> str:
    """The path in a message of msgspec: `.answers[A.staff].text` for its `.answers[...].text`.

    Args:
        part: The plain data that could not be converted.
        kind: What it should have been.
        message: What msgspec said.
    """
    _before, _marker, path = message.partition(_MARKER)
    steps: Steps = []
    shown = ""
    for match in _STEP.finditer(path.rstrip("`")):
        if match[1]:
            steps.append(match[1])
            shown += f".{match[1]}"
        else:
            step = int(match[2]) if match[2] else _faulty_key(part, kind, steps)
            steps.append(step)
            shown += f"[{step}]"
    return shown


def _faulty_key(part: Any, kind: Any, steps: Steps) -> str:
    """The first entry of the mapping there that alone cannot be read either."""
    mapping = part
    for step in steps:
        mapping = mapping[step]
    for key, entry in mapping.items():
        try:
            converted(_with_alone(part, steps, {key: entry}), kind, strict=True)
        except msgspec.ValidationError:
            return str(key)
    return "..."


def _with_alone(part: Any, steps: Steps, value: Any) -> Any:
    """The part with another value at a path; only what lies on the path is copied."""
    if not steps:
        return value
    first, *rest = steps
    copy: Any = list(part) if isinstance(part, list) else dict(part)
    copy[first] = _with_alone(part[first], rest, value)
    return copy
