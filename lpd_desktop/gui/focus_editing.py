"""Undo, clipboard and format follow the focus: the editor in it first, else the draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QTextEdit

from lpd_desktop.gui.menus import Actions
from lpd_desktop.gui.steps_beside import StepsBeside

if TYPE_CHECKING:
    from lpd_desktop.editing.open_draft import Change, OpenDraft


_WORDS = {"undo": "&Rückgängig", "redo": "&Wiederholen"}
_IN_MENUS = {"edit-undo": ("undo", "Strg+Z"), "edit-redo": ("redo", "Strg+Y")}
"""What Qt calls the entries in the menu of a text."""


class FocusEditing(QObject):
    """Connects the menu „Bearbeiten“."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._actions = actions
        self._draft: OpenDraft | None = None
        self._beside = StepsBeside(window, self._newest_step)
        self._unsubscribe: Callable[[], None] | None = None
        for key in ("undo", "redo", "cut", "copy", "paste", "select_all"):
            actions[key].triggered.connect(self._on_triggered)
        actions.menus["Bearbeiten"].aboutToShow.connect(self._on_menu_shown)
        actions.menus["Bearbeiten"].aboutToHide.connect(self._on_menu_hidden)

    def follow(self, draft: OpenDraft | None) -> None:
        """Takes the draft whose steps are undone outside of the editors."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        self._draft = draft
        self._unsubscribe = draft.subscribe(self._on_draft_changed) if draft else None

    def _on_draft_changed(self, change: Change) -> None:
        if change.in_all_texts:
            self._beside.note()

    def _newest_step(self) -> int:
        return self._draft.undo_number if self._draft is not None else 0

    @Slot()
    def _on_triggered(self) -> None:
        from lpd_desktop.gui.budget.budget_grid import BudgetGrid

        key = self.sender().objectName()
        widget = QApplication.focusWidget()
        if isinstance(widget, QTextEdit | QLineEdit):
            if key in ("undo", "redo") and not self._is_undone_here(widget, key):
                self._on_draft(key)
            else:
                getattr(widget, {"select_all": "selectAll"}.get(key, key))()
        elif isinstance(widget, BudgetGrid) and key in ("copy", "paste"):
            getattr(widget, key)()
        else:
            self._on_draft(key)

    def _is_undone_here(self, widget: QTextEdit | QLineEdit, key: str) -> bool:
        """Whether the field has something to undo that is newer than a change everywhere."""
        return _can(widget, key) and (key == "redo" or not self._beside.is_newest_in(widget))

    def _on_draft(self, key: str) -> None:
        if self._draft is not None and key in ("undo", "redo"):
            getattr(self._draft, key)()

    @Slot()
    def _on_menu_shown(self) -> None:
        widget = QApplication.focusWidget()
        for key in _WORDS:
            title = self._title(widget, key)
            self._actions[key].setText(_caption(key, title))
            self._actions[key].setEnabled(bool(title))

    def offer_in(self, menu: QMenu, edit: QTextEdit) -> None:
        """The menu of a text undoes what the menu bar would undo."""
        for action in menu.actions():
            key, keys = _IN_MENUS.get(action.objectName(), ("", ""))
            if key:
                title = self._title(edit, key)
                action.setText(f"{_caption(key, title)}\t{keys}")
                action.setEnabled(bool(title))
                action.triggered.disconnect()
                action.triggered.connect(self._actions[key].trigger)

    @Slot()
    def _on_menu_hidden(self) -> None:
        """The shortcuts stay alive whatever the menu showed."""
        for key in ("undo", "redo"):
            self._actions[key].setEnabled(self._draft is not None)

    def _title(self, widget: object, key: str) -> str:
        if isinstance(widget, QTextEdit | QLineEdit) and self._is_undone_here(widget, key):
            return _title_here(widget, key) or "Eingabe"
        if self._draft is None:
            return ""
        return self._draft.undo_title if key == "undo" else self._draft.redo_title


def _caption(key: str, title: str) -> str:
    return f"{_WORDS[key]}: {title}" if title else _WORDS[key]


def _title_here(widget: QTextEdit | QLineEdit, key: str) -> str:
    if not isinstance(widget, QTextEdit):
        return ""
    from lpd_desktop.gui.text_editor import RichTextEdit

    if not isinstance(widget, RichTextEdit):
        return ""
    return (widget.step_to_undo if key == "undo" else widget.step_to_redo).title


def _can(widget: QTextEdit | QLineEdit, key: str) -> bool:
    if widget.isReadOnly():
        return False
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if key == "undo" else widget.isRedoAvailable()
    document = widget.document()
    return document.isUndoAvailable() if key == "undo" else document.isRedoAvailable()
