"""The menu of commands for tables, and the dialog for the size of a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QMenu,
    QWidget,
)

from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.rich_text.count_box import count_box
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.selection import MOST_COLUMNS, MOST_ROWS, CursorState
from lpd_desktop.gui.rich_text.table_actions import TableActions
from lpd_desktop.gui.rich_text.tables import insert_table


class TableMenu(QMenu):
    """Commands for tables.

    Attributes:
        chosen: The command that was chosen, by its name.
        dialog: The dialog for a new table while it is open.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("&Tabelle", parent)
        self._edit: RichTextEdit | None = None
        self._place = QTextCursor()
        self.dialog: TableSizeDialog | None = None
        # Actions that Qt makes itself are lost to Python when pages are dropped.
        self._insert = QAction("Tabelle &einfügen…", self)
        self._insert.triggered.connect(self._on_insert_triggered)
        self._starter = QAction(self)
        self._starter.triggered.connect(self._on_starter_triggered)
        self.addActions((self._insert, self._starter))
        self._entries = TableActions(self, self.chosen.emit)

    def follow(self, edit: RichTextEdit | None) -> None:
        """New tables go into this editor."""
        self._edit = edit
        starter = edit.starter if edit is not None else None
        self._starter.setVisible(starter is not None)
        self._starter.setText(f"{starter.title} ei&nfügen" if starter is not None else "")

    def ask_size(self) -> None:
        """Asks for the size of a new table where one may stand at the cursor."""
        self._insert.trigger()

    def show_state(self, state: CursorState, *, is_possible: bool) -> None:
        """Enables what can be done at the cursor."""
        self._insert.setEnabled(is_possible and not state.in_table)
        self._starter.setEnabled(is_possible and not state.in_table)
        self._entries.show_state(state)

    @Slot()
    def _on_insert_triggered(self) -> None:
        if self._edit is None:
            return
        self._place = self._edit.textCursor()
        self.dialog = TableSizeDialog(self._edit.window())
        self.dialog.accepted.connect(self._on_dialog_accepted)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    @Slot()
    def _on_starter_triggered(self) -> None:
        if self._edit is not None:
            self._edit.insert_starter()
            self._edit.setFocus()

    @Slot()
    def _on_dialog_accepted(self) -> None:
        if self._edit is None or self.dialog is None:
            return
        rows, columns = self.dialog.rows.value(), self.dialog.columns.value()
        header = self.dialog.header_row.isChecked()
        insert_table(self._place, rows, columns, header_row=header)
        self._edit.setTextCursor(self._place)
        self._edit.setFocus()


class TableSizeDialog(ScrollingDialog):
    """Asks how many rows and columns a new table has; opened with `open()`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tabelle einfügen")
        self.rows = count_box(3, MOST_ROWS, "Zeilen")
        self.columns = count_box(3, MOST_COLUMNS, "Spalten")
        self.header_row = QCheckBox("Erste Zeile ist &Kopfzeile")
        self.header_row.setChecked(True)
        layout = QFormLayout(self)
        layout.addRow("&Zeilen", self.rows)
        layout.addRow("&Spalten", self.columns)
        layout.addRow(self.header_row)
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        box.button(kinds.Ok).setText("&Einfügen")
        box.button(kinds.Cancel).setText("&Abbrechen")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout.addRow(box)
