"""Steps, page and panel beside each other, as far as the window has room for them.

In a wide window all three stand side by side. A narrow one folds the panel until somebody asks
for it; in a single column one of the three is shown at a time.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

Room = Literal["wide", "narrow", "single"]
_WIDE = 1100
_NARROW = 620
_PARTS: dict[Room, tuple[int, int, int]] = {
    "wide": (275, 775, 290),
    "narrow": (190, 800, 260),
    "single": (400, 400, 400),
}
"""Widths of the list of steps, the page and the panel."""


def room_of(width: int) -> Room:
    """What a window of this width has room for."""
    return "wide" if width >= _WIDE else "narrow" if width >= _NARROW else "single"


class Folding(QObject):
    """Knows what somebody wishes to see and shows what there is room for."""

    panel_shown = Signal(bool)
    steps_shown = Signal(bool)

    def __init__(self, splitter: QSplitter, steps: QWidget, page: QWidget, panel: QWidget) -> None:
        super().__init__(splitter)
        self._splitter, self._steps, self._page, self._panel = splitter, steps, page, panel
        self._wishes = {steps: True, panel: True}
        self.room: Room = "wide"
        for part in (steps, page, panel):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, int(part is page))
        splitter.setChildrenCollapsible(False)
        splitter.setSizes(_PARTS["wide"])

    @property
    def is_single(self) -> bool:
        """Whether only one part is shown at a time."""
        return self.room == "single"

    def wish_panel(self, wanted: bool) -> None:
        """Somebody wants the panel, or does not."""
        self._wish(self._panel, wanted)

    def wish_steps(self, wanted: bool) -> None:
        """Somebody wants the list of steps, or does not."""
        self._wish(self._steps, wanted)

    @Slot()
    def bring_page(self) -> None:
        """Whatever stands in front of the page goes."""
        if self.is_single and self._page.isHidden():
            self._show(self._page)

    def fit(self, width: int) -> None:
        """The window has another width."""
        room = room_of(width)
        if room == self.room:
            return
        self.room = room
        if room == "single":
            self._show(self._page)
        else:
            beside = [part for part, wanted in self._wishes.items() if wanted]
            kept = (part for part in beside if room == "wide" or part is not self._panel)
            self._show(self._page, *kept)
        self._splitter.setSizes(_PARTS[room])

    def _wish(self, part: QWidget, wanted: bool) -> None:
        if self.is_single:
            self._show(part if wanted else self._page)
            return
        self._wishes[part] = wanted
        part.setVisible(wanted)
        self._tell()

    def _show(self, *shown: QWidget) -> None:
        """These are seen before the others go, so that the focus has somewhere to go."""
        for part in shown:
            part.show()
        for part in (self._steps, self._page, self._panel):
            part.setVisible(part in shown)
        self._tell()

    def _tell(self) -> None:
        self.panel_shown.emit(not self._panel.isHidden())
        self.steps_shown.emit(not self._steps.isHidden())
