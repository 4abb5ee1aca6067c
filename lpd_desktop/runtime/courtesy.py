"""Long work beside the window steps aside while somebody types or waits for a page.

Two threads of Python take turns, so that a key press would take twice its time meanwhile.
"""

from __future__ import annotations

import time

_SECONDS = 0.03
"""What follows a key press is done by then."""


class Courtesy:
    """One thread tells that it has something urgent; the others rest for a moment."""

    def __init__(self) -> None:
        self._until = 0.0

    def ask(self) -> None:
        """Something urgent begins; may be called again and again."""
        self._until = time.monotonic() + _SECONDS

    def rest(self) -> None:
        """Lets it pass; one rest is short, so that steady typing slows long work and no more."""
        left = self._until - time.monotonic()
        if left > 0:
            time.sleep(min(left, _SECONDS))


COURTESY = Courtesy()
"""That of this process."""
