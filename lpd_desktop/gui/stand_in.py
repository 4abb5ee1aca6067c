"""Plain editor until the rich one is there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolBar

from lpd_desktop.plan.rich_text import paragraph, plain_text, walk_runs


class RichTextEdit(QTextEdit):
    blocks_changed = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._blocks = ()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self):
        return QSize(300, max(120, int(self.document().size().height()) + 8))

    def minimumSizeHint(self):
        return QSize(200, self.sizeHint().height())

    @property
    def blocks(self):
        return self._blocks

    def set_blocks(self, blocks):
        self.blockSignals(True)
        self.setPlainText("\n".join(plain_text(runs) for _b, runs in walk_runs(blocks)))
        self.blockSignals(False)
        self._blocks = blocks

    def _on_text(self):
        self._blocks = tuple(paragraph(line) for line in self.toPlainText().split("\n"))
        self.blocks_changed.emit()

    def go_to(self, block, quote):
        if quote:
            self.find(quote)


class RichTextToolBar(QToolBar):
    def follow(self, edit):
        pass
