"""Where each draft was left: step, scroll position, field and cursor. No Qt.

Places are told by address, block and letter, so that they survive another window size, other
fonts, and changes made elsewhere. Losing the file costs no text.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.latest_file import LatestFile
from lpd_desktop.runtime.typed_data import decoded

_DRAFTS_AT_MOST = 60
_BYTES_AT_MOST = 4 * 1024 * 1024
_SECONDS_TO_CLOSE = 2.0


class Spot(msgspec.Struct, frozen=True, omit_defaults=True):
    """One place on a page.

    Attributes:
        field: The field's address, or its spoken name where it has no address.
        block: A text's block by its id, a list's entry by its words.
        offset: Letters before the cursor in the block, or the column of a table.
    """

    field: str = ""
    block: str = ""
    offset: int = 0


class Bookmark(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a page was left.

    Attributes:
        cursor: Where the cursor stood.
        top: What stood at the upper edge of the page.
        shift: Pixels from `top` down to that edge.
    """

    cursor: Spot = Spot()
    top: Spot = Spot()
    shift: int = 0


class _Left(msgspec.Struct, frozen=True, omit_defaults=True):
    """One draft: the step it was left at, and its pages by their step."""

    step: str = ""
    pages: dict[str, Bookmark] = {}


class Bookmarks:
    """All drafts, in one small file of the data folder that is written beside the GUI thread."""

    def __init__(self, folder: Path) -> None:
        """Takes the data folder; nothing is read yet."""
        self._path = folder / "bookmarks.json"
        self._file = LatestFile(self._path)
        self._drafts: dict[str, _Left] | None = None

    def step_of(self, draft: str) -> str:
        """The key of the step at which a draft was left, empty for an unknown one."""
        return self._left(draft).step

    def page_of(self, draft: str, step: str) -> Bookmark | None:
        """How a page was left, None where nobody was there."""
        return self._left(draft).pages.get(step)

    def note(self, draft: str, step: str, page: Bookmark | None = None) -> None:
        """Notes where a draft stands now."""
        left = self._left(draft)
        pages = left.pages if page is None else {**left.pages, step: page}
        now = _Left(step, pages)
        if now == left:
            return
        drafts = self._read()
        drafts.pop(draft, None)
        drafts[draft] = now
        while len(drafts) > _DRAFTS_AT_MOST:
            del drafts[next(iter(drafts))]
        self._file.write(msgspec.json.encode(drafts))

    def close(self) -> None:
        """Writes what is left."""
        self._file.close(_SECONDS_TO_CLOSE)

    def _left(self, draft: str) -> _Left:
        return self._read().get(draft, _Left())

    def _read(self) -> dict[str, _Left]:
        if self._drafts is None:
            self._drafts = _read(self._path)
        return self._drafts


def _read(path: Path) -> dict[str, _Left]:
    """What is stored; a file that is not there or damaged says nothing."""
    if not path.exists():
        return {}
    try:
        return decoded(read_bounded(path, _BYTES_AT_MOST), dict[str, _Left])
    except (LpdError, msgspec.MsgspecError):
        return {}
