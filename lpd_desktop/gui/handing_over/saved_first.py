"""What was typed last is in the store before a hand-over reads it. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from lpd_desktop.gui.plan_jobs import NotSavedError

Flush = Callable[[float], bool]

_SECONDS_TO_SAVE = 10.0
_NOT_SAVED = (
    "Die Übergabe ist nicht möglich, solange sich der Entwurf nicht speichern lässt; bitte "
    "versuchen Sie es, sobald er gespeichert ist."
)


def require_saved(flush: Flush) -> None:
    """Waits until everything is stored.

    Raises:
        NotSavedError: that does not work.
    """
    if not flush(_SECONDS_TO_SAVE):
        raise NotSavedError(_NOT_SAVED)
