"""How the writer thread's answers reach the window: over one queued signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot


class SaveNews(QObject):
    """`saved` and `failed` are emitted on the GUI thread, whoever tells."""

    saved = Signal()
    failed = Signal(str)
    _posted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def tell_saved(self, _time: str) -> None:
        """May be called from the writer's thread."""
        self._posted.emit("")

    def tell_failed(self, error: Exception) -> None:
        """May be called from the writer's thread."""
        self._posted.emit(str(error) or type(error).__name__)

    @Slot(str)
    def _on_posted(self, sentence: str) -> None:
        if sentence:
            self.failed.emit(sentence)
        else:
            self.saved.emit()
