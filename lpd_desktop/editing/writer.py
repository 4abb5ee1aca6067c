"""The writer thread of one open draft, with a connection of its own. No Qt."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from lpd_desktop.editing.rescue import NoRescueError, rescue_folders, write_rescue_file
from lpd_desktop.editing.save_schedule import SaveSchedule
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.connection import require_store
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import (
    ChangedElsewhereError,
    MissingStoreError,
    UnknownDraftError,
)

_LOG = logging.getLogger(__name__)

OnSaved = Callable[[str], None]
OnFailed = Callable[["SaveFailedError"], None]

_PATIENCE = 1.0
"""Seconds for which another program may hold the store until the text is copied elsewhere."""


class SaveFailedError(LpdError):
    """The draft could not be saved; it is tried again, though in vain after a conflict.

    Attributes:
        cause: What the store said.
        rescue: The .lpd file that holds the newest state instead, None where none could be written.
        is_conflict: Whether another window saved the draft meanwhile.
        is_lost: Whether the draft, or the whole store, is not there any more.
    """

    def __init__(
        self,
        cause: str,
        rescue: Path | None,
        rescue_problem: str = "",
        *,
        is_conflict: bool = False,
        is_lost: bool = False,
    ) -> None:
        """Takes the store's sentence and what became of the copy."""
        self.cause = cause
        self.rescue = rescue
        self.is_conflict = is_conflict
        self.is_lost = is_lost
        copy = f"Ihr Text liegt als Kopie in „{rescue}“." if rescue else rescue_problem
        outlook = "" if is_conflict else " Das Programm versucht es weiter."
        super().__init__(f"Der Entwurf ist nicht gespeichert: {cause} {copy}{outlook}")


class DraftWriter:
    """Writes the newest state of a draft, at the latest one second after a change.

    `submit`, `flush` and `close` may be called from any thread but that of the writer, in which
    the callbacks run: `on_saved` with the time (ISO, UTC), `on_failed` with the error.
    A window hands both on to its own thread.

    Args:
        folder: The data folder of the store.
        draft: The id of the draft.
        on_saved: Called after every write.
        on_failed: Called after every write that failed.
        revision: That of the loaded draft, so that another window's save is not overwritten;
            None: whatever is stored at the first write.
        rescue: Folders for the copy after a failure; None: those of `rescue_folders`.
        schedule: When to write.
    """

    def __init__(
        self,
        folder: Path,
        draft: str,
        *,
        on_saved: OnSaved = lambda _time: None,
        on_failed: OnFailed = lambda _error: None,
        revision: int | None = None,
        rescue: Sequence[Path] | None = None,
        schedule: SaveSchedule | None = None,
    ) -> None:
        """Starts the thread."""
        self._folder, self._draft, self._revision = folder, draft, revision
        self._on_saved, self._on_failed = on_saved, on_failed
        self._rescue_folders = rescue_folders(folder) if rescue is None else tuple(rescue)
        self._rescue_file: Path | None = None
        self._schedule = schedule or SaveSchedule()
        self._state = threading.Condition()
        self._newest: LpdFile | None = None
        self._submitted = self._saved = self._failed = self._failures = self._hurried = 0
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name=f"save {draft}", daemon=True)
        self._thread.start()

    def submit(self, file: LpdFile) -> None:
        """Takes the newest state; those before it that are not written yet are dropped."""
        with self._state:
            self._newest = file
            self._submitted += 1
            self._schedule.changed(time.monotonic())
            self._state.notify_all()

    @property
    def has_unsaved(self) -> bool:
        """Whether something that was submitted is not written yet."""
        with self._state:
            return self._saved < self._submitted

    def flush(self, timeout: float | None = None) -> bool:
        """Writes what is left at once; returns whether everything submitted before is stored.

        False after a failed attempt, or when `timeout` seconds went by.
        """
        with self._state:
            wanted, failures = self._submitted, self._failures
            self._hurried = wanted
            self._schedule.hurry(time.monotonic())
            self._state.notify_all()
            self._state.wait_for(
                lambda: (
                    self._saved >= wanted
                    or (self._failures > failures and self._failed >= wanted)
                    or not self._thread.is_alive()
                ),
                timeout,
            )
            return self._saved >= wanted

    def close(self, timeout: float | None = None) -> bool:
        """Writes what is left, tries once, and stops; returns whether everything is stored."""
        is_stored = self.flush(timeout)
        with self._state:
            self._is_closing = True
            self._state.notify_all()
        self._thread.join(timeout)
        return is_stored and not self._thread.is_alive()

    def _run(self) -> None:
        store: DraftStore | None = None
        while (taken := self._next()) is not None:
            number, file = taken
            try:
                store = store or self._open_store()
                self._write(store, file)
            except Exception as error:
                _closed(store)
                store = None
                self._fail(number, file, error)
            else:
                self._succeed(number)
        _closed(store)

    def _next(self) -> tuple[int, LpdFile] | None:
        """Waits for the next write; its number and file, None at the end."""
        with self._state:
            while not (self._is_closing or self._schedule.is_due(time.monotonic())):
                self._state.wait(self._schedule.seconds_left(time.monotonic()))
            is_tried = self._submitted in (self._saved, self._failed)
            if self._newest is None or (self._is_closing and is_tried):
                return None
            self._schedule.started()
            return self._submitted, self._newest

    def _open_store(self) -> DraftStore:
        require_store(self._folder)
        store = DraftStore.open(self._folder)
        store.wait_at_most(_PATIENCE)
        return store

    def _write(self, store: DraftStore, file: LpdFile) -> None:
        if self._revision is None:
            self._revision = store.summary(self._draft).revision
        self._revision = store.save(self._draft, file, expected_revision=self._revision)

    def _succeed(self, number: int) -> None:
        with self._state:
            self._saved = number
            self._state.notify_all()
        if self._rescue_file is not None:
            with suppress(OSError):
                self._rescue_file.unlink(missing_ok=True)
            self._rescue_file = None
        _call(self._on_saved, utc_now())

    def _fail(self, number: int, file: LpdFile, error: Exception) -> None:
        failure = self._rescued(file, error)
        with self._state:
            self._failures += 1
            self._failed = number
            self._schedule.failed(time.monotonic())
            if self._hurried > number:
                self._schedule.hurry(time.monotonic())
            self._state.notify_all()
        _call(self._on_failed, failure)

    def _rescued(self, file: LpdFile, error: Exception) -> SaveFailedError:
        """The failure, after the newest state was written elsewhere."""
        if not isinstance(error, LpdError):
            _LOG.error("the draft %s could not be saved", self._draft, exc_info=error)
        cause = (
            str(error) if isinstance(error, LpdError) else "Im Programm ist ein Fehler aufgetreten."
        )
        path, problem = None, ""
        try:
            path = self._rescue_file = write_rescue_file(file, self._draft, self._rescue_folders)
        except NoRescueError as refusal:
            problem = str(refusal)
        return SaveFailedError(
            cause,
            path,
            problem,
            is_conflict=isinstance(error, ChangedElsewhereError),
            is_lost=isinstance(error, MissingStoreError | UnknownDraftError),
        )


def _closed(store: DraftStore | None) -> None:
    """After a failure the next attempt opens the store anew."""
    if store is not None:
        with suppress(Exception):
            store.close()


def _call(listener: Callable[[Any], None], argument: object) -> None:
    """A listener that fails must not end the saving."""
    try:
        listener(argument)
    except Exception:
        _LOG.exception("a listener of the writer failed")
