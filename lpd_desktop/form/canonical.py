"""One JSON form for everything that is hashed or stored."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec

from lpd_desktop.form.model import Form


def canonical_json(raw: Any) -> bytes:
    """JSON in UTF-8 with sorted keys and no blanks, from plain dicts, lists and texts."""
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def digest_of(raw: Any) -> str:
    """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(raw)).hexdigest()


def form_digest(form: Form) -> str:
    """The digest of a form, with defaults left out, so that it survives later fields."""
    return digest_of(msgspec.to_builtins(form))
