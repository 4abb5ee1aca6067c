"""Work that may hang for minutes, as on a share that does not answer, and can be left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from lpd_desktop.runtime.progress import Progress

_LOOK_SECONDS = 0.05


def run_abandonable(work: Callable[[], Any], progress: Progress) -> Any:
    """Carries out `work` on a thread of its own and gives what it gives.

    Raises:
        JobCancelled: somebody asked to stop. The work stops at its next step; where it hangs, it
            is left behind and ends with the process.
        BaseException: whatever the work raises.
    """
    errand = _Errand(work, progress)
    errand.start()
    while errand.is_alive():
        errand.join(_LOOK_SECONDS)
        progress.stop_if_cancelled()
    if errand.error is not None:
        raise errand.error
    return errand.result


class _Errand(threading.Thread):
    def __init__(self, work: Callable[[], Any], progress: Progress) -> None:
        super().__init__(name="abandonable work", daemon=True)
        self._work, self._progress = work, progress
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            with self._progress.as_current():
                self.result = self._work()
        except BaseException as error:
            self.error = error
