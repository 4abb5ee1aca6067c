"""One compact toolbar for whichever editor has the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QToolBar, QToolButton, QWidget

from lpd_desktop.gui.look.icons import icon
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.selection import CursorState
from lpd_desktop.gui.rich_text.shortcuts import shown
from lpd_desktop.gui.rich_text.table_menu import TableMenu
from lpd_desktop.gui.rich_text.tool_bar_keys import ToolBarKeys

_STYLES = (
    ("paragraph", "Text"),
    ("heading1", "Überschrift 1"),
    ("heading2", "Überschrift 2"),
)

_BUTTONS = (
    ("bold", "bold", "Fett"),
    ("italic", "italic", "Kursiv"),
    ("", "", ""),
    ("bullet", "list", "Aufzählung"),
    ("number", "list-ordered", "Nummerierte Liste"),
    ("letter", "list-letter", "Liste mit Buchstaben"),
    ("outdent", "outdent", "Eine Ebene höher"),
    ("indent", "indent", "Eine Ebene tiefer"),
    ("", "", ""),
    ("footnote", "superscript", "Fußnote"),
)
_CHECKABLE = frozenset({"bold", "italic", "bullet", "number", "letter"})
_NOT_IN_TABLES = frozenset({"bullet", "number", "letter", "indent", "outdent"})


class StyleBox(QComboBox):
    """Chooses between text and headings; the mouse wheel changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for command, caption in _STYLES:
            self.addItem(caption, command)
        keys = ", ".join(f"{caption} {shown(command)}" for command, caption in _STYLES)
        self.setToolTip(f"Absatzart ({keys})")
        self.setAccessibleName("Absatzart")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_kind(self, kind: str) -> None:
        """Shows what the cursor stands in."""
        self.setCurrentIndex(max(0, self.findData(kind)))


class RichTextToolBar(QToolBar):
    """Buttons for the editor that it follows.

    Attributes:
        style_box: Text or heading.
        table_menu: Commands for tables.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Textformat", parent)
        self._edit: RichTextEdit | None = None
        self._commands: dict[str, QAction] = {}
        self.style_box = StyleBox(self)
        self.table_menu = TableMenu(self)
        self.setIconSize(QSize(18, 18))
        self.setMovable(False)
        self.setAccessibleName("Textformat")
        self._build()
        self.follow(None)

    def _build(self) -> None:
        self.addWidget(self.style_box)
        self.style_box.activated.connect(self._on_style_activated)
        for command, picture, caption in _BUTTONS:
            if command:
                self._add_button(command, picture, caption)
            else:
                self.addSeparator()
        self._add_table_button()
        self._name_overflow()
        self._keys = ToolBarKeys(self)
        self._keys.left.connect(self._on_left)

    def _add_button(self, command: str, picture: str, caption: str) -> None:
        action = QAction(icon(picture), caption, self)
        key = shown(command)
        action.setToolTip(f"{caption} ({key})" if key else caption)
        action.setCheckable(command in _CHECKABLE)
        action.triggered.connect(partial(self.run, command))
        self.addAction(action)
        self._commands[command] = action
        self._name(action, caption)

    def _name(self, action: QAction, caption: str) -> None:
        button = self.widgetForAction(action)
        if button is not None:
            button.setAccessibleName(caption)

    def _add_table_button(self) -> None:
        button = QToolButton(self)
        button.setIcon(icon("table"))
        button.setToolTip("Tabelle")
        button.setAccessibleName("Tabelle")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self.table_menu)
        self.addWidget(button)
        self.table_menu.chosen.connect(self.run)

    def _name_overflow(self) -> None:
        """The button that shows what a narrow window has no room for."""
        button = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if button is not None:
            button.setAccessibleName("Weitere Formate")
            button.setToolTip("Weitere Formate")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def commands(self) -> dict[str, QAction]:
        """The actions by their command, for a menu that shows them too."""
        return self._commands

    def follow(self, edit: RichTextEdit | None) -> None:
        """Serves this editor from now on, none where it is None."""
        if self._edit is not None and self._edit is not edit:
            self._edit.state_changed.disconnect(self._on_state_changed)
            self._edit.tool_bar_wanted.disconnect(self._keys.enter)
            self._edit.destroyed.disconnect(self._on_edit_destroyed)
        if edit is not None and edit is not self._edit:
            edit.state_changed.connect(self._on_state_changed)
            edit.tool_bar_wanted.connect(self._keys.enter)
            edit.destroyed.connect(self._on_edit_destroyed)
        self._edit = edit
        self.setEnabled(edit is not None and not edit.isReadOnly())
        self.table_menu.follow(edit)
        self._on_state_changed(edit.state() if edit is not None else CursorState())

    def run(self, command: str, *_checked: bool) -> None:
        """Carries a command out in the editor and gives it the focus back."""
        if self._edit is not None:
            self._edit.setFocus()
            self._edit.run(command)
            self._on_state_changed(self._edit.state())

    @Slot(int)
    def _on_style_activated(self, index: int) -> None:
        self.run(self.style_box.itemData(index))

    @Slot()
    def _on_left(self) -> None:
        if self._edit is not None:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_edit_destroyed(self) -> None:
        self._edit = None
        self.follow(None)

    @Slot(object)
    def _on_state_changed(self, state: CursorState) -> None:
        self.style_box.show_kind(state.kind)
        self._commands["bold"].setChecked(state.bold)
        self._commands["italic"].setChecked(state.italic)
        for style in ("bullet", "number", "letter"):
            self._commands[style].setChecked(state.list_style == style)
        blocks = self._edit is not None and not self._edit.inline_only
        self.style_box.setEnabled(blocks and not state.in_table)
        for command in _NOT_IN_TABLES:
            self._commands[command].setEnabled(blocks and not state.in_table)
        self._commands["footnote"].setEnabled(blocks)
        caption = "Fußnote bearbeiten" if state.on_note else "Fußnote einfügen"
        self._commands["footnote"].setToolTip(f"{caption} ({shown('footnote')})")
        self.table_menu.show_state(state, is_possible=blocks)
