"""The entry „Immer ohne Format einfügen“ of the menu „Format“, remembered between two starts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.rich_text.paste_default import PasteDefault
from lpd_desktop.gui.window_memory import WindowMemory

CAPTION = "&Immer ohne Format einfügen"


class PasteSetting(QObject):
    """Text of other programs then comes in line by line; own text keeps what it is."""

    def __init__(self, menu: QMenu, memory: WindowMemory) -> None:
        super().__init__(menu)
        self._memory = memory
        PasteDefault.is_plain = memory.pastes_plain()
        self.action = QAction(CAPTION, self)
        self.action.setCheckable(True)
        self.action.setChecked(PasteDefault.is_plain)
        self.action.toggled.connect(self._on_toggled)
        menu.addAction(self.action)

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        PasteDefault.is_plain = wanted
        self._memory.remember_plain_pasting(wanted)
