"""Puts blocks of last year where the cursor of this year's answer stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.editing.taking_over import TakenOver, with_new_ids
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.beside.followed_place import FollowedPlace
from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.rich_text.shapes import flatten
from lpd_desktop.gui.text_places import memory_of
from lpd_desktop.plan.rich_text import Blocks, is_blank
from lpd_desktop.runtime.german import counted

_BEHIND_ALL = 2**30
_ROOM = 60


class Taking(QObject):
    """Belongs to the panel; brings into sight what was taken over last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._place: FollowedPlace | None = None
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._on_settled)

    def take(self, place: FollowedPlace, blocks: Blocks) -> bool:
        """Takes blocks over as one step of the draft; whether it was possible."""
        row = place.row
        if row is None or not blocks:
            return False
        row.flush()
        own = with_new_ids(blocks)
        if not place.page.change(_title(own), _step(place, own)):
            return False
        last = list(flatten(own))[-1].shape.id
        row.edit.setTextCursor(CursorMemory(last, _BEHIND_ALL).found_in(row.edit.document()))
        announce(row.edit, f"{_title(own)}: erledigt")
        self._place = place
        self._settled.start()
        return True

    @Slot()
    def _on_settled(self) -> None:
        """Scrolls once the page is as high as its text."""
        place, self._place = self._place, None
        area = place.page.scroll_area() if place is not None else None
        if place is None or place.row is None or area is None:
            return
        edit = place.row.edit
        point = edit.viewport().mapTo(place.page, edit.cursorRect().center())
        area.ensureVisible(point.x(), point.y(), 0, _ROOM)


def _step(place: FollowedPlace, blocks: Blocks) -> TakenOver:
    assert place.row is not None
    cursor = place.row.edit.textCursor()
    at = memory_of(cursor)
    is_before = at.offset == 0 and not cursor.atBlockEnd()
    return TakenOver(place.row.address.at_block(at.block_id), blocks, is_before=is_before)


def _title(blocks: Blocks) -> str:
    count = sum(not is_blank((block,)) for block in blocks)
    return f"{counted(count, 'Absatz', 'Absätze')} übernehmen" if count > 1 else "Absatz übernehmen"
