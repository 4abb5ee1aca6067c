"""Whether text of other programs comes in without any style."""

from __future__ import annotations


class PasteDefault:
    """One for the whole window; apart from the rest, since the window needs it at its start."""

    is_plain = False
