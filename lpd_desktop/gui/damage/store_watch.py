"""Looks at the whole store in the background, and leads to its repair where it is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.gui.damage.repair_work import Damage, LookOver
from lpd_desktop.gui.messages import ask

if TYPE_CHECKING:
    from lpd_desktop.gui.main_window import MainWindow

_KEY, _UNLISTED = "damage", "unlisted"
_LOOKS_AFTER_MS = 3000
"""The window stands and has loaded what an open plan needs."""
_TITLE = "Entwürfe beschädigt"
_FILE = (
    "Die Datei mit Ihren Entwürfen ist beschädigt oder durch eine andere ersetzt. Sie wurde nicht "
    "verändert."
)
_DRAFT = (
    "Dieser Entwurf ist beschädigt gespeichert; andere lassen sich öffnen. Er wurde nicht "
    "verändert."
)
_QUESTION = "{sentence} Möchten Sie Ihre Entwürfe jetzt reparieren?"
_NOT_NOW = "Ihre Entwürfe lassen sich gerade nicht anzeigen. {sentence}"
_OPEN = (
    "Bei der Prüfung im Hintergrund fiel eine Beschädigung auf. {sentence} Was Sie hier schreiben, "
    "wird weiter gespeichert. Zum Reparieren schließt das Programm diesen Plan."
)


class StoreWatch(QObject):
    """Puts a notice on the start page of a window, and opens the repair."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._services = window, window.services
        self._damage: Damage | None = None
        self._has_looked = False
        self._later = QTimer(self, singleShot=True, interval=_LOOKS_AFTER_MS)
        self._later.timeout.connect(self.look)
        window.opening.damaged.connect(self.meet)
        window.opening.unlisted.connect(self._on_unlisted)
        window.opening.rows_changed.connect(self._on_listed)

    @Slot(str)
    def _on_unlisted(self, sentence: str) -> None:
        answers = [("Noch einmal &versuchen", self._window.opening.refresh)]
        sentence = _NOT_NOW.format(sentence=sentence)
        self._window.start.notices.put(_UNLISTED, sentence, answers, urgent=True)

    @Slot(object)
    def _on_listed(self, _rows: object) -> None:
        self._window.start.notices.drop(_UNLISTED)
        self.look_soon()

    @Slot()
    def look_soon(self) -> None:
        """Looks at the whole store once, when the window has found its rest."""
        if not self._has_looked and self._window.isVisible():
            self._has_looked = True
            self._later.start()

    @Slot()
    def look(self) -> None:
        """Reads the whole store beside the GUI thread."""
        job = self._services.previews.start("Entwürfe prüfen", LookOver(self._services.data_folder))
        job.succeeded.connect(self._on_looked)
        job.failed.connect(self._on_not_looked)

    @Slot(object)
    def _on_looked(self, damage: Damage | None) -> None:
        if damage is None:
            self._forget()
            return
        self._note(damage)
        if self._window.plan is not None:
            question = _OPEN.format(sentence=damage.sentence)
            ask(self._window, _TITLE, question, "Schließen und &reparieren…", self.repair)

    @Slot(Exception)
    def _on_not_looked(self, _error: Exception) -> None:
        """A store that is busy or out of reach tells so itself where it is used."""

    @Slot(object)
    def meet(self, error: Exception) -> None:
        """Something could not be read, because it is damaged."""
        from lpd_desktop.store.errors import DamagedDraftError

        is_draft = isinstance(error, DamagedDraftError)
        damage = Damage((_DRAFT if is_draft else _FILE,))
        self._note(damage)
        question = _QUESTION.format(sentence=damage.sentence)
        ask(self._window, _TITLE, question, "&Reparieren…", self.repair)

    def _note(self, damage: Damage) -> None:
        self._damage = damage
        answers = [("En&twürfe reparieren…", self.repair)]
        self._window.start.notices.put(_KEY, damage.sentence, answers, urgent=True)

    def _forget(self) -> None:
        self._damage = None
        self._window.start.notices.drop(_KEY)

    @Slot()
    def repair(self) -> None:
        """Leads to the repair; it needs the drafts for itself."""
        from lpd_desktop.gui.damage.repair_dialog import RepairDialog

        if self._damage is None:
            return
        if self._window.plan is not None:
            self._window.show_start()
        folder = self._services.data_folder
        dialog = RepairDialog(self._window, self._services.jobs, folder, self._damage)
        dialog.mended.connect(self._on_mended)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_mended(self) -> None:
        """What is whole again is backed up, also where the damage kept the last backup from it."""
        self._forget()
        self._window.opening.refresh()
        self._window.backups.keeper.look()
