"""How the writer thread's answers reach the window: over one queued signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from lpd_desktop.editing.writer import SaveFailedError


class SaveNews(QObject):
    """`saved` and `failed` are emitted on the GUI thread, whoever tells.

    `conflicted` comes with `failed` where somebody has to decide: the draft was saved elsewhere
    meanwhile, or it is not there any more.

    Attributes:
        last_failure: Why the newest attempt failed, known before the signals arrive.
    """

    saved = Signal()
    failed = Signal(str)
    conflicted = Signal(object)
    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.last_failure: SaveFailedError | None = None
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def tell_saved(self, _time: str) -> None:
        """May be called from the writer's thread."""
        self.last_failure = None
        self._post(None)

    def tell_failed(self, error: Exception) -> None:
        """May be called from the writer's thread."""
        self.last_failure = error if isinstance(error, SaveFailedError) else None
        self._post(error)

    def _post(self, error: Exception | None) -> None:
        """The thread may outlive the window by one attempt; then nobody is there to be told."""
        if isValid(self):
            self._posted.emit(error)

    @Slot(object)
    def _on_posted(self, error: Exception | None) -> None:
        if error is None:
            self.saved.emit()
            return
        self.failed.emit(_told(str(error) or type(error).__name__))
        if isinstance(error, SaveFailedError) and (error.is_conflict or error.is_lost):
            self.conflicted.emit(error)


def _told(sentence: str) -> str:
    is_said = "nicht gespeichert" in sentence.casefold()
    return sentence if is_said else f"Nicht gespeichert: {sentence}"
