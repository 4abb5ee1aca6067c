"""`python -m tests.gui.killed_hand_over DATA DRAFT FOLDER STEP`: killed at one step of its work."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lpd_desktop.gui.handing_over.hand_over_work import Wanted, WritePackage
from lpd_desktop.release import package_folder
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.submissions import Submissions


def _killed(*_arguments: Any, **_named: Any) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


def _killed_after(real: Callable[..., Any], calls: int) -> Callable[..., Any]:
    left = [calls]

    def counted(*arguments: Any) -> Any:
        left[0] -= 1
        return real(*arguments) if left[0] >= 0 else _killed()

    return counted


def _prepare(step: str) -> None:
    match step:
        case "begun":
            package_folder.make_folder = _killed
        case "half":
            package_folder._write_new = _killed_after(package_folder._write_new, 2)
        case "files":
            Submissions.written = _killed
        case "written":
            Submissions.record = _killed


def main() -> None:
    """Hands over until it is killed."""
    data, draft, folder, step = sys.argv[1:]
    _prepare(step)
    wanted = Wanted(Path(folder), HandOverTexts(), "mail", publishing=False, changes=True)
    actor = Actor("Paula Planerin", "Sachbearbeitung")
    WritePackage(Path(data), draft, wanted, actor, lambda _timeout: True)(Progress())


if __name__ == "__main__":
    main()
