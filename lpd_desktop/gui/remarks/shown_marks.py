"""Which editors and rows of the page in front show which remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.remarks.marks import Marked, RemarkMarks
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.remark_list import ListedRemark
from lpd_desktop.runtime.german import counted

_IN_PLAN = ("found", "changed")
CAPTION = "&Anmerkung…"


class ShownMarks(QObject):
    """Marks in the texts of a page, a line below each of its fields, an entry in their menus.

    Attributes:
        entered: The cursor came into the words of a remark; its id.
        wanted: Somebody wants to remark on a text; its editor.
    """

    entered = Signal(str)
    wanted = Signal(object)

    def show(self, page: Page, listed: Sequence[ListedRemark]) -> None:
        """Shows the open remarks; `listed` holds those that are in the plan and others."""
        by_row = _by_row(page, listed)
        for address, row in page.rows.items():
            own = by_row.get(address, [])
            row.tell_remarks(_told(len(own)))
            if isinstance(row, TextRow):
                self._marks_of(row.edit).show([_marked(each) for each in own if _has_words(each)])

    def _marks_of(self, edit: RichTextEdit) -> RemarkMarks:
        found = edit.findChild(RemarkMarks)
        if isinstance(found, RemarkMarks):
            return found
        marks = RemarkMarks(edit)
        marks.entered.connect(self.entered)
        edit.menu_made.connect(partial(self._extend, edit))
        return marks

    def _extend(self, edit: RichTextEdit, menu: QMenu) -> None:
        entry = QAction(f"{CAPTION}\tStrg+Alt+K", menu)
        entry.triggered.connect(partial(self.wanted.emit, edit))
        menu.addSeparator()
        menu.addAction(entry)


def _by_row(page: Page, listed: Iterable[ListedRemark]) -> dict[str, list[ListedRemark]]:
    """The remarks in the rows of a page; one on a cell belongs to the row of its table."""
    found: dict[str, list[ListedRemark]] = {}
    for each in listed:
        if each.place.status in _IN_PLAN and each.remark.is_open:
            row = _row_of(page, Address.parse(each.place.where).field)
            found.setdefault(row, []).append(each)
    return found


def _row_of(page: Page, field: Address) -> str:
    """The row at an address, else the one that it is a part of; empty for none."""
    counts = range(len(field.parts), -1, -1)
    names = (str(Address(field.item, field.parts[:count])) for count in counts)
    return next((name for name in names if name in page.rows), "")


def _has_words(listed: ListedRemark) -> bool:
    return listed.place.number >= 0 and listed.place.end > listed.place.start


def _marked(listed: ListedRemark) -> Marked:
    place, remark = listed.place, listed.remark
    answers = counted(len(remark.replies), "Antwort", "Antworten") if remark.replies else ""
    said = f"Anmerkung von {remark.author.shown}: {listed.text}"
    spoken = "\n".join(part for part in (said, answers) if part)
    return Marked(remark.id, (place.number, place.start, place.end), spoken)


def _told(number: int) -> str:
    if not number:
        return ""
    told = counted(number, "offene Anmerkung", "offene Anmerkungen")
    return f"✎ {told} hierzu; F4 führt durch die Anmerkungen."
