"""The commands on a table as entries of menus: in the tool bar, under the right mouse button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.rich_text.selection import CursorState


@dataclass(frozen=True)
class TableEntry:
    """A command on the table at the cursor; `is_on` says whether its entry is ticked."""

    command: str
    caption: str
    is_on: Callable[[CursorState], bool] | None = None
    is_possible: Callable[[CursorState], bool] = lambda state: state.in_table


def _has_room_below(state: CursorState) -> bool:
    return state.in_table and state.may_lengthen


def _has_room_beside(state: CursorState) -> bool:
    return state.in_table and state.may_widen


GROUPS: tuple[tuple[TableEntry, ...], ...] = (
    (
        TableEntry("row_above", "Zeile &darüber einfügen", is_possible=_has_room_below),
        TableEntry("row_below", "Zeile da&runter einfügen", is_possible=_has_room_below),
        TableEntry("column_left", "Spalte &links einfügen", is_possible=_has_room_beside),
        TableEntry("column_right", "Spalte re&chts einfügen", is_possible=_has_room_beside),
    ),
    (
        TableEntry("header_row", "Erste Zeile ist &Kopfzeile", lambda s: s.header_rows > 0),
        TableEntry(
            "two_header_rows", "Erste z&wei Zeilen sind Kopfzeilen", lambda s: s.header_rows > 1
        ),
        TableEntry("header_column", "Erste Spalte ist Kopf&spalte", lambda s: s.header_column),
    ),
    (
        TableEntry("remove_row", "&Zeile löschen"),
        TableEntry("remove_column", "S&palte löschen"),
        TableEntry("remove_table", "&Tabelle löschen"),
    ),
)

_FULL = "Mehr Spalten passen nicht auf eine gedruckte Seite."


class TableActions(QObject):
    """The entries of one menu; what is chosen goes to `run` by its name."""

    def __init__(self, menu: QMenu, run: Callable[[str], object]) -> None:
        super().__init__(menu)
        self._run = run
        self._actions: list[tuple[TableEntry, QAction]] = []
        menu.setToolTipsVisible(True)
        for group in GROUPS:
            menu.addSeparator()
            for entry in group:
                self._add(menu, entry)

    def _add(self, menu: QMenu, entry: TableEntry) -> None:
        action = QAction(entry.caption, menu)
        action.setCheckable(entry.is_on is not None)
        action.triggered.connect(partial(self._on_triggered, entry.command))
        menu.addAction(action)
        self._actions.append((entry, action))

    def show_state(self, state: CursorState) -> None:
        """Enables what can be done at the cursor and ticks what holds there."""
        for entry, action in self._actions:
            action.setEnabled(entry.is_possible(state))
            if entry.is_on is not None:
                action.setChecked(entry.is_on(state))
            is_full = state.in_table and not state.may_widen
            if entry.is_possible is _has_room_beside:
                action.setToolTip(_FULL if is_full else "")

    def _on_triggered(self, command: str, *_checked: bool) -> None:
        self._run(command)
