"""A native check box whose long caption is wrapped."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

_MARK = 30


class WrappingCheckBox(QCheckBox):
    """Wraps its caption to its width."""

    def __init__(self, caption: str) -> None:
        super().__init__(caption)
        self._caption = caption
        self.setAccessibleName(caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(300, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wrapped = "\n".join(self._lines(max(80, event.size().width() - _MARK)))
        if wrapped != self.text():
            self.setText(wrapped)

    def _lines(self, width: int) -> list[str]:
        lines = [""]
        for word in self._caption.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.fontMetrics().horizontalAdvance(longer) > width and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = longer
        return [line.replace("&", "&&") for line in lines]
