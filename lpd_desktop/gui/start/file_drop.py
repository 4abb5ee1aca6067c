"""Files that are dropped onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from lpd_desktop.plan.remark_file import REMARKS_SUFFIX

BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"})
BOOK_FILTER = "Tabellen (*.xlsx *.xlsm *.xls *.ods *.xlsb);;Alle Dateien (*)"
PLANS = frozenset({".lpd", ".pdf", REMARKS_SUFFIX})


class FileDrop(QObject):
    """Emits `dropped` with the one file whose kind is known; everything else is refused.

    Args:
        kinds: The endings that are known, small and with their dot; None for every file.
    """

    dropped = Signal(Path)

    def __init__(self, window: QWidget, kinds: frozenset[str] | None = BOOKS | PLANS) -> None:
        super().__init__(window)
        self._kinds = kinds
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        path = dropped_file(event.mimeData(), self._kinds)
        if path is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent):
            self.dropped.emit(path)
        return True


def dropped_file(data: QMimeData, kinds: frozenset[str] | None = BOOKS | PLANS) -> Path | None:
    """The one local file of a known kind; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if kinds is None or path.suffix.casefold() in kinds else None
