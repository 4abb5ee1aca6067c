"""A file of a plan that is among the drafts already, and what somebody wants with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpd_desktop.editing.file_standing import SeenFile
    from lpd_desktop.plan.file import LpdFile


@dataclass(frozen=True)
class MetFile:
    """A file that somebody opened.

    Attributes:
        draft: The id of the draft that it belongs to.
        name: What sentences call it.
        file: The plan in it.
        seen: The .lpd file, None for a PDF.
        wish: What was chosen, one of the keys of `file_offers`; empty for nothing yet.
    """

    draft: str
    name: str
    file: LpdFile
    seen: SeenFile | None = None
    wish: str = ""
