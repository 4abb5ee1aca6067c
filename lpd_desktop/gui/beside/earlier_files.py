"""Which file somebody opened as last year's plan, for each draft. No Qt.

The path belongs to this computer, so it is neither in the plan nor in its work, which travel.
"""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.runtime.typed_data import decoded

_LOG = logging.getLogger(__name__)
_DRAFTS_AT_MOST = 200
_BYTES_AT_MOST = 1024 * 1024


class EarlierFiles:
    """One small file of the data folder; for the worker thread. Losing it costs no text."""

    def __init__(self, folder: Path) -> None:
        """Takes the data folder; nothing is read yet."""
        self._path = folder / "earlier-files.json"

    def path_of(self, draft: str) -> Path | None:
        """The file that was opened for a draft, whether it is still there or not."""
        found = self._read().get(draft)
        return Path(found) if found else None

    def remember(self, draft: str, path: Path | None) -> None:
        """Notes the file of a draft; None forgets it."""
        try:
            with alone_with(self._path):
                known = self._read()
                known.pop(draft, None)
                if path is not None:
                    known[draft] = str(path)
                while len(known) > _DRAFTS_AT_MOST:
                    del known[next(iter(known))]
                write_atomically(self._path, msgspec.json.encode(known))
        except LpdError as problem:
            _LOG.warning("%s", problem)

    def _read(self) -> dict[str, str]:
        """What is noted; a file that is not there or damaged says nothing."""
        if not self._path.exists():
            return {}
        try:
            return decoded(read_bounded(self._path, _BYTES_AT_MOST), dict[str, str])
        except (LpdError, msgspec.MsgspecError):
            return {}
