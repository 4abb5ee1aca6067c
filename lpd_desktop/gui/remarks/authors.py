"""Who makes remarks with this window: typed once, then remembered. No Qt."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.gui.window_memory import WindowMemory
from lpd_desktop.plan.remark import AUTHOR_KINDS, Author, AuthorKind


def known_author(memory: WindowMemory, data_folder: Path) -> Author:
    """Who remarked last, else the user of the office's settings; without a name nobody is known."""
    name, role, side = memory.remark_author()
    if name:
        kind: AuthorKind = "ministry" if side == "ministry" else "inside"
        return Author(name=name, role=role, kind=kind)
    settings = office_settings(data_folder)
    return Author(name=settings.own_name, role=settings.own_role)


def told_author(author: Author) -> str:
    """As whom somebody remarks, in one sentence."""
    return f"Sie schreiben als {author.shown} ({AUTHOR_KINDS[author.kind]})."
