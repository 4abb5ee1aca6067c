"""What can be done when the draft was saved elsewhere, or is gone, since it was opened here."""

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
_LOST = (
    "Dieser Entwurf ist nicht mehr an seinem Platz: {cause} {copy} Kommt er dorthin zurück, wird "
    "von selbst weitergespeichert. Wie möchten Sie weitermachen?"
)
_COPY = "Ihr Stand liegt als Kopie in „{path}“."
_AS_NEW, _REOPEN = "Meinen Stand als &neuen Entwurf aufnehmen", "Entwurf neu &öffnen"
_SAVED_ELSEWHERE = "Der Entwurf wurde anderswo gespeichert."
_IS_LOST = "Der Entwurf ist nicht mehr an seinem Platz."


class SaveConflict(QObject):
    """Asks when somebody presses the button beside the sentence.

    A draft that was saved elsewhere is asked about once without that: what is typed on would
    belong to no draft. Who is just typing answers nothing by it.
    """

    copy_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, window: QWidget, news: SaveNews, bar: BottomBar) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self._error: SaveFailedError | None = None
        news.conflicted.connect(self._on_conflicted)
        news.saved.connect(self._on_saved)
        bar.settle.clicked.connect(self.ask)

    @Slot(object)
    def _on_conflicted(self, error: SaveFailedError) -> None:
        is_news = self._error is None
        self._error = error
        reason = _SAVED_ELSEWHERE if error.is_conflict else _IS_LOST
        self._bar.settle.setAccessibleDescription(reason)
        self._bar.settle.show()
        if is_news and error.is_conflict:
            self._ask(is_unasked=True)

    @Slot()
    def _on_saved(self) -> None:
        """What was lost came back."""
        self._error = None
        self._bar.settle.hide()

    @Slot()
    def ask(self) -> None:
        """Offers the ways out; Escape leaves everything as it is."""
        self._ask(is_unasked=False)

    def _ask(self, *, is_unasked: bool) -> None:
        if self._error is None:
            return
        copy = _COPY.format(path=self._error.rescue) if self._error.rescue is not None else ""
        pattern = _QUESTION if self._error.is_conflict else _LOST
        question = pattern.format(copy=copy, cause=self._error.cause).replace("  ", " ")
        title = "Anderswo gespeichert" if self._error.is_conflict else "Entwurf nicht gefunden"
        answers = [(_AS_NEW, self.copy_wanted.emit)]
        if self._error.is_conflict:
            answers.append((_REOPEN, self.reopen_wanted.emit))
        choose_one(self._window, title, question, answers, is_unasked=is_unasked)
