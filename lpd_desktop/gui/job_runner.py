"""Long work beside the GUI thread: one worker, progress, cancel."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from lpd_desktop.runtime.progress import JobCancelled, Progress

Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work; its signals are emitted on the GUI thread."""

    progressed = Signal(int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, parent: QObject, *, is_kept: bool = False) -> None:
        super().__init__(parent)
        self.title, self.is_kept = title, is_kept
        self.progress = Progress()

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self.progress.cancel()

    def drop(self, **slots: Callable[..., object]) -> None:
        """Cancels the work, and tells no more to those who waited for it.

        Args:
            slots: What is connected, by the name of the signal.
        """
        for name, slot in slots.items():
            getattr(self, name).disconnect(slot)
        self.cancel()

    def tell(self, name: str, values: tuple[Any, ...]) -> None:
        """Emits the signal of this name; all but `progressed` end the job."""
        getattr(self, name).emit(*values)
        if name != "progressed":
            self.ended.emit()


class JobRunner(QObject):
    """Runs jobs one after another on its single thread.

    The worker touches nothing of Qt but the signal `_posted`, which is queued.
    """

    started = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._jobs: list[Job] = []
        self._is_shut_down = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def start(self, title: str, work: Work, *, is_kept: bool = False) -> Job:
        """Queues the work; connect to the signals of the returned job at once.

        What is asked for after the window was closed is cancelled at once.

        Args:
            title: What is done, in German.
            work: Does it, on the worker thread.
            is_kept: It is done although the window closes: a setting that somebody chose.
        """
        job = Job(title, self, is_kept=is_kept)
        job.progress = Progress(_Reporter(self._posted, job))
        self._jobs.append(job)
        self.started.emit(job)  # before the work: who cancels it now is heard in time
        if self._is_shut_down:
            self._posted.emit((job, "cancelled", ()))
        else:
            self._pool.submit(_carry_out, self._posted, job, work)
        return job

    @property
    def oldest(self) -> Job | None:
        """The job that runs, or will run next."""
        return self._jobs[0] if self._jobs else None

    @property
    def is_busy(self) -> bool:
        """Whether a job waits or runs."""
        return bool(self._jobs)

    def shut_down(self) -> None:
        """Cancels what need not be done and waits for the worker to stop."""
        self._is_shut_down = True
        for job in self._jobs:
            if not job.is_kept:
                job.cancel()
        self._pool.shutdown(wait=True)

    @Slot(object)
    def _on_posted(self, message: tuple[Job, str, tuple[Any, ...]]) -> None:
        job, name, values = message
        if job not in self._jobs:
            return
        if name != "progressed":
            self._jobs.remove(job)
            job.deleteLater()
        job.tell(name, values)


class _Reporter:
    def __init__(self, posted: Any, job: Job) -> None:
        self._posted = posted
        self._job = job

    def __call__(self, percent: int, text: str) -> None:
        self._posted.emit((self._job, "progressed", (percent, text)))


def _carry_out(posted: Any, job: Job, work: Work) -> None:
    """Runs on the worker thread; what was cancelled while it waited does not begin."""
    try:
        job.progress.stop_if_cancelled()
        with job.progress.as_current():
            message: tuple[str, tuple[Any, ...]] = ("succeeded", (work(job.progress),))
    except JobCancelled:
        message = ("cancelled", ())
    except Exception as error:
        message = ("failed", (error,))
    posted.emit((job, *message))
