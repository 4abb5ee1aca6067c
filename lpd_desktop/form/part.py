"""What everything in a form has in common."""

from __future__ import annotations

import msgspec


class FormPart(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Base of everything in a form: immutable, strict, defaults left out when written."""
