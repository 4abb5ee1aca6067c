"""What can still be read of a damaged draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lpd_desktop.plan.file import LpdFile, from_plain
from lpd_desktop.store.checksums import is_intact
from lpd_desktop.store.draft_rows import draft_problems, stored_pieces
from lpd_desktop.store.earlier.history import earlier_answers
from lpd_desktop.store.errors import DamagedDraftError
from lpd_desktop.store.pieces import PARTS, Pieces, put_together

if TYPE_CHECKING:
    from sqlite_utils import Database

_WITHOUT = {(PARTS, "work"): "{}", (PARTS, "release"): "null"}
_STRUCTURE = ("schema", "form", "plan")
_EMPTY_TABLE, _EMPTY_TEXT = "null", "[]"


@dataclass(frozen=True)
class Salvaged:
    """A draft without its damaged rows.

    Attributes:
        file: The plan; a damaged answer is its newest kept state, or empty.
        problems: German sentences on what was damaged.
        missing: Addresses at which an older text stands now, or none.
    """

    file: LpdFile
    problems: tuple[str, ...]
    missing: tuple[str, ...]


def salvaged(database: Database, row: Mapping[str, Any]) -> Salvaged:
    """The draft of a row of `drafts`, as far as its rows are intact.

    Raises:
        DamagedDraftError: the form or the structure of the plan itself is damaged.
    """
    draft = row["id"]
    stored = stored_pieces(database, draft)
    intact = {key: piece["content"] for key, piece in stored.items() if is_intact(key[0], piece)}
    if any((PARTS, name) not in intact for name in _STRUCTURE):
        message = (
            f"Vom Entwurf {draft} ist der Aufbau beschädigt; er steht in der letzten Sicherung."
        )
        raise DamagedDraftError(message)
    pieces = {**_WITHOUT, **intact}
    missing: list[str] = []
    while True:
        try:
            raw = put_together(pieces)
        except KeyError as error:
            missing.append(_fill(database, draft, pieces, error))
        else:
            return Salvaged(from_plain(raw), tuple(draft_problems(database, row)), tuple(missing))


def _fill(database: Database, draft: str, pieces: Pieces, error: KeyError) -> str:
    """Puts an older text, or an empty one, in the place of a missing answer."""
    key = error.args[0]
    address = str(key[1])
    kept = earlier_answers(database, draft, address)
    empty = _EMPTY_TABLE if address.endswith("/table") else _EMPTY_TEXT
    pieces[key] = kept[0].content if kept else empty
    return address
