"""The entry „Beim Schreiben ersetzen“ of the menu „Format“, remembered between two starts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.rich_text.typing_default import TypingDefault
from lpd_desktop.gui.window_memory import WindowMemory

CAPTION = "Beim &Schreiben „ “, – und Listen setzen"


class TypingSetting(QObject):
    """Quotes, dashes and lists are then set as a German word processor does it."""

    def __init__(self, menu: QMenu, memory: WindowMemory) -> None:
        super().__init__(menu)
        self._memory = memory
        TypingDefault.replaces = memory.replaces_while_typing()
        self.action = QAction(CAPTION, self)
        self.action.setCheckable(True)
        self.action.setChecked(TypingDefault.replaces)
        self.action.toggled.connect(self._on_toggled)
        menu.addAction(self.action)

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        TypingDefault.replaces = wanted
        self._memory.remember_replacing_while_typing(wanted)
