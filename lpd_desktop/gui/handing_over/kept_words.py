"""What somebody typed for a hand-over, where it differs from what is proposed. No Qt.

What was left as proposed is not kept, so that what the office sets meanwhile still arrives.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.typed_data import decoded
from lpd_desktop.store.submission_entries import Way


class KeptWords(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """None is what was left as proposed.

    Attributes:
        seal: Of the approval; words for another one name its names and checksum.
    """

    seal: str = ""
    recipient: str | None = None
    address: str | None = None
    way: Way | None = None
    rule: str | None = None
    folder: str | None = None
    subject: str | None = None
    text: str | None = None
    publishing: bool | None = None
    changes: bool | None = None

    def as_text(self) -> str:
        """For the store; empty where nothing differs."""
        if self == KeptWords(seal=self.seal):
            return ""
        return msgspec.json.encode(self).decode("utf-8")

    def for_seal(self, seal: str) -> KeptWords:
        """What of it holds for an approval: subject and text only for their own."""
        if seal == self.seal:
            return self
        return msgspec.structs.replace(self, seal=seal, subject=None, text=None)


def words_in(content: str, seal: str) -> KeptWords | None:
    """What was kept, as far as it holds for an approval; None for nothing."""
    if not content:
        return None
    try:
        words = decoded(content.encode("utf-8"), KeptWords).for_seal(seal)
    except (LpdError, msgspec.MsgspecError):
        return None
    return words if words.as_text() else None


@dataclass(frozen=True)
class KeepWords:
    """Puts them beside the draft in the store."""

    data_folder: Path
    draft: str
    content: str

    def __call__(self, _progress: Progress) -> None:
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            store.submissions.words.keep(self.draft, self.content)
