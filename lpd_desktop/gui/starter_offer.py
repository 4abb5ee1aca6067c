"""The button that puts a proposed table into an answer; it goes when something is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton

from lpd_desktop.gui.look.icons import icon
from lpd_desktop.gui.rich_text.starter import Starter
from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.plan.rich_text import Blocks, is_blank


class StarterOffer(QPushButton):
    """Stands below an empty answer and never in the way of one that is written."""

    def __init__(self, edit: RichTextEdit, starter: Starter) -> None:
        super().__init__(icon("table"), f"{starter.title} einfügen", edit)
        self._edit = edit
        edit.starter = starter
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)
        edit.blocks_changed.connect(self._on_blocks_changed)
        self._on_blocks_changed(edit.blocks)

    @Slot()
    def _on_clicked(self) -> None:
        self._edit.insert_starter()
        self._edit.flush()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_blocks_changed(self, blocks: Blocks) -> None:
        self.setVisible(is_blank(blocks))
