"""Forms as TOML files that people can read and change."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from lpd_desktop.form.model import Form


def form_as_toml(form: Form) -> str:
    """The form as TOML, defaults left out; reading it gives the same form."""
    raw = msgspec.to_builtins(form)
    return "\n".join(_table(raw, "")) + "\n"


def _table(raw: dict[str, Any], path: str) -> list[str]:
    """Plain values first, then tables, then lists of tables, as TOML demands."""
    lines = [f"{key} = {_value(value)}" for key, value in raw.items() if not _is_nested(value)]
    for key, value in raw.items():
        inner = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            lines += ["", f"[{inner}]", *_table(value, inner)]
        elif _is_nested(value):
            for entry in value:
                lines += ["", f"[[{inner}]]", *_table(entry, inner)]
    return lines


def _is_nested(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return bool(value) and isinstance(value[0], dict)
    return isinstance(value, dict)


def _value(value: Any) -> str:
    """JSON and TOML write texts, whole numbers, true and false, and lists of them alike."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(entry) for entry in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
