"""What can be done when the draft was saved elsewhere since it was opened here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.writer import SaveFailedError
from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.wizard_frame import BottomBar

_QUESTION = (
    "Dieser Entwurf wurde inzwischen an anderer Stelle gespeichert, etwa in einem zweiten Fenster. "
    "Was Sie hier geschrieben haben, passt deshalb nicht mehr zu ihm. {copy} Wie möchten Sie "
    "weitermachen?"
)
_COPY = "Ihr Stand liegt als Kopie in „{path}“."
_ANSWERS = ("Meinen Stand als &neuen Entwurf aufnehmen", "Entwurf neu &öffnen")


class SaveConflict(QObject):
    """Asks once by itself, later when somebody presses the button beside the sentence."""

    copy_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, window: QWidget, news: SaveNews, bar: BottomBar) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self._error: SaveFailedError | None = None
        news.conflicted.connect(self._on_conflicted)
        bar.settle.clicked.connect(self.ask)

    @Slot(object)
    def _on_conflicted(self, error: SaveFailedError) -> None:
        is_news = self._error is None
        self._error = error
        self._bar.settle.show()
        if is_news:
            self.ask()

    @Slot()
    def ask(self) -> None:
        """Offers both ways; Escape leaves everything as it is."""
        rescue = self._error.rescue if self._error is not None else None
        copy = _COPY.format(path=rescue) if rescue is not None else ""
        ways = (self.copy_wanted.emit, self.reopen_wanted.emit)
        question = _QUESTION.format(copy=copy).replace("  ", " ")
        answers = tuple(zip(_ANSWERS, ways, strict=True))
        choose_one(self._window, "Anderswo gespeichert", question, answers)
