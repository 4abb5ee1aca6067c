"""What somebody typed for a hand-over that is not written yet; kept with the draft."""

from __future__ import annotations

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store import draft_rows
from lpd_desktop.store.access import StoreAccess
from lpd_desktop.store.checksums import is_intact, sealed

WORDS = "hand_over_words"


class HandOverWords:
    """One text for each draft; a newer one replaces it."""

    def __init__(self, access: StoreAccess) -> None:
        """Takes the opened store."""
        self._access = access

    def keep(self, draft: str, content: str) -> None:
        """Keeps the text; an empty one keeps nothing.

        Raises:
            UnknownDraftError: there is no draft of this id.
        """
        if content == self.of(draft):
            return
        with self._access.writing() as database:
            draft_rows.draft_row(database, draft)
            database.execute(f"delete from {WORDS} where draft = ?", [draft])
            if content:
                row = {"draft": draft, "content": content, "time": utc_now()}
                database.table(WORDS).insert(sealed(WORDS, row))

    def of(self, draft: str) -> str:
        """What was kept; empty for nothing, and for an entry that is damaged."""
        with self._access.reading() as database:
            rows = list(database.query(f"select * from {WORDS} where draft = ?", [draft]))
        return next((str(row["content"]) for row in rows if is_intact(WORDS, row)), "")
