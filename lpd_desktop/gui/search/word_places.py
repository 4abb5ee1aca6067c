"""Leading to words anywhere in the plan, and telling where the cursor stands among them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from lpd_desktop.gui.search.passage_cursor import cursor_for, passage_at
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.passages import Passage


class WordPlaces(QObject):
    """The words of one open plan on their pages."""

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self._wizard = wizard

    def lead_to(self, passage: Passage, start: int, end: int) -> None:
        """Shows the page of some words, selects them and sets the cursor there."""
        self._wizard.lead_to(str(passage.where))
        row = self._wizard.page.rows.get(str(passage.where.field))
        if isinstance(row, TextRow):
            cursor = cursor_for(row.edit.document(), passage.number, start, end)
            if cursor is not None:
                row.edit.setTextCursor(cursor)
                self._wizard.page.keep_focus_in_sight()
        elif row is not None and isinstance(row.field, QLineEdit):
            row.field.setSelection(start, end - start)

    def here(self) -> tuple[Address, int, int] | None:
        """Field, passage and character at the cursor; None outside of texts."""
        page = self._wizard.page
        focused = page.focusWidget()
        for row in page.rows.values():
            if isinstance(row, TextRow) and row.edit is focused:
                return (row.address, *passage_at(row.edit.textCursor()))
        return None

    def focus(self) -> None:
        """Sets the focus into the page, where it was last."""
        self._wizard.focus_page()
