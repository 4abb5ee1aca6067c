"""Where somebody is writing: the address of the field, and of the block with the cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QTextEdit, QWidget

from lpd_desktop.gui.application import running_application
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.text_places import memory_of
from lpd_desktop.gui.wizard import PlanWizard

_SETTLED_MS = 60
_WATCHED = "its cursor is followed"


class EditedPlace(QObject):
    """Tells soon after the cursor went to another place."""

    moved = Signal(str)

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._at = ""
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(self._tell)
        wizard.step_changed.connect(self._soon.start)
        running_application().focusChanged.connect(self._on_focus_changed)
        self._watch(wizard.page.focusWidget())

    @property
    def address(self) -> str:
        """Where the cursor is now."""
        return place_in(self._wizard.page)

    def end(self) -> None:
        """The plan is being closed."""
        self._soon.stop()
        running_application().focusChanged.disconnect(self._on_focus_changed)

    @Slot()
    def _tell(self) -> None:
        address = self.address
        if address != self._at:
            self._at = address
            self.moved.emit(address)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._wizard.page.isAncestorOf(now):
            self._watch(now)
            self._soon.start()

    def _watch(self, widget: QWidget | None) -> None:
        if isinstance(widget, QTextEdit) and not widget.property(_WATCHED):
            widget.setProperty(_WATCHED, True)
            widget.cursorPositionChanged.connect(self._soon.start)


def place_in(page: Page) -> str:
    """The address of the field with the focus, else of the page."""
    focused = page.focusWidget()
    address = page.row_address(focused)
    return f"{address}{_block_at(focused)}" if address else page.step.key


def _block_at(widget: QWidget | None) -> str:
    """The block with the cursor, as it stands behind an address; empty outside of texts."""
    block = memory_of(widget.textCursor()).block_id if isinstance(widget, QTextEdit) else ""
    return f"#{block}" if block else ""
