"""Whether quotes, dashes and lists are set while somebody types."""

from __future__ import annotations


class TypingDefault:
    """One for the whole window; apart from the rest, since the window needs it at its start."""

    replaces = True
