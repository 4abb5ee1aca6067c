"""What the start page says of trouble before: a bad end, copies of what could not be saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.crash_report import CrashDialog
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.start.start_page import local_time
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.run_mark import BadEnd

if TYPE_CHECKING:
    from lpd_desktop.editing.rescued_copies import RescuedCopy
    from lpd_desktop.gui.main_window import MainWindow

BAD_END, RESCUED = "bad-end", "rescued"
_BAD_END = (
    "LPD Desktop wurde beim letzten Mal nicht richtig beendet (gestartet am {started}). Beim "
    "Schreiben wird jede Sekunde gespeichert; fehlt trotzdem etwas, sagt es diese Seite."
)
_COPY = "Ein Stand von „{name}“ ließ sich am {time} nicht speichern und liegt als Kopie bereit."
_SEVERAL = " Es gibt {number} solche Kopien; diese ist die erste."
_NEWER = "Diese Kopie ist neuer als der Entwurf. Was soll mit ihr geschehen?"
_OLDER = (
    "Der Entwurf wurde danach noch gespeichert; die Kopie ist älter. Was soll mit ihr geschehen?"
)
_ALONE = "Den Entwurf dazu gibt es nicht mehr. Was soll mit der Kopie geschehen?"
_REPLACE = "&Entwurf mit der Kopie fortsetzen"
_ADD = "Als &weiteren Entwurf aufnehmen"
_DISCARD = "Kopie &löschen…"
_SURE = (
    "Soll die Kopie „{name}“ vom {time} gelöscht werden? Was nur in ihr steht, ist dann verloren."
)


class StartUp(QObject):
    """Puts what it finds on the start page; asks only who wants to be asked."""

    def __init__(self, window: MainWindow, bad_end: BadEnd | None = None) -> None:
        super().__init__(window)
        self._window, self._bad_end = window, bad_end
        self._notices = window.start.notices
        self._folder = window.services.data_folder
        if bad_end is not None:
            self._show_bad_end(bad_end)
        window.opening.rows_changed.connect(self.look_for_copies)
        QTimer.singleShot(0, self, self.look_for_copies)

    def _show_bad_end(self, bad_end: BadEnd) -> None:
        answers = (
            ("Bericht ansehen…", self._on_report_wanted),
            ("Ausblenden", partial(self._notices.drop, BAD_END)),
        )
        sentence = _BAD_END.format(started=local_time(bad_end.started))
        self._notices.put(BAD_END, sentence, answers)

    @Slot()
    def _on_report_wanted(self) -> None:
        if self._bad_end is not None:
            sentence = _BAD_END.format(started=local_time(self._bad_end.started))
            text = self._bad_end.report()
            CrashDialog(self._window, sentence, text, "Nicht richtig beendet").open()

    @Slot()
    def look_for_copies(self) -> None:
        """Looks beside the window for copies whose content is in no draft.

        Not while a plan is open: its own copy belongs to what is just being written.
        """
        if self._window.plan is not None:
            return
        job = self._window.services.jobs.start("Kopien suchen", _LookForCopies(self._folder))
        job.succeeded.connect(self._on_copies_found)

    @Slot(object)
    def _on_copies_found(self, copies: Sequence[RescuedCopy]) -> None:
        if not copies:
            self._notices.drop(RESCUED)
            return
        first = copies[0]
        sentence = _COPY.format(name=_name(first), time=local_time(first.time))
        if len(copies) > 1:
            sentence += _SEVERAL.format(number=len(copies))
        if self._is_said(sentence):
            return
        answers = (("Kopie übernehmen oder löschen…", partial(self._ask, first)),)
        self._notices.put(RESCUED, sentence, answers, urgent=True)

    def _is_said(self, sentence: str) -> bool:
        notices = self._notices
        return notices.holds(RESCUED) and notices.notice(RESCUED).label.sentence == sentence

    def _ask(self, copy: RescuedCopy) -> None:
        add = (_ADD, partial(self._take, copy, False))
        replace = (_REPLACE, partial(self._take, copy, True))
        discard = (_DISCARD, partial(self._ask_whether_to_discard, copy))
        if not copy.draft:
            question, answers = _ALONE, [add, discard]
        elif copy.is_newer:
            question, answers = _NEWER, [replace, add, discard]
        else:
            question, answers = _OLDER, [add, replace, discard]
        choose_one(self._window, "Kopie eines Entwurfs", question, answers)

    def _take(self, copy: RescuedCopy, replaces: bool) -> None:
        work = _TakeIn(self._folder, copy, replaces=replaces)
        job = self._window.services.jobs.start("Kopie übernehmen", work)
        job.succeeded.connect(self._on_settled)
        job.failed.connect(self._on_failed)

    def _ask_whether_to_discard(self, copy: RescuedCopy) -> None:
        question = _SURE.format(name=_name(copy), time=local_time(copy.time))
        ask(self._window, "Kopie löschen", question, "&Löschen", partial(self._discard, copy))

    def _discard(self, copy: RescuedCopy) -> None:
        job = self._window.services.jobs.start("Kopie löschen", _Discard(copy))
        job.succeeded.connect(self._on_settled)

    @Slot(object)
    def _on_settled(self, _result: object) -> None:
        self._notices.drop(RESCUED)
        self._window.opening.refresh()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Das ging nicht", sentence_of(error))


def _name(copy: RescuedCopy) -> str:
    jobcenter = copy.file.plan.jobcenter.name or "ohne Jobcenter"
    return f"{jobcenter} {copy.file.form.year}"


class _LookForCopies:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, _progress: Progress) -> object:
        from lpd_desktop.editing.rescued_copies import rescued_copies
        from lpd_desktop.runtime.errors import LpdError

        try:
            return rescued_copies(self._folder)
        except LpdError:
            return []  # the list of drafts says what is wrong with the store


class _TakeIn:
    def __init__(self, folder: Path, copy: RescuedCopy, *, replaces: bool) -> None:
        self._folder, self._copy, self._replaces = folder, copy, replaces

    def __call__(self, _progress: Progress) -> object:
        from lpd_desktop.editing.rescued_copies import take_in

        return take_in(self._folder, self._copy, replaces=self._replaces)


class _Discard:
    def __init__(self, copy: RescuedCopy) -> None:
        self._copy = copy

    def __call__(self, _progress: Progress) -> None:
        from lpd_desktop.editing.rescued_copies import discard

        discard(self._copy)
